"""STR06 daun-belum-operasional: a branch that ends before the most technical level."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, begins_as_plan, is_partner_leaf, named

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    plan = begins_as_plan(tree)
    last = tree.profile.chain[-1]
    for node in tree:
        if node.sebab or node.ref or node.kind in (last, Kind.OUTCOME) or is_partner_leaf(node):
            continue
        if plan and not _lags_behind(tree, node):
            continue
        yield Hit(
            node=node.key,
            message=f"{named(node)} ini belum diuraikan sampai {last.label}.",
            severity=Severity.HINT if plan else Severity.ERROR if tree.tahap >= 4 else None,
        )


def _lags_behind(tree: Tree, node: Node) -> bool:
    """In a plan only a gap among siblings tells: one is broken down, this one is not."""
    if node.parent is None:
        return False
    twins = [other for other in tree.siblings(node) if other.kind is node.kind]
    return any(child.kind.rank > node.kind.rank for twin in twins for child in tree.children(twin))


RULE = Rule(
    code="STR06",
    name="daun-belum-operasional",
    summary="Cabang berhenti sebelum sampai kondisi paling teknis.",
    severity=Severity.WARNING,
    stage=3,
    source="tahap 3 pohon kinerja: CSF diuraikan sampai kondisi paling operasional",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"crosscutting", "kind"}),
    hint="Tanyakan: kondisi apa yang diperlukan supaya ini terjadi? Uraikan sampai dapat dikerjakan satu unit.",
)
