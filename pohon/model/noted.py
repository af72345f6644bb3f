"""What is noted of each node: worked out once for a node and carried on while the tree is edited.

A rule about the whole tree draws its verdict from many nodes of which an edit changes one. It takes them from notes:
after an edit only the nodes that it touched are looked at again, and where no note became another one the rule need
not run at all (rules/_relint.py).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from .lexicon import Lexicon
from .node import Node
from .tree import Tree

__all__ = ["Note", "Stirred", "carry", "lasting"]

_KEPT = "noted"
_LASTING = "lasting"
_Told = Mapping[str, Any]


class Note:
    """One question about a node, answered from its own fields and from what the file says above the nodes.

    `of` returns a plain value that compares by content; a false value says nothing and is not kept. With `belum` the
    nodes under `belum_ditempatkan` are asked too, behind the others.
    """

    __slots__ = ("belum", "of")

    def __init__(self, of: Callable[[Node, Tree, Lexicon], Any], *, belum: bool = False) -> None:
        self.of = of
        self.belum = belum

    def all(self, tree: Tree, lexicon: Lexicon) -> Mapping[str, Any]:
        """Return what is noted in the whole tree, by key, in the order of the file."""
        whole = tree.whole
        kept: dict[Note, _Values] = whole.memo.setdefault(_KEPT, {})
        known = kept.get(self)
        if known is None or known.lexicon is not lexicon:
            told = {key: note for key in self.keys(whole) if (note := self.of(whole.find(key), whole, lexicon))}
            known = kept[self] = _Values(lexicon, told)
        return known.told

    def keys(self, tree: Tree) -> Iterable[str]:
        """Return the keys of the nodes that are asked, in the order of the file."""
        return chain(tree.nodes, tree.belum) if self.belum else tree.nodes


class _Values(NamedTuple):
    lexicon: Lexicon
    told: _Told


class Stirred(NamedTuple):
    """What an edit did to the nodes.

    `gone` are keys of the tree before: nodes that are no more, that say something else now or have moved; `come` the
    keys of the tree after: nodes that are new, say something else or have moved. `renamed` (old key -> new key) holds
    only keys that became other ones. `moved` = nodes changed their places in the order.
    """

    gone: frozenset[str]
    come: frozenset[str]
    renamed: Mapping[str, str]
    moved: bool = False


def lasting(tree: Tree) -> dict[object, Any]:
    """Return what a tree shares with all trees edited from it: what was found out about texts and stays true."""
    kept: dict[object, Any] = tree.whole.memo.setdefault(_LASTING, {})
    return kept


def carry(before: Tree, after: Tree, stirred: Stirred) -> frozenset[Note]:
    """Let the tree after an edit have the notes of the tree before it; return those in which nothing changed.

    A note that is not in the answer changed, or was never taken.
    """
    kept: Mapping[Note, _Values] = before.memo.get(_KEPT, {})
    carried: dict[Note, _Values] = {}
    same = set()
    for note, (lexicon, told) in kept.items():
        lost = {key: told[key] for key in stirred.gone if key in told}
        fresh = dict(_fresh(note, after, lexicon, stirred.come))
        if {stirred.renamed.get(key, key): value for key, value in lost.items()} == fresh and not (
            fresh and stirred.moved
        ):
            same.add(note)
            lost = fresh = {}
        carried[note] = _Values(lexicon, _next(told, lost, fresh, stirred, note.keys(after)))
    after.memo[_KEPT] = carried
    after.memo[_LASTING] = lasting(before)
    return frozenset(same)


def _fresh(note: Note, after: Tree, lexicon: Lexicon, come: Iterable[str]) -> Iterator[tuple[str, Any]]:
    for key in come:
        if key in after.nodes or (note.belum and key in after.belum):
            value = note.of(after.find(key), after, lexicon)
            if value:
                yield key, value


def _next(told: _Told, lost: _Told, fresh: _Told, stirred: Stirred, keys: Iterable[str]) -> _Told:
    """Return what is noted after the edit, in the order of the file; the same object where nothing is other."""
    renamed = stirred.renamed
    if lost.keys() == fresh.keys() and not (renamed or stirred.moved):
        return {**told, **fresh} if fresh else told
    if lost or renamed:
        told = {renamed.get(key, key): value for key, value in told.items() if key not in lost}
    if fresh:
        every = {**told, **fresh}
        told = {key: every[key] for key in keys if key in every}
    return told
