"""The Perjanjian Kinerja: statement of both parties, Lampiran 1 (kinerja and budget), Lampiran 2 (explanation).

The head of an agency agrees with the superior named under `dokumen` > `perjanjian_kinerja`; everybody else with the
superior of the position tree. Source: domain.md 5.4 and 4.10.
"""

from collections.abc import Iterator

from pohon.model.document import Document, Party
from pohon.model.indicator import Indicator
from pohon.model.node import Node
from pohon.model.number import format_rupiah, terbilang
from pohon.model.planning import CodeLevel, Program
from pohon.model.tree import Tree

from .baku import PK, words
from .holder import Holder, holder, programs
from .perjanjian_penjelasan import explanation
from .rkt import date_cell, letterhead
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
    Section,
    Shape,
    Signatures,
    Signer,
    Table,
    clean,
    under,
)
from .wanted import (
    Wanted,
    agency,
    amount,
    document,
    indicator_cell,
    lines,
    money,
    need,
    statement,
    with_unit,
    year_of,
)

__all__ = ["build"]

_PLANS = {
    CodeLevel.PROGRAM: ("Program", "Sasaran Kinerja"),
    CodeLevel.KEGIATAN: ("Kegiatan", "Sasaran Program"),
    CodeLevel.SUB_KEGIATAN: ("Sub Kegiatan", "Sasaran Kegiatan"),
}
"""What a position plans -> heading of the budget table, heading of its sasaran."""


def build(tree: Tree, wanted: Wanted) -> Form:
    """Return the agreement of one position, the head of the agency when none is named."""
    doc = document(tree, "perjanjian_kinerja")
    one = holder(tree, wanted)
    year = year_of(tree, wanted, doc)
    sections = (
        Section(tuple(_statement(tree, doc, one, year))),
        Section(tuple(_first(tree, wanted, one, year))),
        Section(tuple(explanation(tree, wanted, one, year))),
    )
    title = f"Perjanjian Kinerja {one.name or agency(tree)}" + (f" Tahun {year}" if year else "")
    return Form(kind="pk", title=clean(title), sections=sections)


def _parties(doc: Document, one: Holder) -> tuple[Cell, Cell]:
    """Return the position of the first and of the second party."""
    first, second = doc.pihak_pertama or Party(), doc.pihak_kedua or Party()
    path = f"dokumen.{doc.jenis}"
    if one.superior is not None:
        return need(one.name), need(one.superior.nama)
    return (
        need(first.jabatan or one.name, "", f"{path}.pihak_pertama.jabatan"),
        need(second.jabatan, "", f"{path}.pihak_kedua.jabatan"),
    )


def _unit(tree: Tree, doc: Document, one: Holder) -> str:
    """Return the unit as the document prints it, which may shorten its name."""
    if one.head and doc.pihak_pertama and doc.pihak_pertama.instansi:
        return doc.pihak_pertama.instansi
    return agency(tree).upper()


def _statement(tree: Tree, doc: Document, one: Holder, year: int) -> Iterator[Block]:
    first, second = _parties(doc, one)
    yield from letterhead(doc)
    title = f"PERJANJIAN KINERJA\n{tree.instansi.upper()}" + (f"\nTAHUN {year}" if year else "")
    yield Paragraph(clean(title), Look.TITLE)
    yield Paragraph(words(doc, PK, "pembukaan"))
    yield Fields((("Nama", Cell()), ("Jabatan", first)))
    yield Paragraph("selanjutnya disebut Pihak Pertama")
    yield Fields((("Nama", Cell()), ("Jabatan", second)))
    yield Paragraph("selaku atasan pihak pertama, selanjutnya disebut Pihak Kedua")
    yield Paragraph(words(doc, PK, "pernyataan_pihak_pertama"))
    yield Paragraph(words(doc, PK, "pernyataan_pihak_kedua"))
    yield Signatures(date_cell(doc), (Signer("Pihak Kedua", second), Signer("Pihak Pertama", first)))


def _first(tree: Tree, wanted: Wanted, one: Holder, year: int) -> Iterator[Block]:
    doc = document(tree, "perjanjian_kinerja")
    first, second = _parties(doc, one)
    heading = f"LAMPIRAN 1 PERJANJIAN KINERJA\n{_unit(tree, doc, one)}"
    yield Heading(clean(heading))
    yield Paragraph("TABEL KINERJA" + (f" TAHUN {year}" if year else ""), Look.TITLE)
    yield _performance(wanted, one, year)
    yield _budget(tree, wanted, one)
    total = amount(programs(tree, one))
    if wanted.words and total is not None:
        yield Paragraph(f"Jumlah anggaran {format_rupiah(total)} ({terbilang(total)} rupiah).", Look.NOTE)
    yield Signatures(date_cell(doc), (Signer("", second), Signer("", first)))


def _performance(wanted: Wanted, one: Holder, year: int) -> Table:
    columns = (
        Column(title="No", width=6, shape=Shape.SHORT),
        Column(title=_PLANS[one.plan][1], width=36),
        Column(title="Indikator Kinerja", width=40),
        Column(title="Target", width=18, shape=Shape.SHORT),
    )
    rows = [row for place, node in enumerate(one.nodes, 1) for row in _sasaran(node, place, wanted, year)]
    key = "jabatan" if one.position else "pohon"
    empty = Row((Cell(text="1"), Cell(missing=True, field=key), Cell(), Cell()))
    return Table(name="Lampiran 1", columns=columns, rows=tuple(rows) or (empty,))


def _sasaran(node: Node, number: int, wanted: Wanted, year: int) -> list[Row]:
    def make(place: int, indicator: Indicator) -> list[Cell]:
        target = indicator.target_of(year)
        printed = target if wanted.as_printed else with_unit(target, indicator.satuan)
        return [
            indicator_cell(node, place, "", indicator.nama),
            indicator_cell(node, place, f"target.{year}", printed),
        ]

    return under([Cell(text=str(number)), statement(node)], lines(node, make, 2))


def _budget(tree: Tree, wanted: Wanted, one: Holder) -> Table:
    columns = (
        Column(title=_PLANS[one.plan][0], width=58),
        Column(title="Anggaran", width=24, shape=Shape.MONEY),
        Column(title="Keterangan", width=18, shape=Shape.SHORT),
    )
    found = programs(tree, one)
    rows = [_plan_row(row, place, wanted) for place, row in enumerate(found, 1)]
    total = amount(found)
    if wanted.totals and total is not None:
        sum_ = (
            Cell(text="Jumlah (dihitung)", bold=True, align=Align.RIGHT),
            Cell(text=format_rupiah(total), bold=True),
        )
        rows.append(Row((*sum_, Cell()), bold=True))
    empty = Row((Cell(missing=True, field="program"), Cell(missing=True, field="program"), Cell()))
    return Table(name="Program dan anggaran", columns=columns, rows=tuple(rows) or (empty,))


def _plan_row(row: Program, number: int, wanted: Wanted) -> Row:
    path = f"program.{row.kode or row.nama}"
    name = f"{number}. {row.nama}"
    if wanted.as_printed:
        name = next((said.nama for said in row.asal if said.nama is not None), name)
    paid = need(money(row, as_printed=wanted.as_printed), "", f"{path}.anggaran")
    return Row((need(name, "", path), paid, need(row.sumber_dana, "", f"{path}.sumber_dana")), row.kode)
