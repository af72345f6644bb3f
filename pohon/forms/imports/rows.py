"""Rows of a recognised table as records: blank, numbering and repeated heading rows passed over, shifts repaired.

Repairs (domain.md 2.5, 6.1 C04, 6.2 C22): a level label that stands left of its column moves its row to the right;
a row number in a column of text moves it to the left; a row that broke over a page goes on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pohon.forms.tables import Cell

from .headers import is_heading, is_numbering
from .labels import kinds_of, partner_of
from .notes import Ledger
from .recognise import Sheet
from .source import tidy

__all__ = ["Record", "records"]

_NUMBER = re.compile(r"\(?\d{1,3}\)?[.)]?")
_EMPTY = Cell()


@dataclass(slots=True)
class Record:
    """One row. `cells` by column, None where a merged cell covers; `gap` = an empty row stands above it.

    `shifted` = its cells stood in wrong columns and the heading does not explain it.
    """

    number: int
    cells: list[Cell | None]
    gap: bool = False
    shifted: bool = False
    id: str = ""
    extra: list[Cell] = field(default_factory=list)

    def cell(self, column: int) -> Cell:
        """Return a cell, an empty one where there is none."""
        found = self.cells[column] if 0 <= column < len(self.cells) else None
        return _EMPTY if found is None else found

    def text(self, column: int) -> str:
        """Return the tidy text of a cell."""
        return tidy(self.cell(column).text)

    @property
    def filled(self) -> list[Cell]:
        """The cells with text."""
        return [cell for cell in self.cells if cell is not None and tidy(cell.text)]


def records(sheet: Sheet, ledger: Ledger) -> Iterator[Record]:
    """Yield the rows of a table; heading and numbering rows count as used."""
    for row in sheet.table.rows[: sheet.start]:
        ledger.use(*row.cells)
    gap = False
    for number in range(sheet.start, len(sheet.table.rows)):
        row = sheet.table.rows[number]
        record = Record(number, list(row.cells), gap, id=row.id)
        texts = [record.text(column) for column in range(len(record.cells))]
        if not any(texts):
            gap = gap or all(cell is not None for cell in row.cells)
            continue
        if is_numbering(texts) or _repeats(sheet, texts):
            ledger.use(*row.cells)
            continue
        _repair(sheet, record, ledger)
        own = sheet.column("id")
        if own >= 0:
            record.id = record.text(own)
            ledger.use(record.cell(own))
        yield record
        gap = False


def _repeats(sheet: Sheet, texts: list[str]) -> bool:
    """Tell whether a row prints the heading once more (tables that were split over pages)."""
    filled = [text for text in texts if text]
    if len(filled) < 2 or not is_heading(texts):
        return False
    titles = {_plain(title) for title in sheet.heading if title}
    same = sum(any(_plain(text) and _plain(text) in title for title in titles) for text in filled)
    return same * 3 >= len(filled) * 2


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _repair(sheet: Sheet, record: Record, ledger: Ledger) -> None:
    if not _label_left_of_its_column(sheet, record, ledger):
        _number_in_text_column(sheet, record, ledger)


def _label_left_of_its_column(sheet: Sheet, record: Record, ledger: Ledger) -> bool:
    """Move a row to the right whose level label stands left of the column of labels."""
    home = sheet.column("label")
    if home < 1 or record.text(home):
        return False
    texts = [record.text(column) for column in range(home)]
    places = [at for at, text in enumerate(texts) if text and (kinds_of(text) or partner_of(text) is not None)]
    others = [at for at, text in enumerate(texts) if text and at not in places]
    if not places or not others or others[-1] > places[-1]:
        return False
    by = home - places[-1]
    if any(record.text(column) for column in range(len(record.cells) - by, len(record.cells))):
        return False
    read = " | ".join(texts)
    record.cells[by:] = record.cells[: len(record.cells) - by]
    record.cells[:by] = [_EMPTY] * by
    record.shifted = True
    ledger.note(
        record.filled[0].place, read, "selnya berada satu kolom terlalu ke kiri; dibaca satu kolom ke kanan.",
        "Periksa kolom kondisi dan keterangannya.",
    )  # fmt: skip
    return True


def _number_in_text_column(sheet: Sheet, record: Record, ledger: Ledger) -> None:
    """Drop a row number that stands in the column of indicators and move the rest of the row to the left."""
    home = sheet.column("indikator", "iku")
    if home < 0 or home + 1 >= len(record.cells) or not _NUMBER.fullmatch(record.text(home)):
        return
    behind = sheet.columns[home + 1]
    if not record.text(home + 1) or (behind is not None and behind.name in {"satuan", "target"}):
        return
    ledger.use(record.cell(home))
    explained = behind is None
    if explained and len([cell for cell in record.cells if cell is not None]) > home + 2:
        record.cells[home] = record.cells[home + 1]
        record.cells[home + 1] = _EMPTY
        return
    read = " | ".join(tidy(cell.text) for cell in record.filled)
    record.cells[home:] = [*record.cells[home + 1 :], _EMPTY]
    record.shifted = True
    ledger.note(
        record.cell(home).place, read, "nomor urut memakai satu kolom; isinya tergeser, dibaca satu kolom ke kiri.",
        "Periksa kolom formulasi dan sumber datanya.",
    )  # fmt: skip
