"""Outlines of shapes and lines as path steps, the same for SVG and PDF."""

from collections.abc import Sequence
from itertools import pairwise

from .drawing import Shape, Wire

__all__ = ["Step", "arrow", "shape_path", "wire_path"]

Point = tuple[float, float]
Step = tuple[str, tuple[float, ...]]
"""("M" | "L" | "C" | "Z", coordinates)."""

_ROUND = 0.5523
_CORNER = 4.0


def shape_path(shape: Shape) -> list[Step]:
    """Return the outline of a shape; rect and rounded are drawn by the formats themselves."""
    x, y, right, bottom = shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    if shape.form == "line":
        return [("M", (x, y)), ("L", (right, bottom))]
    if shape.form == "diamond":
        return _polygon(
            ((x + right) / 2, y), (right, (y + bottom) / 2), ((x + right) / 2, bottom), (x, (y + bottom) / 2)
        )
    cut = min(corner(shape) * 1.6, shape.width / 3, shape.height / 3)
    if shape.form == "bevel":
        return _polygon(
            (x + cut, y), (right - cut, y), (right, y + cut), (right, bottom - cut),
            (right - cut, bottom), (x + cut, bottom), (x, bottom - cut), (x, y + cut),
        )  # fmt: skip
    if shape.form == "note":
        return _polygon((x, y), (right - cut, y), (right, y + cut), (right, bottom), (x, bottom))
    return _polygon((x, y), (right, y), (right, bottom), (x, bottom))


def corner(shape: Shape) -> float:
    """Return the radius of rounded corners."""
    return min(_CORNER * shape.scale, shape.width / 2, shape.height / 2)


def _polygon(*points: Point) -> list[Step]:
    return [("M", points[0]), *(("L", point) for point in points[1:]), ("Z", ())]


def wire_path(wire: Wire) -> list[Step]:
    """Return a line with rounded corners, or the curves of a curved line."""
    points = wire.points
    if wire.curved:
        legs = range(1, len(points) - 2, 3)
        return [("M", points[0]), *(("C", (*points[at], *points[at + 1], *points[at + 2])) for at in legs)]
    corners = _without_straight(points)
    steps: list[Step] = [("M", corners[0])]
    (from_x, from_y), most = corners[0], 6.0 * wire.scale
    for (x, y), (to_x, to_y) in pairwise(corners[1:]):
        before, after = abs(x - from_x) + abs(y - from_y), abs(x - to_x) + abs(y - to_y)
        radius = min(most, before / 2, after / 2)
        back_x, back_y = (from_x - x) / before * radius, (from_y - y) / before * radius
        on_x, on_y = (to_x - x) / after * radius, (to_y - y) / after * radius
        end = (x + on_x, y + on_y)
        rest = 1 - _ROUND
        steps.append(("L", (x + back_x, y + back_y)))
        steps.append(("C", (x + back_x * rest, y + back_y * rest, x + on_x * rest, y + on_y * rest, *end)))
        from_x, from_y = x, y
    steps.append(("L", corners[-1]))
    return steps


def _without_straight(points: Sequence[Point]) -> list[Point]:
    """Leave out repeated points and points in the middle of a straight line."""
    kept: list[Point] = []
    for x, y in points:
        if kept:
            last_x, last_y = kept[-1]
            if abs(last_x - x) + abs(last_y - y) < 0.01:
                continue
            if len(kept) > 1:
                first_x, first_y = kept[-2]
                level = abs(first_y - last_y) < 0.01 and abs(last_y - y) < 0.01
                if level or (abs(first_x - last_x) < 0.01 and abs(last_x - x) < 0.01):
                    kept.pop()
        kept.append((x, y))
    return kept if len(kept) > 1 else [points[0], points[-1]]


def arrow(wire: Wire) -> list[Step]:
    """Return the head of a curved line: a small triangle at its end."""
    (x, y), (from_x, from_y), size = wire.points[-1], wire.points[-2], 5.0 * wire.scale
    if abs(from_x - x) >= abs(from_y - y):
        back = x + (size if from_x > x else -size)
        return _polygon((x, y), (back, y - size * 0.5), (back, y + size * 0.5))
    back = y + (size if from_y > y else -size)
    return _polygon((x, y), (x - size * 0.5, back), (x + size * 0.5, back))
