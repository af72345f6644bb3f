"""Word documents -> Source: own walk over paragraphs, tables (gridSpan, vMerge, nested), text boxes and connectors.

python-docx repeats the text of merged cells and does not see text boxes, where pohon kinerja are often drawn.
Source: libraries.md section 5.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from pohon.errors import BadInput, Place, Problem
from pohon.forms.tables import Cell, Table

from .aligned import with_aligned
from .colours import plain_colour
from .drawing_xml import Drawing, Frame, Stroke, collect_diagrams, vml_frame, vml_place
from .office_xml import attribute, child_of, children_of, inside, math_text, tag
from .source import Item, Line, Source, grid

__all__ = ["read_word"]

_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_LEVEL = 36
_VML = frozenset({"shape", "rect", "roundrect", "oval", "line"})
_PLAIN_NUMBER = re.compile(r"\s*(-?\d{1,9}(?:\.\d{1,6})?)")
_INDENT = 90
"""Twips of one space: four of them are a quarter of an inch."""


def read_word(path: Path) -> Source:
    """Return the lines, tables and boxes of a document. Raises BadInput when it is broken."""
    try:
        with zipfile.ZipFile(path) as archive:
            root = fromstring(archive.read("word/document.xml"))  # noqa: S314 - the guard refuses DOCTYPE before
            comments = "word/comments.xml" in archive.namelist()
            walk = _Walk()
            collect_diagrams(archive, walk.drawing)
    except (zipfile.BadZipFile, KeyError, ParseError, OSError, ValueError):
        problem = Problem(Place(), "berkas rusak: isinya tidak dapat dibaca.", "Buka, lalu simpan ulang.")
        raise BadInput(path.name, (problem,)) from None
    body = child_of(root, "body")
    items = with_aligned(tuple(walk.items(body))) if body is not None else ()
    notes = ("komentar di pinggir dokumen tidak dibaca.",) if comments else ()
    return Source(
        name=path.name, form="docx", items=items, boxes=tuple(walk.drawing.boxes), links=tuple(walk.drawing.joined()),
        notes=notes,
    )  # fmt: skip


class _Walk:
    """One walk through the body."""

    def __init__(self) -> None:
        self.drawing = Drawing(self._shape_text)
        self.paragraphs = 0
        self.tables = 0

    def items(self, holder: Element) -> Iterator[Item]:
        """Yield paragraphs and tables in order; a table inside a cell follows the table that holds it."""
        blank = True
        for one in holder:
            kind = tag(one)
            if kind == "p":
                self.paragraphs += 1
                found = self._line(one, blank=blank)
                blank = found is None
                if found is not None:
                    yield found
            elif kind == "tbl":
                yield from self._table(one)
                blank = True
            elif kind in {"sdt", "sdtContent", "ins", "customXml", "smartTag"}:
                yield from self.items(one)

    def _line(self, paragraph: Element, *, blank: bool) -> Line | None:
        text = self._text(paragraph)
        self._boxes(paragraph)
        if not text.strip():
            return None
        properties = child_of(paragraph, "pPr")
        style = attribute(child_of(properties, "pStyle"), "val")
        heading = style.casefold().startswith(("heading", "judul", "title"))
        level = attribute(child_of(properties, "numPr", "ilvl"), "val")
        left = attribute(child_of(properties, "ind"), "left") or attribute(child_of(properties, "ind"), "start")
        depth = (int(level) + 1) * _LEVEL if level.isdigit() else int(left) // 20 if left.isdigit() else 0
        place = Place(label=f"paragraf {self.paragraphs}")
        return Line(text, place, depth, heading, blank)

    @staticmethod
    def _text(element: Element) -> str:
        parts = []
        for one in inside(element, "txbxContent", "tbl", "oMath"):
            kind = tag(one)
            if kind == "t":
                parts.append(one.text or "")
            elif kind in _BREAKS:
                parts.append(_BREAKS[kind])
            elif kind == "oMath":
                parts.append(math_text(one))
        return "".join(parts)

    def _boxes(self, paragraph: Element) -> None:
        """Collect the boxes that are anchored in a paragraph."""
        for anchor in inside(paragraph, "anchor", "inline", "group", *_VML, "txbxContent"):
            kind = tag(anchor)
            where = f"kotak {len(self.drawing.boxes) + 1}"
            if kind in {"anchor", "inline"}:
                frame = Frame(self._offset(anchor, "positionH"), self._offset(anchor, "positionV"))
                for holder in (one for one in inside(anchor, "graphicData") if tag(one) == "graphicData"):
                    for one in holder:
                        self.drawing.collect(one, where, frame)
            elif kind == "group" or kind in _VML:
                self._vml(anchor, Frame(0.0, 0.0, 1.0, 1.0))

    def _vml(self, shape: Element, frame: Frame) -> None:
        """Collect an old shape, or what an old group holds."""
        if tag(shape) == "group":
            inner = vml_frame(shape, frame)
            for one in shape:
                self._vml(one, inner)
            return
        if tag(shape) == "line" or attribute(shape, "connectortype"):
            self.drawing.strokes.append(Stroke(_line_ends(shape, frame)))
        elif tag(shape) in _VML:
            self.drawing.vml(shape, self._shape_text(shape), f"kotak {len(self.drawing.boxes) + 1}", frame)
        for proxies in (one for one in inside(shape) if tag(one) == "r" and attribute(one, "type") == "connector"):
            ends = [attribute(one, "idref").lstrip("#") for one in proxies if tag(one) == "proxy"]
            if len(ends) == 2:
                self.drawing.links.append((ends[0], ends[1]))

    @staticmethod
    def _offset(anchor: Element, name: str) -> int:
        found = child_of(anchor, name, "posOffset")
        text = (found.text or "") if found is not None else ""
        return int(text) // 12_700 if text.lstrip("-").isdigit() and len(text) < 13 else 0

    def _shape_text(self, shape: Element) -> str:
        content = next((one for one in inside(shape, "txbxContent") if tag(one) == "txbxContent"), None)
        return "" if content is None else self._box_text(content)

    def _box_text(self, content: Element) -> str:
        return "\n".join(self._text(one) for one in content.iter() if tag(one) == "p").strip()

    def _table(self, table: Element) -> Iterator[Table]:
        self.tables += 1
        name = f"tabel {self.tables}"
        inner: list[Element] = []
        rows: list[list[Cell | None]] = []
        above: dict[int, tuple[int, int]] = {}
        for number, row in enumerate(children_of(table, "tr"), 1):
            before = attribute(child_of(row, "trPr", "gridBefore"), "val")
            cells: list[Cell | None] = [
                Cell() for _ in range(int(before) if before.isdigit() and int(before) < 200 else 0)
            ]
            for cell in children_of(row, "tc"):
                inner += list(children_of(cell, "tbl"))
                self._cell(cell, cells, rows, above, f"{name} baris {number}")
            rows.append(cells)
        yield grid(name, rows)
        for one in inner:
            yield from self._table(one)

    def _cell(
        self, cell: Element, cells: list[Cell | None], rows: list[list[Cell | None]], above: dict[int, tuple[int, int]],
        where: str,
    ) -> None:  # fmt: skip
        properties = child_of(cell, "tcPr")
        span = attribute(child_of(properties, "gridSpan"), "val")
        columns = min(int(span), 200) if span.isdigit() and int(span) > 0 else 1
        merge = child_of(properties, "vMerge")
        column = len(cells)
        if merge is not None and attribute(merge, "val") != "restart" and column in above:
            row, first = above[column]
            anchor = rows[row][first]
            if anchor is not None:
                rows[row][first] = _taller(anchor, len(rows) - row + 1)
            cells += [None] * columns
            return
        text = "\n".join(self._text(one) for one in children_of(cell, "p"))
        for one in children_of(cell, "p"):
            self._boxes(one)
        above[column] = (len(rows), column)
        fill = plain_colour(attribute(child_of(properties, "shd"), "fill"))
        place = Place(label=f"{where} kolom {column + 1}")
        cells.append(Cell(text=_indented(cell) + text.strip("\n"), columns=columns, place=place, fill=fill))
        cells += [None] * (columns - 1)


def _line_ends(shape: Element, frame: Frame) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the ends of an old line: its own attributes, or the corners of its frame."""
    told = [attribute(shape, name).split(",") for name in ("from", "to")]
    if all(len(pair) == 2 for pair in told):
        numbers = [[float(n[1]) if (n := _PLAIN_NUMBER.match(part)) else 0.0 for part in pair] for pair in told]
        first, second = ((frame.left + x * frame.across, frame.top + y * frame.down) for x, y in numbers)
        return first, second
    left, top, width, height = vml_place(shape, frame)
    style = attribute(shape, "style").replace(" ", "")
    x = (left + width, left) if re.search(r"flip:[xy]*x", style) else (left, left + width)
    y = (top + height, top) if re.search(r"flip:[xy]*y", style) else (top, top + height)
    return (x[0], y[0]), (x[1], y[1])


def _indented(cell: Element) -> str:
    """Return the spaces that stand for the indent of the first paragraph of a cell."""
    indent = child_of(next(children_of(cell, "p"), None), "pPr", "ind")
    left = attribute(indent, "left") or attribute(indent, "start")
    return " " * (min(int(left), 14_400) // _INDENT) if left.isdigit() and len(left) < 6 else ""


def _taller(cell: Cell, rows: int) -> Cell:
    return replace(cell, rows=rows)
