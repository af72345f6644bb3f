"""A form of ours that comes back from a spreadsheet: which cells were edited, and what that changes in the tree.

The same form is made again from the tree; rows are found by their hidden id, cells by their column. A cell that prints
what the tree prints is unchanged, so an untouched sheet changes nothing. Source: issue of round trips, peers.md row 85.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pohon.errors import PohonError
from pohon.model.number import Verdict, parse, parse_rupiah
from pohon.model.tree import Tree

from .kinds import KINDS, build
from .notes import Ledger
from .recognise import Sheet
from .rows import Record, records
from .source import tidy
from .tables import EMPTY, Cell, Form, Row, Table
from .wanted import Wanted

__all__ = ["Change", "New", "edited_cells", "find_form"]

_HOLDER = re.compile(r"\n\s*–\s*[^\n]*$")
_TARGET = re.compile(r"\n\s*Target\s+(\d{4})\s*:\s*([^\n]*)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One edited cell: what it speaks of, what it said and says, and where it stands."""

    key: str
    field: str
    old: str
    new: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """A row without id that people have written: a new node or indicator of the general reader."""

    place: str
    texts: tuple[str, ...]


def has_ids(sheet: Sheet) -> bool:
    """Tell whether a table carries our hidden column of ids."""
    return sheet.column("id") >= 0


def find_form(tree: Tree, sheets: Sequence[Sheet]) -> Form | None:
    """Return the form of this tree that the tables are, None when they are no form of ours."""
    own = [sheet for sheet in sheets if has_ids(sheet)]
    if not own:
        return None
    best: tuple[int, Form | None] = (0, None)
    for name in KINDS:
        for wanted in _wishes(tree):
            try:
                form = build(tree, name, wanted)
            except PohonError:
                continue
            score = sum(_fit(sheet, table) for sheet, table in _pairs(own, form))
            if score > best[0]:
                best = (score, form)
    return best[1]


def _wishes(tree: Tree) -> Iterator[Wanted]:
    yield Wanted()
    years = {target.tahun for node in tree for one in node.indikator for target in one.target if target.tahun}
    yield from (Wanted(year=year) for year in sorted(years))


def _pairs(sheets: Sequence[Sheet], form: Form) -> Iterator[tuple[Sheet, Table]]:
    """Yield each table that was read with the table of the form that has the same headings and rows."""
    free = list(form.tables())
    for sheet in sheets:
        found = max(free, key=lambda table: _fit(sheet, table), default=None)
        if found is not None and _fit(sheet, found):
            free.remove(found)
            yield sheet, found


def _fit(sheet: Sheet, table: Table) -> int:
    """Return how many ids two tables share, 0 when their headings differ."""
    titles = [_plain(column.title) for column in table.columns]
    home = sheet.column("id")
    if len(titles) != home or not _same_headings(sheet, table):
        return 0
    theirs = {row.id for row in table.rows}
    return sum(
        tidy(cell.text) in theirs for row in sheet.table.rows[sheet.start :] if (cell := row.cells[home]) is not None
    )


def _same_headings(sheet: Sheet, table: Table) -> bool:
    last = [("" if cell is None else _plain(cell.text)) for cell in table.heading[0].cells]
    read = [_plain(title) for title in sheet.heading]
    return all(not title or any(title in one for one in read) for title in last if not re.fullmatch(r"\d*", title))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def edited_cells(form: Form, sheets: Sequence[Sheet], ledger: Ledger) -> Iterator[Change | New]:
    """Yield the edited cells of a form, in the order of the tables; rows without a known id are new."""
    seen: set[tuple[str, str]] = set()
    for sheet, table in _pairs([one for one in sheets if has_ids(one)], form):
        rows = {row.id: row for row in table.rows if row.id}
        nameless = {_shown(row) for row in table.rows if not row.id}
        home = sheet.column("id")
        for record in records(sheet, ledger):
            row = rows.get(record.text(home))
            if row is None:
                texts = tuple(record.text(at) for at in range(home) if record.text(at))
                if texts and texts not in nameless:
                    yield New(place=record.filled[0].place.label, texts=texts)
                continue
            for change in _row(row.cells, record):
                if (change.key, change.field) not in seen:
                    seen.add((change.key, change.field))
                    yield change


def _shown(row: Row) -> tuple[str, ...]:
    """Return what a row prints, empty cells left out."""
    return tuple(text for cell in row.cells if cell is not None and (text := tidy(cell.shown)))


def _row(cells: Sequence[Cell | None], record: Record) -> Iterator[Change]:
    for column, cell in enumerate(cells):
        if cell is None or not (cell.key or cell.field) or column >= len(record.cells):
            continue
        read = record.cells[column]
        if read is None:
            continue
        old, new = ("" if cell.missing else tidy(cell.text)), tidy(read.text)
        new = "" if new == EMPTY else new
        for field, before, after in _split(cell.field, old, new):
            if not _same(before, after):
                yield Change(key=cell.key, field=field, old=before, new=after, place=read.place.label)


def _split(field: str, old: str, new: str) -> Iterator[tuple[str, str, str]]:
    """Divide a cell that prints two facts: a statement with its position, an indicator with its target."""
    if "\n– " in old and field == "":
        holder = _HOLDER.search(old)
        tail = holder[0] if holder else ""
        kept = new.removesuffix(tail) if new.endswith(tail) else _HOLDER.sub("", new)
        yield field, old.removesuffix(tail), kept
        return
    before, after = _TARGET.search(old), _TARGET.search(new)
    if before is not None and field.startswith("indikator."):
        yield field, old[: before.start()], new[: after.start()] if after else new
        if after is not None and after[1] == before[1]:
            yield f"{field}.target.{before[1]}", before[2], after[2]
        return
    yield field, old, new


def _same(old: str, new: str) -> bool:
    """Tell whether two cells say the same: figures by value, texts by letters and spaces."""
    if " ".join(old.split()) == " ".join(new.split()):
        return True
    if parse_rupiah(old) is not None and parse_rupiah(old) == parse_rupiah(new):
        return True
    left, right = parse(old), parse(new)
    certain = left.verdict is Verdict.CERTAIN and right.verdict is Verdict.CERTAIN
    return certain and left.value is not None and left.value == right.value and left.unit == right.unit
