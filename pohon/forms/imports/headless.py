"""Tables without a heading whose columns tell by what they hold: level words at the left, statements beside them.

"TUJUAN | Meningkatnya ...", "Indikator | Indeks ...", "SASARAN 1 | ...": a common way to type a tree in two columns.
"""

import re
from collections.abc import Callable, Sequence

from pohon.forms.tables import Cell, Row, Table
from pohon.model.lexicon import default
from pohon.model.wording import head

from .columns import Role
from .labels import kinds_of
from .source import tidy

__all__ = ["read_headless"]

_MEASURE = re.compile(r"(?:indikator(?: kinerja)?(?: utama)?|iku|ik|ikp|ikk|ukuran)\s*\d{0,2}", re.IGNORECASE)
_COUNTED = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[a-z])\s*$")
_LEAST = 3


def read_headless(table: Table) -> tuple[Table, tuple[Role | None, ...]] | None:
    """Return the table with a column of its own for indicators, and its roles; None when its cells do not tell."""
    rows = [row for row in table.rows if sum(bool(_text(cell)) for cell in row.cells) > 1]
    if len(rows) < _LEAST or len(rows) * 3 < len(table.rows) * 2:
        return None
    width = len(table.columns)
    label = next((at for at in range(width) if _mostly(rows, at, _is_label)), -1)
    said = next((at for at in range(width) if at != label and _mostly(rows, at, _opens)), -1)
    if label < 0 or said < 0:
        return None
    made = tuple(_with_measure(row, label, said) for row in table.rows)
    roles: list[Role | None] = [None] * (width + 1)
    roles[label], roles[said], roles[width] = Role("label"), Role("kinerja"), Role("indikator")
    columns = (*table.columns, table.columns[said])
    return Table(name=table.name, columns=columns, rows=made), tuple(roles)


def _text(cell: Cell | None) -> str:
    return "" if cell is None else tidy(cell.text)


def _mostly(rows: Sequence[Row], at: int, test: Callable[[str], bool]) -> bool:
    texts = [text for row in rows if (text := _text(row.cells[at]))]
    return len(texts) >= _LEAST and sum(map(test, texts)) * 4 >= len(texts) * 3


def _is_label(text: str) -> bool:
    plain = text.rstrip(" :")
    return bool(_MEASURE.fullmatch(plain) or kinds_of(_COUNTED.sub("", plain)))


def _opens(text: str) -> bool:
    return bool(head(text, default()).lists & {"hasil", "keluaran", "ukur"})


def _with_measure(row: Row, label: int, said: int) -> Row:
    """Return a row whose statement moves to the column of indicators when its label says that it is one."""
    cells = list(row.cells)
    if _MEASURE.fullmatch(_text(cells[label]).rstrip(" :")):
        return Row((*cells[:said], Cell(), *cells[said + 1 :], cells[said]), row.id)
    return Row((*cells, Cell()), row.id)
