"""From a tree to a finished drawing: choose nodes, fill boxes, find the layout, put the frame around it.

`build` is pure: the same tree and options give the same scene, to the last digit.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pohon.model.node import Kind
from pohon.model.tree import Tree

from . import boxes, frame, metrics, theme
from .content import TAG, Content, contents
from .drawing import Box, Panel, Scene, Shape, Text, Wire
from .fit import Arrangement, Parts, Worth, best, calm, reaches
from .options import MM, PAPERS, UNIT, SceneOptions
from .selection import Selection, row_label, select

__all__ = ["Box", "Panel", "Scene", "SceneOptions", "Shape", "Text", "Wire", "build", "readable"]

_BASE = {"A4": 7.0, "F4": 7.0, "A3": 8.8, "A2": 11.5, "A1": 15.0, "A0": 19.0, "": 11.0}
_LARGEST = {"A4": 1.2, "F4": 1.2, "A3": 1.6, "A2": 2.2, "A1": 3.0, "A0": 4.2}
_MARGIN = {"A4": 10.0, "F4": 10.0, "A3": 11.0, "A2": 14.0, "A1": 18.0, "A0": 22.0}


@dataclass(frozen=True, slots=True)
class _Plan:
    """A sheet on the way: what it holds and what stands around it."""

    tree: Tree
    options: SceneOptions
    chosen: Selection
    parts: Parts
    base: float
    margin: float


def build(tree: Tree, options: SceneOptions) -> Scene:
    """Draw a tree on one sheet. Raises KeyError when a branch or the paper of the options does not exist."""
    plan = _plan(tree, options)
    if not options.paper:
        return _natural(plan)
    return max((_fitted(plan, page) for page in _pages(options)), key=lambda found: found[1])[0]


def _plan(tree: Tree, options: SceneOptions) -> _Plan:
    chosen = select(tree, options)
    parts = Parts.of(chosen.forest, contents(tree, chosen.nodes, options), contents(tree, chosen.unplaced, options))
    margin = _MARGIN.get(options.paper, 0.0) * MM or 22.0
    return _Plan(tree, options, chosen, parts, _BASE[options.paper], margin)


def readable(tree: Tree, options: SceneOptions, points: float) -> bool:
    """True when the smallest text would have at least this size on the paper: cheaper than drawing the sheet."""
    plan = _plan(tree, options)
    scale = min(points / UNIT, _LARGEST[options.paper])
    return any(reaches(plan.parts, _room(plan, page), scale) for page in _pages(options))


def _pages(options: SceneOptions) -> list[tuple[float, float]]:
    narrow, broad = sorted(side * MM for side in PAPERS[options.paper])
    pages = {"landscape": (broad, narrow), "portrait": (narrow, broad)}
    return [pages[options.orientation]] if options.orientation in pages else list(pages.values())


def _room(plan: _Plan, page: tuple[float, float]) -> tuple[float, float]:
    """Return what a page leaves for the boxes."""
    inner = page[0] - 2 * plan.margin
    above, below = _edges(plan, inner)
    return inner - _tab(plan) - plan.base, page[1] - 2 * plan.margin - above - below


def _fitted(plan: _Plan, page: tuple[float, float]) -> tuple[Scene, Worth]:
    """Draw on a page of a given size; return the scene and how good it is."""
    room = _room(plan, page)
    if not plan.parts.placed and not plan.parts.unplaced:
        return _compose(plan, page, None, 1.0), (True, 1.0, 0.0)
    found, scale, worth = best(plan.parts, room, _LARGEST[plan.options.paper])
    return _compose(plan, page, found, scale), worth


def _natural(plan: _Plan) -> Scene:
    """Draw at natural size: the page is as large as the drawing."""
    if not plan.parts.placed and not plan.parts.unplaced:
        return _compose(plan, (480.0, 200.0), None, 1.0)
    found = calm(plan.parts)
    width = max(found.size[0] + _tab(plan) + plan.base, 560.0)
    above, below = _edges(plan, width)
    return _compose(plan, (width + 2 * plan.margin, found.size[1] + above + below + 2 * plan.margin), found, 1.0)


def _tab(plan: _Plan) -> float:
    return frame.tab_width(_labels(plan), plan.base) if plan.chosen.rows else 0.0


def _levels(plan: _Plan, rows: int = 0) -> list[list[Kind]]:
    """Return the kinds of every row; with `rows` given the last of them holds all that is below."""
    kinds = [[kind] for kind in plan.chosen.rows]
    return [*kinds[: rows - 1], list(dict.fromkeys(plan.chosen.rows[rows - 1 :]))] if rows else kinds


def _labels(plan: _Plan, rows: int = 0) -> list[tuple[str, str]]:
    levels = _levels(plan, rows)
    bands = [level for place, level in enumerate(levels) if place == 0 or levels[place - 1] != level]
    labels = [[row_label(plan.tree, kind, plan.options.view) for kind in level] for level in bands]
    return [
        (" \u2192 ".join(name for name, _ in each), " \u2192 ".join(one for _, one in each if one)) for each in labels
    ]


def _edges(plan: _Plan, width: float) -> tuple[float, float]:
    """Return the heights of title block and legend, with the space that separates them from the tree."""
    corner = frame.Corner(0.0, 0.0, width, plan.base)
    above = _header(plan, corner)[1] + plan.base * 1.2
    below = _legend(plan, corner)[1] + plan.base * 1.5
    return above, below


def _header(plan: _Plan, corner: frame.Corner) -> tuple[Panel, float]:
    nodes = (*plan.chosen.nodes, *plan.chosen.unplaced)
    shown = plan.options.indicators and not 0 < plan.options.stage < 4
    indicators = sum(len(node.indikator) for node in nodes) if shown else 0
    return frame.header(plan.tree, plan.options, corner, (len(nodes), indicators))


def _legend(plan: _Plan, corner: frame.Corner) -> tuple[Panel, float]:
    present = {one.kind for one in (*plan.parts.placed, *plan.parts.unplaced)}
    kinds = [(kind, _kind_label(plan, kind)) for kind in Kind if kind in present]
    used = {block.frame or block.mark for one in (*plan.parts.placed, *plan.parts.unplaced) for block in one.blocks}
    extras = []
    if used & {"mark", "mark-dark"}:
        extras.append(("diamond", "mark", "Indikator"))
    for surface, label in (("carrier", "Jabatan pengampu"), ("partner", "Mitra crosscutting"), ("note", "Rujukan")):
        if surface in used:
            extras.append(("rounded", surface, label))
    shown = {node.key for node in plan.chosen.nodes}
    if any(key in shown for node in plan.chosen.nodes for key in node.ref):
        extras.append(("line", "support", "Mendukung juga (garis putus)"))
    return frame.legend(kinds, extras, corner)


def _kind_label(plan: _Plan, kind: Kind) -> str:
    name = row_label(plan.tree, kind, "kinerja")[0]
    other = row_label(plan.tree, kind, "cascading")[0]
    return f"{name} = {other}" if plan.options.view == "cascading" and other != name else name


def _compose(plan: _Plan, page: tuple[float, float], found: Arrangement | None, scale: float) -> Scene:
    """Put title block, bands, lines, boxes and legend on the page."""
    inner = page[0] - 2 * plan.margin
    above, below = _edges(plan, inner)
    top = plan.margin + above
    head, _ = _header(plan, frame.Corner(plan.margin, plan.margin, inner, plan.base))
    foot, _ = _legend(
        plan, frame.Corner(plan.margin, page[1] - plan.margin - below + plan.base * 1.5, inner, plan.base)
    )
    panels: list[Panel] = []
    wires: list[Wire] = []
    drawn: list[Box] = []
    if found is not None:
        left = plan.margin + _tab(plan) + plan.base
        spare = inner - _tab(plan) - plan.base - found.size[0] * scale
        pen = boxes.Pen(scale, left + max(0.0, spare) / 2, top)
        height = page[1] - plan.margin - below - top
        panels += _bands(plan, found, pen, (inner, top + height))
        panels += _unplaced_panel(found, pen)
        wires = _wires(plan, found, pen)
        drawn = _boxes(plan, found, pen)
    title = plan.tree.judul
    return Scene(
        width=page[0], height=page[1], title=title, outline=_outline(plan), description=_description(plan),
        paper=plan.options.paper,
        panels=(*panels, head, foot), wires=tuple(wires), boxes=tuple(drawn),
    )  # fmt: skip


def _outline(plan: _Plan) -> str:
    number, total = plan.options.sheet
    part = ", ".join(f"{plan.tree.number(key)} {plan.tree.find(key).statement}" for key in plan.options.branches)
    part = part or plan.tree.judul
    return f"Lembar {number}: {part}" if total > 1 else part


def _description(plan: _Plan) -> str:
    kinds = [one.kind for one in plan.parts.placed]
    counts = ", ".join(f"{kinds.count(kind)} {kind.label}" for kind in Kind if kind in kinds)
    return f"{plan.tree.instansi}: {counts or 'belum ada kondisi'}"


def _bands(plan: _Plan, found: Arrangement, pen: boxes.Pen, limits: tuple[float, float]) -> list[Panel]:
    """Draw one band for neighbouring rows of one kind, from the middle of the gap above to that below."""
    rows, kinds = found.tree.rows, _levels(plan, found.style.rows)
    if not rows:
        return []
    spans: list[tuple[float, float]] = []
    for place, (top, bottom) in enumerate(rows):
        low = (rows[place - 1][1] + top) / 2 if place else top - 4.0
        high = (rows[place + 1][0] + bottom) / 2 if place + 1 < len(rows) else bottom + 6.0
        span = (pen.y + low * pen.scale, pen.y + high * pen.scale)
        if place and kinds[place - 1] == kinds[place]:
            spans[-1] = (spans[-1][0], span[1])
        else:
            spans.append(span)
    if found.panel is None:
        spans[-1] = (spans[-1][0], limits[1] + plan.base * 0.4)
    corner = frame.Corner(plan.margin, 0.0, limits[0], plan.base)
    return frame.bands(_labels(plan, found.style.rows), spans, corner)


def _unplaced_panel(found: Arrangement, pen: boxes.Pen) -> list[Panel]:
    if found.panel is None:
        return []
    x, y, width, height = found.panel
    look = theme.TEXTS["panel"]
    words = "Belum ditempatkan"
    line = metrics.Line(words, metrics.width(words, look.size, bold=True))
    shape = pen.shape("rounded", "panel", x, y, (width, height))
    return [Panel("belum ditempatkan", (shape,), (pen.text(line, "panel", x + 10, y + 15, look.size),))]


def _wires(plan: _Plan, found: Arrangement, pen: boxes.Pen) -> list[Wire]:
    """Draw the lines from effect to cause, then the dashed ones of further effects."""
    wires = [_wire("edge", _into_frame(points), pen) for points in found.tree.lines if points]
    index = {node.key: place for place, node in enumerate(plan.chosen.nodes)}
    for place, node in enumerate(plan.chosen.nodes):
        wires += [_support(found, index[key], place, pen) for key in node.ref if key in index]
    return wires


def _into_frame(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Lead a line that comes from above through the zone of the number tag to the frame of the box."""
    (before, _), (x, y) = points[-2:]
    return [*points[:-1], (x, y + TAG + 1.0)] if before == x else list(points)


def _wire(surface: str, points: Sequence[tuple[float, float]], pen: boxes.Pen, *, curved: bool = False) -> Wire:
    scaled = tuple((pen.x + x * pen.scale, pen.y + y * pen.scale) for x, y in points)
    return Wire(surface, scaled, pen.scale, curved)


def _support(found: Arrangement, cause: int, effect: int, pen: boxes.Pen) -> Wire:
    """A curve between the facing sides of two boxes; boxes are drawn over it, so it crosses no text."""
    tree, widths, heights = found.tree, found.widths, found.heights
    right = tree.left[cause] + widths[cause] / 2 <= tree.left[effect] + widths[effect] / 2
    start_x = tree.left[cause] + (widths[cause] if right else 0.0)
    same = abs(tree.left[cause] - tree.left[effect]) < min(widths[cause], widths[effect])
    end_right = same if right else not same
    end_x = tree.left[effect] + (widths[effect] if end_right else 0.0)
    start_y = tree.top[cause] + heights[cause] * 0.35
    end_y = tree.top[effect] + heights[effect] * 0.65
    reach = 34.0
    out = start_x + (reach if right else -reach)
    into = end_x + (reach if end_right else -reach)
    return _wire("support", ((start_x, start_y), (out, start_y), (into, end_y), (end_x, end_y)), pen, curved=True)


def _boxes(plan: _Plan, found: Arrangement, pen: boxes.Pen) -> list[Box]:
    tree = found.tree
    places = list(zip(tree.left, tree.top, found.widths, found.heights, strict=True))
    every: list[Content] = [*plan.parts.placed, *plan.parts.unplaced]
    return [
        boxes.box(content, pen, (x, y), (width, height))
        for content, (x, y, width, height) in zip(every, [*places, *found.loose], strict=True)
    ]
