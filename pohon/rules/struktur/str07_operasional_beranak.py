"""STR07 operasional-beranak: an operational condition that is broken down further."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for node in tree.of_kind(Kind.OPERASIONAL):
        nested = tree.profile.operasional_beranak
        strange = [child for child in tree.children(node) if not (nested and child.kind is node.kind)]
        if strange:
            yield Hit(
                node=node.key,
                message=f"Kondisi operasional ini masih punya {len(strange)} sebab di bawahnya.",
                related=tuple(child.key for child in strange),
            )


RULE = Rule(
    code="STR07",
    name="operasional-beranak",
    summary="Kondisi operasional masih diuraikan lagi.",
    severity=Severity.ERROR,
    stage=3,
    source="tahap 3 pohon kinerja: kondisi operasional adalah kondisi paling teknis",
    check=check,
    scope=Scope.BRANCH,
    hint="Jadikan kondisi ini kondisi antara, atau keluarkan isinya menjadi saudara.",
)
