"""Levels that only the looks of rows tell: outline numbers, how far a statement is indented, the colour of its cell.

Asked only where neither a column nor a label nor a word in front names the level. Source: issue of imports, point 3.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pohon.forms.tables import Cell
from pohon.model.lexicon import default
from pohon.model.node import Kind
from pohon.model.wording import head

from .colours import colour_name
from .columns import Role
from .level_cells import level_in_front
from .notes import Ledger
from .recognise import Shape, Sheet
from .source import tidy

__all__ = ["by_looks", "kinds_by_depth", "ranks_by_colour"]

_FREE = ("kinerja", "kondisi")
_DOTTED = re.compile(r"\(?(\d{1,2}(?:\.\d{1,2})*)[.)]?")
_MARKS = (r"[IVX]{2,5}[.)]?", r"[A-Z][.)]?", r"\d{1,2}[.)]?", r"[a-z][.)]?", r"\(\d{1,2}\)", r"\([a-z]\)")
_COLOUR = "warna selnya"
_LEAST_ROWS = 3
_LEVELS = (Kind.OUTCOME, Kind.CSF, Kind.UTAMA, Kind.ANTARA, Kind.OPERASIONAL)


def by_looks(sheet: Sheet, ledger: Ledger) -> Sheet:
    """Return the table with the level of each row where its looks tell it, as it was where they do not."""
    sheet = _by_column(sheet)
    at = sheet.column(*_FREE)
    if at < 0 or sheet.column("label", "rujukan", "komponen", "penilaian", "atasan", "tingkat") >= 0:
        return sheet
    if any(role and role.kind is not None for role in sheet.columns):
        return sheet
    rows = _rows(sheet, at)
    if len(rows) < _LEAST_ROWS or any(level_in_front(tidy(cell.text)) for _, cell in rows):
        return sheet
    cells = [cell for _, cell in rows]
    ways = (
        ("nomornya", _by_number(sheet, rows)), ("jorokan selnya", _by_indent(cells)),
        (_COLOUR, ranks_by_colour([cell.fill for cell in cells])),
    )  # fmt: skip
    how, told = next((way for way in ways if way[1]), ("", []))
    if not told:
        return sheet
    kinds = kinds_by_depth(told, [tidy(cell.text) for cell in cells])
    _note(sheet, cells, kinds, how, ledger)
    levels = {number: level for (number, _), level in zip(rows, kinds, strict=True)}
    return replace(sheet, levels=levels)


def _by_column(sheet: Sheet) -> Sheet:
    """Return the table with levels for columns that one heading spans: "Pohon Kinerja" over five columns."""
    free = sheet.all(*_FREE)
    titles = {sheet.heading[at] for at in free if at < len(sheet.heading)}
    if len(free) < 2 or len(titles) != 1 or any(role and role.kind is not None for role in sheet.columns):
        return sheet
    texts = [[tidy(cell.text) for row in sheet.table.rows[sheet.start :] if (cell := row.cells[at])] for at in free]
    depths = [depth for depth, column in enumerate(texts) for text in column if text]
    if not depths:
        return sheet
    kinds = dict(
        zip(depths, kinds_by_depth(depths, [text for column in texts for text in column if text]), strict=True)
    )
    columns = list(sheet.columns)
    for depth, at in enumerate(free):
        columns[at] = Role(kinds[depth][0].value) if depth in kinds else None
    return replace(sheet, columns=tuple(columns), shape=Shape.LEVELS)


def _rows(sheet: Sheet, at: int) -> list[tuple[int, Cell]]:
    found = []
    for number in range(sheet.start, len(sheet.table.rows)):
        cell = sheet.table.rows[number].cells[at]
        if cell is not None and len(tidy(cell.text).split()) > 1:
            found.append((number, cell))
    return found


def _ranked(depths: Sequence[float]) -> list[int]:
    """Return depths as 0, 1, 2 ...; nothing when they are all one, or when the first is not the highest."""
    known = sorted(set(depths))
    if len(known) < 2 or depths[0] != known[0]:
        return []
    return [known.index(depth) for depth in depths]


def _by_number(sheet: Sheet, rows: Sequence[tuple[int, Cell]]) -> list[int]:
    """Return depths from "1", "1.1", "1.1.1" or A, I, 1, a in the column of numbers or in front of the statements."""
    at = sheet.column("nomor")
    texts = []
    for number, cell in rows:
        own = sheet.table.rows[number].cells[at] if at >= 0 else None
        texts.append(tidy(own.text) if own is not None and tidy(own.text) else tidy(cell.text).split(" ")[0])
    dotted = [found[1].count(".") if (found := _DOTTED.fullmatch(text)) else -1 for text in texts]
    if min(dotted) >= 0 and max(dotted) > 0:
        return _ranked(dotted)
    return _by_mark(texts)


def _by_mark(texts: Sequence[str]) -> list[int]:
    """Return depths from marks of several sorts (A, 1, a): each sort is a level, in the order of its first row."""
    roman = any(re.fullmatch(_MARKS[0], text) for text in texts)
    plain = [re.sub(r"^[IVX](?=[.)]?$)", "II", text) if roman else text for text in texts]
    sorts = [next((at for at, mark in enumerate(_MARKS) if re.fullmatch(mark, text)), -1) for text in plain]
    order = list(dict.fromkeys(sorts))
    return [order.index(sort) for sort in sorts] if len(order) > 1 and -1 not in order else []


def _by_indent(cells: Sequence[Cell]) -> list[int]:
    lines = [next((line for line in cell.text.split("\n") if line.strip()), "").expandtabs(4) for cell in cells]
    return _ranked([len(line) - len(line.lstrip(" \u00a0")) for line in lines])


def ranks_by_colour(fills: Sequence[str]) -> list[int]:
    """Return depths from colours, in the order in which each appears; [] when they tell nothing.

    Rows come depth first, so a level appears for the first time below the one above it. Stripes tell nothing.
    """
    order = list(dict.fromkeys(fills))
    striped = len(order) == 2 and all(fill == order[place % 2] for place, fill in enumerate(fills))
    if len(order) < 2 or len(order) > 8 or not any(fills) or striped or (len(order) == 2 and "" in order):
        return []
    return [order.index(fill) for fill in fills]


def kinds_by_depth(depths: Sequence[int], texts: Sequence[str]) -> list[tuple[Kind, int]]:
    """Return kind and depth among its own kind of each row: outcome, CSF, utama, antara; outputs lowest."""
    deepest = max(depths)
    last = [text for depth, text in zip(depths, texts, strict=True) if depth == deepest]
    outputs = sum("keluaran" in head(text, default()).lists for text in last)
    made = []
    for depth in depths:
        lowest = depth == deepest and deepest > 1 and (deepest >= len(_LEVELS) - 1 or outputs * 2 > len(last))
        kind = Kind.OPERASIONAL if lowest else _LEVELS[min(depth, Kind.ANTARA.rank)]
        made.append((kind, max(1, depth - Kind.ANTARA.rank + 1) if kind is Kind.ANTARA else 1))
    return made


def _note(
    sheet: Sheet, cells: Sequence[Cell], kinds: Sequence[tuple[Kind, int]], how: str, ledger: Ledger
) -> None:  # fmt: skip
    said = f"{sheet.table.name}: jenjang tiap baris dibaca dari {how}"
    if how == _COLOUR:
        read = dict(zip((cell.fill for cell in cells), (kind.label for kind, _ in kinds), strict=True))
        said += ": " + "; ".join(f"{colour_name(fill)} = {label}" for fill, label in read.items())
    ledger.note(cells[0].place, "", f"{said}.", "Periksa jenjang tiap simpul.")
