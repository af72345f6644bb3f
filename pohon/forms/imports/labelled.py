"""Small tables of labels and values -> lines: "Jabatan | : | Kepala Dinas" above a form says what a line would say."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pohon.forms.tables import Cell, Row, Table

from .source import Item, Line, Source, tidy

__all__ = ["with_labels"]

_LABELS = re.compile(
    r"(?:nama|jabatan|tugas|fungsi|tupoksi|opd|skpd|perangkat daerah|unit|tahun|instansi|periode|pangkat|nip|kabupaten"
    r"|kota|urusan|organisasi|pejabat|bidang|satuan kerja|visi|misi)\b[^:|]{0,40}",
    re.IGNORECASE,
)
_MOST_ROWS = 15


def with_labels(source: Source) -> Source:
    """Return the source with its tables of labels read as lines; any other table stays a table."""
    items: list[Item] = []
    for item in source.items:
        items += list(_lines(item)) if isinstance(item, Table) and _is_labelled(item) else [item]
    return replace(source, items=tuple(items))


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell is not None and tidy(cell.text)]


def _parts(row: Row) -> tuple[str, list[Cell]]:
    """Return the label of a row and the cells behind it; the colon may stand in either."""
    cells = _filled(row)
    label = tidy(cells[0].text).rstrip(" :") if cells else ""
    return label, [cell for cell in cells[1:] if tidy(cell.text) != ":"]


def _is_labelled(table: Table) -> bool:
    rows = [row for row in table.rows if _filled(row)]
    if not rows or len(rows) > _MOST_ROWS:
        return False
    told = [_parts(row) for row in rows]
    colons = sum(any(tidy(cell.text).startswith(":") for cell in _filled(row)[1:]) for row in rows)
    known = sum(bool(_LABELS.fullmatch(label)) for label, _ in told)
    narrow = all(len(cells) <= 1 and len(label.split()) <= 7 for label, cells in told)
    return narrow and known * 2 >= len(rows) and (colons * 2 >= len(rows) or known == len(rows))


def _lines(table: Table) -> Iterator[Line]:
    """Yield one line a row, and one for every further line of its value."""
    blank = True
    for row in table.rows:
        if not _filled(row):
            continue
        label, cells = _parts(row)
        place = _filled(row)[0].place
        first, *rest = tidy(cells[0].text).lstrip(": ").split("\n") if cells else [""]
        yield Line(f"{label}: {first}", place, after_blank=blank)
        yield from (Line(line, place) for line in rest)
        blank = False
