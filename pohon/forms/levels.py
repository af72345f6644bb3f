"""Tables of statements -> drafts: one level a column (cascading, Renstra) or one column of statements (RKT, PK, IKI).

A statement begins a node; what stands to its right and below, until the next one, belongs to it. Columns further right
are lower levels. Source: domain.md sections 5.2 to 5.8.
"""

import re
from dataclasses import dataclass, field, replace

from pohon.model.indicator import Indicator
from pohon.model.lexicon import default
from pohon.model.node import Crosscutting, Dasar, Kind
from pohon.model.origin import Origin
from pohon.model.planning import CodeLevel, Program, code_level
from pohon.model.wording import head, normalise

from .columns import Role
from .draft import Draft, Forest
from .labels import kinds_of
from .measures import Group, filled_up, groups, read_measures, unnumbered
from .notes import Ledger
from .recognise import Sheet
from .rows import Record, records
from .source import row_name, tidy
from .stage_rows import kind_of_row
from .tables import Cell

__all__ = ["LevelTables"]

_PREFIX = re.compile(
    r"(tujuan|sasaran|outcome|output|program|kegiatan|sub\s*kegiatan)\s*(?:\d+|[IVX]+)?\s*[:.]\s*", re.IGNORECASE
)
_COMPONENTS = ("tujuan", "sasaran strategis", "sasaran program", "sasaran kegiatan", "sasaran sub kegiatan")
_NAMES = {"program": Kind.UTAMA, "kegiatan": Kind.ANTARA, "sub_kegiatan": Kind.OPERASIONAL}
_BELOW = {CodeLevel.PROGRAM: Kind.UTAMA, CodeLevel.KEGIATAN: Kind.ANTARA, CodeLevel.SUB_KEGIATAN: Kind.OPERASIONAL}
_CODE = re.compile(r"\s*((?:\d|X)(?:\.(?:\d{1,4}|XX)){2,6})\s*[-–:]?\s+(?=\S)")
_FRAGMENT_WORDS = 8


@dataclass(slots=True)
class LevelTables:
    """Reads tables of statements into one forest. `dokumen` names them in origins, `tahun` the year of targets."""

    ledger: Ledger
    dokumen: str = ""
    tahun: int = 0
    forest: Forest = field(default_factory=Forest)
    programs: list[Program] = field(default_factory=list)
    stack: list[Draft] = field(default_factory=list)
    columns: tuple[Role | None, ...] = ()
    earlier: dict[tuple[Kind, str], Draft] = field(default_factory=dict)
    traced: bool = True

    def read(self, sheet: Sheet) -> list[Draft]:
        """Read one table and return the nodes it begins."""
        made: list[Draft] = []
        self.stack = self.stack if sheet.columns == self.columns else []
        self.columns = sheet.columns
        self.earlier = {(one.kind, normalise(one.statement)): one for one in reversed(list(self.forest.walk()))}
        sets = groups(sheet)
        before: Record | None = None
        for record in records(sheet, self.ledger):
            if before is not None and self._goes_on(sheet, record, before, made):
                self._take_measures(sheet, record, sets, [])
                before = record
                continue
            fresh = self._statements(sheet, record)
            made += fresh
            self._take_measures(sheet, record, sets, fresh)
            before = record
        return made

    def _statements(self, sheet: Sheet, record: Record) -> list[Draft]:
        """Begin the nodes of one row, left to right; then take what the row says about the last of them."""
        fresh: list[Draft] = []
        facts: list[tuple[str, int]] = []
        for column, role in enumerate(sheet.columns):
            if role is None or not record.text(column):
                continue
            if role.kind is not None or role.name in {"kinerja", "kondisi", "output"}:
                kind = _kind_of_output(sheet, record) if role.name == "output" else role.kind
                found = self._statement(sheet, record, column, kind)
            elif role.name in {*_NAMES, "nomenklatur"} and not _is_budget(sheet):
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
        printed = re.split(r"\n\s*–\s", record.text(column), maxsplit=1)[0].replace("\n", " ")
        text = unnumbered(_PREFIX.sub("", printed, count=1)) or printed
        if kind is None:
            kind = self._kind(sheet, record, printed, text, cell)
        current = next((one for one in self.stack if one.kind is kind), None)
        if current is not None and normalise(current.statement) == normalise(text) and self._same_above(current):
            return None
        heading = sheet.heading[column] if column < len(sheet.heading) else ""
        again = self.earlier.get((kind, normalise(text)))
        if again is not None:
            return self._meet(again, cell)
        draft = Draft(kind, text, cell.place, komponen=_component(heading))
        if self.traced:
            differs = printed if printed != text else None
            draft.asal = [
                Origin(dokumen=self.dokumen, baris=row_name(cell.place), keterangan=heading or None, teks=differs)
            ]
        self._hang(draft)
        return draft

    def _meet(self, again: Draft, cell: Cell) -> Draft:
        """Go on with a node that a table before this one has named."""
        if self.traced:
            again.asal.append(Origin(dokumen=self.dokumen, baris=row_name(cell.place)))
        chain = [again]
        while chain[0].parent is not None:
            chain.insert(0, chain[0].parent)
        self.stack = chain
        return again

    def _same_above(self, current: Draft) -> bool:
        return current in self.stack

    def _kind(self, sheet: Sheet, record: Record, printed: str, text: str, cell: Cell) -> Kind:
        label, stage = record.text(sheet.column("label")), record.text(sheet.column("rujukan"))
        prefix = _PREFIX.match(printed)
        told = prefix[1] if prefix and not kinds_of(label) else label
        kind, known = kind_of_row(told, stage, record.text(sheet.column("komponen")), text, first=not self.forest.roots)
        if kinds_of(label):
            self.ledger.use(record.cell(sheet.column("label")))
        if known:
            return kind
        lists = head(text, default()).lists
        lowest = self.stack[-1].kind if self.stack else None
        kind = Kind.OPERASIONAL if "keluaran" in lists and lowest else Kind.CSF
        self.ledger.note(
            cell.place, printed, f"jenjangnya tidak tercetak; dibaca sebagai {kind.label}.", "Periksa jenjangnya."
        )
        return kind

    def _hang(self, draft: Draft) -> None:
        while self.stack and self.stack[-1].kind.rank >= draft.kind.rank:
            self.stack.pop()
        if self.stack:
            draft.hang(self.stack[-1])
        else:
            self.forest.roots.append(draft)
        self.stack.append(draft)

    def _named(self, sheet: Sheet, record: Record, column: int, role: str) -> Draft | None:
        """Read a column of program names: a node of its level, unless the table has a column of statements for it."""
        cell = record.cell(column)
        printed = record.text(column).replace("\n", " ")
        code = _CODE.match(printed)
        kode = code[1] if code else record.text(sheet.column("kode"))
        name = printed[code.end() :] if code else printed
        level = code_level(kode) if kode else None
        kind = _NAMES.get(role) or (_BELOW[level] if level else _kind_of_name(name))
        self.ledger.use(cell)
        if kode and not code:
            self.ledger.use(record.cell(sheet.column("kode")))
        owner = next((one for one in reversed(self.stack) if one.kind is kind), None)
        self._program(sheet, record, kode, name, level)
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
        """Add a row of the nomenclature, with the amount of its first year, below the row of the level above."""
        if level is None or any(one.kode == kode for top in self.programs for one in top.walk()):
            return
        money = [(at, record.text(at)) for at in sheet.all("anggaran") if record.text(at)]
        years = [(sheet.columns[at], text) for at, text in money]
        said = "; ".join(f"{role.tahun or ''}: {text}".lstrip(": ") for role, text in years if role)
        self.ledger.use(*(record.cell(at) for at, _ in money))
        made = Program(
            level=level, nama=nama.strip() or kode, kode=kode, anggaran=money[0][1] if money else "",
            catatan=f"Pagu {said}" if len(money) > 1 else "",
        )  # fmt: skip
        self.programs = _below(self.programs, made)

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
            owner.dasar = _with_basis(owner.dasar or Dasar(), role, text)
            self.ledger.use(cell)
        elif owner is not None and role == "komponen":
            owner.komponen = text
            self.ledger.use(cell)

    def _take_measures(self, sheet: Sheet, record: Record, sets: tuple[Group, ...], fresh: list[Draft]) -> None:
        for number, group in enumerate(sets):
            owner = self._owner(sheet, group, number, sets, fresh)
            if owner is None:
                continue
            found = list(read_measures(record, group, sheet, dokumen=self.dokumen, tahun=self.tahun))
            cells = [record.cell(group.name), *(record.cell(column) for column, _ in group.facts)]
            if found:
                _add_measures(owner, found if self.traced else [replace(one, asal=()) for one in found])
                self.ledger.use(*cells)
            elif any(tidy(cell.text) for cell in cells):
                self._loose_facts(sheet, record, group, owner, fresh)

    def _owner(
        self, sheet: Sheet, group: Group, number: int, sets: tuple[Group, ...], fresh: list[Draft]
    ) -> Draft | None:
        """Return the node that a set of indicators belongs to: by the column on its left, else the lowest one."""
        if len(sets) == 1:
            return fresh[-1] if fresh else self.stack[-1] if self.stack else None
        left = [role.kind for role in sheet.columns[: group.name] if role is not None and role.kind is not None]
        kind = left[-1] if left else None
        del number
        return next((one for one in reversed(self.stack) if one.kind is kind), None)

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
        if record.text(sheet.column("nomor")) or not _is_fragment(text, before.text(filled[0])):
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


def _add_measures(owner: Draft, found: list[Indicator]) -> None:
    """Add indicators to a node; one that another table has named already is filled up."""
    known = {normalise(one.nama): place for place, one in enumerate(owner.indikator)}
    fresh = [one for one in found if normalise(one.nama) not in known]
    for one in found:
        place = known.get(normalise(one.nama))
        if place is not None:
            owner.indikator[place] = filled_up(owner.indikator[place], one)
    owner.indikator += fresh


def _below(programs: list[Program], made: Program) -> list[Program]:
    """Return the programs with one more row, inside the row whose code begins its own."""
    for place, one in enumerate(programs):
        if made.kode.startswith(f"{one.kode}."):
            inside = _below(list(one.isi), made)
            return [*programs[:place], replace(one, isi=tuple(inside)), *programs[place + 1 :]]
    return [*programs, made]


def _is_budget(sheet: Sheet) -> bool:
    """Tell whether a table only lists programs with their amounts."""
    return sheet.column("anggaran") >= 0 > sheet.column("indikator", "iku")


def _with_basis(dasar: Dasar, role: str, text: str) -> Dasar:
    if role == "mandat":
        return replace(dasar, mandat=text)
    return replace(dasar, harapan=text) if role == "harapan" else replace(dasar, permasalahan=text)


def _kind_of_output(sheet: Sheet, record: Record) -> Kind:
    """Return the level of an output from the code beside it: of a kegiatan, or of a sub kegiatan."""
    found = _CODE.match(record.text(sheet.column("nomenklatur", "sub_kegiatan", "kegiatan")))
    kode = found[1] if found else record.text(sheet.column("kode"))
    return Kind.OPERASIONAL if code_level(kode) is CodeLevel.SUB_KEGIATAN else Kind.ANTARA


def _is_fragment(text: str, above: str) -> bool:
    """Tell whether a text can only go on with the one above: it opens with no verb, the other one does."""
    if text[:1].islower() or above.rstrip().endswith((",", " dan", " serta", " yang")):
        return True
    lists, before = head(text, default()).lists, head(above, default()).lists
    opens = {"hasil", "keluaran", "aktif", "nominal", "mendua", "ukur"}
    short = len(text.split()) < _FRAGMENT_WORDS and len(above.split()) < _FRAGMENT_WORDS
    return (
        short and not lists & opens and bool(before & {"hasil", "keluaran"}) and not above.rstrip().endswith((".", ";"))
    )


def _kind_of_name(name: str) -> Kind:
    plain = normalise(name)
    if plain.startswith("program"):
        return Kind.UTAMA
    return Kind.OPERASIONAL if plain.startswith(("sub kegiatan", "subkegiatan")) else Kind.ANTARA


def _component(heading: str) -> str:
    plain = " ".join(heading.casefold().split())
    return plain if plain in _COMPONENTS else ""
