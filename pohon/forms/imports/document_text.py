"""What belongs to a document and not to a node: letterhead, sections, place and date, parties, headings of tables.

Names of persons, NIP, telephone numbers and mail addresses are passed over on purpose. Source: domain.md section 5.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pohon.errors import Place
from pohon.model.document import Document, Party
from pohon.model.origin import Origin

from .headers import is_numbering
from .identity import Identity
from .notes import Ledger
from .recognise import Shape, Sheet
from .source import Line, row_name, tidy

__all__ = ["Paper", "impersonal", "read_paper"]

_MONTH = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|nopember|november|desember"
_DATED = re.compile(rf"^([A-Z][\w' ]{{2,40}}),\s*(\d{{0,2}}\s*(?:{_MONTH})\s+(?:19|20)\d{{2}})$", re.IGNORECASE)
_SECTION = re.compile(r"^[a-h][.)]\s+(.+)$")
_CONTACT = re.compile(r"\s*\b(?:Telp|Telepon|Fax|Faks|E-?mail|Website|HP)\b.*$", re.IGNORECASE)
_STREET = re.compile(r"^(?:Jalan|Jl\.?)\s", re.IGNORECASE)
_PERSONAL = re.compile(
    r"\bNIP\b|^nama\b|\b(?:S\.?H|M\.?M|M\.?Si|S\.?E|M\.?Pd|S\.?Sos|M\.?AP|Ir|Drs?|Dra|H|Hj)\b\.?,?(?:\s|$)"
    r"|pembina (?:utama|tingkat|tk)|^pembina$|^penata\b|^pengatur\b",
    re.IGNORECASE,
)
_IMPERSONAL = "(nama, pangkat, atau NIP: tidak dimuat)"
_DEGREE = re.compile(r",\s*(?:[SMA]\.\s?[A-Z]|Ph\.?\s?D|S[THE]\b|M[TMH]\b)")
_STAFF = re.compile(r"\bNIP\b|\b(?:19|20)\d{6}\s?(?:19|20)\d{4}\s?[12]\s?\d{3}\b")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_OFFICE = re.compile(
    r"^(?:PLT\.?\s+|PJ\.?\s+)?(?:KEPALA|BUPATI|WALI\s?KOTA|GUBERNUR|SEKRETARIS|CAMAT|INSPEKTUR|DIREKTUR|KABID|KASI|LURAH)\b"
)
_PARTY = re.compile(r"pihak\s+(?:pertama|kedua)\W*$", re.IGNORECASE)
_REPEATED = (Shape.EXPLAINED, Shape.TARGETS)


@dataclass(slots=True)
class Paper:
    """The facts found so far."""

    ledger: Ledger
    jenis: str
    kode: str
    judul: str = ""
    tahun: int | None = None
    tempat: str = ""
    tanggal: str = ""
    kop: str = ""
    alamat: list[str] = field(default_factory=list)
    pihak_pertama: Party | None = None
    pihak_kedua: Party | None = None
    uraian: dict[str, str] = field(default_factory=dict)
    asal: list[Origin] = field(default_factory=list)

    def document(self) -> Document:
        """Return the facts as the model has them."""
        return Document(
            jenis=self.jenis, judul=self.judul, tahun=self.tahun, tempat=self.tempat, tanggal=self.tanggal,
            kop=self.kop, alamat="\n".join(self.alamat), pihak_pertama=self.pihak_pertama,
            pihak_kedua=self.pihak_kedua, uraian=tuple(self.uraian.items()), asal=tuple(self.asal),
        )  # fmt: skip

    def trace(self, lines: Sequence[Line], teks: str | None = None) -> None:
        """Remember which lines were read, with what they print when the tree does not hold it."""
        if lines:
            self.ledger.use(*lines)
            self.asal.append(Origin(dokumen=self.kode, baris=_range(lines), teks=teks))


def _range(lines: Sequence[Line]) -> str:
    first, last = lines[0].place, lines[-1].place
    return first.label or row_name(Place(line=first.line, end_line=max(last.line, last.end_line)))


def read_paper(paper: Paper, lines: Sequence[Line], sheets: Sequence[Sheet], identity: Identity) -> None:
    """Read the lines of a document that no other reader has used."""
    paper.tahun = identity.tahun
    _repeated_title(paper, lines, identity)
    free = [line for line in lines if tidy(line.text) and not paper.ledger.is_used(line)]
    blocks = list(_blocks(free, identity))
    heads = _letterhead(paper, blocks)
    section = ""
    for number, block in enumerate(blocks):
        if number in heads or all(paper.ledger.is_used(line) for line in block):
            continue
        found = _SECTION.match(tidy(block[0].text).replace("*", ""))
        if found and len(block[0].text.split()) < 20 and not plain(block[:1]).endswith("."):
            section = _slug(found[1])
            paper.trace(block[:1], tidy(block[0].text))
        body = block[1:] if found and section and paper.ledger.is_used(block[0]) else block
        if body and section and not _is_banner(body):
            paper.ledger.use(*body)
            paper.uraian[section] = "\n".join(filter(None, (paper.uraian.get(section, ""), plain(body, "\n"))))
        elif body:
            section = ""
            _single(paper, body, identity)
    for sheet in sheets:
        _table_heads(paper, sheet)
    paper.judul = paper.judul or _title(identity)
    paper.asal.sort(key=lambda one: int(re.match(r"\d+", one.baris)[0]) if re.match(r"\d+", one.baris) else 0)  # type: ignore[index]  # asked beside it


def _repeated_title(paper: Paper, lines: Sequence[Line], identity: Identity) -> None:
    """Remember a title that is printed again on every sheet once, with all its places."""
    if len(identity.title) != 1:
        return
    title = plain(identity.title)
    same = [line for line in lines if plain([line]) == title]
    if len(same) > 1:
        paper.ledger.use(*same)
        paper.asal.append(Origin(dokumen=paper.kode, baris=", ".join(row_name(line.place) for line in same)))


def impersonal(texts: Sequence[str]) -> list[str]:
    """Return texts that are listed as not used, without names of persons, numbers of staff, telephones and mail.

    A name without title is known by the number of staff below it, as signatures are written.
    """
    below = [*texts[1:], ""][: len(texts)]
    return [
        _IMPERSONAL if _is_name(text) and _STAFF.search(after) else "\n".join(map(_impersonal, text.split("\n")))
        for text, after in zip(texts, below, strict=True)
    ]


def _is_name(text: str) -> bool:
    return len(text.split()) < 8 and not re.search(r"\d", text) and not _OFFICE.search(text.upper())


def _impersonal(line: str) -> str:
    if any(pattern.search(line) for pattern in (_PERSONAL, _STAFF, _DEGREE)):
        return _IMPERSONAL
    return _MAIL.sub("(surel: tidak dimuat)", _CONTACT.sub("", line))


def plain(block: Sequence[Line], glue: str = " ") -> str:
    """Return the text of some lines without conversion marks."""
    return glue.join(tidy(line.text.replace("*", "")) for line in block)


def _blocks(lines: Sequence[Line], identity: Identity) -> Iterator[list[Line]]:
    """Yield paragraphs; the lines of the title are one, a section heading is one."""
    block: list[Line] = []
    title = {id(line) for line in identity.title}
    for line in lines:
        opens = _SECTION.match(tidy(line.text).replace("*", "")) is not None
        joined = bool(block) and ((id(line) in title and id(block[-1]) in title) or _goes_on(block, line))
        apart = line.after_blank or bool(line.place.label) or bool(block and line.place.line > block[-1].place.line + 1)
        if block and not joined and (apart or opens or _turns(block, line)):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _goes_on(block: Sequence[Line], line: Line) -> bool:
    """Tell whether a line is the year below a heading in capitals."""
    near = line.place.line - block[-1].place.line <= 2
    return near and bool(re.fullmatch(r"TAHUN\s+(?:19|20)\d{2}", plain([line]))) and _is_capitals(block[-1])


def _turns(block: Sequence[Line], line: Line) -> bool:
    """Tell whether a line begins something else: from capitals to prose and back, or the name of a table."""
    if _DATED.match(plain(block[:1])):
        return False
    return _is_capitals(line) != _is_capitals(block[-1]) or plain([line]).startswith("TABEL ")


def _is_capitals(line: Line) -> bool:
    return line.text == line.text.upper()


def _is_banner(block: Sequence[Line]) -> bool:
    text = plain(block)
    return text == text.upper() or bool(_DATED.match(plain(block[:1])))


def _letterhead(paper: Paper, blocks: Sequence[Sequence[Line]]) -> set[int]:
    """Read "PEMERINTAH KABUPATEN ..." with the address below it."""
    if not blocks or not plain(blocks[0]).upper().startswith("PEMERINTAH "):
        return set()
    paper.kop = plain(blocks[0], "\n")
    taken = {0}
    used = list(blocks[0])
    if len(blocks) > 1 and _STREET.match(plain(blocks[1])):
        paper.alamat = [text for line in blocks[1] if (text := _CONTACT.sub("", tidy(line.text)))]
        used += blocks[1]
        taken.add(1)
    paper.trace(used)
    return taken


def _single(paper: Paper, block: Sequence[Line], identity: Identity) -> None:
    """Read a block outside every section: title, date, signer, or a line to remember."""
    dated = _DATED.match(plain(block[:1]))
    if dated:
        paper.tempat, paper.tanggal = paper.tempat or dated[1], paper.tanggal or " ".join(dated[2].split())
        paper.trace(block[:1], plain(block[:1]))
        _signer(paper, block[1:])
        return
    if len(block) == 1 and (_PARTY.match(plain(block)) or (paper.pihak_pertama and _OFFICE.match(plain(block)))):
        paper.ledger.use(*block)
        return
    kept = [line for line in block if _CONTACT.sub("", tidy(line.text)) and not _PERSONAL.search(tidy(line.text))]
    if not kept:
        return
    runs: list[list[Line]] = [[]]
    for line in kept:
        far = bool(runs[-1]) and line.place.line > runs[-1][-1].place.line + 1
        if far and line not in identity.title and not _goes_on(runs[-1], line):
            runs.append([])
        runs[-1].append(line)
    for run in runs:
        paper.trace(run, _CONTACT.sub("", plain(run)))


def _signer(paper: Paper, block: Sequence[Line]) -> None:
    kept = [line for line in block if not _PERSONAL.search(tidy(line.text))]
    if not kept:
        return
    if paper.pihak_pertama is None and _OFFICE.match(plain(kept[:1])):
        instansi = plain(kept[1:]) if len(kept) > 1 else ""
        paper.pihak_pertama = Party(jabatan=plain(kept[:1]), instansi=instansi)
    paper.trace(kept, plain(kept))


def _table_heads(paper: Paper, sheet: Sheet) -> None:
    if sheet.first < 0:
        return
    for row in sheet.table.rows[sheet.first : sheet.start]:
        cells = [cell for cell in row.cells[: _width(sheet)] if cell is not None]
        filled = [cell for cell in cells if cell.text.strip()]
        if not filled:
            continue
        texts = [tidy(cell.text) for cell in cells]
        if sheet.shape in _REPEATED and any(one.teks == " | ".join(texts) for one in paper.asal):
            continue
        inside = [text for number, text in enumerate(texts) if text or not is_numbering(texts) or number]
        last = filled[-1].place
        place = Place(line=filled[0].place.line, end_line=max(last.line, last.end_line), label=filled[0].place.label)
        paper.asal.append(Origin(dokumen=paper.kode, baris=row_name(place), teks=" | ".join(inside)))


def _width(sheet: Sheet) -> int:
    """Return the number of columns without those at the right end that are empty in every row."""
    texts = sheet.table.texts()
    used = [at for row in texts for at, text in enumerate(row) if text.strip()]
    return max(used, default=0) + 1


def _slug(heading: str) -> str:
    """Return the name of a section: "Pengertian Rencana Kinerja Tahunan (RKT)" is pengertian."""
    text = re.sub(r"\(.*?\)", "", heading)
    text = re.split(r"\b(?:Dinas|Badan|Kecamatan|Kabupaten|Kota|Inspektorat|Sekretariat)\b", text)[0]
    words = re.findall(r"[a-z]+", text.casefold())
    while len(words) > 1 and words[-1] == "rkt":
        words.pop()
    if len(words) > 3 and words[-3:] == ["rencana", "kinerja", "tahunan"]:
        words = words[:-3]
    return "_".join(words) or "bagian"


def _title(identity: Identity) -> str:
    lines = identity.title
    block = [line for number, line in enumerate(lines) if line.place.line <= lines[0].place.line + number]
    text = plain(block) if block else ""
    found = _SECTION.match(text)
    return re.split(r"\s(?:Dinas|Badan|Kecamatan|Inspektorat)\b", found[1])[0] if found else text
