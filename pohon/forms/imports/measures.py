"""Cells of a row -> indicators: numbering in cells, several indicators in one cell, targets by year.

Source: domain.md sections 5.3 to 5.8 and 5.12.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pohon.errors import Place
from pohon.forms.tables import Cell
from pohon.model.indicator import Indicator, Polarity, Target
from pohon.model.origin import Origin

from .columns import Role
from .recognise import Sheet
from .rows import Record
from .source import parts, row_name, tidy

__all__ = ["Group", "filled_up", "groups", "read_measures", "unnumbered"]

_NUMBERING = re.compile(r"(?:\(?\d{1,2}(?:\.\d{1,2}){0,3}\s*[.)]|\(?[a-z][.)]|[-•·▪*])\s*(?=\S)")
_OWN_TARGET = re.compile(r"\n\s*Target\s+((?:19|20)\d{2})\s*:\s*(\S.*)$")
_INDICATORS = ("indikator", "iku", "uraian")
_FACTS = (
    "satuan",
    "target",
    "realisasi",
    "awal",
    "rumus",
    "sumber",
    "penanggung_jawab",
    "relevansi",
    "penjelasan",
    "arah",
)
_TEXT_FACTS = {
    "rumus": "rumus", "sumber": "sumber", "penanggung_jawab": "penanggung_jawab", "relevansi": "relevansi",
    "penjelasan": "penjelasan_target",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """The columns of one set of indicators: `name` the column of names, `facts` what is said about each."""

    name: int
    facts: tuple[tuple[int, Role], ...] = field(default=())


def groups(sheet: Sheet) -> tuple[Group, ...]:
    """Return the sets of indicator columns, left to right; facts belong to the set on their left, else to the first."""
    names = sheet.all(*_INDICATORS)
    if sheet.all("indikator", "iku"):
        names = sheet.all("indikator", "iku")
    if not names:
        return ()
    found: dict[int, list[tuple[int, Role]]] = {name: [] for name in names}
    for column, role in enumerate(sheet.columns):
        if role is not None and role.name in _FACTS:
            owner = max((name for name in names if name < column), default=names[0])
            found[owner].append((column, role))
    return tuple(Group(name, tuple(facts)) for name, facts in found.items())


def filled_up(one: Indicator, other: Indicator) -> Indicator:
    """Return an indicator with what another row says of it and it does not say yet; both rows are remembered."""
    years = {target.tahun for target in one.target}
    return replace(
        one, satuan=one.satuan or other.satuan, rumus=one.rumus or other.rumus, sumber=one.sumber or other.sumber,
        awal=one.awal or other.awal, relevansi=one.relevansi or other.relevansi,
        penanggung_jawab=one.penanggung_jawab or other.penanggung_jawab,
        target=(*one.target, *(target for target in other.target if target.tahun not in years)),
        asal=(*one.asal, *other.asal),
    )  # fmt: skip


def unnumbered(text: str) -> str:
    """Return a text without the number that leads it: "1. Persentase ..." -> "Persentase ..."."""
    found = _NUMBERING.match(text)
    return text[found.end() :] if found and len(text) > found.end() + 2 else text


def read_measures(record: Record, group: Group, sheet: Sheet, *, dokumen: str, tahun: int) -> Iterator[Indicator]:
    """Yield the indicators of a row; a cell with a numbered list holds several, paired with lists in other cells."""
    cell = record.cell(group.name)
    names, own = _with_target(_listed(cell), cell)
    role = sheet.columns[group.name]
    for place, (text, line) in enumerate(names):
        made = Indicator(nama=unnumbered(text), iku=role is not None and role.name == "iku")
        row = Origin(
            dokumen=dokumen, baris=_baris(record, group, names, place, line), nama=text if made.nama != text else None,
            geser=record.shifted,
        )  # fmt: skip
        for column, fact in group.facts:
            value = _part(record.cell(column), place, len(names))
            if value:
                made, row = _with_fact(made, row, fact, value, tahun)
        if own is not None and not made.target:
            made = replace(made, target=(own,))
        yield replace(made, asal=(row,))


def _with_target(names: list[tuple[str, int]], cell: Cell) -> tuple[list[tuple[str, int]], Target | None]:
    """Divide a name with "Target 2024: 92,16" on the line below it into the name and that target."""
    found = _OWN_TARGET.search(tidy(cell.text)) if len(names) == 1 else None
    if found is None:
        return names, None
    name = " ".join(tidy(cell.text)[: found.start()].split())
    return [(name, names[0][1])] if name else names, Target(int(found[1]), found[2]) if name else None


def _listed(cell: Cell) -> list[tuple[str, int]]:
    """Return the indicators of one cell with their lines: one, unless each line (or every numbered one) begins anew."""
    lines = parts(cell)
    starts = [number for number, (text, _) in enumerate(lines) if re.match(r"(?:\(?\d{1,2}[.)]|[-•▪])\s*\S", text)]
    if len(starts) < 2 or starts[0] != 0:
        text = " ".join(text for text, _ in lines)
        return [(text, lines[0][1])] if text else []
    found = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        found.append((" ".join(text for text, _ in lines[start:end]), lines[start][1]))
    return found


def _part(cell: Cell, place: int, count: int) -> str:
    """Return what a cell says of one of several indicators of its row."""
    text = tidy(cell.text)
    lines = text.split("\n") if text else []
    if count > 1 and len(lines) == count:
        return unnumbered(lines[place]) if all(_NUMBERING.match(line) for line in lines) else lines[place]
    return text if count == 1 or place == 0 or len(lines) < 2 else ""


def _baris(record: Record, group: Group, names: Sequence[tuple[str, int]], place: int, line: int) -> str:
    cell = record.cell(group.name)
    if cell.place.label or not cell.place.line:
        return cell.place.label
    if len(names) > 1:
        return str(names[place][1] or line)
    cells = [cell, *(found for column, _ in group.facts if (found := record.cell(column)).text.strip())]
    last = max(max(one.place.line, one.place.end_line) for one in cells)
    return row_name(Place(line=cell.place.line, end_line=last))


def _with_fact(made: Indicator, row: Origin, fact: Role, value: str, tahun: int) -> tuple[Indicator, Origin]:
    if fact.name in ("target", "realisasi"):
        flat = " ".join(value.split())
        one = Target(fact.tahun or tahun, flat)
        if fact.name == "target":
            return replace(made, target=(*made.target, one)), row
        return replace(made, realisasi=(*made.realisasi, one)), row
    if fact.name == "satuan":
        clean = value.replace("\\", "")
        return replace(made, satuan=clean), replace(row, satuan=value if clean != value else None)
    if fact.name == "awal":
        return replace(made, awal=value), row
    if fact.name == "arah":
        arah = next((one for one in Polarity if value.casefold().startswith(one.value)), None)
        return replace(made, arah=arah), row
    return _with_text(made, _TEXT_FACTS[fact.name], value), row


def _with_text(made: Indicator, name: str, value: str) -> Indicator:
    names = {field: getattr(made, field) for field in Indicator.__slots__}
    return Indicator(**(names | {name: value}))
