"""What to do with room that is left over on paper: wider boxes first, then larger distances.

The search for the largest text stops at the narrowest boxes that fill one direction of the paper. Where the other
direction has room to spare, boxes of one or two words a line can be wider without making any text smaller.
"""

from collections.abc import Iterator, Sequence

from pohon.frozen import dataclass, replace
from pohon.model.node import Kind

from . import theme
from .fit import Arrangement, Parts, Style, arrange, extent
from .layout import Spacing, hung

__all__ = ["airy"]

_COMFORTABLE = 150.0
"""Boxes of the lowest level are not made wider than this: longer lines are no easier to read."""
_WIDER = (1.6, 1.4, 1.25, 1.12)
_LEAST = 1.06
_ALIKE = 1.4
"""Boxes of one level shall look alike: none is widened to more than this times the others."""
_APART, _WORTH = 10.0, 6.0
_FEW, _MANY = 60, 150

_Point = tuple[float, float]
_Sizes = tuple[list[float], list[float]]


def airy(parts: Parts, style: Style, room: _Point, scale: float) -> Arrangement:
    """Arrange at a scale; room that is left over goes to the boxes, then to the distances between them."""
    if parts.right:
        return arrange(parts, style)
    plain, few = Spacing(), len(parts.placed) <= _MANY
    style = _roomy(parts, style, room, scale) if few else style
    found = arrange(parts, style)
    found = _stretched(parts, found, room, scale) if few else found
    spare = max(0.0, room[1] / scale - found.size[1]) / max(1, (style.rows or parts.forest.rows) - 1)
    rows = plain.rows + min(26.0, spare * 0.98)
    for factor in (2.4, 1.8, 1.4, 1.2, 1.0):
        families = tuple(gap * factor for gap in plain.families)
        spacing = replace(plain, rows=rows, beside=plain.beside * min(factor, 1.6), families=families)
        again = arrange(parts, style, spacing, (found.widths, found.heights))
        if _fits(again.size, room, scale):
            return again
    return found


def _fits(size: _Point, room: _Point, scale: float) -> bool:
    return size[0] * scale <= room[0] + 1e-6 and size[1] * scale <= room[1] + 1e-6


def _roomy(parts: Parts, style: Style, room: _Point, scale: float) -> Style:
    """Return a style with whole levels of wider boxes that still fits the room at this scale."""
    if style.snug and _fits(extent(parts, replace(style, snug=False)), room, scale):
        style = replace(style, snug=False)
    present = {one.kind for one in parts.placed}
    for kind in (kind for kind in reversed(Kind) if kind in present):
        style = next((one for one in _wider(style, kind) if _fits(extent(parts, one), room, scale)), style)
    return style


def _wider(style: Style, kind: Kind) -> Iterator[Style]:
    """Yield the style with wider boxes on one level, the widest first."""
    most = _COMFORTABLE * theme.LEVELS[kind].width / style.of(kind)
    for factor in dict.fromkeys(min(one, most) for one in _WIDER):
        if factor >= _LEAST:
            own = dict(style.own)
            yield replace(style, own=tuple((own | {kind: own.get(kind, 1.0) * factor}).items()))


@dataclass(frozen=True, slots=True)
class _Post:
    """What stands between its neighbours in one row; `members` may be widened, to the right only where they hang."""

    left: float
    right: float
    members: tuple[int, ...]
    hangs: bool


def _stretched(parts: Parts, found: Arrangement, room: _Point, scale: float) -> Arrangement:
    """Widen single columns and boxes without causes into the free room beside them: all at once, else one by one."""
    end = found.tree.size[0]
    every = [(post, _free(posts, place, end)) for posts in _posts(parts, found) for place, post in enumerate(posts)]
    wide = [(post, free) for post, free in every if post.members and free >= _WORTH]

    def tried(base: Arrangement, some: Sequence[tuple[_Post, float]]) -> Arrangement:
        widths, heights = list(base.widths), list(base.heights)
        for post, free in some:
            _widen(parts, post, free, (widths, heights))
        if widths == base.widths:
            return base
        again = arrange(parts, base.style, None, (widths, heights))
        return again if again.size[1] <= base.size[1] + 1e-6 and _fits(again.size, room, scale) else base

    together = tried(found, wide)
    if together is found and len(parts.placed) <= _FEW:
        for one in wide:
            together = tried(together, [one])
    return together


def _posts(parts: Parts, found: Arrangement) -> list[list[_Post]]:
    """Return what stands in every row, from left to right."""
    style, tree = found.style, found.tree
    forest = parts.forest.folded(style.rows) if style.rows else parts.forest
    spacing = replace(Spacing(), stack=style.stack)
    rows: list[list[_Post]] = [[] for _ in range(forest.rows)]
    hanging: set[int] = set()

    def post(members: Sequence[int], *, widens: bool, hangs: bool) -> None:
        left = min(min([tree.left[one], *(x for x, _ in tree.lines[one][-2:])]) for one in members)
        right = max(tree.left[one] + found.widths[one] for one in members)
        rows[forest.row[members[0]]].append(_Post(left, right, tuple(members) if widens else (), hangs))

    for _, grid in hung(forest, found.widths, found.heights, spacing).grids:
        for column in grid.columns:
            members = [member for member, _, _ in column.members]
            hanging.update(members)
            post(members, widens=grid.straight, hangs=True)
    for node in range(len(found.widths)):
        if node not in hanging:
            post([node], widens=not forest.children[node], hangs=False)
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _free(posts: Sequence[_Post], place: int, end: float) -> float:
    """Return by how much the boxes of a post may be wider."""
    post = posts[place]
    right = (posts[place + 1].left - _APART if place + 1 < len(posts) else end) - post.right
    if place + 1 < len(posts) and posts[place + 1].members and not posts[place + 1].hangs:
        right /= 2
    if post.hangs:
        return right
    left = post.left - (posts[place - 1].right + _APART if place else 0.0)
    if place and posts[place - 1].members:
        left /= 2
    return 2 * min(left, right)


def _widen(parts: Parts, post: _Post, free: float, sizes: _Sizes) -> None:
    widths, heights = sizes
    for node in post.members:
        most = min(widths[node] * _ALIKE, _COMFORTABLE * theme.LEVELS[parts.placed[node].kind].width)
        free = min(free, most - widths[node])
    for node in post.members if free >= 1.0 else ():
        widths[node] += int(free)
        heights[node] = parts.height(node, widths[node])
