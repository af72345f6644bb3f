"""What sheets of rows share: views that are no tree are stacks of rows, set on as many sheets as it takes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf

from pohon.model.node import Kind, Node
from pohon.model.tree import Tree

from . import frame
from .drawing import Box, Panel, Scene, Wire
from .options import UNIT, SceneOptions
from .surround import BASE, LARGEST, kind_label, margin, pages

__all__ = ["Drawn", "Extra", "Sheet", "bounded", "dealt", "fitting", "sheet_of", "surround"]

_COMFORTABLE, _SMALLEST, _GROWTH = 1.2, 0.02, 12

Extra = tuple[str, str, str]
"""An entry of the legend: form, surface, text."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper of a sheet and the room that it leaves: page, then left, top, width and height in points."""

    page: tuple[float, float]
    left: float
    top: float
    width: float
    height: float


@dataclass(slots=True)
class Drawn:
    """What a view has drawn on a sheet."""

    boxes: list[Box]
    panels: list[Panel]
    wires: list[Wire]


def surround(
    tree: Tree, options: SceneOptions, nodes: Sequence[Node], extras: Sequence[Extra], page: tuple[float, float]
) -> Sheet:
    """Return the room that title block and legend leave on a page; page height 0 = any height."""
    base, white = BASE[options.paper], margin(options.paper)
    corner = frame.Corner(0.0, 0.0, page[0] - 2 * white, base)
    above = frame.header(tree, options, corner, _counts(nodes, options))[1] + base * 1.2
    below = frame.legend(_kinds(tree, options, nodes), extras, corner)[1] + base * 1.5
    return Sheet(page, white, white + above, corner.width, page[1] - 2 * white - above - below)


def _counts(nodes: Sequence[Node], options: SceneOptions) -> tuple[int, int]:
    return len(nodes), sum(len(node.indikator) for node in nodes) if options.indicators else 0


def _kinds(tree: Tree, options: SceneOptions, nodes: Sequence[Node]) -> list[tuple[Kind, str]]:
    present = {node.kind for node in nodes}
    return [(kind, kind_label(tree, options.view, kind)) for kind in Kind if kind in present]


def sheet_of(
    tree: Tree, options: SceneOptions, nodes: Sequence[Node], extras: Sequence[Extra], made: tuple[Sheet, float, Drawn]
) -> Scene:
    """Put title block and legend around what was drawn."""
    sheet, scale, drawn = made
    base, white = BASE[options.paper], sheet.left
    head, _ = frame.header(tree, options, frame.Corner(white, white, sheet.width, base), _counts(nodes, options), scale)
    corner = frame.Corner(white, sheet.top + sheet.height + base * 1.5, sheet.width, base)
    foot, _ = frame.legend(_kinds(tree, options, nodes), extras, corner)
    number, total = options.sheet
    title = head.name if total == 1 else f"Lembar {number}"
    return Scene(
        width=sheet.page[0], height=sheet.page[1], title=tree.judul, description=f"{tree.instansi}: {options.view}",
        outline=f"{title}: {tree.judul}" if total > 1 else tree.judul, paper=options.paper,
        panels=(*drawn.panels, head, foot), wires=tuple(drawn.wires), boxes=tuple(drawn.boxes),
    )  # fmt: skip


def fitting(
    options: SceneOptions, room: Callable[[tuple[float, float]], Sheet], height: Callable[[float], float], split: str
) -> tuple[Sheet, float]:
    """Return the page and the scale with the largest text; where it would be too small, a scale for several sheets.

    `height` = of everything, in units, on paper that is so many units wide.
    """
    found: list[tuple[float, Sheet]] = []
    for page in pages(options):
        sheet = room(page)
        low, high = 0.05, LARGEST[options.paper]
        if height(sheet.width / high) * high <= sheet.height:
            low = high
        for _ in range(9):
            middle = (low + high) / 2
            if height(sheet.width / middle) * middle <= sheet.height:
                low = middle
            else:
                high = middle
        found.append((low, sheet))
    scale, sheet = max(found, key=lambda one: one[0])
    if split == "none" or scale * UNIT >= options.least:
        return sheet, scale
    return sheet, min(LARGEST[options.paper], options.least * _COMFORTABLE / UNIT)


def dealt(heights: Sequence[float], room: float) -> list[range]:
    """Deal rows out over sheets in reading order; a row that is too high for any sheet gets one of its own."""
    found, start, used = [], 0, 0.0
    for place, high in enumerate(heights):
        if place > start and used + high > room + 1e-6:
            found.append(range(start, place))
            start, used = place, 0.0
        used += high
    return [*found, range(start, len(heights))]


def bounded(options: SceneOptions, sheet: Sheet, scale: float, heights: Callable[[float], Sequence[float]]) -> float:
    """Return the scale for several sheets: no row is cut, no sheet more than needed, text as large as these allow."""
    while max(heights(sheet.width / scale), default=0.0) * scale > sheet.height and scale > _SMALLEST:
        scale *= 0.94

    def count(tried: float) -> int:
        rows = heights(sheet.width / tried)
        fits = sum(rows) < inf and max(rows, default=0.0) * tried <= sheet.height
        return len(dealt(rows, sheet.height / tried)) if fits else len(rows) + 1

    if count(scale) == 1:
        return scale
    smaller = scale / _COMFORTABLE * 1.06
    if scale * UNIT > options.least and count(smaller) < count(scale):
        scale = smaller
    most, needed = LARGEST[options.paper], count(scale)
    for _ in range(_GROWTH):
        if scale * 1.03 > most or count(scale * 1.03) > needed:
            break
        scale *= 1.03
    return scale
