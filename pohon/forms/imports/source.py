"""What a file holds before anyone knows what it means: lines, tables and drawn boxes, each with its place.

Every reader of a file format gives one `Source`; recognition, structure and import only ever see this.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pohon.errors import Place
from pohon.forms.tables import Cell, Column, Row, Table, clean

__all__ = ["Box", "Item", "Line", "Source", "from_plain", "grid", "parts", "row_name", "tidy", "to_plain"]

_UNSEEN = dict.fromkeys((0x00AD, 0x200B, 0x2060))
"""Marks that only tell where a word may break."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line (or paragraph) of prose. `depth` is its outline or indent level; `after_blank` tells of a gap above,
    `fill` is the colour of the cell it stood in.
    """

    text: str
    place: Place = Place()
    depth: int = 0
    heading: bool = False
    after_blank: bool = False
    fill: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A drawn box with a text; `left` and `top` in any unit, `fill` its colour ("" = none)."""

    name: str
    text: str
    place: Place = Place()
    left: int = 0
    top: int = 0
    width: int = 0
    height: int = 0
    fill: str = ""


Item = Line | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file as read. `links` are connectors of boxes (name, name), upper end first."""

    name: str
    form: str
    items: tuple[Item, ...] = ()
    boxes: tuple[Box, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)

    def tables(self) -> tuple[Table, ...]:
        """Return the tables in order."""
        return tuple(item for item in self.items if isinstance(item, Table))

    def lines(self) -> tuple[Line, ...]:
        """Return the lines in order."""
        return tuple(item for item in self.items if isinstance(item, Line))


@lru_cache(32_768)
def tidy(text: str) -> str:
    """Return a text without layout: one space, no empty or dotted lines, no conversion marks; lines stay lines."""
    plain = clean(text).translate(_UNSEEN)
    lines = (" ".join(line.replace("**", " ").split()) for line in plain.split("\n"))
    return "\n".join(line for line in lines if line and (len(line) < 3 or line.strip(".…")))  # dots: a field to fill


def parts(cell: Cell) -> list[tuple[str, int]]:
    """Return the filled lines of a cell, each with the line of the file where it stands (0 = unknown)."""
    first = cell.place.line
    numbered = enumerate(cell.text.split("\n"), first) if first else ((0, line) for line in cell.text.split("\n"))
    return [(words, number) for number, line in numbered if (words := tidy(line))]


def row_name(place: Place) -> str:
    """Return a place as the key `baris` of an origin has it: "43", "46-48" or the label."""
    if place.label:
        return place.label
    return f"{place.line}-{place.end_line}" if place.end_line > place.line else str(place.line or "")


def grid(name: str, rows: Iterable[Iterable[Cell | None]]) -> Table:
    """Return a table of cells whose headings are not known yet; short rows are filled up."""
    listed = [list(row) for row in rows]
    width = max((len(row) for row in listed), default=0)
    made = tuple(Row((*row, *(Cell() for _ in range(width - len(row))))) for row in listed)
    return Table(name=name, columns=tuple(Column(title="") for _ in range(width)), rows=made)


def to_plain(source: Source) -> dict[str, Any]:
    """Return the source as plain lists, for the way out of a child process."""
    return {
        "items": [_line(item) if isinstance(item, Line) else _table(item) for item in source.items],
        "boxes": [[b.name, b.text, b.place.label, b.left, b.top, b.width, b.height, b.fill] for b in source.boxes],
        "links": [list(link) for link in source.links],
        "notes": list(source.notes),
        "facts": dict(source.facts),
    }


def _line(line: Line) -> list[Any]:
    return ["l", line.text, line.place.line, line.place.label, line.depth, line.heading, line.after_blank, line.fill]


def _table(table: Table) -> list[Any]:
    rows = [[None if cell is None else _cell(cell) for cell in row.cells] for row in table.rows]
    return ["t", table.name, rows]


def _cell(cell: Cell) -> list[Any]:
    return [cell.text, cell.rows, cell.columns, cell.place.line, cell.place.label, cell.bold, cell.key, cell.fill]


def from_plain(name: str, form: str, data: Mapping[str, Any]) -> Source:
    """Return the source that a child process wrote."""
    items = tuple(_item_of(one) for one in data["items"])
    boxes = tuple(
        Box(name=b[0], text=b[1], place=Place(label=b[2]), left=b[3], top=b[4], width=b[5], height=b[6], fill=b[7])
        for b in data["boxes"]
    )
    links = tuple((upper, lower) for upper, lower in data["links"])
    return Source(
        name=name, form=form, items=items, boxes=boxes, links=links, notes=tuple(data["notes"]), facts=data["facts"]
    )


def _item_of(one: list[Any]) -> Item:
    if one[0] == "l":
        return Line(one[1], Place(line=one[2], label=one[3]), one[4], one[5], one[6], one[7])
    rows: Iterator[Row] = (Row(tuple(None if cell is None else _cell_of(cell) for cell in row)) for row in one[2])
    return grid(one[1], (row.cells for row in rows))


def _cell_of(one: list[Any]) -> Cell:
    place = Place(line=one[3], label=one[4])
    return Cell(text=one[0], rows=one[1], columns=one[2], place=place, bold=one[5], key=one[6], fill=one[7])
