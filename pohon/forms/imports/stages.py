"""The five stage tables of one pohon kinerja -> one tree with stable nodes.

Stage 2 gives the CSF, stage 3 the conditions below them, stages 4 and 5 speak of the same nodes again; every printed
row is remembered as an origin, with what it says differently. Source: domain.md sections 2.3 to 2.7 and 5.1.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pohon.model.indicator import Indicator
from pohon.model.node import Crosscutting, Kind
from pohon.model.origin import Origin
from pohon.model.wording import normalise

from .draft import Draft, Forest
from .individual import Sheets
from .joining import align, alike
from .labels import jenjang_of, names_position, partner_of, split_label
from .measures import groups, read_measures
from .notes import Ledger
from .recognise import Shape, Sheet
from .rows import Record, records
from .source import row_name
from .stage_rows import (
    Judge,
    Row,
    add_measures,
    codes,
    extends,
    is_measure,
    kind_of_row,
    lean,
    numbers_of,
    same_factor,
    takes,
)

__all__ = ["STAGES", "StageTables"]

STAGES = {Shape.CSF: 2, Shape.CONDITIONS: 3, Shape.INDICATORS: 4, Shape.COMPONENTS: 5}
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,60}")


_POSITION_IDS = {"jpt-pratama": "jpt"}


@dataclass(slots=True)
class StageTables:
    """Reads stage tables one after the other into one forest."""

    ledger: Ledger
    people: Sheets
    forest: Forest = field(default_factory=Forest)
    seen: set[int] = field(default_factory=set)
    confirmed: set[int] = field(default_factory=set)
    tahun: int = 0
    stack: list[Draft] = field(default_factory=list)

    def outcome(self, draft: Draft) -> None:
        """Put the outcome of stage 1 on top."""
        for root in list(self.forest.roots):
            self.forest.take_out(root)
            root.hang(draft)
        self.forest.roots = [draft]

    def read(self, sheet: Sheet) -> None:
        """Read one table."""
        tahap = STAGES[sheet.shape]
        self.seen.add(tahap)
        if tahap == 2:
            self._factors(sheet)
        elif tahap == 3:
            self._conditions(sheet)
        else:
            self._again(sheet, tahap)

    def finish(self) -> Forest:
        """Return the forest: origins without what the tree says anyway, doubtful rows unplaced."""
        if self.seen & {4, 5}:
            for draft in [one for one in self.forest.walk() if one.after_gap and id(one) not in self.confirmed]:
                self.forest.unplace(draft)
                self.ledger.note(
                    draft.place, draft.statement, "berdiri sesudah baris kosong tanpa CSF dan tidak ada di tahap lain, "
                    "jadi disimpan di belum_ditempatkan.", "Pindahkan ke bawah kondisi yang disebabkannya.",
                )  # fmt: skip
        for one in self.forest.everything():
            one.asal = [replace(o, teks=None) if o.teks == one.statement else o for o in one.asal]
            one.indikator = [lean(indikator) for indikator in one.indikator]
        return self.forest

    def _id(self, record: Record) -> str:
        """Return the id that a sheet of ours carries in its hidden column, "" when it is no id or taken."""
        name = record.id.split()[-1].partition("#")[0] if record.id.strip() else ""
        if not name or not _ID.fullmatch(name):
            return ""
        return "" if any(one.id == name for one in self.forest.everything()) else name

    def _top(self) -> Draft | None:
        roots = self.forest.roots
        return roots[0] if len(roots) == 1 and roots[0].kind is Kind.OUTCOME else None

    def _add(self, draft: Draft, parent: Draft | None, index: int | None = None) -> None:
        if parent is None:
            self.forest.roots.append(draft)
        else:
            draft.hang(parent, index)

    def _factors(self, sheet: Sheet) -> None:
        issue, condition = sheet.column("csf_isu", "csf"), sheet.column("kondisi")
        for record in records(sheet, self.ledger):
            cell = record.cell(condition)
            text = record.text(condition)
            if not text:
                continue
            origin = Origin(tahap=2, baris=row_name(cell.place), teks=text)
            draft = Draft(Kind.CSF, text, cell.place, isu=record.text(issue), asal=[origin], id=self._id(record))
            self._add(draft, self._top())
            self.ledger.use(cell, record.cell(issue), *numbers_of(record))

    def _csf(self, record: Record, column: int) -> Draft | None:
        """Return the CSF that a row names, made new when no CSF is like it."""
        text = record.text(column)
        if not text:
            return None
        cell = record.cell(column)
        self.ledger.use(cell)
        known = [one for one in self.forest.walk() if one.kind is Kind.CSF]
        best = max(known, key=lambda one: alike(one.statement, text), default=None)
        if best is not None and same_factor(best.statement, text):
            return best
        draft = Draft(Kind.CSF, text, cell.place, asal=[Origin(tahap=3, baris=row_name(cell.place), teks=text)])
        self._add(draft, self._top())
        return draft

    def _conditions(self, sheet: Sheet) -> None:
        factor, text_at, label_at = (
            sheet.column("csf_kondisi", "csf", "csf_isu"),
            sheet.column("kondisi", "kinerja"),
            sheet.column("label"),
        )
        stack = self.stack
        orphan = False
        for record in records(sheet, self.ledger):
            csf = self._csf(record, factor)
            orphan = (orphan or record.gap) and csf is None
            if csf is not None:
                stack[:] = [csf]
            text, label = record.text(text_at), record.text(label_at)
            if not text:
                continue
            label, _, partners = split_label(label)
            row = self._row(sheet, record, 3, text_at, first=False)
            self.ledger.use(record.cell(text_at), record.cell(label_at), *numbers_of(record))
            partner = partner_of(label)
            if partner is not None:
                self._crosscut(row, partner, stack)
                continue
            orphan = orphan and row.kind is Kind.OPERASIONAL
            draft = Draft(row.kind, text, row.place, asal=[row.origin], after_gap=orphan, id=self._id(record))
            draft.deep, draft.crosscutting = row.deep, [Crosscutting(mitra=name) for name in partners]
            draft.leaf = is_measure(text)
            self._doubts(row, label, draft)
            self._hang(draft, stack)

    def _hang(self, draft: Draft, stack: list[Draft]) -> None:
        """Hang a node below the nearest row above it with a higher level; a measure takes no children."""
        if draft.leaf and stack and stack[-1].kind is draft.kind:
            self._add(draft, stack[-1])
            self.ledger.note(
                draft.place, draft.statement, "ini kalimat indikator di kolom kondisi; digantung pada yang di atasnya.",
                "Ubah menjadi kondisi, atau pindahkan ke indikator.",
            )  # fmt: skip
            return
        while stack and not _is_above(stack[-1], draft):
            stack.pop()
        self._add(draft, stack[-1] if stack else self._top())
        if not stack and self._top() is None and draft.kind not in (Kind.OUTCOME, Kind.CSF):
            self.ledger.note(
                draft.place, draft.statement, "tidak ada kondisi yang lebih tinggi di atasnya; menjadi akar.",
                "Gantung di bawah CSF-nya.",
            )  # fmt: skip
        stack.append(draft)

    def _crosscut(self, row: Row, partner: str, stack: Sequence[Draft]) -> None:
        """Put a partner's row below the node that says the same, else below the condition above it."""
        same = [one for one in self.forest.walk() if normalise(one.statement) == normalise(row.text)]
        parent = max(same, key=lambda one: one.kind.rank, default=None) or next(
            (one for one in reversed(stack) if one.kind is not Kind.OPERASIONAL), self._top()
        )
        below = list(Kind)[min((parent.kind.rank if parent else 0) + 1, Kind.OPERASIONAL.rank)]
        mitra = [Crosscutting(mitra=partner)] if partner else []
        draft = Draft(below, row.text, row.place, asal=[row.origin], crosscutting=mitra)
        self._add(draft, parent)
        self.ledger.note(
            row.place, f"{row.text} | {row.origin.keterangan or ''}",
            f"baris crosscutting dibaca sebagai {below.label} dengan mitra {partner or '(tanpa nama)'}.",
            "Lengkapi peran, kontribusi, dan statusnya.",
        )  # fmt: skip

    def _doubts(self, row: Row, label: str, draft: Draft) -> None:
        if not row.known_label:
            said = f'label "{label}" tidak dikenal' if label else "tanpa label jenjang"
            self.ledger.note(
                row.place, row.text, f"{said}; dibaca sebagai {draft.kind.label} menurut kata pertamanya.",
                "Periksa jenjangnya.",
            )  # fmt: skip

    def _row(self, sheet: Sheet, record: Record, tahap: int, text_at: int, *, first: bool) -> Row:
        label_at, stage_at = sheet.column("label"), sheet.column("rujukan")
        part_at, position_at = sheet.column("komponen"), sheet.column("jabatan")
        measure_at = sheet.column("indikator", "iku")
        text = record.text(text_at)
        label, deep, _ = split_label(record.text(label_at))
        kind, known = kind_of_row(label, record.text(stage_at), record.text(part_at), text, first=first)
        cell = record.cell(text_at)
        place = cell.place if text else record.filled[0].place
        origin = Origin(
            tahap=tahap, baris=row_name(place), rujukan=record.text(stage_at) if stage_at >= 0 else None, teks=text,
            keterangan=record.text(label_at) if label_at >= 0 else None, jabatan=record.text(position_at) or None,
            geser=record.shifted,
        )  # fmt: skip
        return Row(
            record, kind, text, origin, place, record.text(measure_at), record.text(part_at), record.text(position_at),
            known, self._facts(sheet, record), codes(record.text(sheet.column("nomenklatur", "program", "kode"))),
            deep, next((text for at in reversed(sheet.all("jabatan")) if names_position(text := record.text(at))), ""),
        )  # fmt: skip

    def _facts(self, sheet: Sheet, record: Record) -> tuple[Indicator, ...]:
        """Return the indicators of a row with unit, target and formula, where the table has columns for them."""
        sets = groups(sheet)
        if not sets:
            return ()
        return tuple(read_measures(record, sets[0], sheet, dokumen="", tahun=self.tahun))

    def _again(self, sheet: Sheet, tahap: int) -> None:
        """Read a table that speaks of nodes which another table may have named already."""
        text_at = sheet.column("kinerja", "kondisi")
        factor = sheet.column("csf_kondisi")
        rows: list[Row] = []
        for record in records(sheet, self.ledger):
            if factor >= 0 and record.text(factor):
                self._csf(record, factor)
            row = self._row(sheet, record, tahap, text_at, first=not rows)
            if row.text or row.indikator:
                rows.append(row)
            self.ledger.use(*(cell for at, cell in enumerate(record.cells) if cell is not None and takes(sheet, at)))
        nodes = list(self.forest.walk())
        found = align(
            [row.text or row.indikator for row in rows], [one.statement for one in nodes], Judge(rows, nodes, tahap)
        )
        stack: list[Draft] = []
        for number, row in enumerate(rows):
            draft = nodes[found[number]] if number in found else None
            if draft is None and not row.text and stack:
                add_measures(stack[-1], row, tahap)
                continue
            if draft is None:
                draft = Draft(row.kind, row.text, row.place, id=self._id(row.record), deep=row.deep)
                self._between(draft, stack)
                self._doubts(row, row.origin.keterangan or "", draft)
            self._merge(draft, row, tahap)
            while stack and not _is_above(stack[-1], draft):
                stack.pop()
            stack.append(draft)

    def _between(self, draft: Draft, stack: Sequence[Draft]) -> None:
        if draft.kind is Kind.OUTCOME and self._top() is None:
            self.outcome(draft)
            return
        below = None if draft.kind is Kind.OUTCOME else self._top()
        above = next((one for one in reversed(stack) if _is_above(one, draft)), below)
        self._add(draft, above if above is not draft else None)
        if self.seen & {2, 3}:
            self.ledger.note(
                draft.place, draft.statement, f"tidak ada pada tahap sebelumnya; menjadi {draft.kind.label} baru.",
                "Periksa tempatnya, atau samakan bunyinya dengan tahap 3.",
            )  # fmt: skip

    def _merge(self, draft: Draft, row: Row, tahap: int) -> None:
        self.confirmed.add(id(draft))
        draft.asal.append(row.origin)
        if extends(row.text, draft.statement):
            draft.statement = row.text
        if row.text and row.text != draft.statement and normalise(row.text) != normalise(draft.statement):
            self.ledger.note(
                row.place, row.text, f'bunyinya lain dari "{draft.statement}"; dianggap kondisi yang sama.',
                "Tulisan yang lain disimpan pada asal.",
            )  # fmt: skip
        draft.komponen = row.komponen or draft.komponen
        draft.program += [code for code in row.program if code not in draft.program]
        jenjang = jenjang_of(row.jabatan) if row.jabatan else None
        if row.pemangku:
            draft.jabatan = self.people.offices(row.pemangku, row.place, jenjang)
        elif jenjang is not None:
            draft.jabatan = (_POSITION_IDS.get(jenjang.value, jenjang.value),)
        add_measures(draft, row, tahap)


def _is_above(upper: Draft, lower: Draft) -> bool:
    """Tell whether a node may cause another one: a higher level, or the same level at a smaller printed depth."""
    return (upper.kind.rank, upper.deep) < (lower.kind.rank, lower.deep)
