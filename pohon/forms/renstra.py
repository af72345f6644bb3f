"""The Renstra tables of the older form (T-C.25, T-C.26, T-C.27).

Strategi and arah kebijakan are no part of a pohon kinerja: they come from `dokumen` > `renstra` > `uraian`, keys
`strategi_<id>` and `arah_kebijakan_<id>` of the sasaran. Source: domain.md 5.7.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pohon.model.indicator import Indicator
from pohon.model.node import Node
from pohon.model.number import format_rupiah
from pohon.model.planning import CodeLevel, Program
from pohon.model.tree import Tree

from .renstra_rows import bare, cascaded, goals, owner, paid, paid_in, target_cells
from .tables import Cell, Column, Form, Heading, Look, Paragraph, Row, Section, Shape, Table, clean, under, upright
from .wanted import (
    Wanted,
    agency,
    cell,
    document,
    indicator_cell,
    lines,
    need,
    node_id,
    statement,
    units,
    with_unit,
    years_of,
)

__all__ = ["build"]

_KINDS = {CodeLevel.PROGRAM: "Program", CodeLevel.KEGIATAN: "Kegiatan", CodeLevel.SUB_KEGIATAN: "Sub kegiatan"}


def build(tree: Tree, wanted: Wanted) -> Form:
    """Return the three tables."""
    named = Paragraph(clean(agency(tree)), Look.CENTER, bold=True)
    period = Paragraph(f"PERIODE {tree.periode}" if tree.periode else "", Look.CENTER, label="periode", field="periode")
    parts = (
        ("Tabel T-C.25 Tujuan dan sasaran jangka menengah pelayanan perangkat daerah", _goals(tree)),
        ("Tabel T-C.26 Tujuan, sasaran, strategi, dan arah kebijakan", _strategy(tree)),
        ("Tabel T-C.27 Rencana program, kegiatan, dan pendanaan perangkat daerah", _plans(tree, wanted)),
    )
    sections = tuple(Section((Heading(title), named, period, table), landscape=True) for title, table in parts)
    return Form(kind="renstra-86", title=clean(f"Tabel Renstra {agency(tree)}"), sections=sections)


def _goals(tree: Tree) -> Table:
    years = years_of(tree)
    columns = (
        Column(title="Tujuan", width=20),
        Column(title="Sasaran", width=22),
        Column(title="Indikator", width=22),
        Column(title="Satuan", width=8, shape=Shape.SHORT, choices=units(tree)),
        *(Column(title=str(year), width=7, shape=Shape.NUMBER) for year in years),
    )
    head: tuple[Row, ...] = ()
    if years:
        titles = [Cell(text=column.title, rows=2) for column in columns[:4]]
        below: tuple[Cell | None, ...] = (None,) * 4
        top = upright([*titles, Cell(text="Target kinerja tujuan/sasaran pada tahun", columns=len(years))])
        head = (top, Row((*below, *(Cell(text=str(year)) for year in years))))
    rows: list[Row] = []
    for goal, objectives in goals(tree):
        inner = under([Cell()], _measures(goal, years)) if goal else []
        for node in objectives:
            inner += under([statement(node)], _measures(node, years))
        rows += under([statement(goal) if goal else Cell()], inner)
    return Table(name="T-C.25", columns=columns, rows=tuple(rows), head=head, numbered=True)


def _measures(node: Node, years: tuple[int, ...]) -> list[Row]:
    def make(place: int, one: Indicator) -> Iterable[Cell]:
        yield indicator_cell(node, place, "", one.nama)
        yield indicator_cell(node, place, "satuan", one.satuan)
        yield from target_cells(node, place, one, years)

    return lines(node, make, 2 + len(years))


def _strategy(tree: Tree) -> Table:
    columns = tuple(Column(title=title, width=25) for title in ("Tujuan", "Sasaran", "Strategi", "Arah Kebijakan"))
    told = dict(document(tree, "renstra").uraian)
    rows: list[Row] = []
    for goal, objectives in goals(tree):
        inner = [_policy(told, node) for node in objectives] or [Row((Cell(), Cell(), Cell()))]
        rows += under([statement(goal) if goal else Cell()], inner)
    return Table(name="T-C.26", columns=columns, rows=tuple(rows), numbered=True)


def _policy(told: dict[str, str], node: Node) -> Row:
    keys = (f"strategi_{node.key}", f"arah_kebijakan_{node.key}")
    found = (need(told.get(key, ""), "", f"dokumen.renstra.uraian.{key}") for key in keys)
    return Row((statement(node), *found), node_id(node))


def _plans(tree: Tree, wanted: Wanted) -> Table:
    years = years_of(tree)
    plain = ("Tujuan", "Sasaran", "Kode", "Program dan Kegiatan", "Indikator kinerja", "Data capaian awal")
    widths = (10.0, 10.0, 7.5, 10.0, 11.0, 6.0)
    pairs = [(str(year), year) for year in years] + [("Kondisi kinerja akhir periode", 0)]
    money = [
        column
        for title, _ in pairs
        for column in (
            Column(title=f"Target {title}", width=6, shape=Shape.SHORT),
            Column(title=f"Rp {title}", width=9, shape=Shape.MONEY),
        )
    ]
    columns = (
        *(Column(title=title, width=width) for title, width in zip(plain, widths, strict=True)),
        *money,
        Column(title="Unit kerja penanggung jawab", width=9.5),
        Column(title="Lokasi", width=7.5),
    )
    rows: list[Row] = []
    for goal, objectives in goals(tree):
        inner: list[Row] = []
        for node in objectives:
            inner += under([statement(node)], _planned(tree, wanted, node, years))
        rows += under([statement(goal) if goal else Cell()], inner or _planned_nothing(columns))
    head = _plan_head(plain, [title for title, _ in pairs])
    return Table(name="T-C.27", columns=columns, rows=tuple(rows), head=head, numbered=True)


def _planned_nothing(columns: tuple[Column, ...]) -> list[Row]:
    return [Row(tuple(Cell() for _ in columns[1:]))]


def _plan_head(plain: tuple[str, ...], pairs: list[str]) -> tuple[Row, ...]:
    titles = [Cell(text=title, rows=2) for title in plain]
    ends = [Cell(text=title, rows=2) for title in ("Unit kerja penanggung jawab", "Lokasi")]
    below: tuple[Cell | None, ...] = (None,) * len(plain)
    second = [Cell(text=word) for _ in pairs for word in ("Target", "Rp")]
    return (
        upright([*titles, *(Cell(text=title, columns=2) for title in pairs), *ends]),
        Row((*below, *second, None, None)),
    )


def _planned(tree: Tree, wanted: Wanted, node: Node, years: tuple[int, ...]) -> list[Row]:
    """Return the rows of a sasaran: its programs, kegiatan and sub kegiatan with the indicators that measure them."""
    rows: list[Row] = []
    for plan, measured in cascaded(tree, node):
        rows += _plan_rows(tree, wanted, plan, measured, years)
    width = 4 + 2 * (len(years) + 1) + 2
    missing = Cell(key=node.key, field="program", missing=True)
    return rows or [Row((Cell(), missing, *([Cell()] * (width - 2))), node_id(node))]


def _plan_rows(
    tree: Tree, wanted: Wanted, plan: Program, measured: list[tuple[Node, int]], years: tuple[int, ...]
) -> list[Row]:
    title = f"{_KINDS[plan.level]}: {plan.nama}" if plan.level is not CodeLevel.PROGRAM else plan.nama
    before = [cell(plan.kode, "", f"program.{plan.kode}"), cell(title, "", f"program.{plan.kode}")]
    rows = [
        Row(tuple(_measure(tree, wanted, plan, found, years)), f"{plan.kode} {node_id(found[0], found[1])}")
        for found in measured
    ]
    rows = [replace(row, cells=_unpaid(row.cells, years)) if place else row for place, row in enumerate(rows)]
    width = 2 + 2 * (len(years) + 1) + 2
    blank = Row((Cell(missing=True, field=f"program.{plan.kode}"), *([Cell()] * (width - 1))), plan.kode)
    return under(before, rows or [blank])


def _measure(
    tree: Tree, wanted: Wanted, plan: Program, found: tuple[Node, int], years: tuple[int, ...]
) -> Iterator[Cell]:
    node, place = found
    one = node.indikator[place]
    yield indicator_cell(node, place, "", one.nama)
    yield indicator_cell(node, place, "awal", with_unit(one.awal, one.satuan))
    for year in years:
        yield indicator_cell(node, place, f"target.{year}", with_unit(one.target_of(year), one.satuan))
        yield paid(tree, wanted, plan, year)
    last = years[-1] if years else 0
    yield cell(with_unit(one.target_of(last), one.satuan), node.key)
    yield _sum(tree, wanted, plan, years)
    yield cell(owner(tree, node), node.key, "jabatan")
    yield cell(tree.pemerintah)


def _unpaid(cells: tuple[Cell | None, ...], years: tuple[int, ...]) -> tuple[Cell | None, ...]:
    """Return the cells of a further indicator: the money of its row stands beside the first one only."""
    paid_at = {3 + 2 * at for at in range(len(years) + 1)}
    return tuple(Cell() if at in paid_at else one for at, one in enumerate(cells))


def _sum(tree: Tree, wanted: Wanted, plan: Program, years: tuple[int, ...]) -> Cell:
    """Return the money of the whole period: only known when every year is."""
    amounts = [paid_in(tree, wanted, plan, year) for year in years]
    known = [amount for amount in amounts if amount is not None]
    return cell(bare(format_rupiah(sum(known))) if known and len(known) == len(amounts) else "")
