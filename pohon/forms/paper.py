"""Paper of Indonesian offices, in millimetres. F4 (folio) is the usual one; A3 helps wide tables."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pohon.errors import PohonError

from .tables import Table

__all__ = ["PAPERS", "Page", "page", "widths"]

PAPERS = {"A4": (210.0, 297.0), "F4": (215.0, 330.0), "A3": (297.0, 420.0)}
_MARGINS = {False: (25.0, 20.0), True: (18.0, 15.0)}
"""Landscape or not -> left and right margin; binding is at the left."""
_TOP, _BOTTOM = 20.0, 22.0
_LETTER = 0.56 * 25.4 / 72
"""Millimetres of one letter of Arial for each point of its size; 0.56 em is that of lower case with some capitals."""
_HEAD = 1.08
"""How much wider bold letters are."""
_WIDEST = 1.8
"""No word asks for more than this many times an even share: a code or an address may break."""
_KEPT = 0.75
"""What a column keeps of its width at least: people write into the empty ones."""
_BREAK = re.compile(r"[\s\u200b-]+")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size, its margins, and the width left for text."""

    width: float
    height: float
    left: float
    right: float
    top: float = _TOP
    bottom: float = _BOTTOM

    @property
    def text(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right


def page(name: str, *, landscape: bool) -> Page:
    """Return a page. Raises PohonError for an unknown paper."""
    if name not in PAPERS:
        raise PohonError(f"kertas {name} tidak dikenal. Pilih salah satu: {', '.join(PAPERS)}.")
    short, long = PAPERS[name]
    width, height = (long, short) if landscape else (short, long)
    return Page(width, height, *_MARGINS[landscape])


def widths(
    table: Table, total: float, *, points: float, inside: float, shown: Callable[[str], str] = str
) -> list[float]:
    """Return the width of every column, together as wide as the text: as the form wants, but no word is broken.

    `points` is the size of the letters, `inside` the space beside them in a cell, `shown` what is done to a text
    before it is printed. Columns with room give to those whose longest word is wider than they are.
    """
    share = sum(column.width for column in table.columns) or 1.0
    sizes = [column.width * total / share for column in table.columns]
    most = _WIDEST * total / max(1, len(sizes))
    needs = [min(most, need * points * _LETTER + inside if need else 0.0) for need in _longest(table, shown)]
    lacks = [max(0.0, need - size) for size, need in zip(sizes, needs, strict=True)]
    spare = [max(0.0, size - max(need, _KEPT * size)) for size, need in zip(sizes, needs, strict=True)]
    if not sum(lacks) or not sum(spare):
        return sizes
    given = min(1.0, sum(spare) / sum(lacks))
    taken = given * sum(lacks) / sum(spare)
    return [size + given * lack - taken * free for size, lack, free in zip(sizes, lacks, spare, strict=True)]


def _longest(table: Table, shown: Callable[[str], str]) -> list[float]:
    """Return the length of the longest word of every column; cells over several columns do not count."""
    longest = [0.0] * len(table.columns)
    for at, length in (*_lengths(table, shown, head=True), *_lengths(table, shown, head=False)):
        longest[at] = max(longest[at], length)
    return longest


def _lengths(table: Table, shown: Callable[[str], str], *, head: bool) -> Iterator[tuple[int, float]]:
    for row in table.heading if head else table.rows:
        for at, cell in enumerate(row.cells):
            if cell is not None and cell.columns == 1 and cell.text:
                yield at, max(map(len, _BREAK.split(shown(cell.text)))) * (_HEAD if head else 1.0)
