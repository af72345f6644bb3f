"""Which texts of a tree a language rule reads: statements by level, and every short text with its field.

Whether a level speaks of results is asked of the profile (domain.md section 0, facts 3 and 5).
"""

from collections.abc import Iterator

from .node import Node
from .tree import Tree

__all__ = ["is_creed", "outputs", "results", "short_texts", "stated"]

_CREEDS = frozenset({"visi", "misi"})


def stated(tree: Tree) -> Iterator[Node]:
    """Yield the placed nodes that have a statement."""
    return (node for node in tree if node.statement.strip())


def results(tree: Tree) -> Iterator[Node]:
    """Yield the placed nodes with a statement whose level speaks of results; visi and misi are not judged as results."""
    return (node for node in stated(tree) if _speaks_of_results(tree, node) and not is_creed(node))


def outputs(tree: Tree) -> Iterator[Node]:
    """Yield the placed nodes with a statement whose level speaks of outputs."""
    return (node for node in stated(tree) if not _speaks_of_results(tree, node))


def _speaks_of_results(tree: Tree, node: Node) -> bool:
    level = tree.profile.level(node.kind)
    return level is not None and level.speaks_of_results


def is_creed(node: Node) -> bool:
    """Tell whether a node is the visi or a misi of a head of government: words of an election, not a condition."""
    return node.komponen.strip().casefold() in _CREEDS


def short_texts(tree: Tree) -> Iterator[tuple[Node, str, str]]:
    """Yield (node, field, text) for every statement and every indicator name of the placed nodes."""
    for node in tree:
        if node.statement.strip():
            yield node, "", node.statement
        for place, indicator in enumerate(node.indikator):
            if indicator.nama.strip():
                yield node, f"indikator.{place}", indicator.nama
