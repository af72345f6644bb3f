"""The order, the numbers and the keys of a tree whose branches come, go or change their place.

A branch is one stretch of the order of a tree, and an edit shifts only what stands behind it in the same list: this
keeps an edit of a large tree as quick as one of a small tree. Used by `edits.py` alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from operator import attrgetter
from typing import NamedTuple

from .node import Node
from .tree import Tree

__all__ = ["Arrangement", "Rearranged"]

_MARKS = {False: "", True: "?"}


class Rearranged(NamedTuple):
    """The tree after an edit, and old key -> new key of every node in it."""

    tree: Tree
    renamed: dict[str, str]


class Arrangement:
    """Which node stands where while a tree is edited; nodes go by the keys that they had before the edit."""

    def __init__(self, tree: Tree) -> None:
        """Start from the arrangement of the tree."""
        self.tree = tree
        self.changed: dict[str, Node] = {}
        self.stirred: set[str] = set()
        """The nodes whose number or id may be another one: their keys are made anew."""
        self.roots = {False: list(tree.roots), True: list(tree.belum_roots)}
        self._order = {False: list(tree.nodes), True: list(tree.belum)}
        self._numbers: dict[str, str] = {}
        self._shifted: list[tuple[str | None, bool, int]] = []

    def find(self, key: str) -> Node | None:
        """Return the node as it is by now, None when there is none."""
        return self.changed.get(key) or self.tree.nodes.get(key) or self.tree.belum.get(key)

    def know(self, key: str) -> Node:
        """Return the node as it is by now. Raises KeyError."""
        found = self.find(key)
        if found is None:
            raise KeyError(key)
        return found

    def is_belum(self, key: str) -> bool:
        """Tell whether the node stands among the unplaced."""
        while (node := self.know(key)).parent is not None:
            key = node.parent
        return key in self.roots[True]

    def take_out(self, node: Node, size: int) -> tuple[int, bool]:
        """Take a branch of this many nodes out of its list; return its place there and whether that was unplaced."""
        belum = self.is_belum(node.key)
        index = self.below(node.parent, belum=belum).index(node.key)
        order = self._order[belum]
        start = order.index(node.key)
        del order[start : start + size]
        if node.parent is None:
            del self.roots[belum][index]
        else:
            above = self.know(node.parent)
            self.changed[above.key] = replace(above, sebab=(*above.sebab[:index], *above.sebab[index + 1 :]))
        self._shifted.append((node.parent, belum, index))
        return index, belum

    def hang(self, keys: Sequence[str], parent: str | None, index: int, *, belum: bool) -> None:
        """Put a branch, its keys in order, below a node (or among the roots) at a place that exists."""
        belum = belum if parent is None else self.is_belum(parent)
        place = self._place_before(parent, index, belum=belum)
        self._order[belum][place:place] = keys
        if parent is None:
            self.roots[belum].insert(index, keys[0])
        else:
            above = self.know(parent)
            self.changed[parent] = replace(above, sebab=(*above.sebab[:index], keys[0], *above.sebab[index:]))
        self.changed[keys[0]] = replace(self.know(keys[0]), parent=parent)
        self._shifted.append((parent, belum, index))

    def below(self, parent: str | None, *, belum: bool) -> Sequence[str]:
        """Return the keys below a node, in order; of the roots for None."""
        return self.roots[belum] if parent is None else self.know(parent).sebab

    def _place_before(self, parent: str | None, index: int, *, belum: bool) -> int:
        """Return the place in the order of what comes at `index` below a node: in front of what follows there."""
        while True:
            keys = self.below(parent, belum=belum)
            if index < len(keys):
                return self._order[belum].index(keys[index])
            if parent is None:
                return len(self._order[belum])
            above = self.know(parent).parent
            index = self.below(above, belum=belum).index(parent) + 1
            parent = above

    def settled(self) -> Rearranged:
        """Return the tree in its new order, every number and key that had to change made anew."""
        every = [*self._order[False], *self._order[True]]
        before = self.tree.numbers
        self._numbers = {key: before.get(key, "") for key in every}
        renamed = dict(zip(every, every, strict=True))
        for parent, belum, index in self._shifted:
            self.stirred.update(self._renumbered(parent, index, belum=belum))
        renamed.update((key, self.know(key).id or self._numbers[key]) for key in self.stirred)
        other = {old for old, new in renamed.items() if old != new}
        for key in self._with_neighbours(other):
            self.changed[key] = _linked(self.know(key), renamed)
        edited = replace(
            self.tree,
            nodes=self._forest(self._order[False], self.tree.nodes, renamed),
            roots=tuple([renamed[key] for key in self.roots[False]]),
            belum=self._forest(self._order[True], self.tree.belum, renamed),
            belum_roots=tuple([renamed[key] for key in self.roots[True]]), places={},
        )  # fmt: skip
        vars(edited)["numbers"] = {renamed[key]: number for key, number in self._numbers.items()}
        return Rearranged(edited, renamed)

    def _renumbered(self, parent: str | None, index: int, *, belum: bool) -> Iterator[str]:
        """Number what hangs below a node from a place on, and all below that; yield each key."""
        mark = _MARKS[belum] if parent is None else f"{self._numbers[parent]}."
        keys = self.below(parent, belum=belum)
        pending = [(key, f"{mark}{place}") for place, key in enumerate(keys[index:], index + 1)]
        while pending:
            key, number = pending.pop()
            if self._numbers[key] == number:
                continue
            self._numbers[key] = number
            yield key
            pending += [(child, f"{number}.{place}") for place, child in enumerate(self.know(key).sebab, 1)]

    def _with_neighbours(self, keys: Iterable[str]) -> set[str]:
        """Return the nodes that name one of these, and these."""
        found: set[str] = set()
        for key in keys:
            node = self.know(key)
            found.update((key, *node.sebab))
            if node.parent is not None:
                found.add(node.parent)
        return found

    def _forest(self, order: Sequence[str], same: Mapping[str, Node], renamed: Mapping[str, str]) -> Mapping[str, Node]:
        changed = self.changed
        nodes = [changed[key] if key in changed else same.get(key) or self.know(key) for key in order]
        return {renamed[key]: node for key, node in zip(order, nodes, strict=True)}


_LINKS = ("key", "parent", "sebab")
_NAMES = [field.name for field in fields(Node) if field.name not in _LINKS]
_VALUES = attrgetter(*_NAMES)
_SETTERS = [Node.__dict__[name].__set__ for name in (*_LINKS, *_NAMES)]


def _linked(node: Node, renamed: Mapping[str, str]) -> Node:
    """Return the node with the keys that it and its neighbours have now; a fifth of the time of `replace`."""
    key, parent = renamed[node.key], None if node.parent is None else renamed[node.parent]
    new = object.__new__(Node)
    values = (key, parent, tuple([renamed[child] for child in node.sebab]), *_VALUES(node))
    for put, value in zip(_SETTERS, values, strict=True):
        put(new, value)
    return new
