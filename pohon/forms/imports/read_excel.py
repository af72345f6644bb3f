"""Workbooks (xlsx, xls, ods) -> Source: values with merged ranges through calamine, percent formats from the styles.

Every sheet gives lines (titles and notes) and tables. The only module that imports python_calamine.
Source: domain.md section 5.2; libraries.md section 5.
"""

import datetime
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError, fromstring

from pohon.errors import BadInput, Place, Problem
from pohon.forms.tables import Cell

from .drawing_xml import Drawing, collect_diagrams, drawn_text
from .sheet_parts import split_sheet
from .sheet_styles import Figure, Styles, styles_of
from .source import Item, Source

__all__ = ["read_excel"]

_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
_INDENT = "    "
_PLAIN = Figure()
_DRAWN = re.compile(r"xl/drawings/drawing\d{1,4}\.xml")


def read_excel(path: Path, form: str) -> Source:
    """Return the lines and tables of all sheets. Raises BadInput when the workbook cannot be read."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            styles = styles_of(path) if form == "xlsx" else {}
            items: list[Item] = []
            hidden = {one.name for one in book.sheets_metadata if not str(one.visible).endswith(".Visible")}
            for name in book.sheet_names:
                if name in hidden:
                    continue
                sheet = book.get_sheet_by_name(name)
                values = sheet.to_python(skip_empty_area=False)
                merged = [((a, b), (c, d)) for (a, b), (c, d) in (sheet.merged_cell_ranges or [])]
                items += split_sheet(name, _rows(name, values, merged, styles.get(name, Styles())))
    except PasswordError:
        raise _refusal(path, "berkata sandi.") from None
    except (CalamineError, OSError, ValueError, KeyError, zipfile.BadZipFile):
        raise _refusal(path, "rusak: isinya tidak dapat dibaca.") from None
    drawing = _drawing(path) if form == "xlsx" else Drawing(drawn_text)
    return Source(
        name=path.name, form=form, items=tuple(items), boxes=tuple(drawing.boxes), links=tuple(drawing.links)
    )  # fmt: skip


def _drawing(path: Path) -> Drawing:
    """Return the boxes and lines that were drawn on the sheets. Raises BadInput when a drawing is broken."""
    found = Drawing(drawn_text)
    try:
        with zipfile.ZipFile(path) as archive:
            for name in sorted(one for one in archive.namelist() if _DRAWN.fullmatch(one)):
                own = Drawing(drawn_text)
                for anchor in fromstring(archive.read(name)):  # noqa: S314 - the guard refuses DOCTYPE before
                    for one in anchor:
                        own.collect(one, f"kotak pada {name.rpartition('/')[2].partition('.')[0]}")
                found.boxes += [replace(box, name=f"{name}:{box.name}") for box in own.boxes]
                found.links += [(f"{name}:{upper}", f"{name}:{lower}") for upper, lower in own.joined()]
            collect_diagrams(archive, found)
    except (zipfile.BadZipFile, ParseError, OSError, ValueError):
        raise _refusal(path, "rusak: gambarnya tidak dapat dibaca.") from None
    return found


def _refusal(path: Path, message: str) -> BadInput:
    return BadInput(path.name, (Problem(Place(), message, "Buka, lalu simpan ulang."),))


def _rows(
    name: str, values: Sequence[Sequence[Any]], merged: Sequence[tuple[tuple[int, int], tuple[int, int]]],
    styles: Styles,
) -> list[list[Cell | None]]:  # fmt: skip
    sizes = {first: (last[0] - first[0] + 1, last[1] - first[1] + 1) for first, last in merged}
    covered = {
        (row, column)
        for (top, left), (rows, columns) in sizes.items()
        for row in range(top, min(top + rows, len(values)))
        for column in range(left, left + columns)
        if (row, column) != (top, left)
    }
    made: list[list[Cell | None]] = []
    for row, line in enumerate(values):
        cells: list[Cell | None] = []
        for column, value in enumerate(line):
            if (row, column) in covered:
                cells.append(None)
                continue
            ref = f"{_letters(column)}{row + 1}"
            rows, columns = sizes.get((row, column), (1, 1))
            text = _INDENT * styles.indent.get(ref, 0) + _text(value, styles.figure.get(ref, _PLAIN))
            cells.append(
                Cell(
                    text=text,
                    rows=rows,
                    columns=columns,
                    place=Place(label=f"{name}!{ref}"),
                    fill=styles.fill.get(ref, ""),
                )
            )
        made.append(cells)
    return made


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _text(value: Any, figure: Figure) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int | float):
        return _figure(value * 100 if figure.percent else value, figure.decimals) + (
            "%" if figure.percent else figure.unit
        )
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    return str(value)


def _figure(value: float, decimals: int) -> str:
    """Return a number as an Indonesian office types it: comma for decimals, no separator of thousands.

    Zeros that the sheet prints behind the comma stay; what it hides is not lost.
    """
    whole, _, rest = f"{value:.10f}".rstrip("0").partition(".")
    rest = rest.ljust(min(decimals, 10), "0")
    return f"{whole},{rest}" if rest else whole
