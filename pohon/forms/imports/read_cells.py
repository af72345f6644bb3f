"""Tables with one line a cell: a tab in front of each cell, an empty line between rows, text that runs on below.

How Word tables look when they are copied as text. The heading tells the number of columns.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pohon.errors import Place
from pohon.forms.tables import Cell

from .columns import read_heading
from .headers import Own
from .source import tidy

__all__ = ["CellRun"]

_FRAGMENT = re.compile(r"\s*(?:[xX×*+/=:÷]\s*\d|[+/=÷×]|\d{1,2}\s*[.)]\s)")
_AHEAD = 8


@dataclass(slots=True)
class _Part:
    """One cell being read: the lines it takes (first line number, texts) and the empty lines before it."""

    first: int
    texts: list[str]
    gap: int

    @property
    def text(self) -> str:
        return tidy("\n".join(self.texts))


class CellRun:
    """One table that begins at line `at`; afterwards `at` is the line behind it."""

    def __init__(self, lines: Sequence[str], at: int, own: Own) -> None:
        self.lines = lines
        self.at = at
        self.own = own

    def rows(self) -> list[list[Cell]]:
        """Return the rows, heading first; [] when no such table begins here."""
        found = self._heading(self.at)
        if found is None:
            return []
        heading, at = found
        width = len(heading)
        body, self.at = self._body(at, width)
        return [[self._cell(part) for part in row] for row in (heading, *self._grouped(body, width))]

    @staticmethod
    def _cell(part: _Part) -> Cell:
        texts = list(part.texts)
        first = part.first
        while texts and not texts[0].strip():
            texts.pop(0)
            first += 1
        while texts and not texts[-1].strip():
            texts.pop()
        if not texts:
            return Cell(place=Place(line=part.first, end_line=part.first))
        return Cell(text="\n".join(texts), place=Place(line=first, end_line=first + len(texts) - 1))

    def _heading(self, start: int) -> tuple[list[_Part], int] | None:
        """Return the heading cells and the line behind them: at least two known headings in a row."""
        found: list[_Part] = []
        known = set[str]()
        at = start
        behind = start
        while at < len(self.lines):
            part, after = self._part(at, first=not found)
            if part is None:
                break
            role = read_heading(part.text, self.own) if part.text else None
            if part.text and (role is None or f"{role.name}{role.tahun}" in known):
                break
            if not part.text and (part.gap or not found):
                break
            found.append(part)
            if role is not None:
                known.add(f"{role.name}{role.tahun}")
            at = behind = after
        return (found, behind) if len(known) > 1 else None

    def _part(self, at: int, *, first: bool) -> tuple[_Part | None, int]:
        """Return the cell that begins at a line; the first one may stand without its tab."""
        gap = 0
        while not first and at < len(self.lines) and not self.lines[at].strip() and "\t" not in self.lines[at]:
            gap += 1
            at += 1
        if at >= len(self.lines):
            return None, at
        line = self.lines[at]
        if not self._is_cell(line) and not (first and line.strip() and "\t" not in line):
            return None, at
        part = _Part(at + 1, [line.removeprefix("\t")], gap)
        at += 1
        while at < len(self.lines) and self.lines[at].strip() and "\t" not in self.lines[at]:
            part.texts.append(self.lines[at])
            at += 1
        return part, at

    @staticmethod
    def _is_cell(line: str) -> bool:
        return line.startswith("\t") and "\t" not in line[1:].rstrip("\t")

    def _body(self, at: int, width: int) -> tuple[list[_Part], int]:
        found: list[_Part] = []
        gap, row = 0, 0
        end = at
        while at < len(self.lines):
            line = self.lines[at]
            if self._is_cell(line):
                if gap and self._heading(at) is not None:
                    break
                row = 1 if row >= width or (gap and self._starts_row(at, row, width)) else row + 1
                found.append(_Part(at + 1, [line.removeprefix("\t")], gap))
                gap = 0
                end = at + 1
            elif not line.strip():
                gap += 1
            elif not found or not self._runs_on(at, gap, full=row >= width):
                break
            else:
                found[-1].texts += [""] * gap + [line]
                gap = 0
                end = at + 1
            at += 1
        return found, end

    def _starts_row(self, at: int, row: int, width: int) -> bool:
        return row + self._group(at) > width

    def _group(self, at: int) -> int:
        """Return how many cells follow without an empty line."""
        size = 0
        while at < len(self.lines) and self.lines[at].strip(" ") and self._is_cell(self.lines[at]):
            size += 1
            at += 1
            while at < len(self.lines) and self.lines[at].strip() and "\t" not in self.lines[at]:
                at += 1
        return size

    def _runs_on(self, at: int, gap: int, *, full: bool) -> bool:
        """Tell whether a line without a tab goes on with the cell above it."""
        if "\t" in self.lines[at]:
            return False
        if gap < 2:
            return True
        if full:
            return bool(_FRAGMENT.match(self.lines[at]))
        return any(self._is_cell(line) for line in self.lines[at : at + _AHEAD])

    @staticmethod
    def _grouped(body: Sequence[_Part], width: int) -> list[list[_Part]]:
        rows: list[list[_Part]] = []
        groups: list[list[_Part]] = []
        for part in body:
            if part.gap or not groups:
                groups.append([])
            groups[-1].append(part)
        for group in groups:
            if rows and len(rows[-1]) < width and len(rows[-1]) + len(group) <= width:
                rows[-1] += group
                continue
            rows += [group[place : place + width] for place in range(0, len(group), width)]
        return rows
