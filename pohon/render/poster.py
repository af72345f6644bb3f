"""A large sheet on several small ones, to be cut and glued: overlap marks, cut lines, and what goes where."""

from itertools import product
from math import ceil, floor

from . import metrics
from .drawing import Box, Panel, Scene, Shape, Text, Tile
from .options import MM, PAPERS

__all__ = ["OVERLAP", "SMALL", "filled_page", "tiles"]

SMALL = ("A4", "F4", "A3")
OVERLAP = 12 * MM
"""How much of the drawing two neighbours both show, in points."""
_MARGIN, _TICK, _SIZE, _EDGE = 11 * MM, 5 * MM, 7.0, 4.0
_SLACK = 1e-6
_SHRUNK = 0.93
"""A poster may be smaller by this share where that fills its tiles."""

Point = tuple[float, float]


def tiles(scene: Scene, paper: str) -> tuple[Tile, ...]:
    """Cut a sheet into tiles, row by row; the paper lies the way that takes fewer of them."""
    narrow, broad = sorted(side * MM for side in PAPERS[paper])
    page, rows, columns = min(
        ((page, *_count(scene, page)) for page in ((broad, narrow), (narrow, broad))), key=lambda one: one[1] * one[2]
    )
    if rows * columns == 1 and scene.width <= page[0] and scene.height <= page[1]:
        return (Tile(scene, page, (0.0, 0.0, *page), (0.0, 0.0), Panel("poster"), scene.outline),)
    return tuple(_tile(scene, page, (row, column), (rows, columns)) for row in range(rows) for column in range(columns))


def filled_page(size: Point, paper: str, margin: float) -> Point:
    """Return a page of about this size that fills whole tiles: no strip of a last row or column is left over.

    Of all such pages that are hardly smaller it is the one with the fewest tiles.
    """
    narrow, broad = sorted(side * MM for side in PAPERS[paper])
    ways = ((broad, narrow), (narrow, broad))
    if any(size[0] <= page[0] and size[1] <= page[1] for page in ways):
        return size
    around = 2 * margin - 2 * _EDGE + OVERLAP
    found = []
    for wide, high in map(_step, ways):
        columns, rows = (size[0] - around) / wide, (size[1] - around) / high
        for across, down in product((floor(columns), ceil(columns)), (floor(rows), ceil(rows))):
            page = (across * wide + around, down * high + around)
            share = min(page[0] / size[0], page[1] / size[1], 1.0)
            if across and down and share >= _SHRUNK:
                found.append((across * down, -share, page))
    return min(found)[2]


def _count(scene: Scene, page: Point) -> tuple[int, int]:
    """Return how many rows and columns of tiles a sheet takes."""
    if scene.width <= page[0] and scene.height <= page[1]:
        return 1, 1
    (wide, high), (left, top, right, bottom) = _step(page), _filled(scene)
    return ceil((bottom - top - OVERLAP) / high - _SLACK), ceil((right - left - OVERLAP) / wide - _SLACK)


def _filled(scene: Scene) -> tuple[float, float, float, float]:
    """Return the part of a sheet that is drawn on: its white margins need no paper."""
    parts: list[Panel | Box] = [*scene.panels, *scene.boxes]
    shapes: list[Shape] = [shape for part in parts for shape in part.shapes]
    texts: list[Text] = [text for part in parts for text in part.texts if not text.turned]
    left = min([*(one.x for one in shapes), *(one.x for one in texts)], default=0.0)
    top = min([one.y for one in shapes] + [one.y - one.size for one in texts], default=0.0)
    ends = [*(one.x + one.width for one in shapes), *(one.x + one.width for one in texts)]
    right = max(ends, default=scene.width)
    bottom = max([one.y + one.height for one in shapes] + [one.y + one.size / 3 for one in texts], default=scene.height)
    return left - _EDGE, top - _EDGE, right + _EDGE, bottom + _EDGE


def _step(page: Point) -> Point:
    return page[0] - 2 * _MARGIN - OVERLAP, page[1] - 2 * _MARGIN - OVERLAP


def _tile(scene: Scene, page: Point, at: tuple[int, int], total: tuple[int, int]) -> Tile:
    (row, column), (rows, columns) = at, total
    wide, high = _step(page)
    left, top, _, _ = _filled(scene)
    window = (left + column * wide, top + row * high, wide + OVERLAP, high + OVERLAP)
    name = f"baris {row + 1} kolom {column + 1}"
    label = (
        f"Poster {scene.paper}: {name} dari {rows} baris \u00d7 {columns} kolom. "
        "Potong pada garis putus, tempelkan di atas tetangganya sampai tanda belah ketupat."
    )
    shapes = [*_cuts(page, at, total), *_marks(page, at)]
    words = Text(label, "fact", _MARGIN, page[1] - _MARGIN + 5 * MM, _SIZE, metrics.width(label, _SIZE))
    panel = Panel("poster", tuple(shapes), (words,))
    return Tile(scene, page, window, (_MARGIN, _MARGIN), panel, f"{scene.outline}, {name}")


def _cuts(page: Point, at: tuple[int, int], total: tuple[int, int]) -> list[Shape]:
    """Draw the lines along which a tile is cut: its right and its lower side, where a neighbour covers it."""
    right, bottom = page[0] - _MARGIN, page[1] - _MARGIN
    lines = []
    if at[1] + 1 < total[1]:
        lines.append(Shape("line", "cut", right, _MARGIN - _TICK, 0.0, page[1] - 2 * _MARGIN + 2 * _TICK))
    if at[0] + 1 < total[0]:
        lines.append(Shape("line", "cut", _MARGIN - _TICK, bottom, page[0] - 2 * _MARGIN + 2 * _TICK, 0.0))
    return lines


def _marks(page: Point, at: tuple[int, int]) -> list[Shape]:
    """Draw the marks in the margin up to which the neighbour above and the one at the left are covered."""
    marks = []
    if at[1]:
        x = _MARGIN + OVERLAP - 3.0
        marks += [Shape("diamond", "cut-mark", x, y, 6.0, 6.0) for y in (_MARGIN - 8.0, page[1] - _MARGIN + 2.0)]
    if at[0]:
        y = _MARGIN + OVERLAP - 3.0
        marks += [Shape("diamond", "cut-mark", x, y, 6.0, 6.0) for x in (_MARGIN - 8.0, page[0] - _MARGIN + 2.0)]
    return marks
