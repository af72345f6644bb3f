"""HTML pages -> Source: tables with rowspan and colspan, paragraphs, lists with their depth."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from pohon.errors import Place
from pohon.forms.encoding import decode
from pohon.forms.tables import Cell

from .colours import plain_colour
from .source import Item, Line, Source, grid

__all__ = ["read_html"]

_HIDDEN = frozenset({"script", "style", "template", "head", "svg"})
_BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "section", "article", "dt", "dd", "caption"})
_MOST = 200
_FILL = re.compile(r"background(?:-color)?\s*:\s*([^;]{1,40})")
_TALLEST = 20_000


def read_html(data: bytes, name: str) -> Source:
    """Return the lines and tables of a page."""
    decoded = decode(data, name)
    reader = _Reader()
    reader.feed(decoded.text)
    reader.close()
    reader.flush()
    return Source(name=name, form="html", items=tuple(reader.items), notes=decoded.notes)


class _Reader(HTMLParser):
    """Collects blocks of text and tables; unknown elements count for nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.items: list[Item] = []
        self.tables: list[list[list[Cell | None]]] = []
        self.covered: list[dict[tuple[int, int], bool]] = []
        self.text: list[str] = []
        self.hidden = 0
        self.depth = 0
        self.kind = ""
        self.count = 0
        self.open = False
        self.math: list[str] = []
        """Open elements of an equation; "mfrac 1" when its numerator is written."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag in _HIDDEN:
            self.hidden += 1
        elif tag == "br":
            self.text.append("\n")
        elif tag == "math" or self.math:
            self.math.append(tag)
        elif tag == "table":
            self.flush()
            self.tables.append([])
            self.covered.append({})
        elif tag == "tr" and self.tables:
            self._close_cell()
            self.tables[-1].append([])
        elif tag in {"td", "th"} and self.tables and self.tables[-1]:
            self._cell(dict(attrs))
        elif tag in {"ul", "ol"}:
            self.depth += 1
        elif tag in _BLOCKS and tag != "dd":
            self._block(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if tag in _HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif self.math:
            self._close_math(tag)
        elif tag in {"td", "th", "tr"} and self.tables:
            self._close_cell()
        elif tag == "table" and self.tables:
            self._close_cell()
            self.count += 1
            rows = self.tables.pop()
            self.covered.pop()
            self.items.append(grid(f"tabel {self.count}", rows))
        elif tag in {"ul", "ol"}:
            self.depth = max(0, self.depth - 1)
        elif tag == "dt":
            self.text.append(": ")
        elif tag in _BLOCKS:
            self._block("")

    def _block(self, kind: str) -> None:
        """Begin or end a block: a line of its own inside a cell, else a line of prose."""
        if self.tables:
            self.text.append("\n")
            return
        self.flush()
        self.kind = kind or self.kind

    def _close_math(self, tag: str) -> None:
        """Close an element of an equation; a slash follows the numerator of a fraction."""
        while self.math and self.math.pop().partition(" ")[0] != tag:
            pass
        if self.math and self.math[-1] == "mfrac":
            self.math[-1] = "mfrac 1"
            self.text.append(" / ")

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not self.hidden:
            self.text.append(" ".join(data.split("\n")) if data.strip() else " ")

    def flush(self) -> None:
        """End a block of text outside tables."""
        words = "".join(self.text).strip()
        self.text = []
        if words and not self.tables:
            heading = self.kind.startswith("h") and len(self.kind) == 2
            line, _ = self.getpos()
            self.items.append(Line(words, Place(line=line), self.depth * 4, heading, after_blank=True))

    def _cell(self, attrs: dict[str, str | None]) -> None:
        self._close_cell()
        self.text, self.open = [], True
        row, covered = self.tables[-1][-1], self.covered[-1]
        number = len(self.tables[-1]) - 1
        while covered.get((number, len(row))) and len(row) < _MOST:
            row.append(None)
        rows, columns = (_span(attrs.get(key), most) for key, most in (("rowspan", _TALLEST), ("colspan", _MOST)))
        column = len(row)
        place = Place(label=f"tabel {self.count + len(self.tables)} baris {number + 1} kolom {column + 1}")
        fill = _FILL.search(attrs.get("style") or "")
        colour = plain_colour(fill[1] if fill else attrs.get("bgcolor") or "")
        row.append(Cell(rows=rows, columns=columns, place=place, fill=colour))
        row += [None] * (columns - 1)
        if rows > 1:
            covered.update(
                {(number + down, column + side): True for down in range(1, min(rows, 2000)) for side in range(columns)}
            )

    def _close_cell(self) -> None:
        """End the cell that is open; old pages leave that to the reader."""
        if not self.open or not self.tables[-1]:
            return
        self.open = False
        row = self.tables[-1][-1]
        at = next((place for place in range(len(row) - 1, -1, -1) if row[place] is not None), -1)
        cell = row[at] if at >= 0 else None
        if cell is not None and not cell.text:
            text = "".join(self.text).strip()
            row[at] = replace(cell, text=text)
        self.text = []


def _span(text: str | None, most: int) -> int:
    return min(max(int(text), 1), most) if text and text.isdigit() and len(text) < 6 else 1
