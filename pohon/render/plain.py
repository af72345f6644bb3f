"""The parts of a scene as plain data for programs that draw it themselves: numbers in units, outlines kept once.

Used by the page of `html` and by the canvas of the workshop board.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from . import paths
from .drawing import Box, Shape, Text

__all__ = ["Outlines", "box_parts", "outline", "points", "rounded", "steps"]


class Outlines:
    """Outlines that occur many times are kept once: a table, and the place of each outline in it."""

    def __init__(self, unit: float) -> None:
        self.unit = unit
        self.table: dict[tuple[str, str], int] = {}

    def number(self, shape: Shape, origin: tuple[float, float]) -> int:
        """Return the place of a shape in the table, drawn relative to `origin`."""
        moved = replace(shape, x=shape.x - origin[0], y=shape.y - origin[1])
        entry = (shape.surface, outline(moved, self.unit))
        return self.table.setdefault(entry, len(self.table))


def box_parts(box: Box, outlines: Outlines) -> tuple[list[int], list[list[Any]]]:
    """Return the outlines of a box and its lines [look, x, y, size, width, text], from its upper left corner."""
    origin = (box.x, box.y)
    return (
        [outlines.number(shape, origin) for shape in box.shapes],
        [_line(text, origin, outlines.unit) for text in box.texts],
    )


def _line(text: Text, origin: tuple[float, float], unit: float) -> list[Any]:
    places = ((text.x - origin[0]) / unit, (text.y - origin[1]) / unit, text.size / unit, text.width / unit)
    return [text.look, *rounded(places), text.text]


def points(corners: Iterable[tuple[float, float]], unit: float) -> list[float]:
    """Return the corners of a line as x, y, x, y ... in units."""
    return rounded(value / unit for corner in corners for value in corner)


def rounded(values: Iterable[float]) -> list[float]:
    """Return the numbers as precise as a screen needs them."""
    return [round(value, 2) for value in values]


def outline(shape: Shape, unit: float) -> str:
    """Return the outline of a shape as the text of an SVG path, in units."""
    x, y, width, height = (value / unit for value in (shape.x, shape.y, shape.width, shape.height))
    if shape.form == "rect":
        return f"M{_text(x, y)}h{_text(width)}v{_text(height)}h{_text(-width)}z"
    if shape.form == "rounded":
        radius = paths.corner(shape) / unit
        turns = ((radius, radius), (-radius, radius), (-radius, -radius), (radius, -radius))
        arcs = [f"a{_text(radius, radius)} 0 0 1 {_text(*turn)}" for turn in turns]
        wide, high = width - 2 * radius, height - 2 * radius
        return (
            f"M{_text(x + radius, y)}h{_text(wide)}{arcs[0]}v{_text(high)}{arcs[1]}"
            f"h{_text(-wide)}{arcs[2]}v{_text(-high)}{arcs[3]}z"
        )
    return steps(paths.shape_path(shape), unit)


def steps(path: Iterable[paths.Step], unit: float) -> str:
    """Return the steps of a path as the text of an SVG path, in units."""
    return "".join(name.lower() if name == "Z" else name + _text(*(v / unit for v in values)) for name, values in path)


def _text(*values: float) -> str:
    return " ".join(f"{round(value, 2):g}" for value in values)
