"""The evaluator's sheets KKE-1 (indicators) and KKE-2 (cascading), filled up to the columns of judgement.

No judgement and no score is ever printed: those columns are for the evaluator. Source: domain.md 5.2 and 5.11.
"""

from pohon.model.indicator import Indicator
from pohon.model.node import Node
from pohon.model.tree import Tree

from .tables import Cell, Column, Form, Heading, Look, Paragraph, Row, Section, Shape, Table, beside, clean, under
from .wanted import (
    Wanted,
    agency,
    cell,
    document,
    indicator_cell,
    lines,
    nested,
    position_cell,
    statement,
    with_unit,
    year_of,
)

__all__ = ["build"]

_YES_NO = ("1", "0")
_JUDGED = ("Spesifik", "Dapat diukur", "Dapat dicapai", "Relevan", "Berbatas waktu", "Jml", "Menantang")
_LEVELS = ("Ultimate", "Intermediate", "Immediate", "Output")


def build(tree: Tree, wanted: Wanted) -> Form:
    """Return both sheets."""
    year = year_of(tree, wanted, document(tree, "kke"))
    named = Paragraph(clean(agency(tree)), Look.CENTER, bold=True)
    note = Paragraph("Kolom penilaian dikosongkan: diisi oleh evaluator.", Look.NOTE)
    first = Section((Heading("KKE-1 Kualitas indikator (SMART-C)"), named, note, _smart(tree, year)), landscape=True)
    second = Section((Heading("KKE-2 Ketepatan cascading"), named, note, _cascade(tree)), landscape=True)
    return Form(kind="kke", title=clean(f"Kertas kerja evaluasi {agency(tree)}"), sections=(first, second))


def _smart(tree: Tree, year: int) -> Table:
    judged = (
        Column(title=title, width=6, shape=Shape.SHORT, choices=() if title == "Jml" else _YES_NO) for title in _JUDGED
    )
    columns = (
        Column(title="No", width=4, shape=Shape.SHORT),
        Column(title="Tujuan, Sasaran, Program, Kegiatan", width=24),
        Column(title="Indikator", width=24),
        Column(title="Target" + (f" {year}" if year else ""), width=9, shape=Shape.SHORT),
        *judged,
        Column(title="Ket", width=8),
    )
    rows = [row for number, node in enumerate(tree, 1) for row in _measured(tree, node, number, year)]
    return Table(name="KKE-1", columns=columns, rows=tuple(rows))


def _measured(tree: Tree, node: Node, number: int, year: int) -> list[Row]:
    def make(place: int, one: Indicator) -> list[Cell]:
        target = with_unit(one.target_of(year), one.satuan)
        return [indicator_cell(node, place, "", one.nama), indicator_cell(node, place, f"target.{year}", target)]

    rows = [Row(row.cells + tuple(Cell() for _ in range(len(_JUDGED) + 1)), row.id) for row in lines(node, make, 2)]
    component = _component(tree, node)
    said = statement(node)
    told = cell(f"{component}: {node.statement}", node.key) if component and not said.missing else said
    return under([Cell(text=str(number)), told], rows)


def _component(tree: Tree, node: Node) -> str:
    level = tree.profile.level(node.kind)
    word = node.komponen or (level.komponen if level else "")
    return nested(tree, node, word[:1].upper() + word[1:])


def _cascade(tree: Tree) -> Table:
    columns = (
        Column(title="No", width=4, shape=Shape.SHORT),
        Column(title="Indikator (Ultimate / Intermediate / Immediate / Output)", width=13, choices=_LEVELS),
        Column(title="Pernyataan IKU/IK pada Renstra", width=22),
        Column(title="pada Renja", width=14),
        Column(title="pada PK", width=14),
        Column(title="Level Jabatan", width=15),
        Column(title="Ketepatan cascading", width=9, shape=Shape.SHORT, choices=("Y", "K", "T")),
        Column(title="Keterangan", width=11),
    )
    rows = [row for number, node in enumerate(tree, 1) for row in _linked(tree, node, number)]
    return Table(name="KKE-2", columns=columns, rows=tuple(rows))


def _linked(tree: Tree, node: Node, number: int) -> list[Row]:
    def make(place: int, one: Indicator) -> list[Cell]:
        name = indicator_cell(node, place, "", one.nama)
        pledged = cell(one.nama, node.key) if node.jabatan else Cell()
        return [name, Cell(), pledged]

    rows = under([Cell(text=str(number)), cell(_level(tree, node), node.key)], lines(node, make, 3))
    return beside(rows, [position_cell(tree, node), Cell(), Cell()])


def _level(tree: Tree, node: Node) -> str:
    """Return the place in the outcome ladder: by depth for results, "Output" for what speaks of outputs."""
    level = tree.profile.level(node.kind)
    if level is not None and not level.speaks_of_results:
        return _LEVELS[3]
    return _LEVELS[min(node.kind.rank, 2)]
