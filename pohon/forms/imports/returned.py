"""A form of ours that comes back from a spreadsheet: which cells were edited, and what that changes in the tree.

The same form is made again from the tree; rows are found by their hidden id, cells by their column. A cell that prints
what the tree prints is unchanged, so an untouched sheet changes nothing. Source: issue of round trips, peers.md row 85.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pohon.errors import PohonError
from pohon.forms.kinds import KINDS, build
from pohon.forms.tables import EMPTY, Cell, Form, Row, Table
from pohon.forms.wanted import Wanted
from pohon.model.tree import Tree

from .notes import Ledger
from .recognise import Sheet
from .rows import Record, records
from .same import says_same
from .source import tidy

__all__ = ["Change", "New", "edited_cells", "find_form", "lost_rows"]

_HOLDER = re.compile(r"\n\s*–\s*[^\n]*$")
_LEAD = re.compile(r"[^:\n]{3,40}: ")
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
    best: list[tuple[int, Form]] = []
    for name in KINDS:
        for wanted in _wishes(tree):
            try:
                form = build(tree, name, wanted)
            except PohonError:
                continue
            score = sum(_fit(sheet, table) for sheet, table in _pairs(own, form))
            if score and (not best or score >= best[0][0]):
                best = [*(one for one in best if one[0] == score), (score, form)]
    if len(best) < 2:
        return best[0][1] if best else None
    return min((form for _, form in best), key=lambda form: sum(1 for _ in edited_cells(form, own, Ledger())))


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
        rows: dict[str, list[Row]] = {}
        for row in table.rows:
            rows.setdefault(row.id, []).append(row)
        nameless = {_shown(row) for row in table.rows if not row.id}
        home = sheet.column("id")
        for record in records(sheet, ledger):
            named = rows.get(record.text(home), []) if record.text(home) else []
            if not named:
                texts = tuple(record.text(at) for at in range(home) if record.text(at))
                if texts and texts not in nameless:
                    yield New(place=record.filled[0].place.label, texts=texts)
                continue
            own = named.pop(0) if len(named) > 1 else named[0]
            for change in _row(own.cells, record, leads=form.kind == "kke"):
                if (change.key, change.field) not in seen:
                    seen.add((change.key, change.field))
                    yield change


def lost_rows(form: Form, sheets: Sequence[Sheet]) -> tuple[tuple[str, ...], dict[str, tuple[int, ...]]]:
    """Return the nodes, and node -> places of its indicators, whose rows are in no table of a sheet that came back."""
    expected: dict[str, None] = {}
    seen: set[str] = set()
    for sheet, table in _pairs([one for one in sheets if has_ids(one)], form):
        home = sheet.column("id")
        expected |= dict.fromkeys(name for row in table.rows for name in row.id.split() if _names_node(row, name))
        seen |= {
            name for row in sheet.table.rows[sheet.start :] if (cell := row.cells[home]) for name in cell.text.split()
        }
    left = {name.partition("#")[0] for name in seen}
    nodes = dict.fromkeys(name.partition("#")[0] for name in expected if name.partition("#")[0] not in left)
    measures: dict[str, list[int]] = {}
    for name in expected:
        key, mark, place = name.partition("#")
        if mark and name not in seen and key in left:
            measures.setdefault(key, []).append(int(place))
    return tuple(nodes), {key: tuple(places) for key, places in measures.items()}


def _names_node(row: Row, name: str) -> bool:
    """Tell whether a word of a hidden id names a node or an indicator that the row prints (and no program code)."""
    return any(cell is not None and cell.key == name.partition("#")[0] for cell in row.cells) or "#" in name


def _shown(row: Row) -> tuple[str, ...]:
    """Return what a row prints, empty cells left out."""
    return tuple(text for cell in row.cells if cell is not None and (text := tidy(cell.shown)))


def _row(cells: Sequence[Cell | None], record: Record, *, leads: bool) -> Iterator[Change]:
    """Yield the edited cells of a row; `leads` = statements stand behind their level: "Tujuan: ..."."""
    for column, cell in enumerate(cells):
        if cell is None or not (cell.key or cell.field) or column >= len(record.cells):
            continue
        read = record.cells[column]
        if read is None:
            continue
        old, new = ("" if cell.missing else tidy(cell.text)), tidy(read.text)
        new = "" if new == EMPTY else new
        lead = _LEAD.match(old) if leads and not cell.field else None
        if lead:
            old, new = old[lead.end() :], _LEAD.sub("", new, count=1) if _LEAD.match(new) else new
        for field, before, after in _split(cell.field, old, new):
            if not says_same(field, before, after):
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
