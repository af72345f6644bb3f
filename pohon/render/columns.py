"""Hanging columns: boxes under one parent, one below the other, with what brings them about indented under them."""

from collections.abc import Sequence

from pohon.frozen import dataclass

__all__ = ["TRUNK", "Column", "Grid", "hang"]

_INDENT, TRUNK, _HALF_PAIR = 12.0, 6.0, 9.0

Member = tuple[int, float, float]
"""Node, left edge, top edge inside the row."""
Sizes = tuple[Sequence[float], Sequence[float]]
"""Widths and heights of all nodes."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the x of its trunk and its members; x positions are relative to the centre of the parent."""

    trunk: float
    members: tuple[Member, ...]

    def shifted(self, by: float) -> "Column":
        """Return the column moved sideways."""
        return Column(self.trunk + by, tuple([(node, x + by, y) for node, x, y in self.members]))


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns beside each other; `straight` = one trunk that comes straight out of the parent's lower edge."""

    columns: tuple[Column, ...]
    left: float
    right: float
    straight: bool = False

    @property
    def hub(self) -> float:
        """Where the line from the parent arrives: the trunk of a single column, else the middle."""
        return self.columns[0].trunk if len(self.columns) == 1 else (self.left + self.right) / 2

    def shifted(self, by: float) -> "Grid":
        """Return the grid moved sideways."""
        columns = tuple(column.shifted(by) for column in self.columns)
        return Grid(columns, self.left + by, self.right + by, self.straight)


def hang(
    children: Sequence[Sequence[int]],
    group: Sequence[int],
    sizes: Sizes,
    gaps: tuple[float, float],
    room: tuple[int, float],
) -> Grid:
    """Hang a group of branches in columns; its centre is at 0.

    `gaps` = beside and below; `room` = boxes in a column, and the width of the parent when the group is all it has
    (a single column then hangs from the left part of its lower edge).
    """
    length, beneath = room
    branches = [_branch(children, top) if children[top] else [(top, 0)] for top in group]
    columns = [_column(column, sizes, gaps[1]) for column in _deal(branches, length)]
    if len(columns) == 1 and beneath:
        edge = -beneath / 2
        members, wide = columns[0]
        moved = Column(edge + TRUNK, tuple([(node, x + edge + _INDENT, y) for node, x, y in members]))
        return Grid((moved,), edge + TRUNK, edge + _INDENT + wide, straight=True)
    paired = all(len(branch) == 1 for branch in branches)
    grid = _pairs(columns, gaps[0]) if paired else _singles(columns, gaps[0])
    return grid.shifted(-(grid.left + grid.right) / 2)


def _branch(children: Sequence[Sequence[int]], top: int) -> list[tuple[int, int]]:
    """Return a branch depth-first: node and its depth below the top."""
    found, pending = [], [(top, 0)]
    while pending:
        node, depth = pending.pop()
        found.append((node, depth))
        pending.extend((child, depth + 1) for child in reversed(children[node]))
    return found


def _deal(branches: Sequence[list[tuple[int, int]]], length: int) -> list[list[tuple[int, int]]]:
    """Deal branches out over columns of about equal length, in reading order."""
    total = sum(map(len, branches))
    longest = max(-(-total // -(-total // length)), *map(len, branches))
    columns: list[list[tuple[int, int]]] = [[]]
    for branch in branches:
        if columns[-1] and len(columns[-1]) + len(branch) > longest:
            columns.append([])
        columns[-1].extend(branch)
    return columns


def _column(members: Sequence[tuple[int, int]], sizes: Sizes, gap: float) -> tuple[tuple[Member, ...], float]:
    """Stack the members of one column at x = 0; return them and the width of the column."""
    width, height = sizes
    placed, y, wide = [], 0.0, 0.0
    for place, (node, depth) in enumerate(members):
        if place and depth == 0 and members[place - 1][1] > 0:
            y += gap
        placed.append((node, depth * _INDENT, y))
        y += height[node] + gap
        wide = max(wide, depth * _INDENT + width[node])
    return tuple(placed), wide


def _singles(columns: Sequence[tuple[tuple[Member, ...], float]], gap: float) -> Grid:
    """Set columns side by side, each with its trunk at the left."""
    done, x = [], 0.0
    for members, wide in columns:
        start = x + _INDENT - TRUNK
        done.append(Column(x, tuple((node, left + start, y) for node, left, y in members)))
        x = start + wide + gap
    return Grid(tuple(done), 0.0, x - gap)


def _pairs(columns: Sequence[tuple[tuple[Member, ...], float]], gap: float) -> Grid:
    """Set columns side by side, two to a trunk."""
    done, x = list[Column](), 0.0
    for start in range(0, len(columns), 2):
        members, wide = columns[start]
        if start + 1 == len(columns):
            single = _singles(columns[start:], gap).shifted(x)
            done += single.columns
            x = single.right + gap
            continue
        trunk = x + wide + _HALF_PAIR
        others, broad = columns[start + 1]
        done.append(Column(trunk, tuple((node, x + left, y) for node, left, y in members)))
        done.append(Column(trunk, tuple((node, trunk + _HALF_PAIR + left, y) for node, left, y in others)))
        x = trunk + _HALF_PAIR + broad + gap
    return Grid(tuple(done), 0.0, x - gap)
