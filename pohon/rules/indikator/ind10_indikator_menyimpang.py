"""IND10 indikator-menyimpang: an output indicator that shares no word with the output it should measure."""

from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.statements import outputs
from pohon.model.topic import abbreviated, field_words, same_topic
from pohon.model.tree import Tree
from pohon.model.wording import head
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_WITH_METHOD = frozenset({"indeks", "nilai", "opini", "predikat", "skor", "ikm"})


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    field = field_words(tree, lexicon)
    for node in outputs(tree):
        if "nominal" in head(node.statement, lexicon).lists:
            continue  # an official name, not a condition: its indicator comes from the same list
        strays = [place for place, one in enumerate(node.indikator) if _strays(node.statement, one, lexicon, field)]
        lowest = node.kind is tree.profile.chain[-1]
        alone = len(strays) == len(node.indikator)
        for place in strays if alone or lowest else ():  # beside one that fits, another one is a second view
            name = node.indikator[place].nama
            yield Hit(
                node=node.key,
                field=f"indikator.{place}",
                message=f"Indikator {quoted(name)} tidak mengukur yang disebut kondisinya.",
                evidence=name,
                severity=None if lowest and alone else Severity.HINT,
            )


def _strays(statement: str, indicator: Indicator, lexicon: Lexicon, field: frozenset[str]) -> bool:
    name, measure = indicator.nama, head(indicator.nama, lexicon)
    if "ukur" not in measure.lists or measure.word in _WITH_METHOD:
        return False
    return not same_topic(statement, [name], lexicon, field) and not abbreviated(name, statement)


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
