"""What an official form is before it is Word, Excel or text: sections of headings, paragraphs, fields and tables.

A table knows its merged cells, the numbers under its heading, what kind of figure a column holds, and from which
place of the tree each cell comes. Everything is frozen; the writers (word, excel, text) only read it.
Source: domain.md section 5; design.md section 2.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pohon.errors import Place

__all__ = [
    "EMPTY",
    "Align",
    "Block",
    "Cell",
    "Column",
    "Fields",
    "Form",
    "Heading",
    "Look",
    "Missing",
    "Paragraph",
    "Row",
    "Section",
    "Shape",
    "Signatures",
    "Signer",
    "Table",
    "beside",
    "clean",
    "missing",
    "under",
    "upright",
]

EMPTY = "…………"
"""What stands in a field that is not filled yet: dots to write on, as on paper forms."""

_REMOVED = (
    *(range(9), range(11, 13), range(14, 32), range(0x7F, 0xA0), range(0x202A, 0x202F), range(0x2066, 0x206A)),
    *(range(0xD800, 0xE000), range(0xFDD0, 0xFDF0), range(0xFFFE, 0x10000), (0x061C, 0xFEFF)),
)
_HOSTILE: dict[int, str | None] = dict.fromkeys(code for codes in _REMOVED for code in codes) | {9: " ", 13: "\n"}


def clean(text: str) -> str:
    """Return a text without control characters, lone surrogates and marks that turn the direction of writing."""
    return text.replace("\r\n", "\n").translate(_HOSTILE)


class Shape(StrEnum):
    """What a column holds: prose, short words in the middle, a figure, an amount of rupiah, a formula."""

    TEXT = "teks"
    SHORT = "pendek"
    NUMBER = "angka"
    MONEY = "rupiah"
    FORMULA = "rumus"


class Look(StrEnum):
    """How a paragraph looks."""

    BODY = "isi"
    CENTER = "tengah"
    TITLE = "judul"
    ITEM = "butir"
    NOTE = "catatan"
    LETTERHEAD = "kop"
    ADDRESS = "alamat"


class Align(StrEnum):
    """Where a cell's text stands when it differs from its column."""

    COLUMN = ""
    LEFT = "kiri"
    CENTER = "tengah"
    RIGHT = "kanan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell. `rows` and `columns` are how many it covers; `key` and `field` where its text stands in the tree.

    `missing` marks a field that the form needs and the tree does not have.
    """

    text: str = ""
    rows: int = 1
    columns: int = 1
    key: str = ""
    field: str = ""
    missing: bool = False
    bold: bool = False
    align: Align = Align.COLUMN
    place: Place = Place()
    """Where a cell that was read stands in its file."""
    fill: str = ""
    """The colour of a cell that was read, six hex digits, "" for none."""

    @property
    def shown(self) -> str:
        """The text to print: dots in a field that is not filled yet."""
        return EMPTY if self.missing else self.text


@dataclass(frozen=True, slots=True)
class Row:
    """One row of cells; None is covered by a merged cell above or to the left.

    `id` names what the row speaks of in the tree ("c1 c1#0"), so that an edited sheet can find its way back.
    """

    cells: tuple[Cell | None, ...]
    id: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: heading, share of the width, what it holds, and the words that may be chosen for it."""

    title: str
    width: float = 10.0
    shape: Shape = Shape.TEXT
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table. `head` are heading rows when one row of the columns' titles is not enough.

    `numbered` prints (1) (2) (3) under the heading; `name` names the sheet of a workbook.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    numbered: bool = False
    label: str = ""
    """What the list of missing fields calls the table; its name when empty."""

    @property
    def heading(self) -> tuple[Row, ...]:
        """The heading rows, with the row of column numbers when there is one."""
        rows = self.head or (Row(tuple(Cell(text=column.title) for column in self.columns)),)
        if not self.numbered:
            return rows
        return (*rows, Row(tuple(Cell(text=f"({place})") for place in range(1, len(self.columns) + 1))))

    def texts(self) -> list[list[str]]:
        """Return the text of every cell, "" where a merged cell covers it."""
        return [["" if cell is None else cell.text for cell in row.cells] for row in self.rows]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; lines inside it stay lines. `label` says what is missing when the text is."""

    text: str
    look: Look = Look.BODY
    bold: bool = False
    label: str = ""
    key: str = ""
    field: str = ""

    @property
    def shown(self) -> str:
        """The text to print: dots in a paragraph that is not filled yet."""
        return EMPTY if self.label and not self.text else self.text


@dataclass(frozen=True, slots=True)
class Fields:
    """Label and value, one below the other: "Jabatan : Kepala Dinas". `rows` are (label, cell)."""

    rows: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: the capacity ("Pihak Pertama"), the position, never a person. The name is a line to write on."""

    role: str
    position: Cell


@dataclass(frozen=True, slots=True)
class Signatures:
    """Place and date, and one or two signers (the superior stands left)."""

    date: Cell
    signers: tuple[Signer, ...]


Block = Heading | Paragraph | Fields | Table | Signatures


@dataclass(frozen=True, slots=True)
class Section:
    """What begins on a new page."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A filled form of one kind."""

    kind: str
    title: str
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()
    """What a user should know about this form (said at the end of the run, not printed on it)."""

    def blocks(self) -> Iterator[Block]:
        """Yield every block in order."""
        for section in self.sections:
            yield from section.blocks

    def tables(self) -> tuple[Table, ...]:
        """Return the tables in order."""
        return tuple(block for block in self.blocks() if isinstance(block, Table))


@dataclass(frozen=True, slots=True)
class Missing:
    """One field that is not filled: what it is called on the form, and where it belongs in the tree."""

    label: str
    key: str
    field: str


def missing(form: Form) -> Iterator[Missing]:
    """Yield the fields of a form that the tree does not fill, in the order of the form."""
    for block in form.blocks():
        if isinstance(block, Table):
            yield from _missing_cells(block)
        elif isinstance(block, Paragraph) and block.label and not block.text:
            yield Missing(block.label, block.key, block.field)
        elif isinstance(block, Fields):
            yield from (Missing(label, cell.key, cell.field) for label, cell in block.rows if cell.missing)
        elif isinstance(block, Signatures):
            cells = (("tempat dan tanggal", block.date), *((one.role, one.position) for one in block.signers))
            yield from (Missing(label, cell.key, cell.field) for label, cell in cells if cell.missing)


def _missing_cells(table: Table) -> Iterator[Missing]:
    name = table.label or table.name
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            if cell is not None and cell.missing:
                yield Missing(f"{name}, kolom {column.title or 'tanpa judul'}", cell.key, cell.field)


def under(cells: Sequence[Cell], rows: Sequence[Row]) -> list[Row]:
    """Return the rows with cells before them that cover them all."""
    first = tuple(replace(cell, rows=len(rows)) for cell in cells)
    rest: tuple[None, ...] = (None,) * len(first)
    return [replace(row, cells=((rest if place else first) + row.cells)) for place, row in enumerate(rows)]


def beside(rows: Sequence[Row], cells: Sequence[Cell]) -> list[Row]:
    """Return the rows with cells behind them that cover them all."""
    first = tuple(replace(cell, rows=len(rows)) for cell in cells)
    rest: tuple[None, ...] = (None,) * len(first)
    return [replace(row, cells=(row.cells + (rest if place else first))) for place, row in enumerate(rows)]


def upright(cells: Iterable[Cell]) -> Row:
    """Return a heading row in which a cell over several columns is followed by the columns it covers."""
    row: list[Cell | None] = []
    for cell in cells:
        row += [cell, *([None] * (cell.columns - 1))]
    return Row(tuple(row))
