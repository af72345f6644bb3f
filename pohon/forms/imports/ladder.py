"""The evaluator's KKE-2: indicators by their place in the outcome ladder, with the position that answers for them.

Beside a table that states the conditions (KKE-1) it only says who answers for each; alone it is a tree of indicators.
Source: domain.md section 5.2.
"""

from collections.abc import Iterator

from pohon.forms.tables import Cell
from pohon.model.indicator import Indicator
from pohon.model.node import Kind
from pohon.model.origin import Origin
from pohon.model.wording import normalise

from .draft import Draft, Forest
from .individual import Sheets
from .labels import kinds_of
from .measures import unnumbered
from .notes import Ledger
from .recognise import Sheet
from .rows import Record, records
from .source import row_name

__all__ = ["read_ladder"]

_RUNGS = {"ultimate": Kind.OUTCOME, "intermediate": Kind.CSF, "immediate": Kind.UTAMA, "output": Kind.OPERASIONAL}
"""Rungs below tujuan and sasaran as KKE-2 prints them (domain.md section 1.2)."""


def read_ladder(sheet: Sheet, forest: Forest, people: Sheets, ledger: Ledger) -> None:
    """Read one table into a forest that may hold its indicators already."""
    known = list(forest.walk())
    free = [(one, measure.nama) for one in known for measure in one.indikator]
    stack: list[Draft] = []
    rung = ""
    for record in records(sheet, ledger):
        name_at = sheet.column("indikator", "iku")
        name = unnumbered(record.text(name_at).replace("\n", " "))
        rung = record.text(sheet.column("tingkat")) or rung
        ledger.use(*_cells(sheet, record))
        if not name:
            continue
        met = next((pair for pair in free if normalise(pair[1]) == normalise(name)), None)
        if met is None:
            owner = _grown(forest, stack, record, name, rung)
            ledger.note(
                record.cell(name_at).place, name, "tabel ini tidak mencetak kinerjanya; bunyi indikator dipakai.",
                "Tulis kinerja yang diukurnya.",
            )  # fmt: skip
        else:
            free.remove(met)
            owner = met[0]
        at = sheet.column("jabatan")
        if record.text(at):
            ids = people.offices(record.text(at), record.cell(at).place)
            owner.jabatan = tuple(dict.fromkeys((*owner.jabatan, *ids)))


def _cells(sheet: Sheet, record: Record) -> Iterator[Cell]:
    for name in ("nomor", "tingkat", "indikator", "iku", "renja", "jabatan"):
        yield from (record.cell(at) for at in sheet.all(name))


def _grown(forest: Forest, stack: list[Draft], record: Record, name: str, rung: str) -> Draft:
    kind = next((kind for word, kind in _RUNGS.items() if word in rung.casefold()), None)
    kind = kind or min(kinds_of(rung), key=lambda one: one.rank, default=Kind.CSF)
    place = record.filled[0].place
    asal = [Origin(baris=row_name(place), keterangan=rung or None)]
    draft = Draft(kind, name, place, asal=asal, indikator=[Indicator(nama=name)])
    while stack and stack[-1].kind.rank >= kind.rank:
        stack.pop()
    if stack:
        draft.hang(stack[-1])
    else:
        forest.roots.append(draft)
    stack.append(draft)
    return draft
