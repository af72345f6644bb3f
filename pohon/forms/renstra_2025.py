"""The Renstra tables of the 2025 form: tujuan and sasaran, outcome and output, funding, IKU, priorities, linearity.

What a pohon kinerja does not know (NSPK and RPJMD above the tujuan, arah kebijakan, priorities) comes from
`dokumen` > `renstra` > `uraian`. Source: domain.md 5.8.
"""

from collections.abc import Iterable, Iterator

from pohon.model.indicator import Indicator
from pohon.model.node import Kind, Node
from pohon.model.planning import CodeLevel, Program
from pohon.model.tree import Tree

from .renstra_rows import cascaded, goals, owner, paid, target_cells
from .tables import (
    Cell,
    Column,
    Form,
    Heading,
    Look,
    Paragraph,
    Row,
    Section,
    Shape,
    Table,
    beside,
    clean,
    under,
    upright,
)
from .wanted import (
    Wanted,
    agency,
    cell,
    document,
    figure,
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

_NSPK = "NSPK dan Sasaran RPJMD yang relevan"
_WORK = "Bidang urusan / Program / Outcome / Kegiatan / Sub kegiatan / Output"
_LEVELS = {CodeLevel.PROGRAM: "Program", CodeLevel.KEGIATAN: "Kegiatan", CodeLevel.SUB_KEGIATAN: "Sub kegiatan"}


def build(tree: Tree, wanted: Wanted) -> Form:
    """Return the six tables."""
    named = Paragraph(clean(agency(tree)), Look.CENTER, bold=True)
    parts = (
        ("Tujuan dan sasaran Renstra perangkat daerah", _goals(tree)),
        ("Program, kegiatan, dan sub kegiatan dalam Renstra perangkat daerah", _programs(tree)),
        ("Rencana program, kegiatan, sub kegiatan, dan pendanaan", _funding(tree, wanted)),
        ("Indikator Kinerja Utama perangkat daerah", _main(tree)),
        ("Sub kegiatan prioritas dalam mendukung program prioritas pembangunan daerah", _priorities(tree)),
        ("Linearitas NSPK, arah kebijakan RPJMD, dan arah kebijakan Renstra", _linear(tree)),
    )
    sections = tuple(Section((Heading(title), named, table), landscape=True) for title, table in parts)
    return Form(kind="renstra-2025", title=clean(f"Tabel Renstra {agency(tree)}"), sections=sections)


def _nspk(tree: Tree, goal: Node | None) -> Cell:
    told = dict(document(tree, "renstra").uraian)
    key = f"nspk_{goal.key}" if goal else "nspk"
    found = told.get(key) or told.get("nspk") or (goal.dasar.mandat if goal and goal.dasar else "")
    return need(found, "", f"dokumen.renstra.uraian.{key}")


def _goals(tree: Tree) -> Table:
    years = years_of(tree)
    columns = (
        Column(title=_NSPK, width=14),
        Column(title="Tujuan", width=15),
        Column(title="Sasaran", width=16),
        Column(title="Indikator", width=17),
        Column(title="Baseline", width=7, shape=Shape.NUMBER),
        *(Column(title=str(year), width=6, shape=Shape.NUMBER) for year in years),
        Column(title="Ket", width=6),
    )
    rows: list[Row] = []
    for goal, objectives in goals(tree):
        inner = under([Cell()], _measures(goal, years)) if goal else []
        for node in objectives:
            inner += under([statement(node)], _measures(node, years))
        rows += under([_nspk(tree, goal), statement(goal) if goal else Cell()], inner)
    head = _head([column.title for column in columns[:5]], "Target tahun", years, "Ket")
    return Table(name="Tujuan dan sasaran", columns=columns, rows=tuple(rows), head=head, numbered=True)


def _head(before: list[str], title: str, years: tuple[int, ...], last: str) -> tuple[Row, ...]:
    if not years:
        return ()
    titles = [Cell(text=text, rows=2) for text in before]
    below: tuple[Cell | None, ...] = (None,) * len(before)
    return (
        upright([*titles, Cell(text=title, columns=len(years)), Cell(text=last, rows=2)]),
        Row((*below, *(Cell(text=str(year)) for year in years), None)),
    )


def _measures(node: Node, years: tuple[int, ...]) -> list[Row]:
    def make(place: int, one: Indicator) -> Iterable[Cell]:
        yield indicator_cell(node, place, "", one.nama)
        yield indicator_cell(node, place, "awal", figure(one.awal, one.satuan))
        yield from target_cells(node, place, one, years)
        yield Cell()

    return lines(node, make, 3 + len(years))


def _programs(tree: Tree) -> Table:
    titles = (_NSPK, "Tujuan", "Sasaran", "Outcome", "Output", "Indikator", "Program / Kegiatan / Sub Kegiatan", "Ket")
    widths = (12, 12, 13, 14, 14, 15, 15, 5)
    columns = tuple(Column(title=title, width=width) for title, width in zip(titles, widths, strict=True))
    rows: list[Row] = []
    for goal, objectives in goals(tree):
        inner: list[Row] = []
        for node in objectives:
            inner += under([statement(node)], list(_below(tree, node)))
        inner = inner or [Row(tuple(Cell() for _ in range(6)))]
        rows += under([_nspk(tree, goal), statement(goal) if goal else Cell()], inner)
    return Table(name="Program", columns=columns, rows=tuple(rows), numbered=True)


def _below(tree: Tree, objective: Node) -> Iterator[Row]:
    """Yield a row for every indicator of what brings a sasaran about: outcomes left, outputs right."""
    if not objective.sebab:
        yield Row((Cell(key=objective.key, field="sebab", missing=True), *([Cell()] * 4)), node_id(objective))
    for child in tree.children(objective):
        below = [node for node in tree.branch(child) if node is not child]
        outcome = child.kind is Kind.UTAMA
        rows = _output(tree, child, Cell() if outcome else statement(child))
        rows += [row for node in below for row in _output(tree, node, statement(node))]
        yield from under([statement(child) if outcome else Cell()], rows)


def _output(tree: Tree, node: Node, said: Cell) -> list[Row]:
    return beside(under([said], _named(node)), [_plan_names(tree, node), Cell()])


def _named(node: Node) -> list[Row]:
    return lines(node, lambda place, one: [indicator_cell(node, place, "", one.nama)], 1)


def _plan_names(tree: Tree, node: Node) -> Cell:
    named = [f"{code} {tree.programs[code].nama}" if code in tree.programs else code for code in node.program]
    return need("\n".join(named), node.key, "program")


def _funding(tree: Tree, wanted: Wanted) -> Table:
    years = years_of(tree)
    pairs = [
        column
        for year in years
        for column in (
            Column(title=f"Target {year}", width=6, shape=Shape.SHORT),
            Column(title=f"Pagu {year}", width=9, shape=Shape.MONEY),
        )
    ]
    columns = (
        Column(title=_WORK, width=18),
        Column(title="Indikator Outcome/Output", width=15),
        Column(title="Baseline", width=6, shape=Shape.SHORT),
        *pairs,
        Column(title="Penanggung jawab/Ket", width=11),
    )
    rows: list[Row] = []
    for _, objectives in goals(tree):
        for node in objectives:
            for plan, measured in cascaded(tree, node):
                rows += _funded(tree, wanted, plan, measured, years)
    empty = Row((Cell(missing=True, field="program"), *([Cell()] * (len(columns) - 1))))
    head = _funding_head(years)
    return Table(name="Pendanaan", columns=columns, rows=tuple(rows) or (empty,), head=head, numbered=True)


def _funding_head(years: tuple[int, ...]) -> tuple[Row, ...]:
    if not years:
        return ()
    plain = (_WORK, "Indikator Outcome/Output", "Baseline")
    titles = [Cell(text=text, rows=2) for text in plain]
    pairs = [Cell(text=str(year), columns=2) for year in years]
    second = [Cell(text=word) for _ in years for word in ("Target", "Pagu (Rp)")]
    return (
        upright([*titles, *pairs, Cell(text="Penanggung jawab/Ket", rows=2)]),
        Row((None, None, None, *second, None)),
    )


def _funded(
    tree: Tree, wanted: Wanted, plan: Program, measured: list[tuple[Node, int]], years: tuple[int, ...]
) -> list[Row]:
    bold = plan.level is CodeLevel.PROGRAM
    name = Cell(text=clean(f"{plan.kode} {_LEVELS[plan.level]}: {plan.nama}"), field=f"program.{plan.kode}", bold=bold)
    blank = [Cell(missing=True, field=f"program.{plan.kode}"), Cell()]
    money = [one for year in years for one in (Cell(), paid(tree, wanted, plan, year))]
    if not measured:
        return [Row((name, *blank, *money, Cell()), plan.kode)]
    rows = []
    for place, (node, at) in enumerate(measured):
        one = node.indikator[at]
        told = [
            indicator_cell(node, at, "", one.nama),
            indicator_cell(node, at, "awal", with_unit(one.awal, one.satuan)),
        ]
        for year in years:
            told.append(indicator_cell(node, at, f"target.{year}", with_unit(one.target_of(year), one.satuan)))
            told.append(paid(tree, wanted, plan, year) if place == 0 else Cell())
        rows.append(Row((*told, cell(owner(tree, node), node.key, "jabatan")), f"{plan.kode} {node_id(node, at)}"))
    return under([name], rows)


def _main(tree: Tree) -> Table:
    years = years_of(tree)
    columns = (
        Column(title="No", width=4, shape=Shape.SHORT),
        Column(title="Indikator", width=36),
        Column(title="Satuan", width=9, shape=Shape.SHORT, choices=units(tree)),
        *(Column(title=f"Target {year}", width=7, shape=Shape.NUMBER) for year in years),
        Column(title="Keterangan", width=12),
    )
    chosen = [(node, place) for node in tree for place, one in enumerate(node.indikator) if one.iku]
    rows = []
    for number, (node, place) in enumerate(chosen, 1):
        one = node.indikator[place]
        told = [indicator_cell(node, place, "", one.nama), indicator_cell(node, place, "satuan", one.satuan)]
        targets = target_cells(node, place, one, years)
        rows.append(Row((Cell(text=str(number)), *told, *targets, Cell()), node_id(node, place)))
    empty = Row((Cell(text="1"), Cell(missing=True, field="indikator"), *([Cell()] * (len(columns) - 2))))
    return Table(name="IKU", columns=columns, rows=tuple(rows) or (empty,), numbered=True)


def _priorities(tree: Tree) -> Table:
    titles = ("No", "Program prioritas", "Outcome", "Kegiatan/Sub kegiatan", "Ket")
    shapes = (Shape.SHORT, Shape.TEXT, Shape.TEXT, Shape.TEXT, Shape.TEXT)
    widths = (5, 25, 28, 30, 12)
    columns = tuple(Column(title=t, width=w, shape=s) for t, w, s in zip(titles, widths, shapes, strict=True))
    chosen = [top for top in tree.program if any("prioritas" in row.catatan.casefold() for row in top.walk())]
    rows: list[Row] = []
    for number, top in enumerate(chosen, 1):
        outcomes = [node.statement for node in tree if top.kode and top.kode in node.program]
        inner = [row for row in top.walk() if row is not top and "prioritas" in row.catatan.casefold()]
        subs = [Row((cell(f"{row.kode} {row.nama}"), cell(row.catatan)), row.kode) for row in inner]
        before = [
            Cell(text=str(number)),
            cell(f"{top.kode} {top.nama}".strip()),
            need("\n".join(outcomes), "", "program"),
        ]
        rows += under(before, subs or [Row((Cell(), cell(top.catatan)), top.kode)])
    empty = Row((Cell(text="1"), Cell(missing=True, field="program"), Cell(), Cell(), Cell()))
    return Table(name="Prioritas", columns=columns, rows=tuple(rows) or (empty,), numbered=True)


def _linear(tree: Tree) -> Table:
    years = years_of(tree)
    titles = ("No", "Operasionalisasi NSPK", "Arah kebijakan RPJMD", "Arah kebijakan Renstra")
    columns = (
        *(Column(title=title, width=4 if title == "No" else 24) for title in titles),
        *(Column(title=str(year), width=5, shape=Shape.SHORT, choices=("v",)) for year in years),
    )
    told = dict(document(tree, "renstra").uraian)
    nodes = list(tree.of_kind(Kind.CSF)) or [tree.find(key) for key in tree.roots]
    rows = []
    for number, node in enumerate(nodes, 1):
        keys = (f"nspk_{node.key}", f"arah_kebijakan_rpjmd_{node.key}", f"arah_kebijakan_{node.key}")
        found = [need(told.get(key, ""), "", f"dokumen.renstra.uraian.{key}") for key in keys]
        rows.append(Row((Cell(text=str(number)), *found, *(Cell() for _ in years)), node_id(node)))
    return Table(name="Linearitas", columns=columns, rows=tuple(rows), numbered=True)
