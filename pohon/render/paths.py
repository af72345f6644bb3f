"""Outlines of shapes and lines as path steps, the same for SVG and PDF."""

from collections.abc import Sequence

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
    steps: list[Step] = [("M", points[0])]
    corners = _without_straight(points)
    for before, point, after in zip(corners, corners[1:], corners[2:], strict=False):
        radius = min(6.0 * wire.scale, _length(before, point) / 2, _length(point, after) / 2)
        start, end = _towards(point, before, radius), _towards(point, after, radius)
        inner = _towards(point, before, radius * (1 - _ROUND)), _towards(point, after, radius * (1 - _ROUND))
        steps += [("L", start), ("C", (*inner[0], *inner[1], *end))]
    return [*steps, ("L", corners[-1])]


def _without_straight(points: Sequence[Point]) -> list[Point]:
    """Leave out repeated points and points in the middle of a straight line."""
    kept: list[Point] = []
    for point in points:
        if kept and _length(kept[-1], point) < 0.01:
            continue
        if len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return kept if len(kept) > 1 else [points[0], points[-1]]


def _in_line(one: Point, two: Point, three: Point) -> bool:
    return (abs(one[0] - two[0]) < 0.01 and abs(two[0] - three[0]) < 0.01) or (
        abs(one[1] - two[1]) < 0.01 and abs(two[1] - three[1]) < 0.01
    )


def _length(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(start: Point, end: Point, by: float) -> Point:
    length = _length(start, end) or 1.0
    return start[0] + (end[0] - start[0]) / length * by, start[1] + (end[1] - start[1]) / length * by


def arrow(wire: Wire) -> list[Step]:
    """Return the head of a curved line: a small triangle at its end."""
    (x, y), (from_x, from_y), size = wire.points[-1], wire.points[-2], 5.0 * wire.scale
    if abs(from_x - x) >= abs(from_y - y):
        back = x + (size if from_x > x else -size)
        return _polygon((x, y), (back, y - size * 0.5), (back, y + size * 0.5))
    back = y + (size if from_y > y else -size)
    return _polygon((x, y), (x - size * 0.5, back), (x + size * 0.5, back))
