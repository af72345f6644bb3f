"""Lampiran 2 of a Perjanjian Kinerja: what each sasaran means, why its indicators fit, how targets were found.

Source: domain.md 5.4.
"""

from collections.abc import Iterator

from pohon.model.document import Document
from pohon.model.indicator import Indicator
from pohon.model.node import Node
from pohon.model.number import terbilang
from pohon.model.origin import Origin
from pohon.model.tree import Tree

from .baku import PK, words
from .holder import Holder
from .tables import Block, Cell, Column, Heading, Look, Paragraph, Row, Shape, Table, clean, under
from .wanted import Wanted, document, indicator_cell, lines, with_unit

__all__ = ["explanation"]

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_PRINTED = 4
"""How often an agreement prints the name of an indicator."""
_RELEVANCE = (
    Column(title="No", width=5, shape=Shape.SHORT),
    Column(title="Uraian", width=20),
    Column(title="Relevansi", width=32),
    Column(title="Formulasi", width=27, shape=Shape.FORMULA),
    Column(title="Sumber Data", width=16),
)
_TARGETS = (
    Column(title="Indikator Kinerja", width=30),
    Column(title="Target", width=16, shape=Shape.SHORT),
    Column(title="Penjelasan", width=54),
)


def explanation(tree: Tree, wanted: Wanted, one: Holder, year: int) -> Iterator[Block]:
    """Yield the blocks of Lampiran 2."""
    doc = document(tree, "perjanjian_kinerja")
    unit = tree.instansi.upper() if one.head else one.name.upper()
    yield Heading(clean(f"LAMPIRAN 2\nPERJANJIAN KINERJA {unit}"))
    yield Paragraph("PENJELASAN KINERJA" + (f"\nTAHUN {year}" if year else ""), Look.TITLE)
    for number, node in enumerate(one.nodes, 1):
        yield Heading(f"Uraian Sasaran {_roman(number)}", 2)
        yield from _objective(doc, node, number, head=one.head)
        yield _relevance(node, number, wanted)
        yield Heading("Target Kinerja", 3)
        yield Paragraph(words(doc, PK, "target_kinerja"))
        yield _targets(node, number, wanted, year)


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + _ROMAN[ones]


def _objective(doc: Document, node: Node, number: int, *, head: bool) -> Iterator[Block]:
    told = clean(node.uraian)
    yield Paragraph(clean(node.statement), bold=True)
    for line in told.split("\n"):
        yield Paragraph(line, label="Lampiran 2, uraian sasaran", key=node.key, field="uraian")
    listed = words(doc, {}, f"indikator_sasaran_{number}") if head else ""
    for line in (listed or _listed(node)).split("\n"):
        yield Paragraph(clean(line), Look.ITEM if line[:1].isdigit() else Look.BODY, bold=line == "Indikator Kinerja:")


def _listed(node: Node) -> str:
    count = len(node.indikator)
    names = [f"{place}. {one.nama}" for place, one in enumerate(node.indikator, 1)]
    told = f"Sasaran kinerja ini memiliki {count} ({terbilang(count)}) indikator, yaitu:"
    after = "Indikator kinerja ini menggambarkan secara langsung ketercapaian sasaran kinerja yang akan diwujudkan:"
    return "\n".join(["Indikator Kinerja:", told, *names, after])


def _said(one: Indicator, place: int, wanted: Wanted) -> Origin:
    """Return the source row of an indicator: 0 Lampiran 1, 1 the list, 2 the relevance table, 3 the target table."""
    rows = [row for row in one.asal if row.dokumen == "pk"]
    return rows[place] if wanted.as_printed and len(rows) == _PRINTED else Origin()


def _relevance(node: Node, number: int, wanted: Wanted) -> Table:
    def make(place: int, one: Indicator) -> list[Cell]:
        return [
            indicator_cell(node, place, "", _said(one, 2, wanted).nama or one.nama),
            indicator_cell(node, place, "relevansi", one.relevansi),
            indicator_cell(node, place, "rumus", one.rumus),
            indicator_cell(node, place, "sumber", one.sumber),
        ]

    rows = under([Cell(text="1")], lines(node, make, 4))
    return Table(name=f"Relevansi {number}", label="Lampiran 2", columns=_RELEVANCE, rows=tuple(rows))


def _targets(node: Node, number: int, wanted: Wanted, year: int) -> Table:
    def make(place: int, one: Indicator) -> list[Cell]:
        said = _said(one, 3, wanted)
        target = said.target or one.target_of(year)
        return [
            indicator_cell(node, place, "", said.nama or one.nama),
            indicator_cell(
                node, place, f"target.{year}", target if wanted.as_printed else with_unit(target, one.satuan)
            ),
            indicator_cell(node, place, "penjelasan_target", one.penjelasan_target),
        ]

    rows: list[Row] = lines(node, make, 3)
    return Table(name=f"Penjelasan {number}", label="Lampiran 2", columns=_TARGETS, rows=tuple(rows))
