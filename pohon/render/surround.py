"""What stands around the boxes of a sheet: title block, legend, list of findings, and how much room they leave."""

from pohon.frozen import dataclass
from pohon.model.node import Kind
from pohon.model.tree import Tree

from . import frame, remarks
from .content import contents
from .drawing import Panel
from .fit import Parts
from .options import MM, PAPERS, SLIDE, Mark, SceneOptions
from .selection import Selection, row_label, select

__all__ = ["BASE", "LARGEST", "Edges", "Plan", "edges", "header", "labels", "legend", "levels", "pages", "plan", "room"]

BASE = {"A4": 7.0, "F4": 7.0, "A3": 8.8, "A2": 11.5, "A1": 15.0, "A0": 19.0, SLIDE: 10.0, "": 11.0}
"""Size of ordinary text around the boxes, in points, by paper."""
LARGEST = {"A4": 1.2, "F4": 1.2, "A3": 1.6, "A2": 2.2, "A1": 3.0, "A0": 4.2, SLIDE: 2.0, "": 1.0}
"""The largest scale of the boxes, by paper."""
_MARGIN = {"A4": 10.0, "F4": 10.0, "A3": 10.0, "A2": 12.0, "A1": 15.0, "A0": 18.0, SLIDE: 8.0}
_LISTED = 0.3
"""A longer list of findings than this share of the page goes to a sheet of its own."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A sheet on the way: what it holds and what stands around it."""

    tree: Tree
    options: SceneOptions
    chosen: Selection
    parts: Parts
    base: float
    margin: float

    @property
    def right(self) -> bool:
        """True when causes stand right of their effect."""
        return self.options.direction == "kanan"


@dataclass(frozen=True, slots=True)
class Edges:
    """Height above and below the boxes, room for level names at the left or on top, findings listed on this sheet."""

    above: float
    below: float
    tab: float
    marks: tuple[Mark, ...]


def margin(paper: str) -> float:
    """Return the margin of a paper in points: more than any office printer leaves white."""
    return _MARGIN.get(paper, 0.0) * MM or 22.0


def plan(tree: Tree, options: SceneOptions) -> Plan:
    """Choose the nodes and fill their boxes."""
    chosen = select(tree, options)
    parts = Parts.of(
        chosen.forest, contents(tree, chosen.nodes, options), contents(tree, chosen.unplaced, options),
        right=options.direction == "kanan",
    )  # fmt: skip
    return Plan(tree, options, chosen, parts, BASE[options.paper], margin(options.paper))


def pages(options: SceneOptions) -> list[tuple[float, float]]:
    """Return the pages to try: one, or with orientation auto both ways; a poster is as large as its tiles."""
    narrow, broad = sorted(side * MM for side in PAPERS[options.paper])
    ways = {"landscape": (broad, narrow), "portrait": (narrow, broad)}
    chosen = [ways[options.orientation]] if options.orientation in ways else list(ways.values())
    if options.poster:
        from . import poster

        return [poster.filled_page(page, options.poster, margin(options.paper)) for page in chosen]
    return chosen


def room(one: Plan, page: tuple[float, float]) -> tuple[float, float]:
    """Return what a page leaves for the boxes."""
    inner, around = page[0] - 2 * one.margin, edges(one, page)
    free = page[1] - 2 * one.margin - around.above - around.below
    if one.right:
        return inner - 2 * one.base, free - around.tab - one.base
    return inner - around.tab - one.base, free


def edges(one: Plan, page: tuple[float, float]) -> Edges:
    """Return the room that title block, legend, list of findings and level names take; page height 0 = any height."""
    width = page[0] - 2 * one.margin
    corner = frame.Corner(0.0, 0.0, width, one.base)
    above = header(one, corner)[1] + one.base * 0.9
    below = legend(one, corner)[1] + one.base * 1.2
    marks = _own_marks(one)
    listed = remarks.panel(one.tree, marks, corner)[1] + one.base if marks else 0.0
    if page[1] and listed > _LISTED * page[1]:
        marks, listed = (), 0.0
    tab = frame.tab_width(labels(one), one.base) if one.chosen.rows else 0.0
    return Edges(above, below + listed, tab, marks)


def _own_marks(one: Plan) -> tuple[Mark, ...]:
    """Return the numbered findings of the nodes on this sheet; those of the whole file stand on the first one."""
    if not one.options.marks:
        return ()
    shown = {node.key for node in (*one.chosen.nodes, *one.chosen.unplaced)}
    first = one.options.sheet[0] == 1
    return tuple(mark for mark in one.options.marks if mark.key in shown or (first and not mark.key))


def header(one: Plan, corner: frame.Corner, scale: float = 1.0) -> tuple[Panel, float]:
    """Draw the title block; return it and its height."""
    nodes = (*one.chosen.nodes, *one.chosen.unplaced)
    shown = one.options.indicators and not 0 < one.options.stage < 4
    indicators = sum(len(node.indikator) for node in nodes) if shown else 0
    return frame.header(one.tree, one.options, corner, (len(nodes), indicators), scale)


def legend(one: Plan, corner: frame.Corner) -> tuple[Panel, float]:
    """Draw the key to shapes and marks; return it and its height."""
    every = (*one.parts.placed, *one.parts.unplaced)
    present = {content.kind for content in every}
    kinds = [(kind, kind_label(one.tree, one.options.view, kind)) for kind in Kind if kind in present]
    used = {block.frame or block.mark for content in every for block in content.blocks}
    extras = []
    if used & {"mark", "mark-dark"}:
        extras.append(("diamond", "mark", "Indikator"))
    for surface, label in (("carrier", "Jabatan pengampu"), ("partner", "Mitra crosscutting"), ("note", "Rujukan")):
        if surface in used:
            extras.append(("rounded", surface, label))
    shown = {node.key for node in one.chosen.nodes}
    if any(key in shown for node in one.chosen.nodes for key in node.ref):
        extras.append(("line", "support", "Mendukung juga (garis putus)"))
    return frame.legend(kinds, extras, corner)


def kind_label(tree: Tree, view: str, kind: Kind) -> str:
    """Return what the legend says of a kind."""
    name = row_label(tree, kind, "kinerja")[0]
    other = row_label(tree, kind, "cascading")[0]
    return f"{name} = {other}" if view == "cascading" and other != name else name


def levels(one: Plan, rows: int = 0) -> list[list[Kind]]:
    """Return the kinds of every row; with `rows` given the last of them holds all that is below."""
    kinds = [[kind] for kind in one.chosen.rows]
    return [*kinds[: rows - 1], list(dict.fromkeys(one.chosen.rows[rows - 1 :]))] if rows else kinds


def labels(one: Plan, rows: int = 0) -> list[tuple[str, str]]:
    """Return name and detail of every band."""
    found = levels(one, rows)
    bands = [level for place, level in enumerate(found) if place == 0 or found[place - 1] != level]
    each = [[row_label(one.tree, kind, one.options.view) for kind in level] for level in bands]
    return [
        (" \u2192 ".join(name for name, _ in some), " \u2192 ".join(one for _, one in some if one)) for some in each
    ]
