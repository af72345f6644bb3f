"""The edits that turn one tree into another whose nodes have the same ids. Pure; the result is exact."""

from collections.abc import Callable, Iterator
from dataclasses import fields

from pohon.model.edits import Add, Edit, Link, Move, Remove, Reword, SetField, Unlink, apply
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree

__all__ = ["CONTENT", "FILE_CONTENT", "difference"]

CONTENT = tuple(
    one.name for one in fields(Node) if one.name not in {"key", "id", "kind", "statement", "parent", "sebab", "ref"}
)
"""Fields of a node besides its sentence, kind and place."""
FILE_CONTENT = tuple(
    one.name for one in fields(Tree) if one.name not in {"nodes", "roots", "belum", "belum_roots", "places", "versi"}
)
"""Fields of the file itself."""


def difference(before: Tree, after: Tree) -> tuple[Edit, ...]:
    """Return edits that, made in order, turn `before` into `after`. Every node of both has an id."""
    made: list[Edit] = []
    tree = before

    def do(edit: Edit) -> None:
        nonlocal tree
        tree, _ = apply(tree, edit)
        made.append(edit)

    old, new = {**before.nodes, **before.belum}, {**after.nodes, **after.belum}
    for edit in (*_unlinks(old, new), *_file(before, after)):
        do(edit)
    for key, node in new.items():
        if key in old and key in after.nodes and node.kind is not old[key].kind:
            do(SetField(key=key, field="kind", value=node.kind))
    for key, node in before.belum.items():
        if node.parent in after.nodes and key not in after.nodes:
            do(Move(key=key, parent=None, index=0, belum=True))
    _place_all(lambda: tree, after, do)
    for key in old:
        if key not in new and (key in tree.nodes or key in tree.belum):
            do(Remove(key=key))
    for edit in _contents(tree, new):
        do(edit)
    return tuple(made)


def _unlinks(old: dict[str, Node], new: dict[str, Node]) -> Iterator[Edit]:
    """Take away every list of support edges that is not to stay as it is; `_contents` makes it anew."""
    for key, node in old.items():
        if node.ref and (key not in new or new[key].ref != node.ref):
            yield from (Unlink(key=key, cause=cause) for cause in node.ref)


def _file(before: Tree, after: Tree) -> Iterator[Edit]:
    for name in FILE_CONTENT:
        value = getattr(after, name)
        if getattr(before, name) != value:
            yield SetField(key="", field=name, value=value)


def _place_all(tree: Callable[[], Tree], after: Tree, do: Callable[[Edit], None]) -> None:
    """Put every node where it is to stand, from the top down: what is above a node is then already in place."""
    for belum, roots in ((False, after.roots), (True, after.belum_roots)):
        _order(tree, None, roots, (after, belum), do)
        pending = list(reversed(roots))
        while pending:
            node = after.find(pending.pop())
            _order(tree, node.key, node.sebab, (after, belum), do)
            pending.extend(reversed(node.sebab))


def _order(
    tree: Callable[[], Tree], parent: str | None, wanted: tuple[str, ...], of: tuple[Tree, bool],
    do: Callable[[Edit], None],
) -> None:  # fmt: skip
    after, belum = of
    for index, key in enumerate(wanted):
        now = tree()
        there = now.find(parent).sebab if parent is not None else now.belum_roots if belum else now.roots
        if there[index : index + 1] == (key,):
            continue
        at_top = belum and parent is None
        if key in now.nodes or key in now.belum:
            do(Move(key=key, parent=parent, index=index, belum=at_top))
        else:
            node = after.find(key)
            bare = Node(key=key, id=key, kind=node.kind, statement=node.statement)
            do(Add(parent=parent, index=index, branch=(bare,), belum=at_top))


def _contents(tree: Tree, new: dict[str, Node]) -> Iterator[Edit]:
    for key, node in new.items():
        now = tree.find(key)
        if now.kind is not node.kind:
            yield SetField(key=key, field="kind", value=Kind(node.kind))
        if now.statement != node.statement:
            yield Reword(key=key, statement=node.statement)
        for name in CONTENT:
            if getattr(now, name) != getattr(node, name):
                yield SetField(key=key, field=name, value=getattr(node, name))
        if now.ref != node.ref:
            yield from (Link(key=key, cause=cause) for cause in node.ref)
