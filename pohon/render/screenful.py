"""The part of a tree that a whole room can read at once: around one node, as many boxes as fit with large letters.

Levels are opened from the top down, family by family, as long as the letters stay large. Where a tree hangs down too
broadly for a screen, it is drawn from left to right.
"""

from collections import deque
from collections.abc import Callable, Sequence

from pohon.frozen import dataclass, replace
from pohon.model.node import Node
from pohon.model.tree import Tree

from .content import Content
from .fit import Parts, Style, best
from .looking import Screen
from .options import DIRECTIONS, SceneOptions
from .selection import select

__all__ = ["LARGE", "READ", "Screenful", "screenful"]

LARGE, READ = 2.4, 1.6
"""Scales at which a sentence of 10 units is 24 pixels (18 points) high, and 16 pixels (on a wall with 1080 lines)."""
_LARGEST = 3.2
_LINES = 900
"""A screen with fewer lines than this shows each of them larger on the wall."""
_MOST, _ENOUGH = 14, 10
"""Boxes on a screen at most; and how many are enough to leave the direction as the user chose it."""

Show = Callable[[Node, SceneOptions], Content]


@dataclass(frozen=True, slots=True)
class Screenful:
    """What is drawn: the options that choose it, and the style that makes it large."""

    options: SceneOptions
    style: Style
    shown: frozenset[str]
    scale: float

    @property
    def count(self) -> int:
        """Return the number of boxes."""
        return len(self.shown)


def screenful(tree: Tree, options: SceneOptions, screen: Screen, show: Show) -> Screenful:
    """Choose what a screen shows. `options` says what stands in the boxes, which branches are folded, the direction."""
    if not screen.full:
        options = replace(options, view="kinerja", indicators=False, partners=False)
    top = _top(tree, screen.node)
    first, second = (
        _Search(tree, replace(options, direction=way, unplaced=False), screen, show)
        for way in sorted(DIRECTIONS, key=lambda way: way != options.direction)
    )
    found = first.seen(top)
    if found.count >= min(_ENOUGH, _below(tree, found.options.branches, options.closed)):
        return found
    other = second.seen(top)
    return other if other.count > found.count else found


def _top(tree: Tree, key: str) -> tuple[str, ...]:
    """Return what the screen begins with: the node when it has causes, else its effect."""
    if key in tree.belum:
        return (key,)
    if key not in tree.nodes:
        return tree.roots
    node = tree.find(key)
    return (key,) if node.sebab or node.parent is None else (node.parent,)


def _below(tree: Tree, tops: Sequence[str], closed: frozenset[str]) -> int:
    """Count the nodes of branches as far as they are not folded; more than a screen holds is one more."""
    pending, count = deque(tops), 0
    while pending and count <= _MOST:
        key = pending.popleft()
        count += 1
        pending.extend(() if key in closed else tree.find(key).sebab)
    return count


class _Search:
    """The search for one direction and one content of the boxes."""

    def __init__(self, tree: Tree, options: SceneOptions, screen: Screen, show: Show) -> None:
        self.tree, self.options, self.show = tree, options, show
        self.node, self.room = screen.node, (float(screen.width), float(screen.height))
        self.least = READ * min(1.0, screen.height / _LINES) if screen.full else LARGE

    def seen(self, top: tuple[str, ...]) -> Screenful:
        """Return what is shown: the node that is looked at among it, alone where its siblings are too many."""
        found = self.around(top)
        alone = self.node in self.tree.nodes and self.node not in found.shown
        return self.around((self.node,)) if alone else found

    def around(self, top: tuple[str, ...]) -> Screenful:
        """Return the largest whole branch around the top that can be read, else what fits of the branch itself."""
        found = self._grown(top)
        while found.count == _below(self.tree, top, self.options.closed):
            parent = self.tree.find(top[0]).parent if len(top) == 1 else None
            if parent is None:
                break
            wider = self._grown((parent,))
            if wider.count < _below(self.tree, (parent,), self.options.closed):
                break
            top, found = (parent,), wider
        return found

    def _grown(self, top: tuple[str, ...]) -> Screenful:
        """Open one family after the other while everything stays large."""
        shown, opened = list(top), set[str]()
        found = self._fitted(top, shown, opened)
        pending = deque(top)
        while pending:
            key = pending.popleft()
            family = () if key in self.options.closed else self.tree.find(key).sebab
            if not family or len(shown) + len(family) > _MOST:
                continue
            one = self._fitted(top, [*shown, *family], {*opened, key})
            if one.scale >= self.least:
                found = one
                shown += family
                opened.add(key)
                pending.extend(family)
        return found

    def _fitted(self, top: tuple[str, ...], shown: Sequence[str], opened: set[str]) -> Screenful:
        options = replace(self.options, branches=top, closed=frozenset(key for key in shown if key not in opened))
        chosen = select(self.tree, options)
        contents = [self.show(node, options) for node in chosen.nodes]
        parts = Parts.of(chosen.forest, contents, [], right=options.direction == "kanan")
        if not contents:
            return Screenful(options, Style(), frozenset(), 1.0)
        one = best(parts, [self.room], _LARGEST, brief=True)
        return Screenful(options, one.style, frozenset(shown), one.scale)
