"""From a tree to a finished drawing: choose nodes, fill boxes, find the layout, put the frame around it.

`build` is pure: the same tree and options give the same scene, to the last digit.
"""

from collections.abc import Sequence

from pohon.frozen import dataclass, replace
from pohon.model.node import Kind
from pohon.model.tree import Tree

from . import boxes, frame, metrics, remarks, routes, theme
from .airy import airy
from .content import TAG, Content
from .drawing import Box, Panel, Scene, Shape, Text, Wire
from .fit import Arrangement, Style, Worth, best, calm, reaches
from .options import UNIT, SceneOptions
from .surround import LARGEST, Plan, edges, header, labels, legend, levels, pages, plan, room

__all__ = [
    "Box", "Fitted", "Panel", "Scene", "SceneOptions", "Shape", "Text", "Wire", "band_spans", "build", "draw", "fit",
    "readable", "wire_lines",
]  # fmt: skip


_LARGE = 1_000
"""Trees with more nodes than this are planned with fewer attempts a sheet."""
_EMPTY = 0.2
"""The last band ends where the sheet ends, unless more than this share of the sheet would be an empty band."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A sheet whose layout is found: its page, the style of the boxes (None = there are none) and the scale."""

    plan: Plan
    page: tuple[float, float]
    style: Style | None
    scale: float
    worth: Worth


def build(tree: Tree, options: SceneOptions) -> Scene:
    """Draw a tree on one sheet. Raises KeyError when a branch or the paper of the options does not exist."""
    if options.view == "jabatan":
        from . import lanes

        return lanes.build(tree, options, split="none")[0]
    if options.view == "crosscutting":
        from . import partners

        return partners.build([tree], options, split="none")[0]
    return draw(fit(tree, options)) if options.paper else _natural(plan(tree, options))


def fit(tree: Tree, options: SceneOptions, *, brief: bool = False, enough: float = 0.0) -> Fitted:
    """Find the page and the layout with the largest text; `brief` = with few attempts, for sheets by the hundred.

    A scale of `enough` (0 = as large as the paper allows) ends the search.
    """
    one = plan(tree, options)
    every = pages(options)
    if not one.parts.placed and not one.parts.unplaced:
        return Fitted(one, every[0], None, 1.0, (True, 1.0, 0.0))
    rooms = [room(one, page) for page in every]
    largest = min(LARGEST[options.paper], enough or LARGEST[options.paper])
    found = best(one.parts, rooms, largest, brief=brief)
    if brief and not found.worth[0]:
        return fit(tree, options)
    return Fitted(one, every[rooms.index(found.room)], found.style, found.scale, found.worth)


def draw(found: Fitted, scale: float = 0.0) -> Scene:
    """Draw a fitted sheet, at a smaller scale than it could have when `scale` is given."""
    used = min(scale, found.scale) if scale else found.scale
    if found.style is None:
        return _compose(found.plan, found.page, None, 1.0)
    free = room(found.plan, found.page)
    return _compose(found.plan, found.page, airy(found.plan.parts, found.style, free, used), used)


def readable(tree: Tree, options: SceneOptions, points: float) -> bool:
    """True when the smallest text would have at least this size on the paper: cheaper than drawing the sheet."""
    one = plan(tree, options)
    scale = min(points / UNIT, LARGEST[options.paper])
    few = len(tree) <= _LARGE
    return any(reaches(one.parts, room(one, page), scale, few=few) for page in pages(options))


def _natural(one: Plan) -> Scene:
    """Draw at natural size: the page is as large as the drawing."""
    if not one.parts.placed and not one.parts.unplaced:
        return _compose(one, (480.0, 200.0), None, 1.0)
    found = calm(one.parts)
    tab = edges(one, (560.0, 0.0)).tab
    width = max(found.size[0] + (0.0 if one.right else tab) + 2 * one.base, 560.0) + 2 * one.margin
    around = edges(one, (width, 0.0))
    height = found.size[1] + around.above + around.below + 2 * one.margin + (tab + one.base if one.right else 0.0)
    return _compose(one, (width, height), found, 1.0)


def _compose(one: Plan, page: tuple[float, float], found: Arrangement | None, scale: float) -> Scene:
    """Put title block, bands, lines, boxes, findings and legend on the page."""
    inner, bottom = page[0] - 2 * one.margin, page[1] - one.margin
    around = edges(one, page if one.options.paper else (page[0], 0.0))
    top = one.margin + around.above
    head, _ = header(one, frame.Corner(one.margin, one.margin, inner, one.base), scale)
    end = bottom - around.below
    foot, high = legend(one, frame.Corner(one.margin, end + one.base * 1.2, inner, one.base))
    panels: list[Panel] = []
    wires: tuple[Wire, ...] = ()
    drawn: tuple[Box, ...] = ()
    if found is not None:
        pen = _pen(one, found, (around.tab, inner, top), scale)
        panels += _bands(one, found, pen, (inner, end, around.tab))
        panels += _unplaced_panel(found, pen)
        wires, drawn = tuple(wire_lines(one, found, pen)), tuple(_boxes(one, found, pen))
    if around.marks:
        corner = frame.Corner(one.margin, end + one.base * 2.2 + high, inner, one.base)
        foot_list = [remarks.panel(one.tree, around.marks, corner)[0]]
    return Scene(
        width=page[0], height=page[1], title=one.tree.judul, outline=_outline(one), description=_description(one),
        paper=one.options.paper, wires=wires, boxes=drawn,
        panels=(*panels, head, foot, *(foot_list if around.marks else ())),
    )  # fmt: skip


def _pen(one: Plan, found: Arrangement, around: tuple[float, float, float], scale: float) -> boxes.Pen:
    """Return the pen that sets the boxes in the middle of their room; `around` = tab, inner width, top."""
    tab, inner, top = around
    if one.right:
        return boxes.Pen(scale, one.margin + max(one.base, (inner - found.size[0] * scale) / 2), top + tab + one.base)
    spare = inner - tab - one.base - found.size[0] * scale
    return boxes.Pen(scale, one.margin + tab + one.base + max(0.0, spare) / 2, top)


def _outline(one: Plan) -> str:
    number, total = one.options.sheet
    part = ", ".join(f"{one.tree.number(key)} {one.tree.find(key).statement}" for key in one.options.branches)
    part = part or one.tree.judul
    return f"Lembar {number}: {part}" if total > 1 else part


def _description(one: Plan) -> str:
    kinds = [content.kind for content in one.parts.placed]
    counts = ", ".join(f"{kinds.count(kind)} {kind.label}" for kind in Kind if kind in kinds)
    return f"{one.tree.instansi}: {counts or 'belum ada kondisi'}"


def _bands(one: Plan, found: Arrangement, pen: boxes.Pen, limits: tuple[float, float, float]) -> list[Panel]:
    """Draw one band for neighbouring rows of one kind, from the middle of the gap before to that behind."""
    names, spans = band_spans(one, found, pen)
    if not spans:
        return []
    inner, end, tab = limits
    if one.right:
        top = pen.y - tab - one.base
        floor = pen.y + found.tree.size[1] * pen.scale + one.base * 0.8
        return frame.columns(names, spans, frame.Corner(0.0, top, tab, one.base), floor)
    if found.panel is None:
        left = end - spans[-1][1]
        spans[-1] = (spans[-1][0], end + one.base * 0.4 if left < _EMPTY * end else spans[-1][1] + one.base)
    return frame.bands(names, spans, frame.Corner(one.margin, 0.0, inner, one.base))


def band_spans(
    one: Plan, found: Arrangement, pen: boxes.Pen
) -> tuple[list[tuple[str, str]], list[tuple[float, float]]]:
    """Return name and detail of every band, and where it begins and ends."""
    rows, kinds = found.tree.rows, levels(one, found.style.rows)
    start = pen.x if one.right else pen.y
    spans: list[tuple[float, float]] = []
    for place, (first, last) in enumerate(rows):
        low = (rows[place - 1][1] + first) / 2 if place else first - 4.0
        high = (rows[place + 1][0] + last) / 2 if place + 1 < len(rows) else last + 6.0
        span = (start + low * pen.scale, start + high * pen.scale)
        if place and kinds[place - 1] == kinds[place]:
            spans[-1] = (spans[-1][0], span[1])
        else:
            spans.append(span)
    return (labels(one, found.style.rows) if spans else []), spans


def _unplaced_panel(found: Arrangement, pen: boxes.Pen) -> list[Panel]:
    if found.panel is None:
        return []
    x, y, width, height = found.panel
    look = theme.TEXTS["panel"]
    words = "Belum ditempatkan"
    line = metrics.Line(words, metrics.width(words, look.size, bold=True))
    shape = pen.shape("rounded", "panel", x, y, (width, height))
    return [Panel("belum ditempatkan", (shape,), (pen.text(line, "panel", x + 10, y + 15, look.size),))]


def wire_lines(one: Plan, found: Arrangement, pen: boxes.Pen) -> list[Wire]:
    """Draw the lines from effect to cause, then the dashed ones of further effects."""
    nodes = one.chosen.nodes
    wires = [
        _wire("edge", _into_frame(points), pen, (node.parent or "", node.key))
        for node, points in zip(nodes, found.tree.lines, strict=True)
        if points
    ]
    index = {node.key: place for place, node in enumerate(nodes)}
    further = [(index[key], place) for place, node in enumerate(nodes) for key in node.ref if key in index]
    field = _field(one, found) if further else None
    for lane, (cause, effect) in enumerate(further):
        points = field.way(cause, effect, lane) if field else []
        if one.right:
            points = [(y, x) for x, y in points]
        bent = routes.curve(points) if points else _straight(found, cause, effect)
        ends = (nodes[effect].key, nodes[cause].key)
        wires.append(replace(_wire("support", bent, pen, ends), curved=True))
    return wires


def _field(one: Plan, found: Arrangement) -> routes.Field:
    """Return the boxes for the search of ways; from left to right it is the same with x and y exchanged."""
    tree = found.tree
    places = zip(tree.left, tree.top, found.widths, found.heights, strict=True)
    rects = [(x, y, x + wide, y + high) for x, y, wide, high in places]
    if one.right:
        rects = [(y, x, bottom, right) for x, y, right, bottom in rects]
    last = found.style.rows - 1 if found.style.rows else len(tree.rows)
    return routes.Field.of(rects, [min(row, last) for row in one.chosen.forest.row], tree.rows)


def _into_frame(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Lead a line that comes from above through the zone of the number tag to the frame of the box."""
    (before, _), (x, y) = points[-2:]
    return [*points[:-1], (x, y + TAG + 1.0)] if before == x else list(points)


def _wire(
    surface: str, points: Sequence[tuple[float, float]], pen: boxes.Pen, ends: tuple[str, str] = ("", "")
) -> Wire:
    scaled = tuple((pen.x + x * pen.scale, pen.y + y * pen.scale) for x, y in points)
    return Wire(surface, scaled, pen.scale, ends=ends)


def _straight(found: Arrangement, cause: int, effect: int) -> tuple[tuple[float, float], ...]:
    """A curve between the facing sides of two boxes, for want of a way around: boxes are drawn over it."""
    tree, widths, heights = found.tree, found.widths, found.heights
    right = tree.left[cause] + widths[cause] / 2 <= tree.left[effect] + widths[effect] / 2
    start_x = tree.left[cause] + (widths[cause] if right else 0.0)
    same = abs(tree.left[cause] - tree.left[effect]) < min(widths[cause], widths[effect])
    end_right = same if right else not same
    end_x = tree.left[effect] + (widths[effect] if end_right else 0.0)
    start_y = tree.top[cause] + heights[cause] * 0.35
    end_y = tree.top[effect] + heights[effect] * 0.65
    out = start_x + (34.0 if right else -34.0)
    into = end_x + (34.0 if end_right else -34.0)
    return (start_x, start_y), (out, start_y), (into, end_y), (end_x, end_y)


def _boxes(one: Plan, found: Arrangement, pen: boxes.Pen) -> list[Box]:
    tree = found.tree
    places = list(zip(tree.left, tree.top, found.widths, found.heights, strict=True))
    every: list[Content] = [*one.parts.placed, *one.parts.unplaced]
    return [
        boxes.box(content, pen, (x, y), (width, height))
        for content, (x, y, width, height) in zip(every, [*places, *found.loose], strict=True)
    ]
