"""STR09 terlalu-lebar: more causes than one effect can need."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, begins_as_plan

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    if begins_as_plan(tree):
        return
    most = int(lexicon.ambang["STR09.anak"])
    for node in tree:
        causes = len(node.sebab) + len(node.ref)
        if node.kind is not Kind.OUTCOME and causes > most:
            yield Hit(
                node=node.key,
                message=f"Kondisi ini punya {causes} sebab; lebih dari {most} sulit dijaga.",
                evidence=str(causes),
            )


RULE = Rule(
    code="STR09",
    name="terlalu-lebar",
    summary="Kondisi punya terlalu banyak sebab di bawahnya.",
    severity=Severity.HINT,
    stage=3,
    source="rangkuman PermenPANRB 89/2021, asas materialitas",
    check=check,
    scope=Scope.BRANCH,
    hint="Buang sebab yang pengaruhnya kecil, atau kumpulkan yang sejenis di bawah satu kondisi antara.",
)
