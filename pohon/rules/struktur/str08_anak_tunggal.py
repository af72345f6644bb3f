"""STR08 anak-tunggal: a condition with one cause only."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, begins_as_plan, named

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    plan = begins_as_plan(tree)
    few = lexicon.ambang["STR08.anak"]
    for node in tree:
        causes = len(node.sebab) + len(node.ref)
        if not causes or causes > few or node.crosscutting or _by_design(tree, node, plan=plan):
            continue
        yield Hit(
            node=node.key,
            message=f"{named(node)} ini hanya punya satu sebab.",
            related=node.sebab,
        )


def _by_design(tree: Tree, node: Node, *, plan: bool) -> bool:
    """One utama for each CSF is the shape of some profiles; the number of CSF is counted by STR11."""
    if node.kind is Kind.OUTCOME:
        return not plan
    only = tree.children(node)[0] if node.sebab else None
    return node.kind is Kind.CSF and tree.profile.utama_tunggal and only is not None and only.kind is Kind.UTAMA


RULE = Rule(
    code="STR08",
    name="anak-tunggal",
    summary="Kondisi hanya punya satu sebab di bawahnya.",
    severity=Severity.HINT,
    stage=3,
    source="praktik: satu kondisi jarang cukup, dan sebab tunggal sering mengulang akibatnya",
    check=check,
    scope=Scope.BRANCH,
    hint="Tanyakan: kondisi apa lagi yang diperlukan? Bila tidak ada, mungkin dua kondisi ini satu hal yang sama.",
)
