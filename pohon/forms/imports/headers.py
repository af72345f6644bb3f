"""Where the heading of a table stands: heading rows, "(1) (2) (3)" rows, and what is only a repeat of them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pohon.forms.tables import Table

from .columns import Role, roles
from .source import tidy

__all__ = ["Own", "depth_of_heading", "find_heading", "is_heading", "is_numbering"]

Own = tuple[tuple[str, str], ...]
"""Headings the user has explained: (heading, role)."""

_NUMBER_CELL = re.compile(r"\(?-?\d{1,2}\)?(?:\s*=.*)?")
_SEARCHED = 12
_SHARE = 0.6
_LONG = 9


def is_numbering(cells: Sequence[str]) -> bool:
    """Tell whether a row only numbers the columns: "(1) | (2) | (3)" or "1 | 2 | 3"."""
    filled = [tidy(cell) for cell in cells if cell.strip() and cell.strip() != "id"]
    if len(filled) < 2 or not all(_NUMBER_CELL.fullmatch(cell) for cell in filled):
        return False
    numbers = [int(found[0]) for cell in filled if (found := re.search(r"\d+", cell))]
    rising = all(after - before in (0, 1) for before, after in pairwise(numbers))
    return rising and (numbers[0] == 1 or any("(" in cell for cell in filled)) and len(set(numbers)) > 1


def is_heading(cells: Sequence[str], own: Own = ()) -> bool:
    """Tell whether a row is a row of column headings."""
    filled = [cell for cell in cells if cell.strip()]
    known = [role for role in roles([tidy(cell) for cell in filled], own) if role is not None]
    names = {role.name for role in known}
    if len(known) < 2 or len(known) < len(filled) * _SHARE:
        return False
    strangers = [cell for cell, role in zip(filled, roles([tidy(c) for c in filled], own), strict=True) if role is None]
    return len(names | {f"{role.name}{role.tahun}" for role in known}) > 1 and all(
        len(cell.split()) < _LONG for cell in strangers
    )


def find_heading(table: Table, own: Own = ()) -> int:
    """Return the row where the heading begins, -1 when the table has none."""
    rows = table.texts()
    best, where = 0, -1
    for number, row in enumerate(rows[:_SEARCHED]):
        if not is_heading(row, own):
            continue
        score = len({role.name for role in roles([tidy(cell) for cell in row], own) if role is not None})
        if score > best:
            best, where = score, number
        if where >= 0 and number - where >= 2:
            break
    while where > 0 and _belongs_above(table, where, own):
        where -= 1
    return where


def _belongs_above(table: Table, where: int, own: Own) -> bool:
    """Tell whether the row above spans groups of the columns below ("Target" over 2025, 2026 ...)."""
    above = table.rows[where - 1].cells
    filled = [cell for cell in above if cell is not None and cell.text.strip()]
    wide = [cell for cell in filled if cell.columns > 1 or cell.rows > 1]
    spans_all = len(filled) == 1 and filled[0].columns >= len(above) - 1
    return len(filled) > 1 and bool(wide) and not spans_all and any(roles([tidy(cell.text) for cell in filled], own))


def depth_of_heading(table: Table, start: int, own: Own = ()) -> int:
    """Return how many rows the heading takes, numbering rows not counted."""
    deepest = max((cell.rows for cell in table.rows[start].cells if cell is not None), default=1)
    rows = table.texts()
    end = start + 1
    while end < len(rows) and end < start + 4:
        below = [cell for cell in rows[end] if cell.strip()]
        covered = end < start + deepest
        known: list[Role | None] = [role for role in roles([tidy(cell) for cell in below], own) if role is not None]
        if not below or not (covered or (len(known) == len(below) and not is_numbering(rows[end]))):
            break
        if not covered and _repeats(rows[start], rows[end]):
            break
        end += 1
    return end - start


def _repeats(first: Sequence[str], second: Sequence[str]) -> bool:
    return [tidy(cell).casefold() for cell in first] == [tidy(cell).casefold() for cell in second]
