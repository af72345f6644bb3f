"""RED07 tujuan-sama-dengan-sasaran: the tujuan and a sasaran under it are one sentence."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for node in tree.of_kind(Kind.OUTCOME):
        words = tokens(node.statement)
        for child in tree.children(node):
            if words and child.kind is Kind.CSF and tokens(child.statement) == words:
                yield Hit(
                    node=child.key,
                    message=f"Sasaran ini berbunyi sama dengan tujuannya (simpul {tree.number(node.key)}).",
                    evidence=child.statement,
                    related=(node.key,),
                )


RULE = Rule(
    code="RED07",
    name="tujuan-sama-dengan-sasaran",
    summary="Tujuan dan sasaran di bawahnya berbunyi sama.",
    severity=Severity.WARNING,
    stage=5,
    source="praktik penyusunan Renstra: sasaran adalah hasil terukur yang mewujudkan tujuan",
    check=check,
    scope=Scope.BRANCH,
    hint="Rumuskan sasaran sebagai hasil yang lebih dekat dan terukur, yang bersama sasaran lain mewujudkan tujuan.",
)
