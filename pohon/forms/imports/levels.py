"""Tables of statements -> drafts: one level a column (cascading, Renstra) or one column of statements (RKT, PK, IKI).

A statement begins a node; what stands to its right and below, until the next one, belongs to it. Columns further right
are lower levels. Source: domain.md sections 5.2 to 5.8.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pohon.forms.tables import Cell
from pohon.model.indicator import Indicator
from pohon.model.lexicon import default
from pohon.model.node import Crosscutting, Dasar, Kind
from pohon.model.origin import Origin
from pohon.model.planning import CodeLevel, Program, code_level
from pohon.model.wording import head, normalise

from .columns import Role
from .draft import Draft, Forest
from .individual import Sheets
from .labels import kinds_of
from .level_cells import (
    CODE,
    add_measures,
    amounts,
    below,
    chain,
    component,
    depth_in_front,
    is_budget,
    is_fragment,
    is_total,
    kind_of_name,
    kind_of_output,
    level_in_front,
    paid,
    with_basis,
    without_level,
)
from .measures import Group, groups, read_measures, unnumbered
from .notes import Ledger
from .recognise import Sheet
from .rows import Record, records
from .source import row_name, tidy
from .stage_rows import kind_of_row

__all__ = ["LevelTables"]

_USUAL = frozenset({"sasaran", "sasaran kinerja", "kinerja"})
"""Headings that say nothing of the level: below the head of the agency the position tells it."""
_NAMES = {"program": Kind.UTAMA, "kegiatan": Kind.ANTARA, "sub_kegiatan": Kind.OPERASIONAL}
_BELOW = {CodeLevel.PROGRAM: Kind.UTAMA, CodeLevel.KEGIATAN: Kind.ANTARA, CodeLevel.SUB_KEGIATAN: Kind.OPERASIONAL}
_STATED = frozenset({*_NAMES, "kinerja", "kondisi", "output", "nomenklatur"})
_TOLD = {"strategi": "Strategi", "arah_kebijakan": "Arah kebijakan"}


@dataclass(slots=True)
class LevelTables:
    """Reads tables of statements into one forest. `dokumen` names them in origins, `tahun` the year of targets."""

    ledger: Ledger
    people: Sheets
    dokumen: str = ""
    tahun: int = 0
    usual: Kind | None = None
    """The level of the position whose table is read, for tables that do not print it."""
    forest: Forest = field(default_factory=Forest)
    programs: list[Program] = field(default_factory=list)
    stack: list[Draft] = field(default_factory=list)
    columns: tuple[Role | None, ...] = ()
    stands: dict[int, int] = field(default_factory=dict)
    """Node (by identity) -> the column of this table where it stands."""
    sharers: list[Draft] = field(default_factory=list)
    """Nodes of an earlier table that the program of this row is mapped to."""
    earlier: dict[tuple[Kind, str], Draft] = field(default_factory=dict)
    traced: bool = True

    def read(self, sheet: Sheet) -> list[Draft]:
        """Read one table and return the nodes it begins."""
        made: list[Draft] = []
        self.stack = self.stack if sheet.columns == self.columns else []
        self.columns = sheet.columns
        self.stands, self.sharers = ({} if not self.stack else self.stands), []
        self.earlier = {(one.kind, normalise(one.statement)): one for one in reversed(list(self.forest.walk()))}
        sets = groups(sheet)
        before: Record | None = None
        for record in records(sheet, self.ledger):
            if before is not None and self._goes_on(sheet, record, before, made):
                self._take_measures(sheet, record, sets, [])
                before = record
                continue
            self._close(record)
            fresh = self._statements(sheet, record)
            made += fresh
            self._take_measures(sheet, record, sets, fresh)
            before = record
        return made

    def _close(self, record: Record) -> None:
        """Leave a node that its merged parent of the same level outlasts: its own cell does not reach this row."""
        for place, one in enumerate(self.stack[1:], 1):
            above = self.stack[place - 1]
            columns = [self.stands.get(id(above), -1), self.stands.get(id(one), -1)]
            if one.kind is above.kind and min(columns) >= 0 and max(columns) < len(record.cells):
                covers, reaches = (record.cells[at] is None for at in columns)
                if covers and not reaches and not record.text(columns[1]):
                    del self.stack[place:]
                    return

    def _statements(self, sheet: Sheet, record: Record) -> list[Draft]:
        """Begin the nodes of one row, left to right; then take what the row says about the last of them."""
        fresh: list[Draft] = []
        facts: list[tuple[str, int]] = []
        for column, role in enumerate(sheet.columns):
            if role is None or not record.text(column):
                continue
            if role.kind is not None or role.name in {"kinerja", "kondisi", "output"}:
                kind = kind_of_output(sheet, record) if role.name == "output" else role.kind
                generic = self.usual and " ".join(sheet.heading[column].casefold().split()) in _USUAL
                found = self._statement(sheet, record, column, self.usual if generic else kind)
            elif role.name in {*_NAMES, "nomenklatur"} and not is_budget(sheet):
                found = self._named(sheet, record, column, role.name)
            else:
                facts.append((role.name, column))
                continue
            if found is not None:
                fresh.append(found)
        for name, column in facts:
            self._fact(name, record, column, fresh)
        return fresh

    def _statement(self, sheet: Sheet, record: Record, column: int, kind: Kind | None) -> Draft | None:
        cell = record.cell(column)
        self.ledger.use(cell)
        if is_total(record.text(column)):
            return None
        said, _, holders = record.text(column).partition("\n–")
        printed = said.replace("\n", " ")
        text = unnumbered(without_level(printed)) or printed
        looks = sheet.levels.get(record.number)
        if kind is None and looks is not None:
            kind = looks[0]
        if kind is None:
            kind = self._kind(sheet, record, printed, text, cell)
        above = self._superior(sheet, record)
        if above is not None and kind.rank <= above.kind.rank:
            kind = list(Kind)[min(above.kind.rank + 1, Kind.OPERASIONAL.rank)]
        current = self._current(column, kind)
        if current is not None and normalise(current.statement) == normalise(text):
            return None
        heading = sheet.heading[column] if column < len(sheet.heading) else ""
        again = self._again(kind, text, above)
        if again is not None:
            self.stands[id(again)] = column
            return self._meet(again, cell)
        draft = Draft(
            kind, text, cell.place, komponen=component(heading), deep=looks[1] if looks else depth_in_front(printed)
        )
        self.stands[id(draft)] = column
        draft.jabatan = self.people.offices(holders, cell.place) if holders else ()
        if self.traced:
            differs = printed if printed != text else None
            draft.asal = [
                Origin(dokumen=self.dokumen, baris=row_name(cell.place), keterangan=heading or None, teks=differs)
            ]
        if above is not None:
            draft.hang(above)
            self.stack = [*chain(above), draft]
        else:
            self._hang(draft)
        return draft

    def _current(self, column: int, kind: Kind) -> Draft | None:
        """Return the open node that a cell of this column would only repeat."""
        here = next((one for one in self.stack if self.stands.get(id(one)) == column), None)
        if here is not None and here.kind is kind:
            return here
        return next((one for one in self.stack if one.kind is kind and id(one) not in self.stands), None)

    def _superior(self, sheet: Sheet, record: Record) -> Draft | None:
        """Return the superior's result that a row of an SKP supports, made new when no sheet has named it."""
        at = sheet.column("atasan")
        text = unnumbered(without_level(record.text(at).replace("\n", " ")))
        if len(text.split()) < 2:
            return None
        cell = record.cell(at)
        self.ledger.use(cell)
        known = next((one for one in self.forest.walk() if normalise(one.statement) == normalise(text)), None)
        if known is None:
            ranks = list(Kind)
            higher = ranks[max(0, (self.usual or Kind.UTAMA).rank - 1)]
            known = Draft(higher, text, cell.place)
            known.asal = [Origin(dokumen=self.dokumen, baris=row_name(cell.place))] if self.traced else []
            self.forest.roots.append(known)
        return known

    def _again(self, kind: Kind, text: str, above: Draft | None) -> Draft | None:
        """Return the node of an earlier table that this statement means."""
        if above is not None or (self.columns and any(role and role.name == "atasan" for role in self.columns)):
            return next((one for one in self.forest.walk() if normalise(one.statement) == normalise(text)), None)
        return self.earlier.get((kind, normalise(text)))

    def _meet(self, again: Draft, cell: Cell) -> Draft:
        """Go on with a node that a table before this one has named."""
        if self.traced:
            again.asal.append(Origin(dokumen=self.dokumen, baris=row_name(cell.place)))
        self.stack = chain(again)
        return again

    def _kind(self, sheet: Sheet, record: Record, printed: str, text: str, cell: Cell) -> Kind:
        label, stage = record.text(sheet.column("label")), record.text(sheet.column("rujukan"))
        told = level_in_front(printed) if not kinds_of(label) else label
        kind, known = kind_of_row(told, stage, record.text(sheet.column("komponen")), text, first=not self.forest.roots)
        if kinds_of(label):
            self.ledger.use(record.cell(sheet.column("label")))
        if known:
            return kind
        if self.usual is not None:
            return self.usual
        lists = head(text, default()).lists
        lowest = self.stack[-1].kind if self.stack else None
        kind = Kind.OPERASIONAL if "keluaran" in lists and lowest else Kind.CSF
        self.ledger.note(
            cell.place, printed, f"jenjangnya tidak tercetak; dibaca sebagai {kind.label}.", "Periksa jenjangnya."
        )
        return kind

    def _hang(self, draft: Draft) -> None:
        while self.stack and not self._is_above(self.stack[-1], draft):
            self.stack.pop()
        if self.stack:
            draft.hang(self.stack[-1])
        else:
            self.forest.roots.append(draft)
        self.stack.append(draft)

    def _is_above(self, upper: Draft, lower: Draft) -> bool:
        """Tell whether a node may cause another one: a higher level, or the same level in a column further left."""
        if upper.kind.rank != lower.kind.rank:
            return upper.kind.rank < lower.kind.rank
        left, right = self.stands.get(id(upper), -1), self.stands.get(id(lower), -1)
        return 0 <= left < right or upper.deep < lower.deep

    def _named(self, sheet: Sheet, record: Record, column: int, role: str) -> Draft | None:
        """Read a column of program names: a node of its level, unless the table has a column of statements for it."""
        cell = record.cell(column)
        printed = record.text(column).replace("\n", " ")
        code = CODE.match(printed)
        kode = code[1] if code else ".".join(filter(None, (record.text(at) for at in sheet.all("kode"))))
        name = without_level(printed[code.end() :] if code else printed)
        level = code_level(kode) if kode else None
        kind = _NAMES.get(role) or (_BELOW[level] if level else kind_of_name(name))
        self.ledger.use(cell)
        if kode and not code:
            self.ledger.use(*(record.cell(at) for at in sheet.all("kode")))
        owner = next((one for one in reversed(self.stack) if one.kind is kind), None)
        self._program(sheet, record, kode, name, level)
        self.sharers = [one for one in self.earlier.values() if kode in one.program] if level else []
        if self.sharers:
            return None
        if owner is not None and sheet.column(kind.value, "output" if kind.rank > Kind.UTAMA.rank else kind.value) >= 0:
            if kode and kode not in owner.program:
                owner.program.append(kode)
            return None
        if owner is not None and normalise(owner.statement) == normalise(name):
            return None
        draft = Draft(kind, name, cell.place, program=[kode] if level else [])
        if self.traced:
            heading = sheet.heading[column] if column < len(sheet.heading) else None
            differs = printed if printed != name else None
            draft.asal = [Origin(dokumen=self.dokumen, baris=row_name(cell.place), keterangan=heading, teks=differs)]
        self._hang(draft)
        return draft

    def _program(self, sheet: Sheet, record: Record, kode: str, nama: str, level: CodeLevel | None) -> None:
        """Add a row of the nomenclature below the row of the level above, with its amount or those of several years."""
        known = next((one for top in self.programs for one in top.walk() if one.kode == kode), None)
        if level is None or (known is not None and (known.anggaran or known.pagu_indikatif)):
            return
        money = [at for at in sheet.all("anggaran") if record.text(at)]
        self.ledger.use(*map(record.cell, money))
        made = Program(level=level, nama=nama.strip() or kode, kode=kode, **amounts(sheet, record, money))
        self.programs = below(self.programs, made) if known is None else paid(self.programs, made)

    def _fact(self, role: str, record: Record, column: int, fresh: list[Draft]) -> None:
        """Take what a row says about its node besides indicators."""
        cell, text = record.cell(column), record.text(column)
        owner = fresh[-1] if fresh else self.stack[-1] if self.stack else None
        if role == "nomor":
            self.ledger.use(cell)
        elif owner is not None and role == "crosscutting":
            owner.crosscutting += [
                Crosscutting(mitra=name.strip()) for name in re.split(r"[;\n]", text) if name.strip()
            ]
            self.ledger.use(cell)
        elif owner is not None and role == "csf_isu":
            owner.isu = text
            self.ledger.use(cell)
        elif owner is not None and role in {"mandat", "permasalahan", "harapan"}:
            owner.dasar = with_basis(owner.dasar or Dasar(), role, text)
            self.ledger.use(cell)
        elif owner is not None and role == "komponen":
            owner.komponen = text
            self.ledger.use(cell)
        elif role == "atasan":
            self.ledger.use(cell)
        elif owner is not None and role in _TOLD and text.strip("….- "):
            owner.uraian = "\n".join(filter(None, (owner.uraian, f"{_TOLD[role]}: {' '.join(text.split())}")))
            self.ledger.use(cell)

    def _take_measures(self, sheet: Sheet, record: Record, sets: tuple[Group, ...], fresh: list[Draft]) -> None:
        stated = any(role and (role.kind or role.name in _STATED) for role in sheet.columns)
        for group in sets:
            owner = self._owner(sheet, group, sets, fresh)
            found = list(read_measures(record, group, sheet, dokumen=self.dokumen, tahun=self.tahun))
            owner = self._sharer(found, fresh) or (owner if stated else self._measured(found) or owner)
            if owner is None:
                continue
            cells = [record.cell(group.name), *(record.cell(column) for column, _ in group.facts)]
            if found:
                add_measures(owner, found if self.traced else [replace(one, asal=()) for one in found])
                self.ledger.use(*cells)
            elif any(tidy(cell.text) for cell in cells):
                self._loose_facts(sheet, record, group, owner, fresh)

    def _measured(self, found: Sequence[Indicator]) -> Draft | None:
        """Return the node that an indicator belongs to which a table without statements speaks of."""
        names = {normalise(one.nama) for one in found}
        return next(
            (one for one in self.forest.walk() if any(normalise(known.nama) in names for known in one.indikator)), None
        )

    def _sharer(self, found: Sequence[Indicator], fresh: Sequence[Draft]) -> Draft | None:
        """Return the node of an earlier table that the indicator of a program's row measures."""
        if not self.sharers or fresh or not found:
            return None
        named = normalise(found[0].nama)
        same = (one for one in self.sharers if any(normalise(known.nama) == named for known in one.indikator))
        return next(same, self.sharers[0])

    def _owner(self, sheet: Sheet, group: Group, sets: tuple[Group, ...], fresh: list[Draft]) -> Draft | None:
        """Return the node that a set of indicators belongs to: by the column on its left, else the lowest one."""
        if len(sets) == 1:
            return fresh[-1] if fresh else self.stack[-1] if self.stack else None
        left = [at for at, role in enumerate(sheet.columns[: group.name]) if role is not None and role.kind is not None]
        role = sheet.columns[left[-1]] if left else None
        here = [one for one in self.stack if self.stands.get(id(one)) == left[-1]] if left else []
        loose = [one for one in self.stack if role and one.kind is role.kind and id(one) not in self.stands]
        return next(reversed(here or loose), None)

    def _loose_facts(self, sheet: Sheet, record: Record, group: Group, owner: Draft, fresh: list[Draft]) -> None:
        """Keep facts that stand on a row without an indicator: units and targets go on, a source stays an origin."""
        del sheet
        for column, role in group.facts:
            text, cell = record.text(column), record.cell(column)
            if not text:
                continue
            if role.name in {"sumber", "rumus"} and not fresh:
                row = Origin(dokumen=self.dokumen, baris=row_name(cell.place))
                owner.asal.append(replace(row, sumber=text) if role.name == "sumber" else replace(row, rumus=text))
                self.ledger.use(cell)
                self.ledger.note(
                    cell.place, text, "berdiri di baris tanpa indikator; disimpan pada asal kinerjanya.",
                    f"Salin ke {role.name} indikator yang dimaksud.",
                )  # fmt: skip

    def _goes_on(self, sheet: Sheet, record: Record, before: Record, made: list[Draft]) -> bool:
        """Join a statement that runs on in the next row: "Meningkatnya Pengelolaan Sistem" / "Administrasi ..."."""
        columns = [at for at, role in enumerate(sheet.columns) if role is not None and role.kind is not None]
        filled = [at for at in columns if record.text(at)]
        if len(filled) != 1 or not made or not before.text(filled[0]) or record.number != before.number + 1:
            return False
        text, last = record.text(filled[0]).replace("\n", " "), made[-1]
        if record.text(sheet.column("nomor")) or not is_fragment(text, before.text(filled[0])):
            return False
        cell = record.cell(filled[0])
        self.ledger.use(cell)
        if last.asal and last.asal[-1].teks is None:
            last.asal[-1] = replace(last.asal[-1], teks=last.statement)
        heading = sheet.heading[filled[0]]
        if self.traced:
            origin = Origin(dokumen=self.dokumen, baris=row_name(cell.place), teks=text, keterangan=heading)
            last.asal.append(origin)
        last.statement = f"{last.statement} {text}"
        self.ledger.note(
            cell.place, text, f'dibaca sebagai sambungan kalimat di atasnya: "{last.statement}".', "Periksa kalimatnya."
        )
        return True
