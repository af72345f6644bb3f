"""Presentations (pptx) -> Source: text boxes with their places and connectors, tables, slide by slide."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from pohon.errors import BadInput, Place, Problem

from .office_xml import Drawing, attribute, children_of, inside, tag
from .source import Item, Line, Source, grid
from .tables import Cell, Table

__all__ = ["read_slides"]

_SLIDE = re.compile(r"ppt/slides/slide(\d{1,4})\.xml")


def read_slides(path: Path) -> Source:
    """Return boxes, connectors and tables of all slides. Raises BadInput when the file is broken."""
    drawing, items = Drawing(), list[Item]()
    try:
        with zipfile.ZipFile(path) as archive:
            numbers = sorted(int(found[1]) for name in archive.namelist() if (found := _SLIDE.fullmatch(name)))
            for number in numbers:
                root = fromstring(archive.read(f"ppt/slides/slide{number}.xml"))  # noqa: S314 - no DOCTYPE gets here
                items += _slide(root, number, drawing)
    except (zipfile.BadZipFile, KeyError, ParseError, OSError, ValueError):
        problem = Problem(Place(), "berkas rusak: isinya tidak dapat dibaca.", "Buka, lalu simpan ulang.")
        raise BadInput(path.name, (problem,)) from None
    return Source(
        name=path.name, form="pptx", items=tuple(items), boxes=tuple(drawing.boxes), links=tuple(drawing.links)
    )


def _slide(root: Element, number: int, drawing: Drawing) -> Iterator[Item]:
    own = Drawing()
    where = f"slide {number}"
    for one in inside(root, "sp", "cxnSp", "tbl"):
        kind = tag(one)
        if kind == "sp":
            text = "\n".join(_text(paragraph) for paragraph in one.iter() if tag(paragraph) == "p")
            holder = next((attribute(ph, "type") for ph in one.iter() if tag(ph) == "ph"), "")
            if holder in {"title", "ctrTitle", "subTitle"} and text.strip():
                yield Line(text, Place(label=where), 0, heading=True, after_blank=True)
            else:
                own.shape(one, text, where)
        elif kind == "cxnSp":
            own.connector(one)
        elif kind == "tbl":
            yield _table(one, where)
    drawing.boxes += [replace(box, name=f"{number}:{box.name}") for box in own.boxes]
    drawing.links += [(f"{number}:{upper}", f"{number}:{lower}") for upper, lower in own.links]


def _text(paragraph: Element) -> str:
    return "".join((one.text or "") if tag(one) == "t" else "\n" for one in paragraph.iter() if tag(one) in {"t", "br"})


def _table(table: Element, where: str) -> Table:
    rows: list[list[Cell | None]] = []
    for number, row in enumerate(children_of(table, "tr"), 1):
        cells: list[Cell | None] = []
        for column, cell in enumerate(children_of(row, "tc"), 1):
            if attribute(cell, "hMerge") in {"1", "true"} or attribute(cell, "vMerge") in {"1", "true"}:
                cells.append(None)
                continue
            text = "\n".join(_text(one) for one in cell.iter() if tag(one) == "p")
            spans = [int(span) if (span := attribute(cell, name)).isdigit() else 1 for name in ("rowSpan", "gridSpan")]
            place = Place(label=f"{where} tabel baris {number} kolom {column}")
            cells.append(Cell(text=text, rows=spans[0], columns=spans[1], place=place))
        rows.append(cells)
    return grid(where, rows)
