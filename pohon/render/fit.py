"""The search for the largest text: box width and stack length are tried until the drawing fills the paper.

A wider box makes the drawing wider and lower, so for each stack length the best width is found by bisection.
The number of passes is bounded: large trees get fewer.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import log

from pohon.frozen import dataclass, field, replace
from pohon.model.node import Kind

from . import layout_right, theme
from .content import Content
from .layout import Forest, Placement, Spacing, measure, place
from .options import READABLE, UNIT
from .snug import narrowed

__all__ = ["Arrangement", "Found", "Parts", "Style", "Worth", "arrange", "best", "calm", "extent", "reaches", "sized"]

NATURAL = 158.0
_NARROW, _BROAD = 96.0, 300.0
_FOLD_WORTH, _FOLD_FROM, _SNUG_WORTH = 0.86, 14, 0.985
_RIBBON, _MANY, _HOPELESS = 3.0, 150, 1.3
_OVERVIEW, _ONE_ROW = 2, 8
"""A top with few causes is an overview: they stand side by side unless two rows make the text much larger."""
_OWN, _BEHIND = (0.8, 1.3, 1.8, 2.4), 0.9
_PANEL_GAP, _PANEL_HEAD, _PANEL_SIDE = 26.0, 24.0, 10.0


_Point = tuple[float, float]
_Rect = tuple[float, float, float, float]
Worth = tuple[bool, float, float]
"""Can it be read, the scale less what mixed levels cost, the box width."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What is to be arranged: the tree and the nodes without a place."""

    forest: Forest
    placed: Sequence[Content]
    unplaced: Sequence[Content]
    least: tuple[float, ...]
    least_unplaced: float
    right: bool = False
    own_least: tuple[float, ...] = ()
    known: dict[tuple[Kind, float], list[float]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, forest: Forest, placed: Sequence[Content], unplaced: Sequence[Content], *, right: bool = False
    ) -> "Parts":
        """Measure what does not depend on the box width; `right` = causes stand right of their effect."""
        widest: dict[Kind, float] = {}
        own = tuple(content.least_width() for content in placed)
        for content, narrowest in zip(placed, own, strict=True):
            widest[content.kind] = max(widest.get(content.kind, 0.0), narrowest)
        least = tuple(widest[content.kind] for content in placed)
        loose = max((one.least_width() for one in unplaced), default=0.0)
        return cls(forest, placed, unplaced, least, loose, right, own)

    def height(self, node: int, width: float) -> float:
        """Return the height of one box."""
        return self.placed[node].height(width)

    def heights(self, wanted: Mapping[Kind, float], widths: Sequence[float]) -> list[float]:
        """Return the heights of all boxes; measured once for each level and width."""
        pending: dict[Kind, Iterator[float]] = {}
        for kind, width in wanted.items():
            if (kind, width) not in self.known:
                pairs = zip(self.placed, widths, strict=True)
                self.known[kind, width] = [one.height(wide) for one, wide in pairs if one.kind is kind]
            pending[kind] = iter(self.known[kind, width])
        return [next(pending[one.kind]) for one in self.placed]


@dataclass(frozen=True, slots=True)
class Style:
    """What the search varies.

    Width of the lowest boxes, how much wider the upper levels are, boxes in a hanging column, how many rows are
    kept apart (0 = all; the others hang as indented lists, which is narrower but mixes levels), a further factor for
    single levels, and whether columns with height to spare are made narrower (`snug`).
    """

    width: float = NATURAL
    spread: float = 1.0
    stack: int = 6
    rows: int = 0
    own: tuple[tuple[Kind, float], ...] = ()
    snug: bool = False

    def of(self, kind: Kind) -> float:
        """Return the width of the boxes of a level."""
        factor = theme.LEVELS[kind].width
        own = next((one for level, one in self.own if level is kind), 1.0)
        return round(self.width * (1 + (factor - 1) * self.spread) * own, 1)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the room, the style, the scale, and how it was judged."""

    room: _Point
    style: Style
    scale: float
    worth: Worth


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Boxes with places in units: the tree, then the panel of nodes without a place (`panel` = its rectangle)."""

    size: tuple[float, float]
    tree: Placement
    style: Style
    widths: list[float]
    heights: list[float]
    loose: list[tuple[float, float, float, float]]
    panel: tuple[float, float, float, float] | None


def arrange(
    parts: Parts, style: Style, spacing: Spacing | None = None, sizes: tuple[list[float], list[float]] | None = None
) -> Arrangement:
    """Arrange everything in one style; `sizes` = widths and heights of the boxes that are not those of the style."""
    spacing = replace(spacing or Spacing(), stack=style.stack)
    forest = parts.forest.folded(style.rows) if style.rows else parts.forest
    widths, heights = sizes or sized(parts, style)[1:]
    tree = Placement([], [], (0.0, 0.0), [], [])
    if widths:
        tree = layout_right.place(forest, widths, heights) if parts.right else place(forest, widths, heights, spacing)
    size, loose, panel = _with_panel(parts, style, tree.size)
    return Arrangement(size, tree, style, widths, heights, loose, panel)


def sized(parts: Parts, style: Style) -> tuple[Forest, list[float], list[float]]:
    """Return the shape, the widths and the heights that a style gives."""
    wanted = {kind: style.of(kind) for kind in Kind}
    widths = [max(wanted[one.kind], least) for one, least in zip(parts.placed, parts.least, strict=True)]
    forest = parts.forest.folded(style.rows) if style.rows else parts.forest
    heights = parts.heights(wanted, widths)
    if style.snug and widths and not parts.right:
        spacing = Spacing(stack=style.stack)
        widths, heights = narrowed(forest, (widths, heights), spacing, parts.own_least, parts.height)
    return forest, widths, heights


def extent(parts: Parts, style: Style) -> tuple[float, float]:
    """Return the size of an arrangement without making it."""
    forest, widths, heights = sized(parts, style)
    tree = (0.0, 0.0)
    if widths and parts.right:
        tree = layout_right.measure(forest, widths, heights)
    elif widths:
        tree = measure(forest, widths, heights, Spacing(stack=style.stack))
    return _with_panel(parts, style, tree)[0]


def _with_panel(
    parts: Parts, style: Style, tree: tuple[float, float]
) -> tuple[tuple[float, float], list[_Rect], _Rect | None]:
    """Add the panel of nodes without a place below a tree: the whole size, its boxes, its rectangle."""
    across, down = tree
    if not parts.unplaced:
        return tree, [], None
    top = down + _PANEL_GAP if down else 0.0
    loose, (wide, high) = _flow(parts, max(style.width * 1.7, parts.least_unplaced), max(across, style.width * 3), top)
    across = max(across, wide)
    return (across, top + high), loose, (0.0, top, across, high)


def _flow(
    parts: Parts, width: float, across: float, top: float
) -> tuple[list[tuple[float, float, float, float]], tuple[float, float]]:
    """Set the nodes without a place in rows, left to right."""
    gap = 12.0
    columns = max(1, int((across - 2 * _PANEL_SIDE + gap) // (width + gap)))
    boxes, y = [], top + _PANEL_HEAD
    for start in range(0, len(parts.unplaced), columns):
        heights = [one.height(width) for one in parts.unplaced[start : start + columns]]
        boxes += [(_PANEL_SIDE + at * (width + gap), y, width, high) for at, high in enumerate(heights)]
        y += max(heights) + 9.0
    used = min(columns, len(parts.unplaced)) * (width + gap) - gap + 2 * _PANEL_SIDE
    return boxes, (used, y - top)


def best(parts: Parts, rooms: Sequence[_Point], largest: float, *, brief: bool = False) -> Found:
    """Return the arrangement with the largest text in one of some rooms (points), its scale at most `largest`.

    First every style roughly in every room, then the best few precisely; `brief` tries few. The first style that
    reaches the largest scale without mixing levels ends the search.
    """
    few = len(parts.placed) <= _MANY and not brief
    found: list[Found] = []
    for room in rooms:
        for style in _styles(parts, few=few):
            tried = (_found(parts, room, one, largest) for one in _narrowed(parts, room, style, 3 if few else 4))
            found.append(max(tried, key=_key))
            if found[-1].worth[1] >= round(largest, 4):
                return found[-1]
    found.sort(key=_key, reverse=True)
    for close in _closest(found, 6 if few else 2):
        for one in _closer(parts, close, largest, few=few):
            found.append(one)
            if one.worth[1] >= round(largest, 4):
                return one
    return max(found, key=_key)


def _key(found: Found) -> Worth:
    return found.worth


def _closest(found: Sequence[Found], count: int) -> list[Found]:
    """Return the best that are not far behind the very best."""
    least = found[0].worth[1] * _BEHIND
    return [one for one in found[:count] if one.worth[1] >= least]


def _found(parts: Parts, room: _Point, one: tuple[float, Style], largest: float) -> Found:
    scale = min(one[0], largest)
    return Found(room, one[1], scale, _worth(parts, one[1], scale))


def _closer(parts: Parts, close: Found, largest: float, *, few: bool) -> Iterator[Found]:
    """Search around what is good already; line breaks make the size jump, so bisection alone misses the best."""
    near = _near(parts, close.room, close.style, 0.026, 3 if few else 1)
    if not parts.right and few:
        near = chain(near, _refined(parts, close.room, close.style))
    tried = []
    for one in near:
        tried.append(_found(parts, close.room, one, largest))
        yield tried[-1]
    for one in _near(parts, close.room, max(tried, key=_key).style, 0.005, 3 if few else 1):
        yield _found(parts, close.room, one, largest)


def _worth(parts: Parts, style: Style, scale: float) -> Worth:
    """Judge a style: text that can be read comes first, then its size; mixed levels must gain enough to be worth it."""
    folded = parts.forest.rows - style.rows if style.rows else 0
    calm = _FOLD_WORTH ** min(folded, 2) * (_SNUG_WORTH if style.snug else 1.0)
    if parts.forest.rows == _OVERVIEW and style.stack > 1 and not style.rows and len(parts.placed) <= _ONE_ROW:
        calm *= _FOLD_WORTH
    return round(scale, 4) >= READABLE / UNIT, round(scale * calm, 4), style.width


def reaches(parts: Parts, room: tuple[float, float], scale: float, *, few: bool = True) -> bool:
    """True when some arrangement fits a room at this scale; `few` = search as for a small tree.

    What is far too large is told by its area alone.
    """
    _, widths, heights = sized(parts, Style())
    area = sum(width * height for width, height in zip(widths, heights, strict=True))
    if area * scale**2 > _HOPELESS * room[0] * room[1]:
        return False
    styles = _styles(parts, few=few and len(parts.placed) <= _MANY)
    return any(found >= scale for style in styles for found, _ in _narrowed(parts, room, style, 4))


def calm(parts: Parts) -> Arrangement:
    """Return an arrangement of natural size for a screen: levels apart, or folded where that would be a long ribbon."""
    style, rows = Style(), parts.forest.rows
    if parts.right:
        return arrange(parts, replace(style, width=190.0, spread=0.5))
    size = extent(parts, style)
    stacks = (12,) if len(parts.placed) > _MANY else (8, 14, 24)
    folds = [(fold, stack) for fold in range(rows - 1, max(1, rows - 3), -1) for stack in stacks]
    for fold, stack in folds:
        if size[0] <= _RIBBON * max(size[1], 1.0) or len(parts.placed) < _FOLD_FROM:
            break
        other = Style(stack=stack, rows=fold)
        style, size = min((style, size), (other, extent(parts, other)), key=lambda one: _distance(one[1]))
    return arrange(parts, style)


def _distance(size: tuple[float, float]) -> float:
    """How far the proportions are from those of a screen."""
    return abs(log(max(size[0], 1.0) / max(size[1], 1.0) / 1.7))


def _styles(parts: Parts, *, few: bool) -> Iterator[Style]:
    """Yield what is worth trying: all rows apart, and with the lower rows as indented lists."""
    forest = parts.forest
    if parts.right:
        yield from (Style(spread=spread) for spread in ((0.7, 0.3) if few else (0.5,)))
        return
    last = [sum(forest.row[one] == forest.rows - 1 for one in some) for some in (*forest.children, forest.roots)]
    most = max(last, default=1)
    stacks = tuple(stack for stack in (3, 2, 4, 1, 6, 10) if stack < most or stack in {3, most}) if few else (3, 6, 12)
    for stack in stacks:
        for spread in (1.4, 0.7, 2.4) if few else (1.5,):
            yield Style(stack=stack, spread=spread)
    if len(forest.parent) >= _FOLD_FROM:
        for rows in sorted({forest.rows - 1, forest.rows - 2, 3, 4} & set(range(2, forest.rows)), reverse=True):
            for stack in (6, 9, 4, 13, 18) if few else (8, 16, 32):
                yield Style(stack=stack, spread=1.4, rows=rows)
            for stack in (6, 13) if few else ():
                yield Style(stack=stack, spread=0.6, rows=rows)


def _narrowed(
    parts: Parts,
    room: tuple[float, float],
    style: Style,
    steps: int,
) -> Iterator[tuple[float, Style]]:
    """Bisect the box width: yield every width that was tried, with the scale that it allows."""
    low, high = _NARROW, _BROAD
    for _ in range(steps):
        style = replace(style, width=(low + high) / 2)
        across, down = extent(parts, style)
        yield min(room[0] / across, room[1] / down), style
        if room[0] / across > room[1] / down:
            low = style.width
        else:
            high = style.width


def _near(
    parts: Parts, room: tuple[float, float], style: Style, step: float, count: int
) -> Iterator[tuple[float, Style]]:
    """Try box widths around a good one: line breaks make the size jump, so bisection alone misses the best."""
    for at in range(-count, count + 1):
        near = replace(style, width=style.width * (1 + at * step))
        across, down = extent(parts, near)
        yield min(room[0] / across, room[1] / down), near


def _refined(parts: Parts, room: _Point, style: Style) -> Iterator[tuple[float, Style]]:
    """Give every level the width that makes the drawing smallest, narrow what has height to spare, fit again."""
    across, down = extent(parts, style)
    better = style
    for kind in {one.kind: None for one in parts.placed}:
        for factor in _OWN:
            other = replace(style, own=(*style.own, (kind, factor)))
            wide, high = extent(parts, other)
            if wide * high < across * down * 0.998:
                better, across, down = other, wide, high
        style = better
    yield from _narrowed(parts, room, style, 4)
    found = list(_narrowed(parts, room, replace(style, snug=True), 5))
    yield from found
    yield from _near(parts, room, max(found, key=lambda one: one[0])[1], 0.012, 2)
