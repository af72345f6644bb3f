"""Sasaran Kinerja Pegawai of one position: results, the superior's result each supports, and the work behaviour.

Every row is linked to the superior's result it brings about (none for the head of the agency). Name and NIP are lines
to write on; realisation and feedback stay empty for the evaluation. Source: domain.md 5.10 and 4.10.
"""

from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.node import Node
from pohon.model.tree import Tree

from .holder import Holder, holder, holders
from .tables import (
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
    beside,
    clean,
    under,
)
from .wanted import Wanted, agency, cell, document, indicator_cell, lines, need, statement, with_unit, year_of

__all__ = ["build"]

_COLUMNS = (
    Column(title="No", width=4, shape=Shape.SHORT),
    Column(title="Rencana Hasil Kerja Pimpinan yang Diintervensi", width=18),
    Column(title="Rencana Hasil Kerja", width=18),
    Column(title="Aspek", width=9, shape=Shape.SHORT, choices=("Kuantitas", "Kualitas", "Waktu", "Biaya")),
    Column(title="Indikator Kinerja Individu", width=19),
    Column(title="Target", width=10, shape=Shape.SHORT),
    Column(title="Realisasi", width=10),
    Column(title="Umpan Balik", width=12),
)
_DATE = "……………………, ……………………"
_VALUES = (
    "Berorientasi Pelayanan",
    "Akuntabel",
    "Kompeten",
    "Harmonis",
    "Loyal",
    "Adaptif",
    "Kolaboratif",
)
_TIMES = frozenset({"menit", "jam", "hari", "minggu", "bulan", "triwulan", "semester"})
_QUALITIES = frozenset({"%", "persen", "nilai", "indeks", "skor", "predikat", "angka", "poin"})
_COSTS = frozenset({"rp", "rupiah", "us$"})


def build(tree: Tree, wanted: Wanted) -> Form:
    """Return the SKP of all positions, or of the wanted one."""
    year = year_of(tree, wanted, document(tree, "skp"))
    found = holders(tree, wanted)
    sections = tuple(
        Section(tuple(_sheet(tree, one, place, year)), landscape=True) for place, one in enumerate(found, 1)
    )
    title = f"Sasaran Kinerja Pegawai {holder(tree, wanted).name if len(found) == 1 else agency(tree)}"
    return Form(kind="skp", title=clean(title), sections=sections)


def _sheet(tree: Tree, one: Holder, place: int, year: int) -> Iterator[Block]:
    yield Paragraph("SASARAN KINERJA PEGAWAI" + (f"\nPERIODE PENILAIAN TAHUN {year}" if year else ""), Look.TITLE)
    blank = Cell()
    above = one.superior.nama if one.superior else ""
    yield Fields(
        (
            ("Nama pegawai", blank),
            ("Jabatan", need(one.name, "", "jabatan")),
            ("Unit kerja", cell(agency(tree))),
            ("Nama pejabat penilai kinerja", blank),
            ("Jabatan pejabat penilai kinerja", cell(above)),
        )
    )
    yield Heading("A. Hasil Kerja", 2)
    rows = [row for number, node in enumerate(one.nodes, 1) for row in _result(tree, one, node, number, year)]
    empty = Row((Cell(text="1"), Cell(), Cell(missing=True, field="jabatan"), *([Cell()] * 5)))
    yield Table(name=f"SKP {place} {one.name}".strip(), label="SKP", columns=_COLUMNS, rows=tuple(rows) or (empty,))
    yield Heading("B. Perilaku Kerja", 2)
    yield _behaviour(place)
    superior = Signer("Pejabat Penilai Kinerja", cell(above))
    yield Signatures(Cell(text=_DATE), (superior, Signer("Pegawai yang Dinilai", cell(one.name))))


def _result(tree: Tree, one: Holder, node: Node, number: int, year: int) -> list[Row]:
    def make(place: int, indicator: Indicator) -> list[Cell]:
        return [
            cell(_aspect(indicator), node.key),
            indicator_cell(node, place, "", indicator.nama),
            indicator_cell(node, place, f"target.{year}", with_unit(indicator.target_of(year), indicator.satuan)),
        ]

    rows = lines(node, make, 3)
    rows = beside(rows, [Cell(), Cell()])
    return under([Cell(text=str(number)), _supported(tree, one, node), statement(node)], rows)


def _supported(tree: Tree, one: Holder, node: Node) -> Cell:
    """Return the superior's result that a node brings about: the nearest node above it that the superior carries."""
    if one.superior is None:
        return cell("-")
    for above in tree.ancestors(node):
        if one.superior.id in above.jabatan:
            return cell(above.statement, above.key)
    return need("", node.key, "jabatan")


def _aspect(indicator: Indicator) -> str:
    """Return the aspect that the unit speaks of."""
    unit = indicator.satuan.strip().casefold()
    if unit in _TIMES:
        return "Waktu"
    if unit in _QUALITIES:
        return "Kualitas"
    return "Biaya" if unit in _COSTS else "Kuantitas"


def _behaviour(place: int) -> Table:
    columns = (
        Column(title="No", width=4, shape=Shape.SHORT),
        Column(title="Perilaku kerja", width=30),
        Column(title="Ekspektasi khusus pimpinan", width=36),
        Column(title="Umpan Balik", width=30),
    )
    rows = tuple(Row((Cell(text=str(at)), cell(value), Cell(), Cell())) for at, value in enumerate(_VALUES, 1))
    return Table(name=f"Perilaku {place}", columns=columns, rows=rows)
