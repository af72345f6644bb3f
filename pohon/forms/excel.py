"""Forms as workbooks: one sheet a table, with frozen head, filter, print area, lists of choices and a hidden id column.

Figures are numbers with an Indonesian format, texts are texts whatever they begin with; nothing is a formula. The
hidden last column names what each row speaks of in the tree, so that an edited sheet can come back. The same form
gives the same bytes.
"""

import datetime
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import xlsxwriter

from pohon.errors import PohonError

from .equation import linear
from .excel_cells import Figure, figure_of, heights
from .paper import page, widths
from .tables import (
    Align,
    Block,
    Cell,
    Column,
    Fields,
    Form,
    Heading,
    Look,
    Paragraph,
    Section,
    Shape,
    Signatures,
    Table,
    clean,
)

__all__ = ["LONGEST", "as_xlsx"]

LONGEST = 32_767
"""Excel holds this many characters in a cell."""
_CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_PAPERS = {"A4": 9, "F4": 14, "A3": 8}
_MILLIMETRES = 1.9
"""Millimetres in one unit of column width."""
_TALLEST_HEAD = 260.0
_PROSE = 84.0
_LISTS = "Daftar"
_BASE_POINTS, _BESIDE = 10.0, 1.5
"""Size of the letters, and millimetres that Excel leaves empty in a cell."""
_BASE = {"font_name": "Arial", "font_size": _BASE_POINTS, "valign": "top", "text_wrap": True}
_ALIGNS = {Align.CENTER: "center", Align.RIGHT: "right", Align.LEFT: "left"}
_SHAPES = {Shape.SHORT: "center", Shape.NUMBER: "right", Shape.MONEY: "right"}


def as_xlsx(form: Form, *, paper: str = "A4") -> bytes:
    """Return the form as a workbook. Raises PohonError for a text that no cell of Excel can hold."""
    _refuse_long(form)
    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(stream, options)
    book.set_properties({"title": clean(form.title)[:250], "author": "pohon", "created": _CREATED})
    _Writer(book, paper).write(form)
    book.close()
    return stream.getvalue()


def _refuse_long(form: Form) -> None:
    for table in form.tables():
        for row in table.rows:
            for cell in row.cells:
                if cell is not None and len(cell.text) > LONGEST:
                    length = f"{len(cell.text):,}".replace(",", ".")
                    raise PohonError(
                        f"sel pada {table.name} ({cell.key or row.id} {cell.field}) berisi {length} huruf; Excel hanya "
                        "memuat 32.767. Pendekkan kalimatnya, atau pakai .docx."
                    )


class _Writer:
    """One workbook: its formats by look, its sheet names, its lists of choices."""

    def __init__(self, book: Any, paper: str) -> None:
        self.book, self.paper = book, paper
        self.formats: dict[tuple[tuple[str, object], ...], Any] = {}
        self.names: set[str] = {_LISTS.casefold()}
        self.lists: dict[tuple[str, ...], str] = {}

    def write(self, form: Form) -> None:
        """Write all sheets."""
        sheets = [(section, block) for section in form.sections for block in section.blocks if isinstance(block, Table)]
        if _is_document(form):
            self._prose(form)
        for section, table in sheets:
            self._table(form, section, table)
        self._choices([column.choices for _, table in sheets for column in table.columns if column.choices])

    def look(self, **look: object) -> Any:
        """Return a format, each made once."""
        key = tuple(sorted(look.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(_BASE | look)
        return self.formats[key]

    def _name(self, wanted: str) -> str:
        """Return a sheet name that Excel takes and that is not in use."""
        plain = re.sub(r"[\[\]:*?/\\]", " ", clean(wanted)).strip(" '")[:31].strip() or "Lembar"
        name, number = plain, 1
        while name.casefold() in self.names:
            number += 1
            name = f"{plain[: 30 - len(str(number))]} {number}"
        self.names.add(name.casefold())
        return name

    def _prose(self, form: Form) -> None:
        """Write the text of a document, tables left out, on a sheet of its own."""
        sheet = self.book.add_worksheet(self._name("Naskah"))
        sheet.set_column(0, 0, _PROSE)
        _print(sheet, self.paper, landscape=False)
        row = 0
        for block in form.blocks():
            for text, look in _prose_lines(block):
                sheet.write_string(row, 0, clean(text)[:LONGEST], self.look(**look))
                sheet.set_row(row, heights([text], [_PROSE]))
                row += 1
        sheet.print_area(0, 0, max(0, row - 1), 0)

    def _table(self, form: Form, section: Section, table: Table) -> None:
        name = self._name(table.name)
        sheet = self.book.add_worksheet(name)
        room = _room(table, self.paper, section)
        sizes = [width / _MILLIMETRES for width in widths(table, room, points=_BASE_POINTS, inside=_BESIDE)]
        for place, width in enumerate(sizes):
            sheet.set_column(place, place, width)
        last = len(table.columns)
        sheet.set_column(last, last, 12, None, {"hidden": True})
        top, tall = self._lead(sheet, form, section, table, sizes)
        head = top + len(table.heading)
        self._rows(sheet, table, top, sizes, head=True)
        self._rows(sheet, table, head, sizes, head=False)
        self._ids(sheet, table, head, last)
        self._validate(sheet, table, head)
        end = head + max(1, len(table.rows)) - 1
        sheet.autofilter(head - 1, 0, end, last)
        if tall <= _TALLEST_HEAD:
            sheet.freeze_panes(head, 0)
        _print(sheet, self.paper, landscape=section.landscape)
        sheet.repeat_rows(top, head - 1)
        sheet.print_area(0, 0, end, last - 1)

    def _lead(self, sheet: Any, form: Form, section: Section, table: Table, sizes: list[float]) -> tuple[int, float]:
        """Write what stands above a table; return its first row and how tall the rows above are, in points."""
        row, tall, last = 0, 0.0, len(table.columns) - 1
        for text, look in _lead_lines(form, section, table):
            height = heights([text], [sum(sizes)])
            if last:
                sheet.merge_range(row, 0, row, last, "", self.look(**look))
            sheet.write_string(row, 0, clean(text)[:LONGEST], self.look(**look))
            sheet.set_row(row, height)
            row, tall = row + 1, tall + height
        return row + 1, tall + 15.0

    def _rows(self, sheet: Any, table: Table, top: int, sizes: list[float], *, head: bool) -> None:
        rows = table.heading if head else table.rows
        for place, row in enumerate(rows):
            texts, room = [], []
            for at, cell in enumerate(row.cells):
                if cell is None:
                    continue
                self._cell(sheet, (top + place, at), cell, table.columns[at], head=head)
                texts.append(_text(cell, table.columns[at]) if cell.rows == 1 else "")
                room.append(sum(sizes[at : at + cell.columns]))
            needed = heights(texts, room)
            tall = max((_share(cell, table.columns[at], sizes[at]) for at, cell in _merged(rows, place)), default=0.0)
            sheet.set_row(top + place, min(409.0, max(needed, tall)))

    def _cell(self, sheet: Any, at: tuple[int, int], cell: Cell, column: Column, *, head: bool) -> None:
        row, place = at
        text = clean(cell.text) if head else _text(cell, column)
        figure = None if head or cell.missing else figure_of(text, column)
        look = self._cell_look(cell, column, figure, head=head)
        if cell.rows > 1 or cell.columns > 1:
            sheet.merge_range(row, place, row + cell.rows - 1, place + cell.columns - 1, "", look)
        if figure is not None:
            sheet.write_number(row, place, figure.value, look)
        elif text:
            for line in range(row, row + (1 if head else cell.rows)):  # a filter finds every row of a merged cell
                sheet.write_string(line, place, text, look)
        else:
            sheet.write_blank(row, place, None, look)

    def _cell_look(self, cell: Cell, column: Column, figure: Figure | None, *, head: bool) -> Any:
        if head:
            return self.look(border=1, bold=True, align="center", valign="vcenter", bg_color="#E8EDF3")
        look: dict[str, object] = {"border": 1}
        align = _ALIGNS.get(cell.align) or _SHAPES.get(column.shape)
        look |= {"align": align} if align else {}
        look |= {"bold": True} if cell.bold else {}
        look |= {"bg_color": "#FFF8DC", "font_color": "#7F7F7F"} if cell.missing else {}
        look |= {"num_format": figure.format} if figure else {}
        return self.look(**look)

    def _ids(self, sheet: Any, table: Table, head: int, last: int) -> None:
        sheet.write_string(head - 1, last, "id", self.look(bold=True))
        for place, row in enumerate(table.rows):
            sheet.write_string(head + place, last, clean(row.id)[:LONGEST], self.look())

    def _validate(self, sheet: Any, table: Table, head: int) -> None:
        for place, column in enumerate(table.columns):
            if not column.choices or not table.rows:
                continue
            rule = {
                "validate": "list", "source": f"={self._list(column.choices)}", "error_type": "warning",
                "error_title": "Pilihan lain", "error_message": "Isi ini tidak ada pada daftar pilihan. Tetap pakai?",
            }  # fmt: skip
            sheet.data_validation(head, place, head + len(table.rows) - 1, place, rule)

    def _list(self, choices: tuple[str, ...]) -> str:
        """Return the range on the hidden sheet that holds these choices."""
        if choices not in self.lists:
            letters = xlsxwriter.utility.xl_col_to_name(len(self.lists), col_abs=True)
            self.lists[choices] = f"{_LISTS}!{letters}$1:{letters}${len(choices)}"
        return self.lists[choices]

    def _choices(self, used: list[tuple[str, ...]]) -> None:
        """Write the hidden sheet with the lists of choices."""
        if not used:
            return
        sheet = self.book.add_worksheet(_LISTS)
        for place, choices in enumerate(self.lists):
            for row, word in enumerate(choices):
                sheet.write_string(row, place, clean(word))
        sheet.hide()


def _text(cell: Cell, column: Column) -> str:
    """Return the text of a cell; a missing one stays empty (and coloured), so that it comes back empty too."""
    text = clean(cell.text)
    return linear(text) if column.shape is Shape.FORMULA else text


def _merged(rows: tuple[Any, ...], place: int) -> Iterator[tuple[int, Cell]]:
    """Yield (column, cell) of the merged cells that cover a row."""
    for at in range(len(rows[place].cells)):
        for above in range(place, -1, -1):
            cell = rows[above].cells[at]
            if cell is not None:
                if cell.rows > 1 and above + cell.rows > place:
                    yield at, cell
                break


def _share(cell: Cell, column: Column, width: float) -> float:
    """Return the height that each row of a merged cell must give."""
    return heights([_text(cell, column)], [width]) / cell.rows


def _room(table: Table, paper: str, section: Section) -> float:
    """Return the width for a table: that of the page, more for many columns (the print is made to fit)."""
    return max(page(paper, landscape=section.landscape).text, 22.0 * len(table.columns))


def _print(sheet: Any, paper: str, *, landscape: bool) -> None:
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(_PAPERS[paper])
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.7, right=0.6, top=0.7, bottom=0.8)
    sheet.set_footer("&C&8&A – halaman &P dari &N")
    sheet.center_horizontally()


def _is_document(form: Form) -> bool:
    """Tell whether a form has prose or signatures beside its tables."""
    prose = (Look.BODY, Look.ITEM)
    return any(
        isinstance(block, Signatures) or (isinstance(block, Paragraph) and block.look in prose)
        for block in form.blocks()
    )


def _prose_lines(block: Block) -> Iterator[tuple[str, dict[str, object]]]:
    if isinstance(block, Heading):
        yield block.text, {"bold": True, "font_size": 12 if block.level == 1 else 11}
    elif isinstance(block, Paragraph):
        yield block.shown, {"bold": block.bold or block.look in (Look.TITLE, Look.LETTERHEAD)}
    elif isinstance(block, Fields):
        yield from ((f"{label}: {cell.shown or '…………'}", {}) for label, cell in block.rows)
    elif isinstance(block, Table):
        yield f"(lihat lembar {block.name})", {"italic": True, "font_color": "#595959"}
    else:
        yield block.date.shown, {}
        for one in block.signers:
            yield " ".join(filter(None, (one.role, one.position.shown.replace("\n", " ")))), {}


def _lead_lines(form: Form, section: Section, table: Table) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the headings, titles and fields that stand right above a table."""
    above: list[Block] = []
    for block in section.blocks:
        if block is table:
            break
        above = [] if isinstance(block, Table) else [*above, block]
    centred = {"bold": True, "align": "center"}
    told = False
    for block in above:
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.look in (Look.TITLE, Look.CENTER)):
            yield block.text, centred
            told = told or bool(block.text)
        elif isinstance(block, Fields):
            yield from ((f"{label}: {cell.shown or '…………'}", {}) for label, cell in block.rows)
    if not told:
        yield f"{form.title}: {table.name}", centred
