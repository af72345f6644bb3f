"""A sheet of cells -> titles, tables and notes: people put several things on one sheet."""

from collections.abc import Iterator, Sequence

from pohon.forms.tables import Cell

from .headers import is_heading
from .source import Item, Line, grid, tidy

__all__ = ["split_sheet"]

Rows = Sequence[Sequence[Cell | None]]
_LONG = 60


def split_sheet(name: str, rows: Rows) -> list[Item]:
    """Return the parts of a sheet in order. A table begins at its heading; lone cells before and after are lines."""
    starts = [number for number, row in enumerate(rows) if _begins(rows, number, row)]
    if not starts:
        return list(_without_heading(name, rows))
    starts = _first_rows(rows, starts)
    items: list[Item] = list(_lines(rows[: starts[0]]))
    for place, (start, end) in enumerate(zip(starts, [*starts[1:], len(rows)], strict=True), 1):
        body, rest = _table_and_rest(rows[start:end])
        items.append(grid(name if len(starts) == 1 else f"{name} ({place})", body))
        items += _lines(rest)
    return items


def _filled(row: Sequence[Cell | None]) -> list[Cell]:
    return [cell for cell in row if cell is not None and cell.text.strip()]


def _texts(row: Sequence[Cell | None]) -> list[str]:
    return ["" if cell is None else tidy(cell.text) for cell in row]


def _begins(rows: Rows, number: int, row: Sequence[Cell | None]) -> bool:
    if not is_heading(_texts(row)):
        return False
    return number == 0 or not is_heading(_texts(rows[number - 1]))


def _first_rows(rows: Rows, starts: Sequence[int]) -> list[int]:
    """Leave out headings that only repeat the first one, and take in rows above that span groups of columns."""
    kept: list[int] = []
    for start in starts:
        same = kept and _texts(rows[start]) == _texts(rows[kept[-1]])
        near = kept and not any(_gap(rows[at]) for at in range(kept[-1], start))
        if not same and not near:
            kept.append(start)
    return [start - 1 if start and _spans(rows[start - 1]) else start for start in kept]


def _gap(row: Sequence[Cell | None]) -> bool:
    return not _filled(row) and all(cell is not None for cell in row)


def _spans(row: Sequence[Cell | None]) -> bool:
    cells = _filled(row)
    return len(cells) > 1 and any(cell.columns > 1 or cell.rows > 1 for cell in cells)


def _table_and_rest(rows: Rows) -> tuple[Rows, Rows]:
    """Divide a table from the notes and signatures below it: lone cells behind the last real row and a gap."""
    last = max((number for number, row in enumerate(rows) if len(_filled(row)) > 1 or _covered(row)), default=0)
    for number in range(last + 1, len(rows)):
        if _gap(rows[number]):
            return rows[:number], rows[number:]
    return rows, ()


def _covered(row: Sequence[Cell | None]) -> bool:
    return any(cell is None for cell in row) and bool(_filled(row))


def _lines(rows: Rows) -> Iterator[Line]:
    blank = True
    for row in rows:
        cells = _filled(row)
        if not cells:
            blank = True
            continue
        for cell in cells:
            yield Line(cell.text, cell.place, after_blank=blank)
            blank = False


def _title_rows(rows: Rows) -> int:
    """Return how many rows at the top are a title: lone cells with a gap below them."""
    gap = next((number for number, row in enumerate(rows[:8]) if _gap(row)), 0)
    return gap if all(len(_filled(row)) == 1 for row in rows[:gap]) else 0


def _without_heading(name: str, rows: Rows) -> Iterator[Item]:
    """Read a sheet without headings: a table when it has columns, else an outline by indent or column."""
    wide = sum(len(_filled(row)) > 1 for row in rows)
    widest = max((len(_filled(row)) for row in rows), default=0)
    if widest > 2 or wide * 2 > sum(bool(_filled(row)) for row in rows):
        top = _title_rows(rows)
        body, rest = _table_and_rest(rows[top:])
        yield from _lines(rows[:top])
        yield grid(name, body)
        yield from _lines(rest)
        return
    for row in rows:
        for column, cell in enumerate(row):
            if cell is not None and cell.text.strip():
                indent = len(cell.text) - len(cell.text.lstrip())
                yield Line(cell.text.strip(), cell.place, column * _LONG + indent, fill=cell.fill)
