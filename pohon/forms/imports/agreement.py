"""A Perjanjian Kinerja beyond its first table: parties, programs, explanation of each sasaran and indicator.

Lampiran 1 decides names and targets; what Lampiran 2 prints differently is remembered with its row.
Source: domain.md section 5.4.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pohon.errors import Place
from pohon.forms.tables import Cell
from pohon.model.document import Party
from pohon.model.indicator import Indicator
from pohon.model.origin import Origin
from pohon.model.planning import CodeLevel, Program
from pohon.model.position import Jenjang, Position

from .document_text import Paper, plain
from .draft import Draft
from .identity import Identity
from .individual import position_of
from .joining import alike
from .labels import jenjang_of
from .measures import unnumbered
from .notes import Ledger
from .recognise import Shape, Sheet
from .rows import Record, records
from .source import Line, parts, row_name, tidy

__all__ = ["Agreement"]

_ALIKE = 0.6
_SECTION = re.compile(r"^uraian\s+sasaran\b\s*(?:(\d{1,2})|([IVX]{1,5})\b)?", re.IGNORECASE)
_ROMAN = {
    name: place
    for place, name in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1)
}
_LIST = re.compile(r"^indikator\s+kinerja\s*:?\s*$", re.IGNORECASE)
_ITEM = re.compile(r"^\d{1,2}[.)]\s*(.+)$")
_TARGETS = re.compile(r"^target\s+kinerja\s*$", re.IGNORECASE)
_LAW = re.compile(
    r"(?:Undang\s*-\s*Undang|Peraturan\s+(?:Pemerintah|Presiden|Menteri|Daerah|Bupati|Wali\s?kota|Gubernur)|Permen\w+|Instruksi)\b.*?"
    r"(?=\s+menetapkan|\s+menyatakan|\s+mengatur|,\s*(?:Peraturan|Undang|Permen)|\s+dan\s+(?:Peraturan|Undang)|\.?$)"
)
_PARTY = re.compile(r"disebut\s+(?:sebagai\s+)?pihak\s+(pertama|kedua)", re.IGNORECASE)
_STATEMENTS = (
    ("pembukaan", re.compile(r"^dalam rangka", re.IGNORECASE)),
    ("pernyataan_pihak_pertama", re.compile(r"^pihak pertama\s+\w+", re.IGNORECASE)),
    ("pernyataan_pihak_kedua", re.compile(r"^pihak kedua\s+\w+", re.IGNORECASE)),
)
_FUNDS = re.compile(r"\b(?:APBD|APBN|DAU|DAK|DBH|PAD|BLUD|DID|BOK|hibah)\b", re.IGNORECASE)
_LAW_FIRST = re.compile(r"\bKABUPATEN\b|\bKAB\.|\bKOTA\b|\bPROVINSI\b", re.IGNORECASE)


@dataclass(slots=True)
class Agreement:
    """Reads the rest of an agreement into the nodes of its first table."""

    ledger: Ledger
    paper: Paper
    drafts: list[Draft]
    identity: Identity
    programs: list[Program] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)

    def read(self, lines: Sequence[Line], sheets: Sequence[Sheet]) -> None:
        """Read parties, programs, then the explanations in order."""
        self._parties(lines)
        for sheet in sheets:
            if sheet.shape is Shape.PROGRAM:
                self._programs(sheet)
        self._explanations(lines, sheets)

    def _parties(self, lines: Sequence[Line]) -> None:
        office, at = "", Place()
        texts = [(line, tidy(line.text)) for line in lines if tidy(line.text)]
        for number, (line, text) in enumerate(texts):
            found = re.match(r"jabatan\s*:?\s*(.*)$", text, re.IGNORECASE)
            if found:
                follows = number + 1 < len(texts) and texts[number + 1][1].startswith(":")
                holder = texts[number + 1] if not found[1] and follows else (line, found[1])
                office, at = holder[1].lstrip(": ").strip(), holder[0].place
            party = _PARTY.search(text)
            if party and office:
                self._party(party[1].casefold(), office, at)
                self.paper.trace([line], text)
                office = ""
            for name, pattern in _STATEMENTS:
                if pattern.match(text) and len(text.split()) > 6 and name not in self.paper.uraian:
                    self.paper.uraian[name] = text
        if self.positions or self.paper.uraian:
            self._pronouncement(lines)

    def _pronouncement(self, lines: Sequence[Line]) -> None:
        """Remember the page of the promise as one run of lines."""
        last = -1
        for number, line in enumerate(lines):
            text = tidy(line.text)
            if any(pattern.match(text) and len(text.split()) > 6 for _, pattern in _STATEMENTS):
                last = number
        page = [line for line in lines[: last + 1] if tidy(line.text)]
        self.paper.trace(page)

    def _party(self, which: str, office: str, at: Place) -> None:
        instansi = self._unit(office) if which == "pertama" else self.identity.pemerintah
        party = Party(jabatan=office, instansi=instansi)
        if which == "kedua":
            self.paper.pihak_kedua = party
            return
        self.paper.pihak_pertama = party
        jenjang = jenjang_of(office) or Jenjang.JPT_PRATAMA
        asal = (Origin(dokumen=self.paper.kode, baris=row_name(Place(line=at.line, label=at.label))),)
        made = Position(id=position_of(office, set()), nama=office, jenjang=jenjang, asal=asal)
        self.positions.append(made)
        for draft in self.drafts:
            draft.jabatan = (made.id,)

    def _unit(self, office: str) -> str:
        """Return the agency as the document prints it together with its government, else as the position has it."""
        return self.identity.unit or re.sub(r"^KEPALA\s+", "", office, flags=re.IGNORECASE)

    def _programs(self, sheet: Sheet) -> None:
        name_at, money_at = sheet.column("program", "kegiatan", "sub_kegiatan", "nomenklatur"), sheet.column("anggaran")
        fund_at = sheet.column("sumber_dana", "label")
        for record in records(sheet, self.ledger):
            names = parts(record.cell(name_at))
            money, funds = parts(record.cell(money_at)), parts(record.cell(fund_at))
            self.ledger.use(*record.filled)
            if len(names) > 1 and len(money) == len(names):
                rows = [
                    (n, [m], [funds[at]] if len(funds) == len(names) else funds[:1])
                    for at, (n, m) in enumerate(zip(names, money, strict=True))
                ]
                self.ledger.note(
                    record.cell(name_at).place, record.text(name_at), "beberapa program dalam satu baris; anggarannya "
                    "dipasangkan menurut urutan.", "Periksa pasangannya.",
                )  # fmt: skip
            else:
                rows = [((" ".join(text for text, _ in names), names[0][1] if names else 0), money, funds)]
            self.programs += [
                made for row in rows if (made := self._program(row[0], row[1], row[2], record, split=len(rows) > 1))
            ]

    def _program(
        self, name: tuple[str, int], money: Sequence[tuple[str, int]], funds: Sequence[tuple[str, int]], record: Record,
        *, split: bool,
    ) -> Program | None:  # fmt: skip
        if not name[0] or re.match(r"(?:jumlah|total)\b", name[0], re.IGNORECASE):
            return None
        fund = " ".join(text for text, _ in funds)
        nama = unnumbered(name[0])
        places = [line for _, line in (name, *money, *funds)]
        cells = record.filled
        baris = ", ".join(map(str, places)) if split else row_name(_span(cells))
        origin = Origin(dokumen=self.paper.kode, baris=baris, nama=name[0] if nama != name[0] else None)
        is_fund = bool(_FUNDS.search(fund))
        return Program(
            level=CodeLevel.PROGRAM, nama=nama, anggaran=" ".join(text for text, _ in money),
            sumber_dana=fund if is_fund else "", catatan="" if is_fund else fund, asal=(origin,),
        )  # fmt: skip

    def _explanations(self, lines: Sequence[Line], sheets: Sequence[Sheet]) -> None:
        """Walk lines and tables in order; "Uraian Sasaran n" opens the n-th statement."""
        del lines
        place = -1
        for sheet in sheets:
            for block in _blocks(sheet.above):
                place = self._block(block, place)
            if sheet.shape in (Shape.EXPLAINED, Shape.TARGETS) and self.drafts:
                owner = self.drafts[max(0, min(place, len(self.drafts) - 1))]
                self._explain(sheet, owner, everywhere=place < 0)

    def _block(self, block: Sequence[Line], place: int) -> int:
        text = plain(block[:1])
        section = _SECTION.match(text)
        if section:
            self.paper.trace(block[:1], text)
            number = int(section[1]) if section[1] else _ROMAN.get((section[2] or "").upper(), 0)
            place = number - 1 if number else place + 1
            self._describe(block[1:], place)
        elif place >= 0 and _LIST.match(text):
            self._list(block, place)
        elif place >= 0 and _TARGETS.match(text):
            if "target_kinerja" not in self.paper.uraian:
                self.paper.trace(block[:1], text)
                self.paper.uraian["target_kinerja"] = plain(block[1:])
            self.ledger.use(*block)
        return place

    def _describe(self, block: Sequence[Line], place: int) -> None:
        if not block or place >= len(self.drafts):
            return
        draft = self.drafts[place]
        draft.uraian = plain(block, "\n")
        text = draft.uraian.replace("\n", " ; ")
        draft.dasar_hukum = tuple(
            dict.fromkeys(
                " ".join(one.split()).rstrip(" .;,") for part in text.split(" ; ") for one in _LAW.findall(part)
            )
        )
        first, last = block[0].place, block[-1].place
        baris = first.label or row_name(Place(line=first.line, end_line=last.line))
        draft.asal.append(Origin(dokumen=self.paper.kode, baris=baris))
        self.ledger.use(*block)

    def _list(self, block: Sequence[Line], place: int) -> None:
        """Read "this sasaran has n indicators: 1. ... 2. ..." and remember names that differ."""
        self.paper.uraian[f"indikator_sasaran_{place + 1}"] = plain(block, "\n")
        self.ledger.use(*block)
        if place >= len(self.drafts):
            return
        items = [(line, found[1]) for line in block if (found := _ITEM.match(plain([line])))]
        for number, (line, name) in enumerate(items):
            at = _which(self.drafts[place], name, number)
            if at >= 0:
                self._say(self.drafts[place], at, name, row_name(Place(line=line.place.line, label=line.place.label)))

    def _say(self, draft: Draft, at: int, name: str, baris: str, target: str | None = None) -> None:
        one = draft.indikator[at]
        origin = Origin(dokumen=self.paper.kode, baris=baris, nama=name if name != one.nama else None, target=target)
        draft.indikator[at] = replace(one, asal=(*one.asal, origin))

    def _explain(self, sheet: Sheet, owner: Draft, *, everywhere: bool) -> None:
        name_at = sheet.column("indikator", "iku", "uraian")
        for number, record in enumerate(records(sheet, self.ledger)):
            name = record.text(name_at).replace("\n", " ")
            if not name:
                continue
            draft, at = self._find(owner, unnumbered(name), number, everywhere=everywhere)
            if at < 0:
                self.ledger.note(
                    record.cell(name_at).place,
                    name,
                    "indikator ini tidak ada pada tabel kinerja.",
                    "Tambahkan sendiri.",
                )
                continue
            self._facts(sheet, record, draft, at, unnumbered(name))
            self.ledger.use(*record.filled)

    def _find(self, owner: Draft, name: str, number: int, *, everywhere: bool) -> tuple[Draft, int]:
        if not everywhere:
            return owner, _which(owner, name, number)
        pairs = [(draft, at) for draft in self.drafts for at in range(len(draft.indikator))]
        best = max(pairs, key=lambda pair: alike(pair[0].indikator[pair[1]].nama, name), default=(owner, -1))
        good = best[1] >= 0 and alike(best[0].indikator[best[1]].nama, name) >= _ALIKE
        return best if good else (owner, -1)

    def _facts(self, sheet: Sheet, record: Record, draft: Draft, at: int, name: str) -> None:
        """Fill in what the agreement says about an indicator; a target that differs is only remembered."""
        names = {"relevansi": "relevansi", "rumus": "rumus", "sumber": "sumber", "penjelasan": "penjelasan_target"}
        one = draft.indikator[at]
        target: str | None = None
        for column, role in enumerate(sheet.columns):
            text = record.text(column)
            if role is None or not text:
                continue
            if role.name in names and not getattr(one, names[role.name]):
                one = _set(one, names[role.name], text)
            elif role.name == "target" and not any(known.nilai == text for known in one.target):
                target = text
        draft.indikator[at] = one
        cells = [
            cell
            for place, cell in enumerate(record.cells)
            if cell is not None and cell.text.strip() and not _is_number(sheet, place)
        ]
        self._say(draft, at, name, row_name(_span(cells)), target)


def _set(one: Indicator, name: str, text: str) -> Indicator:
    if name == "relevansi":
        return replace(one, relevansi=text)
    if name == "rumus":
        return replace(one, rumus=text)
    return replace(one, sumber=text) if name == "sumber" else replace(one, penjelasan_target=text)


def _is_number(sheet: Sheet, column: int) -> bool:
    role = sheet.columns[column]
    return role is not None and role.name == "nomor"


def _span(cells: Sequence[Cell]) -> Place:
    first = cells[0].place
    last = max(max(cell.place.line, cell.place.end_line) for cell in cells)
    return Place(line=first.line, end_line=last, label=first.label)


def _which(draft: Draft, name: str, number: int) -> int:
    """Return the indicator that a name means: the likest one, else the one at the same place."""
    scores = [alike(one.nama, name) for one in draft.indikator]
    best = max(range(len(scores)), key=scores.__getitem__, default=-1)
    if best >= 0 and scores[best] >= _ALIKE:
        return best
    return number if number < len(scores) else -1


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield what stands below each known heading, up to the next one."""
    block: list[Line] = []
    for line in lines:
        text = tidy(line.text)
        if not text:
            continue
        if any(pattern.match(text) for pattern in (_SECTION, _LIST, _TARGETS)):
            if block:
                yield block
            block = []
        elif not block:
            continue
        block.append(line)
    if block:
        yield block
