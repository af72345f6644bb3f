"""The body of a Word document as WordprocessingML: paragraphs in real styles, tables, signatures, equations.

Plain text in, XML out: every text is cleaned and escaped here, and nowhere else. Building the text of one body and
parsing it once is many times faster than adding cell by cell. Source: ECMA-376, parts 17 (w:) and 22 (m:).
"""

import re
import textwrap
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from .equation import Equation, Fraction, pieces
from .paper import Page, widths
from .tables import (
    EMPTY,
    Align,
    Block,
    Cell,
    Column,
    Fields,
    Heading,
    Look,
    Paragraph,
    Row,
    Shape,
    Signatures,
    Table,
    clean,
)

__all__ = ["STYLES", "block", "end", "page_break", "section", "twips"]

STYLES = {
    Look.BODY: "IsiFormulir",
    Look.CENTER: "TengahFormulir",
    Look.ADDRESS: "TengahFormulir",
    Look.TITLE: "JudulFormulir",
    Look.ITEM: "ButirFormulir",
    Look.NOTE: "CatatanFormulir",
    Look.LETTERHEAD: "KopFormulir",
}
"""How a paragraph looks -> id of its style."""
_SMALL = ("IsiTabel", "IsiTabelKecil", "IsiTabelRapat", "IsiTabelTipis")
_HEADS = ("KepalaTabel", "KepalaTabelKecil", "KepalaTabelRapat", "KepalaTabelTipis")
_POINTS = (10.0, 8.5, 7.0, 6.0)
_BROAD = 340.0
"""A text this wide (A3 lying) takes the next larger letters."""
_MOST_SIGNED = 10
"""A table of at most this many rows stays with the signatures below it."""
_MATH = 1.8
"""Millimetres of one letter in an equation, in whatever size the table is: an office suite may draw it in 12 points."""
_INSIDE = (70, 60, 50, 36)
"""Text sizes of tables, from few columns to many: style of the cells, of the headings, points, space inside a cell."""
_ALIGNED = {Align.CENTER: "center", Align.RIGHT: "right", Align.LEFT: "left"}
_SHAPED = {Shape.SHORT: "center", Shape.NUMBER: "right", Shape.MONEY: "right"}
_CODE = re.compile(r"\b(\d\.\d\d\.\d\d\.)(\d\.\d\d\.?)(\d{4})?")
"""A code of the nomenclature: it may break between program, kegiatan and sub kegiatan."""
_COVERED = '<w:p><w:pPr><w:pStyle w:val="IsiTabelRapat"/></w:pPr></w:p>'
"""What stands in a cell that the merged cell above covers."""
_STYLED = re.compile(r'(<w:pStyle w:val="[^"]*"/>)(?!<w:keepNext/>)')
_SMALL_GROUP = 4
_NAME_LINE = "(…………………………………………)"
_BLANK_VALUE = "………………………………………………"


def twips(millimetres: float) -> int:
    """Return twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def block(one: Block, page: Page) -> str:
    """Return the XML of one block on a page."""
    if isinstance(one, Heading):
        return "".join(_paragraph(line, f"Heading{one.level}") for line in one.text.split("\n"))
    if isinstance(one, Paragraph):
        keep = "<w:keepNext/>" if one.text.rstrip().endswith(":") else ""
        return _paragraph(one.shown, STYLES[one.look], bold=one.bold, empty=one.shown is EMPTY, extra=keep)
    if isinstance(one, Fields):
        return _fields(one, page)
    if isinstance(one, Table):
        return _table(one, page)
    return _signatures(one, page)


def section(blocks: Sequence[Block], page: Page) -> str:
    """Return the XML of the blocks of one section, with a little space between tables and what follows them."""
    parts = []
    for place, one in enumerate(blocks):
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        signed = isinstance(one, Table) and isinstance(after, Signatures)
        small = isinstance(one, Table) and len(one.rows) <= _MOST_SIGNED
        parts.append(_keep_end(block(one, page), whole=small) if signed else block(one, page))
        if after is not None and isinstance(one, Table | Fields | Signatures):
            parts.append(_paragraph("", "JarakFormulir", extra="<w:keepNext/>" if signed else ""))
    return "".join(parts)


def _keep_end(table: str, *, whole: bool) -> str:
    """Return a table whose last row stays on the page of the signature below: nobody signs an empty page.

    `whole` = all of its rows stay there.
    """
    rows, mark, last = ("", "", table) if whole else table.rpartition("<w:tr>")
    return rows + mark + _STYLED.sub(r"\1<w:keepNext/>", last)


def end(inside: str = "") -> str:
    """Return the paragraph that ends a section: too low to be pushed to a page of its own."""
    return f'<w:p><w:pPr><w:pStyle w:val="AkhirFormulir"/>{inside}</w:pPr></w:p>'


def page_break() -> str:
    """Return a paragraph after which a new page begins."""
    return '<w:p><w:pPr><w:pStyle w:val="AkhirFormulir"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'


def _paragraph(text: str, style: str, *, bold: bool = False, empty: bool = False, extra: str = "") -> str:
    runs = _runs(text, bold=bold, empty=empty)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{runs}</w:p>'


def _runs(text: str, *, bold: bool = False, empty: bool = False) -> str:
    text = clean(text)
    if not text:
        return ""
    look = ("<w:b/>" if bold else "") + ('<w:color w:val="7F7F7F"/>' if empty else "")
    text = _printed(text)
    parts = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(line) for line in text.split("\n"))
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{parts}</w:t></w:r>'


def _printed(text: str) -> str:
    """Return a text as it is set: percent signs stay with their figure, codes may break between their parts."""
    return _CODE.sub(_breakable, text.replace(" %", "\u00a0%"))


def _breakable(code: re.Match[str]) -> str:
    return "\u200b".join(part for part in code.groups() if part)


def _fields(one: Fields, page: Page) -> str:
    """Return "Jabatan : ..." lines as a table without lines, so that values stand in one column."""
    label = min(62.0, 6.0 + max(2.6 * len(name) for name, _ in one.rows))
    sizes = (label, 5.0, page.text - label - 5.0)
    rows = []
    for name, cell in one.rows:
        value = cell.shown or _BLANK_VALUE
        lines = value.split("\n")
        style = "ButirTabel" if len(lines) > 1 else "BarisFormulir"
        told = "".join(_paragraph(line, style, empty=cell.missing or not cell.text) for line in lines)
        cells = (_paragraph(name, "BarisFormulir"), _paragraph(":", "BarisFormulir"), told)
        whole = "<w:trPr><w:cantSplit/></w:trPr>" if len(lines) == 1 else ""
        rows.append(
            f"<w:tr>{whole}{''.join(_plain_cell(text, size) for text, size in zip(cells, sizes, strict=True))}</w:tr>"
        )
    return _bare_table(rows, sizes)


def _bare_table(rows: list[str], sizes: tuple[float, ...]) -> str:
    grid = "".join(f'<w:gridCol w:w="{twips(size)}"/>' for size in sizes)
    look = f'<w:tblW w:w="{twips(sum(sizes))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _plain_cell(content: str, size: float, extra: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(size)}" w:type="dxa"/>{extra}</w:tcPr>{content}</w:tc>'


def _signatures(one: Signatures, page: Page) -> str:
    """Return place, date and the signers; they never leave their page."""
    half = page.text / 2
    signers = one.signers if len(one.signers) > 1 else (None, *one.signers)
    keep = "<w:keepNext/>"
    date = _paragraph(one.date.shown, "TandaTangan", empty=one.date.missing, extra=keep)
    rows = [(_paragraph("", "TandaTangan", extra=keep), date)]
    for part in ("role", "position", "name"):
        cells = []
        for signer in signers:
            if signer is None:
                cells.append(_paragraph("", "TandaTangan", extra="" if part == "name" else keep))
            elif part == "name":
                cells.append(_paragraph(_NAME_LINE, "NamaTandaTangan"))
            elif part == "role":
                cells.append(_paragraph(signer.role, "TandaTangan", extra=keep))
            else:
                cells.append(
                    _paragraph(signer.position.shown, "TandaTangan", extra=keep, empty=signer.position.missing)
                )
        rows.append((cells[0], cells[1]))
    made = [
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_plain_cell(left, half)}{_plain_cell(right, half)}</w:tr>"
        for left, right in rows
    ]
    space = _paragraph("", "JarakFormulir", extra=keep)
    return space + _bare_table(made, (half, half))


def _table(table: Table, page: Page) -> str:
    size = _size(table, page)
    sizes = widths(table, page.text, points=_POINTS[size], inside=2 * _INSIDE[size] / twips(1), shown=_printed)
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in sizes)
    look = (
        f'<w:tblStyle w:val="TabelFormulir"/><w:tblW w:w="{twips(page.text)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{_INSIDE[size]}" w:type="dxa"/><w:right '
        f'w:w="{_INSIDE[size]}" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    heads = "".join(_row(row, sizes, table.columns, size, head=True) for row in table.heading)
    kept = _together(table) if size > 1 else set()  # prose in few columns may be as tall as a page
    made = (_row(row, sizes, table.columns, size) for row in table.rows)
    rows = "".join(_STYLED.sub(r"\1<w:keepNext/>", row) if at in kept else row for at, row in enumerate(made))
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{heads}{rows}</w:tbl>"


def _together(table: Table) -> set[int]:
    """Return the rows that stay on the page of the row below: those of a small merged cell."""
    return {
        line
        for at, row in enumerate(table.rows)
        for cell in row.cells
        if cell is not None and 1 < cell.rows <= _SMALL_GROUP
        for line in range(at, at + cell.rows - 1)
    }


def _size(table: Table, page: Page) -> int:
    """Return which of four text sizes a table needs: many columns, small text; a size larger on broad paper."""
    many = len(table.columns)
    size = 0 if many <= 5 else 1 if many <= 8 else 2 if many <= 12 else 3
    return max(0, size - 1) if page.text >= _BROAD else size


def _row(row: Row, sizes: list[float], columns: tuple[Column, ...], size: int, *, head: bool = False) -> str:
    look = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>"
    cells, at = [], 0
    while at < len(row.cells):
        cell = row.cells[at]
        if cell is None:
            cells.append(_plain_cell(_COVERED, sizes[at], "<w:vMerge/>"))
            at += 1
            continue
        width = sum(sizes[at : at + cell.columns])
        cells.append(_cell(cell, width, columns[at], size, head=head))
        at += cell.columns
    return f"<w:tr>{look}{''.join(cells)}</w:tr>"


def _cell(cell: Cell, width: float, column: Column, size: int, *, head: bool) -> str:
    extra = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    extra += '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
    if head:
        extra += '<w:shd w:val="clear" w:color="auto" w:fill="E8EDF3"/><w:vAlign w:val="center"/>'
        return _plain_cell(_paragraph(cell.text, _HEADS[size]), width, extra)
    if column.shape is Shape.FORMULA and not cell.missing:
        return _plain_cell("".join(_formula(cell.text, width, size)), width, extra)
    aligned = _ALIGNED.get(cell.align) or _SHAPED.get(column.shape, "")
    place = f'<w:jc w:val="{aligned}"/>' if aligned else ""
    lines = cell.shown.split("\n")
    told = (_paragraph(line, _SMALL[size], bold=cell.bold, empty=cell.missing, extra=place) for line in lines)
    return _plain_cell("".join(told), width, extra)


def _formula(text: str, width: float, size: int) -> Iterator[str]:
    """Yield the paragraphs of a formula; each equation stands on a line of its own."""
    fits = max(8, int((width - 4) / _MATH))
    for piece in pieces(clean(text)):
        if isinstance(piece, Equation):
            words = sum(len(part) for part in piece.parts if isinstance(part, str))
            parts = "".join(_math(part, max(12, fits - words - 2), size) for part in piece.parts)
            yield f'<w:p><w:pPr><w:pStyle w:val="{_SMALL[size]}"/></w:pPr><m:oMath>{parts}</m:oMath></w:p>'
        else:
            yield from (_paragraph(line, _SMALL[size]) for line in piece.strip().split("\n"))


def _math(part: str | Fraction, fits: int, size: int) -> str:
    if isinstance(part, str):
        return _math_run(part, size)
    above, below = (_stacked(text, fits, size) for text in (part.above, part.below))
    return f"<m:f><m:num>{above}</m:num><m:den>{below}</m:den></m:f>"


def _stacked(text: str, fits: int, size: int) -> str:
    """Return words that are broken over lines: a fraction never breaks by itself."""
    lines = textwrap.wrap(text, fits, break_long_words=False, break_on_hyphens=False) or [text]
    if len(lines) == 1:
        return _math_run(lines[0], size)
    return f"<m:eqArr>{''.join(f'<m:e>{_math_run(line, size)}</m:e>' for line in lines)}</m:eqArr>"


def _math_run(text: str, size: int) -> str:
    half = round(_POINTS[size] * 2)
    look = f'<m:rPr><m:nor/></m:rPr><w:rPr><w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
    return f'<m:r>{look}<m:t xml:space="preserve">{escape(clean(text))}</m:t></m:r>'
