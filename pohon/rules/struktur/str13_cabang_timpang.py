"""STR13 cabang-timpang: operational conditions of one CSF at very different depths."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, begins_as_plan

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    if begins_as_plan(tree):
        return
    gap = int(lexicon.ambang["STR13.selisih"])
    for csf in tree.of_kind(Kind.CSF):
        depths = _depths(tree, csf)
        if not depths:
            continue
        deep = max(depths, key=lambda key: depths[key])
        flat = min(depths, key=lambda key: depths[key])
        if depths[deep] - depths[flat] >= gap:
            yield Hit(
                node=csf.key,
                message=f"Cabang CSF ini timpang: kondisi operasional berada {depths[flat]} sampai {depths[deep]} "
                "tingkat di bawahnya.",
                related=(flat, deep),
            )


def _depths(tree: Tree, csf: Node) -> dict[str, int]:
    """Return how far below the CSF each operational leaf stands; undecomposed leaves are the business of STR06."""
    depths = {csf.key: 0}
    leaves = {}
    for node in tree.branch(csf):
        if node.key != csf.key and node.parent is not None:
            depths[node.key] = depths[node.parent] + 1
        if node.kind is Kind.OPERASIONAL and not node.sebab:
            leaves[node.key] = depths[node.key]
    return leaves


RULE = Rule(
    code="STR13",
    name="cabang-timpang",
    summary="Kedalaman cabang di bawah satu CSF sangat berbeda.",
    severity=Severity.HINT,
    stage=3,
    source="praktik: cabang yang setara diuraikan sampai tingkat yang setara",
    check=check,
    scope=Scope.BELOW,
    reads=frozenset({"kind"}),
    hint="Periksa cabang yang dangkal: mungkin ada kondisi antara yang terlewat. Yang dalam mungkin dapat diringkas.",
)
