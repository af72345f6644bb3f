"""What kind of table this is and what its columns are: from headings and contents, never from positions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from pohon.forms.tables import Cell, Table
from pohon.model.node import Kind

from .columns import LEVELS, Role, read_heading, roles
from .headers import Own, depth_of_heading, find_heading, is_numbering
from .headless import read_headless
from .labels import kinds_of, looks_like_component, looks_like_position
from .source import Line, Source, tidy

__all__ = ["Shape", "Sheet", "sheets"]

STATEMENTS = (*LEVELS, "kinerja", "kondisi")
_BETWEEN = 8


class Shape(StrEnum):
    """What a table is used for."""

    CSF = "tahap 2"
    CONDITIONS = "tahap 3"
    INDICATORS = "tahap 4"
    COMPONENTS = "tahap 5"
    PLAN = "sasaran"
    LEVELS = "jenjang"
    PROGRAM = "program"
    EXPLAINED = "penjelasan indikator"
    TARGETS = "penjelasan target"
    LADDER = "jenjang indikator"
    UNKNOWN = "tidak dikenal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table that is understood: `columns` one role a column, `start` the first row below the heading.

    `above` are the lines between this table and the one before it; `heading` the printed headings.
    """

    table: Table
    shape: Shape
    columns: tuple[Role | None, ...]
    heading: tuple[str, ...]
    first: int = 0
    start: int = 0
    above: tuple[Line, ...] = ()
    unknown: tuple[str, ...] = ()
    levels: Mapping[int, tuple[Kind, int]] = field(default_factory=dict)
    """Row -> its level and how deep it stands in it, where only the looks of the rows tell."""

    def column(self, *names: str) -> int:
        """Return the place of the first column with one of these roles, -1 when there is none."""
        return next((at for at, role in enumerate(self.columns) if role is not None and role.name in names), -1)

    def all(self, *names: str) -> list[int]:
        """Return the places of all columns with one of these roles."""
        return [at for at, role in enumerate(self.columns) if role is not None and role.name in names]


def sheets(source: Source, own: Own = ()) -> tuple[Sheet, ...]:
    """Return every table of a file with its kind; a table without heading goes on with the one above it."""
    found: list[Sheet] = []
    above: list[Line] = []
    for item in source.items:
        if isinstance(item, Line):
            above.append(item)
            continue
        sheet = _sheet(item, tuple(above), own, found[-1] if found else None)
        if sheet is not None:
            found.append(sheet)
        above = []
    return tuple(found)


def _sheet(table: Table, above: tuple[Line, ...], own: Own, before: Sheet | None) -> Sheet | None:
    first = find_heading(table, own)
    if first < 0:
        if before is not None and len(table.columns) == len(before.columns) and len(above) < _BETWEEN:
            return replace(before, table=table, first=-1, start=0, above=above)
        told = read_headless(table)
        if told is not None:
            return Sheet(
                table=told[0], shape=Shape.INDICATORS, columns=told[1], heading=("",) * len(told[1]), first=-1,
                above=above,
            )  # fmt: skip
        return Sheet(
            table=table, shape=Shape.UNKNOWN, columns=(None,) * len(table.columns), heading=(), first=-1, above=above
        )
    depth = depth_of_heading(table, first, own)
    heading = _titles(table, first, depth)
    start = first + depth
    while start < len(table.rows) and is_numbering(_texts(table, start)):
        start += 1
    columns = _beside_sasaran(
        _with_id(_told(_columns(table, first, depth, own), table, start), table, first, start), heading
    )
    unknown = tuple(title for title, role in zip(heading, columns, strict=True) if title and role is None)
    return Sheet(
        table=table, shape=_shape(columns), columns=columns, heading=heading, first=first, start=start, above=above,
        unknown=unknown,
    )  # fmt: skip


def _beside_sasaran(columns: tuple[Role | None, ...], heading: Sequence[str]) -> tuple[Role | None, ...]:
    """Read "Outcome" to the right of a column of sasaran as the outcome of a program (Renstra of 2025)."""
    sasaran = next((at for at, role in enumerate(columns) if role is not None and role.name == "csf"), len(columns))
    return tuple(
        Role("utama") if at > sasaran and role and role.name == "outcome" and "outcome" in title.casefold() else role
        for at, (role, title) in enumerate(zip(columns, heading, strict=True))
    )


def _with_id(columns: tuple[Role | None, ...], table: Table, first: int, start: int) -> tuple[Role | None, ...]:
    """Find the column of ids that our own sheets carry: its heading may stand in the row of column numbers."""
    found = {at for row in range(first, start) for at, text in enumerate(_texts(table, row)) if text.strip() == "id"}
    return tuple(Role("id") if at in found else role for at, role in enumerate(columns))


def _texts(table: Table, row: int) -> list[str]:
    return ["" if cell is None else cell.text for cell in table.rows[row].cells]


def _anchor(table: Table, row: int, column: int, top: int) -> Cell | None:
    """Return the cell that stands at or covers a place of the heading."""
    for above in range(row, top - 1, -1):
        for left in range(column, -1, -1):
            cell = table.rows[above].cells[left]
            if cell is not None:
                covers = above + cell.rows > row and left + cell.columns > column
                if covers:
                    return cell
                break
    return None


def _titles(table: Table, first: int, depth: int) -> tuple[str, ...]:
    titles = []
    for column in range(len(table.columns)):
        texts = [tidy(cell.text) for row in range(first, first + depth) if (cell := _anchor(table, row, column, first))]
        titles.append(" ".join(dict.fromkeys(text.replace("\n", " ") for text in texts if text)))
    return tuple(titles)


def _columns(table: Table, first: int, depth: int, own: Own) -> tuple[Role | None, ...]:
    """Return the role of each column: the deepest heading decides, the one above it gives year or group."""
    found: list[Role | None] = []
    for column in range(len(table.columns)):
        layers = [_anchor(table, row, column, first) for row in range(first, first + depth)]
        texts = list(dict.fromkeys(tidy(cell.text) for cell in layers if cell is not None and cell.text.strip()))
        read = [role for role in roles(texts, own) if role is not None]
        joined = read_heading(tidy(" ".join(texts)), own) if len(texts) > 1 else None
        found.append(_merged(read) or joined)
    return tuple(found)


def _merged(read: Sequence[Role]) -> Role | None:
    if not read:
        return None
    year = next((role.tahun for role in read if role.tahun), 0)
    specific = [role for role in read if role.name != "target"] or list(read)
    chosen = specific[-1]
    group = next((role for role in read if role.kind is not None), None)
    if chosen.name in {"kinerja", "kondisi"} and group is not None:
        return group
    if chosen.name in {"target", "anggaran"} and any(role.name == "akhir" for role in read):
        return Role("akhir")
    if chosen.name in {"realisasi", "awal", "anggaran", "target"}:
        return replace(chosen, tahun=year)
    return chosen


def _told(columns: tuple[Role | None, ...], table: Table, start: int) -> tuple[Role | None, ...]:
    """Name columns without heading by what they hold: level labels, components, positions."""
    named = {role.name for role in columns if role is not None}
    found = list(columns)
    for place, role in enumerate(columns):
        if role is not None or "jabatan" in named:
            continue
        texts = [tidy(text) for row in range(start, len(table.rows)) if (text := _texts(table, row)[place]).strip()]
        guess = _guess(texts, named) if texts else ""
        if guess:
            found[place] = Role(guess, sure=False)
            named.add(guess)
    return tuple(found)


def _guess(texts: Sequence[str], named: Iterable[str]) -> str:
    tests = (
        ("komponen", looks_like_component),
        ("jabatan", looks_like_position),
        ("label", lambda t: bool(kinds_of(t))),
    )
    for name, test in tests:
        if name not in named and sum(test(text) for text in texts) * 5 >= len(texts) * 4:
            return name
    return ""


def _shape(columns: Sequence[Role | None]) -> Shape:
    names = [role.name for role in columns if role is not None]
    have = set(names)
    levels = [name for name in names if name in LEVELS]
    indicators = have & {"indikator", "iku"}
    if have & {"penilaian", "tingkat"} and indicators and not levels:
        return Shape.PLAN if "kinerja" in have else Shape.LADDER
    return _stage_shape(have, levels) or _plain_shape(have, levels)


def _stage_shape(have: set[str], levels: Sequence[str]) -> Shape | None:
    """Return which stage a table belongs to, None for any other table."""
    indicators = have & {"indikator", "iku"}
    if "kondisi" in have:
        if have & {"label", "indikator", "iku"} or "csf_kondisi" in have:
            return Shape.INDICATORS if indicators else Shape.CONDITIONS
        return Shape.CSF
    if "kinerja" in have and have & {"label", "rujukan", "komponen"} and not levels:
        if have & {"komponen", "jabatan"}:
            return Shape.COMPONENTS
        return Shape.INDICATORS if indicators else Shape.CONDITIONS
    return None


def _plain_shape(have: set[str], levels: Sequence[str]) -> Shape:
    if have & {"relevansi"} or ("uraian" in have and have & {"rumus", "sumber"}):
        return Shape.EXPLAINED
    if "penjelasan" in have and "target" in have and not levels:
        return Shape.TARGETS
    if (
        have & {"program", "kegiatan", "sub_kegiatan", "nomenklatur"}
        and "anggaran" in have
        and not have & {"indikator", "iku"}
    ):
        return Shape.PROGRAM
    if len(set(levels)) > 1 or have & {"program", "kegiatan", "nomenklatur"}:
        return Shape.LEVELS
    return Shape.PLAN if levels or have & {"kinerja", "indikator", "iku"} else Shape.UNKNOWN
