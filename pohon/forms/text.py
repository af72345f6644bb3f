"""Forms as plain text: Markdown, CSV and one HTML page.

Texts of trees are foreign: escaped in HTML and Markdown; a CSV cell that a spreadsheet would compute begins with an
apostrophe. CSV has no merged cells: a covered cell is empty.
"""

import csv
import io
import re
from collections.abc import Iterator
from html import escape

from pohon.model.number import Verdict, parse

from .equation import Equation, Fraction, linear, pieces
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
    Row,
    Shape,
    Signatures,
    Table,
    clean,
)

__all__ = ["as_csv", "as_html", "as_markdown"]

_FORMULA_STARTS = ("=", "+", "-", "@", "\t")
_STYLE = """\
body{font:11pt/1.4 Arial,"Liberation Sans",sans-serif;margin:2cm auto;max-width:29cm;padding:0 1cm;color:#111}
h1,h2,h3,.judul,.tengah,.alamat,.kop{text-align:center}h2,h3{text-align:left}h1{font-size:14pt}h2{font-size:12pt}h3{font-size:11pt}
.judul{font-weight:bold;font-size:13pt}.kop{font-weight:bold;border-bottom:2px solid #111;padding-bottom:4pt}
.butir{margin-left:1.5em;text-indent:-1.2em}.catatan{font-size:9.5pt}.kosong{color:#666}
table.isi{border-collapse:collapse;width:100%;font-size:9.5pt;margin:8pt 0}
table.isi th,table.isi td{border:1px solid #111;padding:3pt 4pt;vertical-align:top;text-align:left}
table.isi td{overflow-wrap:anywhere}
table.isi th{background:#e8edf3;text-align:center;vertical-align:middle}
td.pendek,td.tengah{text-align:center!important}td.angka,td.rupiah,td.kanan{text-align:right!important}
td.rupiah{white-space:nowrap}.ttd{display:flex;justify-content:space-around;text-align:center;margin-top:18pt}
.ttd div{min-width:30%}.nama{margin-top:60pt}.halaman{break-before:page}
dt{font-weight:bold;float:left;clear:left;width:11em}
dd{margin-left:12em}tr{break-inside:avoid}thead{display:table-header-group}
math{font-size:1.1em}.lebar{page:lebar}@page lebar{size:landscape}
@media print{body{margin:0;max-width:none;padding:0}}
"""


def as_markdown(form: Form) -> bytes:
    """Return the form as Markdown tables; merged cells stand in their first row."""
    parts = [part for section in form.sections for block in section.blocks for part in _md_block(block)]
    return ("\n".join(parts).rstrip() + "\n").encode("utf-8")


def _md_block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {_md(block.text)}\n"
    elif isinstance(block, Paragraph):
        text = _md(block.shown)
        strong = block.bold or block.look in (Look.TITLE, Look.LETTERHEAD)
        yield f"{f'**{text}**' if strong and text else text}\n"
    elif isinstance(block, Fields):
        yield from (f"- {_md(label)}: {_md(cell.shown or '…………')}" for label, cell in block.rows)
        yield ""
    elif isinstance(block, Table):
        yield from _md_table(block)
    else:
        yield f"{_md(block.date.shown)}\n"
        yield from (f"{_md(' '.join(filter(None, (one.role, one.position.shown))))}\n" for one in block.signers)


def _md_table(table: Table) -> Iterator[str]:
    head = [column.title for column in table.columns]
    yield _md_row(head)
    yield "|" + "".join(" ---: |" if _right(column) else " --- |" for column in table.columns)
    if table.numbered:
        yield _md_row([f"({place})" for place in range(1, len(head) + 1)])
    for row in table.rows:
        yield _md_row(["" if cell is None else _plain(cell, column) for column, cell in _pairs(table, row)])
    yield ""


def _md_row(cells: list[str]) -> str:
    return "| " + " | ".join(_md(cell) for cell in cells) + " |"


def _md(text: str) -> str:
    """Return a text for one Markdown cell: its own marks are plain characters, lines are kept."""
    text = re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", clean(text).strip())
    return text.replace("\n", "<br>")


def _right(column: Column) -> bool:
    return column.shape in (Shape.NUMBER, Shape.MONEY)


def _pairs(table: Table, row: Row) -> Iterator[tuple[Column, Cell | None]]:
    return zip(table.columns, row.cells, strict=True)


def _plain(cell: Cell, column: Column) -> str:
    return linear(cell.shown) if column.shape is Shape.FORMULA else cell.shown


def as_csv(form: Form) -> bytes:
    """Return the tables of the form as CSV (comma, UTF-8 with the mark that Excel looks for), one below the other."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    tables = form.tables()
    for place, table in enumerate(tables):
        if place:
            writer.writerow([])
        if len(tables) > 1:
            writer.writerow([_safe(table.name)])
        writer.writerow([_safe(column.title) for column in table.columns])
        for row in table.rows:
            writer.writerow(
                ["" if cell is None else _safe(_filled(cell, column)) for column, cell in _pairs(table, row)]
            )
    return stream.getvalue().encode("utf-8-sig")


def _filled(cell: Cell, column: Column) -> str:
    return "" if cell.missing else _plain(cell, column)


def _safe(text: str) -> str:
    """Return a text that no spreadsheet computes."""
    text = clean(text).strip()
    if text.startswith(_FORMULA_STARTS) and parse(text).verdict is not Verdict.CERTAIN:
        return f"'{text}"
    return text


def as_html(form: Form) -> bytes:
    """Return the form as one page without any address in it."""
    body = []
    for place, section in enumerate(form.sections):
        words = " ".join(("halaman",) * bool(place) + ("lebar",) * section.landscape)
        body.append(f'<section class="{words}">{"".join(map(_html_block, section.blocks))}</section>')
    head = f'<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8"><title>{_html(form.title)}</title>'
    page = f"{head}<style>{_STYLE}</style></head><body>\n{chr(10).join(body)}\n</body></html>\n"
    return page.encode("utf-8")


def _html(text: str) -> str:
    return escape(clean(text).strip()).replace("\n", "<br>")


def _html_block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{_html(block.text)}</h{block.level}>"
    if isinstance(block, Paragraph):
        strong = f"<b>{_html(block.shown)}</b>" if block.bold else _html(block.shown)
        return f'<p class="{block.look}">{strong}</p>'
    if isinstance(block, Fields):
        rows = (f"<dt>{_html(label)}</dt><dd>{_html(cell.shown) or '…………'}</dd>" for label, cell in block.rows)
        return f"<dl>{''.join(rows)}</dl>"
    if isinstance(block, Table):
        return _html_table(block)
    return _html_signed(block)


def _html_signed(block: Signatures) -> str:
    signers = "".join(
        f"<div>{_html(one.role)}<br>{_html(one.position.shown)}<p class='nama'>…………………………</p></div>"
        for one in block.signers
    )
    return f"<p class='tengah'>{_html(block.date.shown)}</p><div class='ttd'>{signers}</div>"


def _html_table(table: Table) -> str:
    heads = "".join(f"<tr>{''.join(_html_cell(cell, None, 'th') for cell in row.cells)}</tr>" for row in table.heading)
    rows = "".join(
        f"<tr>{''.join(_html_cell(cell, column, 'td') for column, cell in _pairs(table, row))}</tr>"
        for row in table.rows
    )
    share = sum(column.width for column in table.columns) or 1.0
    sizes = "".join(f'<col style="width:{100 * column.width / share:.1f}%">' for column in table.columns)
    return f'<table class="isi"><colgroup>{sizes}</colgroup><thead>{heads}</thead><tbody>{rows}</tbody></table>'


def _html_cell(cell: Cell | None, column: Column | None, tag: str) -> str:
    if cell is None:
        return ""
    spans = (f' rowspan="{cell.rows}"' if cell.rows > 1 else "") + (
        f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    )
    look = cell.align if cell.align is not Align.COLUMN else (column.shape.value if column else "")
    words = " ".join(filter(None, (look, "kosong" if cell.missing else "")))
    formula = column is not None and column.shape is Shape.FORMULA and not cell.missing
    text = "".join(map(_html_piece, pieces(cell.text))) if formula else _html(cell.shown)
    return f'<{tag}{spans} class="{words}">{f"<b>{text}</b>" if cell.bold else text}</{tag}>'


def _html_piece(piece: str | Equation) -> str:
    if isinstance(piece, str):
        return _html(piece) + " "
    return f'<math displaystyle="true">{"".join(map(_mathml, piece.parts))}</math>'


def _mathml(part: str | Fraction) -> str:
    if isinstance(part, str):
        return f"<mtext>{escape(clean(part))}</mtext>"
    above, below = (f"<mtext>{escape(clean(text))}</mtext>" for text in (part.above, part.below))
    return f"<mfrac>{above}{below}</mfrac>"
