"""Text files -> Source: tables typed with tabs, tables whose cells stand below each other, markdown tables, csv.

A table copied from Word comes out either as one line a row (cells divided by tabs) or as one line a cell (a tab in
front of each). In the second form only the heading tells how many cells a row has, so headings are looked for here.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from pohon.errors import BadInput, Place, Problem
from pohon.forms.encoding import decode
from pohon.forms.tables import Cell

from .aligned import with_aligned
from .columns import read_heading
from .headers import Own, is_heading
from .read_cells import CellRun
from .sheet_parts import split_sheet
from .source import Item, Line, Source, grid, tidy

__all__ = ["read_text"]

_MARKDOWN_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_DELIMITERS = ";,|\t"
_MAX_LINE = 200_000


def read_text(data: bytes, name: str, own: Own = ()) -> Source:
    """Return the lines and tables of a text file. Raises BadInput for bytes that are no text."""
    decoded = decode(data.replace(b"\x0c", b" "), name)  # form feeds divide pages of a listing
    lines = decoded.text.replace("\r\n", "\n").split("\n")
    if any(len(line) > _MAX_LINE for line in lines):
        number = next(number for number, line in enumerate(lines, 1) if len(line) > _MAX_LINE)
        raise BadInput(name, (Problem(Place(line=number), "baris ini terlalu panjang.", "Periksa berkasnya."),))
    delimiter = _delimiter(name, lines)
    if delimiter:
        items: tuple[Item, ...] = tuple(split_sheet(name, _delimited(decoded.text, delimiter, name)))
    else:
        items = with_aligned(tuple(_Scanner(lines, own).items()), own)
    return Source(name=name, form="teks", items=items, notes=decoded.notes)


def _delimiter(name: str, lines: Sequence[str]) -> str:
    """Return the delimiter of a file that is one table (csv, tsv, and text files that are no better than one)."""
    lower = name.casefold()
    if lower.endswith((".tsv", ".tab")):
        return "\t"
    if not lower.endswith(".csv"):
        return ""
    sample = [line for line in lines[:60] if line.strip()]
    counts = {mark: [line.count(mark) for line in sample] for mark in _DELIMITERS}
    steady = {mark: (sum(count > 0 for count in found), min(found, default=0)) for mark, found in counts.items()}
    return max(_DELIMITERS, key=lambda mark: (steady[mark], -_DELIMITERS.index(mark)))


def _delimited(text: str, delimiter: str, name: str) -> list[list[Cell]]:
    csv.field_size_limit(_MAX_LINE)
    rows, before = [], 0
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        for row in reader:
            place = Place(line=before + 1, end_line=reader.line_num)
            rows.append([Cell(text=cell, place=place) for cell in row])
            before = reader.line_num
    except csv.Error:
        place = Place(line=before + 1)
        raise BadInput(name, (Problem(place, "baris csv ini rusak.", "Periksa tanda kutipnya."),)) from None
    width = max((len(row) for row in rows), default=0)
    return [row + [Cell() for _ in range(width - len(row))] for row in rows]


class _Scanner:
    """Walks the lines once and tells tables from prose."""

    def __init__(self, lines: Sequence[str], own: Own) -> None:
        self.lines = lines
        self.own = own
        self.at = 0
        self.tables = 0

    def items(self) -> Iterator[Item]:
        """Yield prose and tables in order."""
        blank = False
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.strip():
                blank = True
                self.at += 1
                continue
            found = self._table()
            if found is not None:
                yield found
            else:
                yield self._prose(line, after_blank=blank)
                self.at += 1
            blank = False

    def _prose(self, line: str, *, after_blank: bool) -> Line:
        marks = re.match(r"\s*(#{1,6})\s+(.*)", line)
        text = marks[2] if marks else line
        expanded = line.expandtabs(4)
        depth = len(marks[1]) if marks else len(expanded) - len(expanded.lstrip())
        place = Place(line=self.at + 1, end_line=self.at + 1)
        plain = re.sub(r"<br ?/?>", "\n", text.rstrip())
        return Line(plain, place, depth, marks is not None, after_blank)

    def _table(self) -> Item | None:
        line = self.lines[self.at]
        if "\t" not in line and "|" not in line and read_heading(tidy(line), self.own) is None:
            return None
        return self._markdown() or self._rows() or self._cells()

    def _name(self) -> str:
        self.tables += 1
        return f"tabel {self.tables}"

    def _markdown(self) -> Item | None:
        at = self.at
        if at + 1 >= len(self.lines) or "|" not in self.lines[at] or not _MARKDOWN_RULE.fullmatch(self.lines[at + 1]):
            return None
        if "|" not in self.lines[at + 1]:
            return None
        rows = [self._split(at, re.split(r"(?<!\\)\|", self.lines[at].strip().strip("|")))]
        at += 2
        while at < len(self.lines) and "|" in self.lines[at]:
            rows.append(
                self._split(at, re.split(r"(?<!\\)\|", self.lines[at].strip().removeprefix("|").removesuffix("|")))
            )
            at += 1
        self.at = at
        return grid(self._name(), rows)

    @staticmethod
    def _split(at: int, cells: Sequence[str]) -> list[Cell]:
        place = Place(line=at + 1, end_line=at + 1)
        return [Cell(text=cell.replace("<br>", "\n").replace("\\|", "|"), place=place) for cell in cells]

    def _rows(self) -> Item | None:
        """Read a table with one line a row; it needs a heading, or three rows of three columns."""
        at, rows, gap = self.at, list[list[Cell]](), 0
        end = at
        while at < len(self.lines):
            line = self.lines[at]
            if not line.strip(" \u00a0") or not line.strip():
                gap += 1
            elif "\t" not in line or (gap and not self._goes_on(line, rows, gap)):
                break
            else:
                rows += [[Cell(place=Place(line=at))]] * bool(gap and rows)
                rows.append(self._split(at, line.split("\t")))
                gap = 0
                end = at + 1
            if gap > 1 or (gap and not rows):
                break
            at += 1
        if not self._is_table(rows):
            return None
        self.at = end
        return grid(self._name(), rows)

    def _goes_on(self, line: str, rows: Sequence[Sequence[Cell]], gap: int) -> bool:
        cells = line.split("\t")
        return gap < 2 and bool(rows) and abs(len(cells) - len(rows[-1])) <= 1 and not is_heading(cells, self.own)

    def _is_table(self, rows: Sequence[Sequence[Cell]]) -> bool:
        wide = [row for row in rows if sum(bool(cell.text.strip()) for cell in row) > 1]
        if not wide or len(wide) * 2 < len(rows) / 2:
            return False
        if any(is_heading([cell.text for cell in row], self.own) for row in rows[:4]):
            return True
        width = max(len(row) for row in wide)
        return len(wide) > 2 and width > 2 and sum(len(row) == width for row in rows) * 2 > len(rows)

    def _cells(self) -> Item | None:
        run = CellRun(self.lines, self.at, self.own)
        rows = run.rows()
        if not rows:
            return None
        self.at = run.at
        return grid(self._name(), rows)
