"""IND10 indikator-menyimpang: an output indicator that shares no word with the output it should measure."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.topic import field_words, same_topic
from pohon.model.tree import Tree
from pohon.model.wording import head
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

__all__ = ["RULE"]

_WITH_METHOD = frozenset({"indeks", "nilai", "opini", "predikat", "skor", "ikm"})


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    field = field_words(tree, lexicon)
    for node, place, indicator in indicators(tree):
        level = tree.profile.level(node.kind)
        measure = head(indicator.nama, lexicon)
        if level is None or level.speaks_of_results or "ukur" not in measure.lists or measure.word in _WITH_METHOD:
            continue
        if "nominal" in head(node.statement, lexicon).lists:
            continue  # an official name, not a condition: its indicator comes from the same list
        if not same_topic(node.statement, [indicator.nama], lexicon, field):
            yield Hit(
                node=node.key,
                field=place,
                message=f"Indikator {quoted(indicator.nama)} tidak mengukur yang disebut kondisinya.",
                evidence=indicator.nama,
                severity=None if node.kind is tree.profile.chain[-1] else Severity.HINT,
            )


RULE = Rule(
    code="IND10",
    name="indikator-menyimpang",
    summary="Indikator mengukur hal lain daripada kondisinya.",
    severity=Severity.WARNING,
    stage=4,
    source="kriteria indikator relevan (SMART), PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    context=field_words,
    hint="Ganti indikatornya, atau pindahkan ke kondisi yang memang diukurnya.",
)
