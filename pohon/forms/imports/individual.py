"""IKI sheets -> positions with their tasks, and who answers for which statement.

In front of each table stand the lines JABATAN, TUGAS and FUNGSI. Source: domain.md section 5.5.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pohon.errors import Place
from pohon.model.origin import Origin
from pohon.model.position import Jenjang, Position
from pohon.model.wording import normalise

from .draft import Draft, Forest
from .labels import jenjang_of
from .notes import Ledger
from .source import Line, row_name, tidy

__all__ = ["Sheets", "position_of"]

_KEY = re.compile(
    r"^[\s\-•¹²³*.\d]*(?P<key>jabatan|tugas(?:\s+pokok)?|fungsi|tupoksi)\s*[*\s]*:\s*[*\s]*(?P<rest>.*)$", re.IGNORECASE
)
_OTHER = re.compile(r"^[A-Za-z][A-Za-z ]{2,40}:|^[A-Z]\.\s|^\(")
_BULLET = re.compile(r"^\s*[-•▪–]\s+")
_LETTER = re.compile(r"^\s*(?:[a-z]|\d{1,2})[.)]\s+")
_SHORT = (
    (r"^kepala (?:dinas|badan|kantor)\b", "kadis"),
    (r"^kepala sub\s*-?\s*ba(?:g|gian)\b|^kasubb?ag\b", "kasubbag"),
    (r"^kepala sub\s*bidang\b|^kasubbid\b", "kasubbid"),
    (r"^kepala bidang\b|^kabid\b", "kabid"),
    (r"^kepala bagian\b|^kabag\b", "kabag"),
    (r"^kepala seksi\b|^kasi\b", "kasi"),
    (r"^sekretaris\b", "sekretaris"),
)
_CLASSES = frozenset({"jpt", "administrator", "pengawas", "jf", "pelaksana"})
"""Ids of the classes that stage 5 names without a position."""
_ALONE = frozenset({"kadis", "sekretaris"})
_WEAK = frozenset({"dan", "pelayanan", "bidang", "di", "dinas"})


@dataclass(slots=True)
class _Open:
    """A position being read."""

    nama: str
    lines: list[Line]
    tugas: str = ""
    fungsi: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Sheets:
    """Reads the sheets of one document one after the other."""

    ledger: Ledger
    dokumen: str = ""
    found: list[Position] = field(default_factory=list)
    owned: dict[str, list[Draft]] = field(default_factory=dict)
    superior: dict[str, str] = field(default_factory=dict)
    holder: Position | None = None

    def open(self, lines: Sequence[Line]) -> Position | None:
        """Read the lines above a table, and return the position they name (else the one before)."""
        opened = _read(lines)
        if opened is not None:
            self.ledger.use(*opened.lines)
            self._add(opened)
            self.holder = self.found[-1]
        return self.holder

    def give(self, drafts: Sequence[Draft]) -> None:
        """Give the statements of a table to the position that was opened last."""
        if self.holder is None:
            return
        for draft in drafts:
            draft.jabatan = tuple(dict.fromkeys((*draft.jabatan, self.holder.id)))
            self.owned.setdefault(self.holder.id, []).append(draft)

    def _add(self, opened: _Open) -> None:
        if not opened.nama:
            opened.nama = "(tanpa nama)"
            self.ledger.note(opened.lines[0].place, "", "nama jabatannya kosong.", "Isilah nama jabatannya.")
        first, last = opened.lines[0].place.line, opened.lines[-1].place.line
        baris = opened.lines[0].place.label or (f"{first}-{last}" if last > first else str(first))
        self._enter(
            Position(
                id="", nama=opened.nama, jenjang=self._jenjang(opened.nama, opened.lines[0].place),
                tugas=opened.tugas, fungsi=tuple(opened.fungsi), asal=(Origin(dokumen=self.dokumen, baris=baris),),
            )
        )  # fmt: skip

    def offices(self, text: str, place: Place, jenjang: Jenjang | None = None) -> tuple[str, ...]:
        """Return the ids of the positions that a cell names, "A; B"; `jenjang` where the form prints their class."""
        names = [name for part in re.split(r"[;\n]", text) if (name := tidy(part)) and not set(name) <= set("….- ")]
        ids = []
        for name in names:
            known = next((one for one in self.found if normalise(one.nama) == normalise(name)), None)
            if known is None:
                known = self._enter(
                    Position(
                        id="", nama=name, jenjang=jenjang or jenjang_of(name) or self._jenjang(name, place),
                        asal=(Origin(dokumen=self.dokumen, baris=row_name(place)),) if self.dokumen else (),
                    )
                )  # fmt: skip
            ids.append(known.id)
        return tuple(dict.fromkeys(ids))

    def _jenjang(self, nama: str, place: Place) -> Jenjang:
        """Return the class of a position from its name; a name that does not tell is noted."""
        jenjang = jenjang_of(nama)
        if jenjang is None:
            jenjang = Jenjang.PELAKSANA if self.found else Jenjang.JPT_PRATAMA
            self.ledger.note(
                place, nama, f"jenjang jabatan ini tidak dikenal; dibaca {jenjang.label}.",
                "Perbaiki jenjangnya di daftar jabatan.",
            )  # fmt: skip
        return jenjang

    def _enter(self, made: Position) -> Position:
        made = replace(made, id=position_of(made.nama, {one.id for one in self.found} | _CLASSES))
        jenjang = made.jenjang
        ranks = list(Jenjang)
        above = next((one for one in reversed(self.found) if ranks.index(one.jenjang) < ranks.index(jenjang)), None)
        if above is not None:
            self.superior[made.id] = above.id
        self.found.append(made)
        return made

    def positions(self) -> tuple[Position, ...]:
        """Return the tree of positions: each hangs below the nearest higher one before it."""
        below: dict[str, list[Position]] = {}
        for one in reversed(self.found):
            full = replace(one, bawahan=tuple(reversed(below.get(one.id, []))))
            below.setdefault(self.superior.get(one.id, ""), []).append(full)
        return tuple(reversed(below.get("", [])))

    def connect(self, forest: Forest) -> None:
        """Hang statements below the one statement of the superior; where he has several, nothing tells which."""
        for holder, drafts in self.owned.items():
            above = self.owned.get(self.superior.get(holder, ""), [])
            tops = [one for one in drafts if one.parent is None]
            tops = [one for one in tops if one not in above]
            if len(above) != 1:
                if above and tops:
                    self.ledger.note(
                        tops[0].place, tops[0].statement, "atasannya mempunyai beberapa sasaran; berdiri sendiri.",
                        "Gantung di bawah sasaran yang didukungnya.",
                    )  # fmt: skip
                continue
            for one in tops:
                forest.take_out(one)
                one.hang(above[0])


def position_of(nama: str, taken: set[str]) -> str:
    """Return a short id for a position: "Kepala Seksi Kerjasama" is kasi-kerjasama."""
    plain = " ".join(re.findall(r"[a-z]+", nama.casefold()))
    pattern, short = next(((p, s) for p, s in _SHORT if re.search(p, plain)), ("", ""))
    words = (
        [word for word in re.sub(pattern, "", plain, count=1).split() if word not in _WEAK] if short else plain.split()
    )
    names = [short] if short in _ALONE else []
    names += [name[:60] for size in range(1, 5) if (name := "-".join(filter(None, (short, *words[:size]))))] or [
        "jabatan"
    ]
    names += [f"{names[0]}-{number}" for number in range(2, 1000)]
    return next(name for name in names if name and name not in taken)


def _read(lines: Sequence[Line]) -> _Open | None:
    opened: _Open | None = None
    part = ""
    for line, text in _texts(lines):
        found = _KEY.match(text)
        if found and (opened is not None or found["key"].casefold() == "jabatan"):
            part = found["key"].casefold().split()[0]
            rest = tidy(found["rest"].replace("*", ""))
            opened = _begin(opened, part, rest, line)
        elif opened is not None and part and part == "jabatan" and _OTHER.match(_BULLET.sub("", text)):
            part = ""
        elif opened is not None and part:
            _go_on(opened, part, text, line)
    return opened


def _texts(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Yield every printed line; a cell of a sheet may hold several."""
    for line in lines:
        yield from ((line, text) for text in tidy(line.text).split("\n") if text)


def _begin(opened: _Open | None, part: str, rest: str, line: Line) -> _Open:
    if part == "jabatan" or opened is None:
        return _Open(rest, [line])
    opened.lines.append(line)
    if part == "tugas":
        opened.tugas = rest
    elif rest:
        opened.fungsi.append(rest)
    return opened


def _go_on(opened: _Open, part: str, text: str, line: Line) -> None:
    item = _BULLET.sub("", text)
    opened.lines.append(line)
    if part == "fungsi":
        if opened.fungsi and not line.after_blank and item == text and not _LETTER.match(text):
            opened.fungsi[-1] = f"{opened.fungsi[-1]} {text}"
        else:
            opened.fungsi.append(item)
    elif part == "tugas":
        opened.tugas = f"{opened.tugas} {item}".strip()
    else:
        opened.nama = f"{opened.nama} {item}".strip()
