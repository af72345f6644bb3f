"""Boxes as narrow as their row allows: a column that is shorter than its row is narrowed until it is as tall.

All boxes of a level begin with one width. Where a hanging column (or a box above a single column) has height to spare,
its lines may be shorter; what it gives up in width lets every text on the sheet be larger.
"""

from collections.abc import Callable, Sequence

from .layout import Forest, Hung, Spacing, hung

__all__ = ["narrowed"]

_NARROWEST = 0.74
"""Boxes of one level shall look alike: none is narrower than this share of the others."""

Height = Callable[[int, float], float]
"""Height of the box of a node at a width."""


def narrowed(
    forest: Forest, sizes: tuple[list[float], list[float]], spacing: Spacing, least: Sequence[float], height: Height
) -> tuple[list[float], list[float]]:
    """Return widths and heights with every column narrowed; no row gets taller. `least` = narrowest width of a box."""
    widths, heights = list(sizes[0]), list(sizes[1])
    found = hung(forest, widths, heights, spacing)
    above = {parent for parent, grid in found.grids if grid.straight}
    hanging = {node for _, grid in found.grids for column in grid.columns for node, _, _ in column.members}
    measure = (least, height)
    for node, children in enumerate(forest.children):
        if node not in hanging and (node in above or not children):
            _narrow([node], (widths, heights), _room(found, forest, node) - heights[node], measure)
    for parent, grid in found.grids:
        floor = widths[parent] if grid.straight else 0.0
        for column in grid.columns:
            members = [node for node, _, _ in column.members]
            last, _, top = column.members[-1]
            spare = _room(found, forest, last) - top - heights[last]
            _narrow(members, (widths, heights), spare, measure, floor)
        if grid.straight:
            wide = max(widths[node] for node, _, _ in grid.columns[0].members)
            widths[parent] = min(sizes[0][parent], max(widths[parent], wide))
            heights[parent] = height(parent, widths[parent])
    return widths, heights


def _room(found: Hung, forest: Forest, node: int) -> float:
    """Return the height of the row of a node."""
    top, bottom = found.rows[forest.row[node]]
    return bottom - top


def _narrow(
    members: Sequence[int],
    sizes: tuple[list[float], list[float]],
    spare: float,
    measure: tuple[Sequence[float], Height],
    floor: float = 0.0,
) -> None:
    """Take the same from the width of every box of a column, as much as its row has room for."""
    (widths, heights), (least, height) = sizes, measure
    most = min(widths[node] - max(least[node], widths[node] * _NARROWEST, floor) for node in members)
    room = sum(heights[node] for node in members) + spare + 1e-9
    by = _most(int(most), lambda by: sum(height(node, widths[node] - by) for node in members) <= room)
    for node in members if by > 0 else ():
        widths[node] -= by
        heights[node] = height(node, widths[node])


def _most(limit: int, fits: Callable[[int], bool]) -> int:
    """Return the largest whole number up to the limit that fits; what fits, fits for every smaller one."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    return low
