"""Presentations (pptx) -> Source: text boxes with their places and connectors, tables, slide by slide."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from pohon.errors import BadInput, Place, Problem
from pohon.forms.tables import Cell, Table

from .drawing_xml import Drawing, Frame, collect_diagrams, drawn_text
from .office_xml import attribute, child_of, children_of, tag
from .source import Item, Line, Source, grid

__all__ = ["read_slides"]

_PAGE = 10_000
"""Points between the tops of two slides: boxes of different slides never stand beside each other."""
_SLIDE = re.compile(r"ppt/slides/slide(\d{1,4})\.xml")


def read_slides(path: Path) -> Source:
    """Return boxes, connectors and tables of all slides. Raises BadInput when the file is broken."""
    drawing, items = Drawing(drawn_text), list[Item]()
    try:
        with zipfile.ZipFile(path) as archive:
            numbers = sorted(int(found[1]) for name in archive.namelist() if (found := _SLIDE.fullmatch(name)))
            for number in numbers:
                root = fromstring(archive.read(f"ppt/slides/slide{number}.xml"))  # noqa: S314 - no DOCTYPE gets here
                items += _slide(root, number, drawing)
            collect_diagrams(archive, drawing)
    except (zipfile.BadZipFile, KeyError, ParseError, OSError, ValueError):
        problem = Problem(Place(), "berkas rusak: isinya tidak dapat dibaca.", "Buka, lalu simpan ulang.")
        raise BadInput(path.name, (problem,)) from None
    return Source(
        name=path.name, form="pptx", items=tuple(items), boxes=tuple(drawing.boxes), links=tuple(drawing.links)
    )


def _slide(root: Element, number: int, drawing: Drawing) -> Iterator[Item]:
    own = Drawing(drawn_text)
    where = f"slide {number}"
    tree = child_of(root, "cSld", "spTree")
    for one in tree if tree is not None else ():
        title = _title(one)
        if title:
            yield Line(title, Place(label=where), 0, heading=True, after_blank=True)
        elif tag(one) == "graphicFrame":
            yield from (_table(table, where) for table in one.iter() if tag(table) == "tbl")
        else:
            own.collect(one, where, Frame())
    drawing.boxes += [replace(box, name=f"{number}:{box.name}", top=box.top + number * _PAGE) for box in own.boxes]
    drawing.links += [(f"{number}:{upper}", f"{number}:{lower}") for upper, lower in own.joined()]


def _title(shape: Element) -> str:
    """Return the text of a placeholder for titles, "" for any other shape."""
    holder = next((attribute(one, "type") for one in shape.iter() if tag(one) == "ph"), "")
    return drawn_text(shape).strip() if tag(shape) == "sp" and holder in {"title", "ctrTitle", "subTitle"} else ""


def _table(table: Element, where: str) -> Table:
    rows: list[list[Cell | None]] = []
    for number, row in enumerate(children_of(table, "tr"), 1):
        cells: list[Cell | None] = []
        for column, cell in enumerate(children_of(row, "tc"), 1):
            if attribute(cell, "hMerge") in {"1", "true"} or attribute(cell, "vMerge") in {"1", "true"}:
                cells.append(None)
                continue
            text = "\n".join(drawn_text(one) for one in cell.iter() if tag(one) == "txBody")
            spans = [int(span) if (span := attribute(cell, name)).isdigit() else 1 for name in ("rowSpan", "gridSpan")]
            place = Place(label=f"{where} tabel baris {number} kolom {column}")
            cells.append(Cell(text=text, rows=spans[0], columns=spans[1], place=place))
        rows.append(cells)
    return grid(where, rows)
