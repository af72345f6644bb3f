"""The report as a workbook for the meeting with an agency: one row a finding, room for its answer, a list of states.

Text of trees is written as text, whatever it begins with; nothing in the workbook is a formula. The same report gives
the same bytes.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, NamedTuple

import xlsxwriter

from pohon.model.finding import Finding, Severity
from pohon.model.tree import Tree

from . import metrics
from .report import UNREADABLE, Entry, counted, family, printable

__all__ = ["STATES", "render"]

STATES = ("belum dibahas", "diperbaiki", "diterima dengan alasan", "bukan temuan")
"""What an agency may decide about a finding; the first is where every row begins."""

_COLUMNS = (
    ("Berkas", 14), ("Nomor", 8), ("Kalimat", 26), ("Jenis", 11), ("Kode", 8), ("Tingkat", 11), ("Pesan", 28),
    ("Saran perbaikan", 28), ("Sumber", 20), ("Tanggapan OPD", 22), ("Status", 13),
)  # fmt: skip
_HEAD = 3
_SIZE = 10
_POINTS, _LINE, _TALLEST = 5.25, 12.2, 400.0
"""Points in one unit of column width; points in one line of text; Excel's limit for a row is 409 points."""
_LONGEST = 32_000
"""Excel holds 32,767 characters in a cell."""
_FILLS = {Severity.ERROR: "#FBE3E0", Severity.WARNING: "#FCEFD9", Severity.HINT: "#E8EDF3"}
_CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


class _Row(NamedTuple):
    cells: tuple[str, ...]
    severity: Severity
    code: str
    stage: int


def render(entries: Iterable[Entry]) -> bytes:
    """Return the workbook: the findings, a summary, and the accepted findings where there are any."""
    files = tuple(entries)
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"title": "Temuan pohon kinerja", "created": _CREATED})
    looks = _looks(book)
    rows = [row for entry in files for row in _rows(entry)]
    _findings(book.add_worksheet("Temuan"), looks, files, rows)
    _summary(book.add_worksheet("Ringkasan"), looks, rows)
    accepted = [row for entry in files for row in _accepted(entry)]
    if accepted:
        _accepted_sheet(book.add_worksheet("Diterima"), looks, accepted)
    book.close()
    return stream.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    plain = {"font_name": "Arial", "font_size": _SIZE, "valign": "top", "text_wrap": True, "border": 1}
    plain |= {"border_color": "#B9C6D2"}
    white = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#12304F", "valign": "vcenter"}
    looks = {
        "title": book.add_format({"font_name": "Arial", "bold": True, "font_size": 16, "font_color": "#12304F"}),
        "note": book.add_format({"font_name": "Arial", "font_size": _SIZE, "font_color": "#46525E"}),
        "head": book.add_format(plain | white),
        "cell": book.add_format(plain),
        "number": book.add_format(plain | {"text_wrap": False}),
        "answer": book.add_format(plain | {"bg_color": "#FFFDF2"}),
    }
    for severity, fill in _FILLS.items():
        looks[severity.value] = book.add_format(plain | {"bg_color": fill, "bold": severity is Severity.ERROR})
    return looks


def _rows(entry: Entry) -> Iterator[_Row]:
    for problem in entry.problems:
        cells = (_named(entry), "", "", "", UNREADABLE, Severity.ERROR.label, problem.describe(), problem.remedy, "")
        yield _Row((*cells, "", STATES[0]), Severity.ERROR, UNREADABLE, 0)
    for one in counted(entry):
        yield _Row((*_cells(entry, one), "", STATES[0]), one.severity, one.code, one.stage)


def _cells(entry: Entry, one: Finding) -> tuple[str, ...]:
    statement, kind = _node(entry.tree, one.node)
    return (
        _named(entry), one.number, statement, kind, one.code, one.severity.label, one.message, one.hint, one.source,
    )  # fmt: skip


def _named(entry: Entry) -> str:
    return entry.path.removesuffix(".pohon.yaml")


def _node(tree: Tree | None, key: str) -> tuple[str, str]:
    if tree is None or not key:
        return "", "berkas"
    node = tree.find(key)
    return node.statement, node.kind.label


def _accepted(entry: Entry) -> Iterator[_Row]:
    for one in entry.findings:
        if one.waiver is not None:
            waiver = one.waiver
            cells = (*_cells(entry, one)[:7], waiver.alasan, waiver.oleh, waiver.tanggal)
            yield _Row(cells, one.severity, one.code, one.stage)


def _findings(sheet: Any, looks: dict[str, Any], files: tuple[Entry, ...], rows: list[_Row]) -> None:
    sheet.write_string(0, 0, "Temuan pemeriksaan pohon kinerja", looks["title"])
    sheet.write_string(1, 0, _subtitle(files, rows), looks["note"])
    sheet.write_string(2, 0, "Isi Tanggapan OPD dan pilih Status pada tiap baris.", looks["note"])
    sheet.set_row(0, 24)
    _table(sheet, looks, _COLUMNS, _HEAD, rows)
    last = _HEAD + max(len(rows), 1)
    sheet.data_validation(
        _HEAD + 1, len(_COLUMNS) - 1, last, len(_COLUMNS) - 1,
        {"validate": "list", "source": list(STATES), "error_title": "Status", "error_message": "Pilih dari daftar."},
    )  # fmt: skip
    sheet.freeze_panes(_HEAD + 1, 0)
    _paper(sheet, _HEAD, last, len(_COLUMNS))


def _subtitle(files: tuple[Entry, ...], rows: list[_Row]) -> str:
    counts = Counter(row.severity for row in rows)
    found = ", ".join(f"{counts[severity]} {severity.label}" for severity in Severity)
    trees = [entry.tree for entry in files if entry.tree is not None]
    named = f"{trees[0].instansi}, tahap {trees[0].tahap}" if len(files) == 1 and trees else f"{len(files)} berkas"
    return printable(f"{named}: {found}.")


def _table(sheet: Any, looks: dict[str, Any], columns: tuple[tuple[str, int], ...], top: int, rows: list[_Row]) -> None:
    for column, (name, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(top, column, name, looks["head"])
    sheet.set_row(top, 22)
    for line, row in enumerate(rows, top + 1):
        sheet.set_row(line, _height(row, columns))
        for column, words in enumerate(row.cells):
            look = {"Tingkat": row.severity.value, "Nomor": "number", "Tanggapan OPD": "answer", "Status": "answer"}
            shape = looks[look.get(columns[column][0], "cell")]
            if words:
                sheet.write_string(line, column, _safe(words), shape)
            else:
                sheet.write_blank(line, column, None, shape)
    sheet.autofilter(top, 0, top + max(len(rows), 1), len(columns) - 1)


def _height(row: _Row, columns: tuple[tuple[str, int], ...]) -> float:
    """Return the height at which every cell shows all its lines; only Excel would find it by itself."""
    lines = 1
    for words, (_, width) in zip(row.cells, columns, strict=True):
        room = (width * _POINTS - 2) / _SIZE
        lines = max(lines, sum(metrics.count_lines(part, room) for part in _safe(words).split("\n")))
    return min(_TALLEST, lines * _LINE + 4)


def _paper(sheet: Any, head: int, last: int, columns: int) -> None:
    """Print on A4 landscape, one page wide, with the head of the table on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.print_area(0, 0, last, columns - 1)
    sheet.set_footer("&L&8Temuan pohon kinerja&R&8Halaman &P dari &N")


def _summary(sheet: Any, looks: dict[str, Any], rows: list[_Row]) -> None:
    """Write how many findings each family, stage and file has, by severity."""
    sheet.write_string(0, 0, "Ringkasan", looks["title"])
    sheet.set_row(0, 24)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 4, 13)
    line = 2
    for title, name in (("Keluarga aturan", _family_of), ("Tahap", _stage_of), ("Berkas", _file_of)):
        line = _counts(sheet, looks, (title, line), [(name(row), row.severity) for row in rows]) + 2
    _paper(sheet, 0, line, 5)
    sheet.set_portrait()


def _family_of(row: _Row) -> str:
    return family(row.code).capitalize()


def _stage_of(row: _Row) -> str:
    return f"Tahap {row.stage}" if row.stage else "Berkas tidak terbaca"


def _file_of(row: _Row) -> str:
    return row.cells[0]


def _counts(sheet: Any, looks: dict[str, Any], place: tuple[str, int], found: list[tuple[str, Severity]]) -> int:
    title, line = place
    for column, name in enumerate((title, *(one.label for one in Severity), "jumlah")):
        sheet.write_string(line, column, name[:1].upper() + name[1:], looks["head"])
    for name in sorted({name for name, _ in found}):
        line += 1
        numbers = [sum(pair == (name, severity) for pair in found) for severity in Severity]
        sheet.write_string(line, 0, _safe(name), looks["cell"])
        for column, number in enumerate((*numbers, sum(numbers)), 1):
            sheet.write_number(line, column, number, looks["number"])
    return line


def _accepted_sheet(sheet: Any, looks: dict[str, Any], rows: list[_Row]) -> None:
    columns = (*_COLUMNS[:7], ("Alasan diterima", 40), ("Oleh", 20), ("Tanggal", 12))
    sheet.write_string(0, 0, "Temuan yang diterima dengan alasan", looks["title"])
    sheet.set_row(0, 24)
    _table(sheet, looks, columns, 2, rows)
    sheet.freeze_panes(3, 0)
    _paper(sheet, 2, 2 + len(rows), len(columns))


def _safe(words: str) -> str:
    lines = "\n".join(printable(line) for line in words.splitlines())
    return lines if len(lines) <= _LONGEST else f"{lines[:_LONGEST]} … (dipotong)"
