"""The table of Indikator Kinerja Utama: definition, source, owner, unit and targets of the planning period.

Source: domain.md 5.6. An IKU is an indicator with `iku: ya`; without any mark the rows stand empty.
"""

from dataclasses import replace

from pohon.model.indicator import Indicator
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree

from .rkt import date_cell, letterhead
from .tables import (
    Cell,
    Column,
    Form,
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
    upright,
)
from .wanted import Wanted, agency, document, figure, indicator_cell, need, node_id, statement, top, units, years_of

__all__ = ["build"]

_COLUMNS = (
    Column(title="No", width=4, shape=Shape.SHORT),
    Column(title="Tujuan/Sasaran", width=18),
    Column(title="Indikator Kinerja Utama", width=18),
    Column(title="Definisi Operasional/Formulasi", width=22, shape=Shape.FORMULA),
    Column(title="Sumber Data", width=11),
    Column(title="Penanggung Jawab", width=11),
    Column(title="Satuan", width=7, shape=Shape.SHORT),
)


def build(tree: Tree, wanted: Wanted) -> Form:
    """Return the IKU table of a tree."""
    doc = document(tree, "iku")
    years = (wanted.year,) if wanted.year else years_of(tree)
    choices = {"Satuan": units(tree), "Penanggung Jawab": tuple(one.nama for one in tree.positions.values())}
    plain = (replace(one, choices=choices.get(one.title, ())) for one in _COLUMNS)
    columns = (*plain, *(Column(title=str(year), width=6, shape=Shape.NUMBER) for year in years))
    rows = [row for number, node in enumerate(_nodes(tree), 1) for row in _node(node, number, years)]
    table = Table(name="IKU", columns=columns, rows=tuple(rows), head=_head(years), numbered=True)
    title = Paragraph(clean(f"INDIKATOR KINERJA UTAMA\n{agency(tree).upper()}"), Look.TITLE)
    period = Paragraph(
        f"PERIODE {tree.periode}" if tree.periode else "", Look.CENTER, bold=True, label="periode", field="periode"
    )
    head = top(tree)
    signed = Signatures(date_cell(doc), (Signer("", need(head.nama if head else "", "", "jabatan")),))
    section = Section((*letterhead(doc), title, period, table, signed), landscape=True)
    notes = () if any(_chosen(node) for node in tree) else ("belum ada indikator yang ditandai `iku: ya`.",)
    return Form(kind="iku", title=clean(f"Indikator Kinerja Utama {agency(tree)}"), sections=(section,), notes=notes)


def _chosen(node: Node) -> list[tuple[int, Indicator]]:
    return [(place, one) for place, one in enumerate(node.indikator) if one.iku]


def _nodes(tree: Tree) -> list[Node]:
    """Return tujuan and sasaran, and every other node that has an IKU."""
    return [node for node in tree if node.kind in (Kind.OUTCOME, Kind.CSF) or _chosen(node)]


def _head(years: tuple[int, ...]) -> tuple[Row, ...]:
    if not years:
        return ()
    titles = [Cell(text=column.title, rows=2) for column in _COLUMNS]
    below: tuple[Cell | None, ...] = (None,) * len(_COLUMNS)
    return (
        upright([*titles, Cell(text="Target", columns=len(years))]),
        Row((*below, *(Cell(text=str(year)) for year in years))),
    )


def _node(node: Node, number: int, years: tuple[int, ...]) -> list[Row]:
    rows = [Row(tuple(_cells(node, place, one, years)), node_id(node, place)) for place, one in _chosen(node)]
    if not rows:
        empty = Cell(key=node.key, field="indikator", missing=True)
        rows = [Row((empty, *([Cell()] * (4 + len(years)))), node_id(node))]
    return under([Cell(text=str(number)), statement(node)], rows)


def _cells(node: Node, place: int, one: Indicator, years: tuple[int, ...]) -> list[Cell]:
    texts = {"": one.nama, "rumus": one.rumus, "sumber": one.sumber, "penanggung_jawab": one.penanggung_jawab}
    texts["satuan"] = one.satuan
    told = [indicator_cell(node, place, field, text) for field, text in texts.items()]
    targets = [(f"target.{year}", figure(one.target_of(year), one.satuan)) for year in years]
    return told + [indicator_cell(node, place, field, text) for field, text in targets]
