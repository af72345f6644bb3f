"""IND19 indikator-mengulang-pernyataan: the indicator is the statement with a measure word in front."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import content, head
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators

__all__ = ["RULE"]

_WITH_METHOD = frozenset({"indeks", "nilai", "opini", "predikat", "skor", "ikm"})


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        level = tree.profile.level(node.kind)
        measure = head(indicator.nama, lexicon)
        if level is None or not level.speaks_of_results or "ukur" not in measure.lists or measure.word in _WITH_METHOD:
            continue
        said = content(node.statement, lexicon)
        if said and said == content(indicator.nama, lexicon):
            yield Hit(
                node=node.key,
                field=place,
                message="Indikator ini mengulang kalimat kondisinya; mungkin kondisinya yang ditulis dari indikator.",
                evidence=measure.word,
            )


RULE = Rule(
    code="IND19",
    name="indikator-mengulang-pernyataan",
    summary="Indikator hanya mengulang kalimat kondisi.",
    severity=Severity.HINT,
    stage=4,
    source="praktik: kondisi menyebut keadaan, indikator menyebut buktinya",
    check=check,
    scope=Scope.NODE,
    hint="Periksa: apakah kalimat kondisi menyebut hasil yang diinginkan, bukan sekadar ukurannya?",
)
