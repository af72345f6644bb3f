"""The tree from left to right, for projectors: a column for every row, causes right of their effect, packed by contour.

Pure numbers, the same terms as `layout`; `Placement.rows` holds left and right of every column.
"""

from collections.abc import Sequence

from .layout import Forest, Placement, Point

__all__ = ["measure", "place"]

_BESIDE, _FAMILIES, _COLUMNS, _LINE, _TURN = 9.0, 18.0, 34.0, 4.0, 0.5

Contour = tuple[list[float], list[float]]


def place(forest: Forest, width: Sequence[float], height: Sequence[float]) -> Placement:
    """Lay out a forest of at least one node from left to right."""
    offset, (low, high), columns = _packed(forest, width, height)
    middle = [0.0] * len(width)
    for node, above in enumerate(forest.parent):
        middle[node] = offset[node] + (middle[above] if above >= 0 else -low)
    left = [columns[row][0] for row in forest.row]
    top = [y - high_ / 2 for y, high_ in zip(middle, height, strict=True)]
    lines: list[tuple[Point, ...]] = [()] * len(width)
    for node, above in enumerate(forest.parent):
        if above >= 0:
            turn = columns[forest.row[above] + 1][0] - _COLUMNS * _TURN
            x = left[above] + width[above]
            lines[node] = ((x, middle[above]), (turn, middle[above]), (turn, middle[node]), (left[node], middle[node]))
    return Placement(left, top, (columns[-1][1], high - low), columns, lines)


def measure(forest: Forest, width: Sequence[float], height: Sequence[float]) -> Point:
    """Return only the size of what `place` would lay out."""
    _, (low, high), columns = _packed(forest, width, height)
    return columns[-1][1], high - low


def _packed(forest: Forest, width: Sequence[float], height: Sequence[float]) -> tuple[list[float], Point, list[Point]]:
    """Return the middle of each node relative to that of its effect, top and bottom of all, and the columns."""
    offset = [0.0] * len(width)
    edges: list[Contour] = [([], [])] * len(width)
    for node in range(len(width) - 1, -1, -1):
        half = height[node] / 2
        lows, highs = _family(forest, forest.children[node], forest.row[node] + 1, (offset, edges))
        edges[node] = ([-half, *lows], [half, *highs])
        for child in forest.children[node]:
            edges[child] = ([], [])
    lows, highs = _family(forest, forest.roots, 0, (offset, edges))
    return offset, (min(lows), max(highs)), _columns(forest, width)


def _family(forest: Forest, members: Sequence[int], floor: int, known: tuple[list[float], list[Contour]]) -> Contour:
    """Set siblings one below the other; return their contour from the column `floor` on."""
    offset, edges = known
    tops: list[float] = []
    bottoms: list[float] = []
    shifts = []
    for member in members:
        skipped = forest.row[member] - floor
        upper, lower = [-_LINE] * skipped + edges[member][0], [_LINE] * skipped + edges[member][1]
        shift = _below(bottoms, upper, _FAMILIES if forest.children[member] else _BESIDE)
        for depth, (low, high) in enumerate(zip(upper, lower, strict=True)):
            if depth == len(tops):
                tops.append(low + shift)
                bottoms.append(high + shift)
            tops[depth] = min(tops[depth], low + shift)
            bottoms[depth] = max(bottoms[depth], high + shift)
        shifts.append(shift)
    middle = (shifts[0] + shifts[-1]) / 2 if shifts else 0.0
    for member, shift in zip(members, shifts, strict=True):
        offset[member] = shift - middle
    return [y - middle for y in tops], [y - middle for y in bottoms]


def _below(bottoms: list[float], upper: list[float], gap: float) -> float:
    return max((bottom - low for bottom, low in zip(bottoms, upper, strict=False)), default=-gap) + gap


def _columns(forest: Forest, width: Sequence[float]) -> list[Point]:
    """Return left and right of every column."""
    wide = [0.0] * forest.rows
    for row, one in zip(forest.row, width, strict=True):
        wide[row] = max(wide[row], one)
    columns, x = [], 0.0
    for one in wide:
        columns.append((x, x + one))
        x += one + _COLUMNS
    return columns
