"""Where the boxes go: a tidy tree in level rows, packed by contour; the lowest row hangs under its parents in columns.

Pure numbers. Nodes are positions 0..n-1 in depth-first order (a parent stands before its children). Every node has a
row; a cause stands in a lower row than its effect, except in the lowest row, which holds whole branches as indented
lists. No recursion: a chain of any length is laid out.
"""

from collections.abc import Sequence
from math import sqrt

from pohon.frozen import dataclass

from .columns import TRUNK, Column, Grid, hang

__all__ = ["Forest", "Hung", "Placement", "Spacing", "hung", "measure", "place"]

_LINE = 4.0
_MANY = 9
"""A parent with more childless children than this gets them in columns, in every row."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Forest:
    """The shape of the tree: parent of each node (-1 = none), children, row of each node, number of rows."""

    parent: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    roots: tuple[int, ...]
    row: tuple[int, ...]
    rows: int

    def folded(self, rows: int) -> "Forest":
        """Return the same tree with only the first rows kept apart: what is below joins the last of them."""
        return Forest(self.parent, self.children, self.roots, tuple(min(row, rows - 1) for row in self.row), rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """Distances: between neighbours of a row, between families by row, between rows, and the longest hanging column."""

    beside: float = 8.0
    families: tuple[float, ...] = (24.0, 18.0, 14.0, 8.0)
    rows: float = 21.0
    stacked: float = 5.0
    stack: int = 8


@dataclass(frozen=True, slots=True)
class Placement:
    """The answer: left and top of every box, size of the whole, top and bottom of every row, lines to the causes."""

    left: list[float]
    top: list[float]
    size: Point
    rows: list[Point]
    lines: list[tuple[Point, ...]]


@dataclass(frozen=True, slots=True)
class Hung:
    """What hangs in columns: the parent of each grid (-1 = none), and top and bottom of every row."""

    grids: tuple[tuple[int, Grid], ...]
    rows: list[Point]


class _Layout:
    """One pass: `offset` = centre relative to the parent's centre, edges = contour from the node's row down."""

    def __init__(self, forest: Forest, width: Sequence[float], height: Sequence[float], spacing: Spacing) -> None:
        self.forest, self.width, self.height, self.spacing = forest, width, height, spacing
        self.offset = [0.0] * len(width)
        self.loose: list[tuple[int, Grid, float]] = []
        self.grids: dict[int, list[Grid]] = {}
        self.hanging = [False] * len(width)
        self.edges: list[tuple[list[float], list[float]]] = [([], []) for _ in width]

    def run(self) -> None:
        """Pack every family, the lowest first."""
        forest = self.forest
        for node in range(len(self.width) - 1, -1, -1):
            half = self.width[node] / 2
            left, right = [-half], [half]
            if forest.children[node] and forest.row[node] < forest.rows - 1:
                lows, highs = self.pack(node, forest.children[node])
                left += lows
                right += highs
                for child in forest.children[node]:
                    self.edges[child] = ([], [])
            self.edges[node] = (left, right)

    def groups(self, children: Sequence[int]) -> list[list[int]]:
        """Group children: neighbours that hang in columns together, every other child alone."""
        row, last, found, hung = self.forest.row, self.forest.rows - 1, list[list[int]](), False
        for child in children:
            hangs = row[child] == last or (len(children) > _MANY and not self.forest.children[child])
            if hangs and hung and row[found[-1][0]] == row[child]:
                found[-1].append(child)
            else:
                found.append([child])
            hung = hangs
        return [part for group in found for part in ([group] if self.length(group) > 1 else [[one] for one in group])]

    def length(self, group: Sequence[int]) -> int:
        """Return how many boxes stand in one column when a group hangs in columns."""
        if self.forest.row[group[0]] < self.forest.rows - 1:
            return max(1, round(sqrt(len(group) / 3)))
        return max(self.spacing.stack, round(sqrt(len(group) / 1.2)) if len(group) > _MANY else 1)

    def pack(self, parent: int, children: Sequence[int]) -> tuple[list[float], list[float]]:
        """Set the children of a parent side by side; return the contour from the row below the parent down."""
        groups = self.groups(children)
        floor = self.forest.row[parent] + 1 if parent >= 0 else 0
        table = self.spacing.families
        gap = table[min(self.forest.row[parent] + 1 if parent >= 0 else 0, len(table) - 1)]
        lefts: list[float] = []
        rights: list[float] = []
        anchors: list[tuple[int, Grid | None, float]] = []
        for group in groups:
            grid = self.grid(group, alone=len(groups) == 1, parent=parent)
            left, right = self.contour(group[0], grid, self.forest.row[group[0]] - floor)
            shift = _beside(rights, left, gap)
            for depth, (low, high) in enumerate(zip(left, right, strict=True)):
                if depth == len(lefts):
                    lefts.append(low + shift)
                    rights.append(high + shift)
                lefts[depth] = min(lefts[depth], low + shift)
                rights[depth] = max(rights[depth], high + shift)
            anchors.append((group[0], grid, shift))
        first = anchors[0][1]
        middle = 0.0 if first is not None and first.straight else (anchors[0][2] + anchors[-1][2]) / 2
        for node, grid, shift in anchors:
            if grid is None:
                self.offset[node] = shift - middle
            else:
                self.loose.append((parent, grid, shift - middle))
                for column in grid.columns:
                    for member, _, _ in column.members:
                        self.hanging[member] = True
        return [x - middle for x in lefts], [x - middle for x in rights]

    def contour(self, first: int, grid: Grid | None, skipped: int) -> tuple[list[float], list[float]]:
        """Return the contour of a group; in the rows that it skips only its line needs room."""
        if grid is None:
            left, right = self.edges[first]
            return [-_LINE] * skipped + left, [_LINE] * skipped + right
        return [*[grid.hub - _LINE] * skipped, grid.left], [*[grid.hub + _LINE] * skipped, grid.right]

    def grid(self, group: Sequence[int], *, alone: bool, parent: int) -> Grid | None:
        """Return the columns in which a group hangs; None for a branch that stands in the rows."""
        first = group[0]
        lowest = self.forest.row[first] == self.forest.rows - 1
        if len(group) == 1 and not (lowest and self.forest.children[first]):
            return None
        beneath = self.width[parent] if alone and parent >= 0 else 0.0
        gaps = (self.spacing.beside, self.spacing.stacked)
        return hang(self.forest.children, group, (self.width, self.height), gaps, (self.length(group), beneath))

    def extent(self) -> tuple[Point, list[float], list[Point]]:
        """Pack everything; return its left and right edge, the top of each node inside its row, and the rows."""
        self.run()
        lows, highs = self.pack(-1, self.forest.roots)
        inside = [0.0] * len(self.width)
        for _, grid, _ in self.loose:
            for column in grid.columns:
                for member, _, y in column.members:
                    inside[member] = y
        return (min(lows), max(highs)), inside, self.row_places(inside)

    def settle(self) -> None:
        """Move the grids to their place beside each other, which does not matter for the extent."""
        for parent, grid, by in self.loose:
            self.grids.setdefault(parent, []).append(grid.shifted(by))

    def place(self) -> Placement:
        """Turn offsets into coordinates, then draw the lines."""
        forest = self.forest
        (low, high), inside, rows = self.extent()
        self.settle()
        shift = -low
        centre, top = [0.0] * len(self.width), [0.0] * len(self.width)
        for grid in self.grids.get(-1, ()):
            self.put(grid, shift, centre)
        for node, parent in enumerate(forest.parent):
            if not self.hanging[node]:
                centre[node] = self.offset[node] + (centre[parent] if parent >= 0 else shift)
            top[node] = rows[forest.row[node]][0] + inside[node]
            for grid in self.grids.get(node, ()):
                self.put(grid, centre[node], centre)
        left = [x - width / 2 for x, width in zip(centre, self.width, strict=True)]
        size = (high + shift, rows[-1][1])
        return Placement(left, top, size, rows, self.lines(centre, top, rows))

    def put(self, grid: Grid, origin: float, centre: list[float]) -> None:
        """Give the members of a grid their centres."""
        for column in grid.columns:
            for member, x, _ in column.members:
                centre[member] = origin + x + self.width[member] / 2

    def row_places(self, inside: Sequence[float]) -> list[Point]:
        """Return top and bottom of every row."""
        heights = [0.0] * self.forest.rows
        for row, y, height in zip(self.forest.row, inside, self.height, strict=True):
            heights[row] = max(heights[row], y + height)
        rows, y = [], 0.0
        for height in heights:
            rows.append((y, y + height))
            y += height + self.spacing.rows
        return rows

    def lines(self, centre: list[float], top: list[float], rows: list[Point]) -> list[tuple[Point, ...]]:
        """Return the corner points of the line from each node's parent; () for a root."""
        forest = self.forest
        lines: list[tuple[Point, ...]] = [()] * len(self.width)
        for node, parent in enumerate(forest.parent):
            if parent >= 0 and not self.hanging[node]:
                x, y = centre[parent], top[parent] + self.height[parent]
                turn = rows[forest.row[parent] + 1][0] - self.spacing.rows * 0.42
                lines[node] = ((x, y), (x, turn), (centre[node], turn), (centre[node], top[node]))
        for parent, grids in self.grids.items():
            for grid in grids:
                for column in grid.columns:
                    for member, _, _ in column.members:
                        lines[member] = self.hung(member, (parent, grid, column), (centre, top, rows))
        return lines

    def hung(
        self,
        member: int,
        where: tuple[int, Grid, Column],
        places: tuple[list[float], list[float], list[Point]],
    ) -> tuple[Point, ...]:
        """Return the line to one member of a grid: down the trunk, then sideways into the box."""
        (parent, grid, column), (centre, top, rows) = where, places
        middle = top[member] + self.height[member] / 2
        effect = self.forest.parent[member]
        if effect < 0:
            return ()
        y = top[effect] + self.height[effect]
        if effect != parent:
            trunk = centre[effect] - self.width[effect] / 2 + TRUNK
            return (trunk, y), (trunk, middle), (centre[member] - self.width[member] / 2, middle)
        trunk = centre[parent] + column.trunk
        side = -0.5 if centre[member] > trunk else 0.5
        end = (centre[member] + side * self.width[member], middle)
        if grid.straight:
            return (trunk, y), (trunk, middle), end
        bend = rows[self.forest.row[parent] + 1][0] - self.spacing.rows * 0.42
        turn = rows[self.forest.row[member]][0] - self.spacing.rows * 0.42
        hub = centre[parent] + grid.hub
        return (
            (centre[parent], y),
            (centre[parent], bend),
            (hub, bend),
            (hub, turn),
            (trunk, turn),
            (trunk, middle),
            end,
        )


def _beside(rights: list[float], left: list[float], gap: float) -> float:
    """Return how far a contour must move to stand right of what is there."""
    return max((right - low for right, low in zip(rights, left, strict=False)), default=-gap) + gap


def place(forest: Forest, width: Sequence[float], height: Sequence[float], spacing: Spacing) -> Placement:
    """Lay out a forest of at least one node. Widths and heights are those of the boxes, in units."""
    return _Layout(forest, width, height, spacing).place()


def measure(forest: Forest, width: Sequence[float], height: Sequence[float], spacing: Spacing) -> Point:
    """Return only the size of what `place` would lay out: the search for the best widths asks this many times."""
    (low, high), _, rows = _Layout(forest, width, height, spacing).extent()
    return high - low, rows[-1][1]


def hung(forest: Forest, width: Sequence[float], height: Sequence[float], spacing: Spacing) -> Hung:
    """Return the columns of what `place` would lay out."""
    layout = _Layout(forest, width, height, spacing)
    _, _, rows = layout.extent()
    layout.settle()
    return Hung(tuple((parent, grid) for parent, grids in layout.grids.items() for grid in grids), rows)
