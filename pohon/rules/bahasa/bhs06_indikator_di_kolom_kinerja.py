"""BHS06 indikator-di-kolom-kinerja: an indicator in the place of a condition."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import stated
from pohon.model.tree import Tree
from pohon.model.wording import contains, head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in stated(tree):
        first = head(node.statement, lexicon)
        if "ukur" not in first.lists or tokens(node.statement)[1:2] == (first.word,):
            continue
        if not contains(node.statement, lexicon.kata["keadaan"]):
            yield Hit(
                node=node.key,
                message=f"Kalimat ini dibuka dengan kata ukur {quoted(first.shown)}: ini indikator, bukan kondisi.",
                evidence=first.written,
            )


RULE = Rule(
    code="BHS06",
    name="indikator-di-kolom-kinerja",
    summary="Kalimat kinerja dibuka dengan kata ukur: ini indikator, bukan kondisi.",
    severity=Severity.ERROR,
    stage=1,
    source="rangkuman PermenPANRB 89/2021, tahap 3 dan 4: kondisi dahulu, indikator kemudian",
    check=check,
    scope=Scope.NODE,
    hint="Tulis kondisinya, lalu pindahkan kalimat ini ke `indikator`.",
)
