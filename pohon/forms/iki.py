"""Indikator Kinerja Individu: one sheet a position with its tasks, functions and what it is measured by.

Source: domain.md 5.5 and 4.2: the heading of the sasaran column follows the component of the position's nodes.
"""

import re
from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.node import Kind, Node
from pohon.model.position import Jenjang
from pohon.model.tree import Tree

from .holder import Holder, holders
from .rkt import letterhead
from .tables import Block, Cell, Column, Fields, Form, Look, Paragraph, Row, Section, Shape, Table, clean, under
from .wanted import Wanted, agency, cell, document, indicator_cell, lines, need, statement

__all__ = ["build"]

_LETTER = re.compile(r"[a-z]\. ")
_HEADS = (Jenjang.JPT_MADYA, Jenjang.JPT_PRATAMA)


def build(tree: Tree, wanted: Wanted) -> Form:
    """Return the sheets of all positions, or of the wanted one."""
    found = holders(tree, wanted)
    sections = tuple(Section(tuple(_sheet(tree, one, place, wanted))) for place, one in enumerate(found, 1))
    title = f"Indikator Kinerja Individu {found[0].name if len(found) == 1 else agency(tree)}"
    return Form(kind="iki", title=clean(title), sections=sections)


def _sheet(tree: Tree, one: Holder, place: int, wanted: Wanted) -> Iterator[Block]:
    yield from letterhead(document(tree, "iki"))
    yield Paragraph("INDIKATOR KINERJA INDIVIDU", Look.TITLE)
    path = f"jabatan.{one.position.id}" if one.position else "jabatan"
    tugas, fungsi = (one.position.tugas, one.position.fungsi) if one.position else ("", ())
    lettered = any(_LETTER.match(text) for text in fungsi)
    listed = "\n".join(text if lettered else f"{_letter(at)}. {text}" for at, text in enumerate(fungsi))
    yield Fields(
        (
            ("JABATAN", need(one.name, "", path)),
            ("TUGAS", need(tugas, "", f"{path}.tugas")),
            ("FUNGSI", need(listed, "", f"{path}.fungsi")),
        )
    )
    yield _measures(tree, one, place, wanted)


def _letter(place: int) -> str:
    return chr(ord("a") + place) if place < 26 else f"{chr(ord('a') + place // 26 - 1)}{chr(ord('a') + place % 26)}"


def _measures(tree: Tree, one: Holder, place: int, wanted: Wanted) -> Table:
    head = one.position is None or one.position.jenjang in _HEADS
    columns = (
        Column(title="No", width=5, shape=Shape.SHORT),
        Column(title=_component(tree, one, head=head), width=25),
        Column(title="Indikator Kinerja Utama" if head else "Indikator Kinerja", width=24),
        Column(title="Penjelasan/Formulasi Perhitungan", width=28, shape=Shape.FORMULA),
        Column(title="Sumber Data", width=18),
    )
    rows = [row for number, node in enumerate(one.nodes, 1) for row in _node(node, number, wanted)]
    empty = Row((Cell(text="1"), Cell(missing=True, field="jabatan"), Cell(), Cell(), Cell()))
    return Table(name=f"IKI {place} {one.name}".strip(), label="IKI", columns=columns, rows=tuple(rows) or (empty,))


def _component(tree: Tree, one: Holder, *, head: bool) -> str:
    """Return the heading of the sasaran column: the component of the position's nodes when they share one."""
    found = {_planned(tree, node) for node in one.nodes} - {""}
    if len(found) == 1:
        return " ".join(word if word.isupper() else word.capitalize() for word in found.pop().split())
    return "Sasaran Strategis" if head else "Sasaran Kinerja"


def _planned(tree: Tree, node: Node) -> str:
    """Return the component of a node; that of its level below the CSF, where the profile names one for all."""
    level = tree.profile.level(node.kind)
    below = node.kind not in (Kind.OUTCOME, Kind.CSF)
    return node.komponen or (level.komponen if level and below else "")


def _node(node: Node, number: int, wanted: Wanted) -> list[Row]:
    def make(place: int, one: Indicator) -> list[Cell]:
        return [
            indicator_cell(node, place, "", one.nama, needed=not wanted.as_printed),
            indicator_cell(node, place, "rumus", one.rumus),
            indicator_cell(node, place, "sumber", one.sumber),
        ]

    rows = lines(node, make, 3)
    cut = [cell(row.teks, node.key) for row in node.asal if row.teks is not None] if wanted.as_printed else []
    if len(cut) == len(rows):  # the document broke one sentence over its rows
        rows = [under([said], [row])[0] for said, row in zip(cut, rows, strict=True)]
    else:
        rows = under([statement(node)], rows)
    rows = under([Cell(text=str(number))], rows)
    alone = [row for row in node.asal if row.sumber is not None] if wanted.as_printed else []
    return rows + [Row((Cell(), Cell(), Cell(), Cell(), cell(row.sumber or ""))) for row in alone]
