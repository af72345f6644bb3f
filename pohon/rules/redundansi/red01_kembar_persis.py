"""RED01 kembar-persis: the same sentence on two nodes of one tree."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import stated
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    first: dict[tuple[str, ...], str] = {}
    for node in stated(tree):
        words = tokens(node.statement)
        earlier = first.setdefault(words, node.key) if words else node.key
        if earlier != node.key:
            yield Hit(
                node=node.key,
                message=f"Kalimat ini sama persis dengan simpul {tree.number(earlier)}.",
                evidence=node.statement,
                related=(earlier,),
            )


RULE = Rule(
    code="RED01",
    name="kembar-persis",
    summary="Kalimat yang sama persis berdiri pada dua simpul atau lebih.",
    severity=Severity.ERROR,
    stage=2,
    source="rangkuman PermenPANRB 89/2021, tahap 3: kondisi tidak dituangkan berulang kali",
    check=check,
    scope=Scope.TREE,
    hint="Jadikan satu simpul. Bila kondisi itu menyebabkan dua hal, tulis sekali lalu sambungkan dengan `ref`.",
)
