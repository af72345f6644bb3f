"""BHS03 keluaran-di-level-hasil: output language on a result level."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import results
from pohon.model.tree import Tree
from pohon.model.wording import head
from pohon.rules._base import Hit, Rule, Scope, Severity, named, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in results(tree):
        first = head(node.statement, lexicon)
        if "keluaran" in first.lists and "hasil" not in first.lists:
            yield Hit(
                node=node.key,
                message=f"{named(node)} berbicara tentang hasil, tetapi {quoted(first.shown)} menyebut keluaran.",
                evidence=first.written,
            )


RULE = Rule(
    code="BHS03",
    name="keluaran-di-level-hasil",
    summary="Kondisi pada jenjang hasil memakai kata keluaran.",
    severity=Severity.WARNING,
    stage=3,
    source="praktik penilaian: keluaran yang ditulis sebagai hasil",
    check=check,
    scope=Scope.NODE,
    hint="Tulis akibat dari keluaran itu, lalu turunkan keluarannya ke kondisi operasional.",
)
