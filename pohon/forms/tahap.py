"""The worksheets of the five stages: outcome, CSF, conditions, indicators, components and positions.

Columns as in the worksheets of the workshop (domain.md 5.1). With `as_printed` the rows are those of the source
document that the tree was read from, in its order and with its words (key `asal`).
"""

from collections.abc import Callable, Iterable

from pohon.model.indicator import Indicator
from pohon.model.node import Dasar, Kind, Node
from pohon.model.origin import Origin
from pohon.model.tree import Tree

from .tables import Cell, Column, Form, Heading, Look, Paragraph, Row, Section, Shape, Table, beside, under
from .wanted import Wanted, agency, cell, indicator_cell, lines, need, nested, node_id, position_cell, statement

__all__ = ["stage1", "stage2", "stage3", "stage4", "stage5"]

_STAGES = {Kind.OUTCOME: "Tahap 1", Kind.CSF: "Tahap 2"}


def _form(tree: Tree, number: int, title: str, tables: Iterable[Table], *, landscape: bool = False) -> Form:
    heading = Heading(f"Tahap {number} {title}")
    name = Paragraph(agency(tree), Look.CENTER, bold=True)
    section = Section((heading, name, *tables), landscape=landscape)
    return Form(kind=f"tahap{number}", title=f"Tahap {number} {title}", sections=(section,))


def stage1(tree: Tree, wanted: Wanted) -> Form:
    """Return the worksheet of stage 1: what an outcome rests on, and the outcome."""
    del wanted
    columns = (
        Column(title="No", width=5, shape=Shape.SHORT),
        Column(title="Mandat/Tugas dan Fungsi", width=24),
        Column(title="Permasalahan yang dihadapi", width=24),
        Column(title="Ekspektasi atau harapan masyarakat dan pemangku kepentingan", width=24),
        Column(title="Outcome", width=24),
    )
    rows = [_outcome(node, place) for place, node in enumerate(tree.of_kind(Kind.OUTCOME), 1)]
    rows = rows or [Row((Cell(text="1"), Cell(), Cell(), Cell(), Cell(missing=True, field="pohon")))]
    return _form(tree, 1, "menentukan outcome", [Table(name="Tahap 1", columns=columns, rows=tuple(rows))])


def _outcome(node: Node, place: int) -> Row:
    dasar = node.dasar or Dasar()
    parts = {"mandat": dasar.mandat, "permasalahan": dasar.permasalahan, "harapan": dasar.harapan}
    some = any(parts.values())  # one of the three is enough to derive an outcome from
    cells = [(cell if some else need)(text, node.key, f"dasar.{name}") for name, text in parts.items()]
    return Row((Cell(text=str(place)), *cells, statement(node)), node_id(node))


def stage2(tree: Tree, wanted: Wanted) -> Form:
    """Return the worksheet of stage 2: for each outcome its CSF and the condition that each demands."""
    tables = []
    for place, outcome in enumerate(tree.of_kind(Kind.OUTCOME), 1):
        name = "Tahap 2" if place == 1 else f"Tahap 2 ({place})"
        rows = [_csf(node, at, _origin(node, 2, wanted)) for at, node in enumerate(_csf_of(tree, outcome), 1)]
        empty = Row((Cell(text="1"), Cell(key=outcome.key, field="sebab", missing=True), Cell()), node_id(outcome))
        tables.append(Table(name=name, columns=_stage2_columns(outcome.statement), rows=tuple(rows) or (empty,)))
    alone = [node for node in tree.of_kind(Kind.CSF) if node.parent is None]
    if alone:
        rows = [_csf(node, at, _origin(node, 2, wanted)) for at, node in enumerate(alone, 1)]
        tables.append(Table(name="Tahap 2 tanpa outcome", columns=_stage2_columns(""), rows=tuple(rows)))
    return _form(tree, 2, "identifikasi CSF yang dibutuhkan untuk mencapai kinerja", tables)


def _csf_of(tree: Tree, outcome: Node) -> list[Node]:
    return [node for node in tree.children(outcome) if node.kind is Kind.CSF]


def _stage2_columns(outcome: str) -> tuple[Column, ...]:
    """Return the columns; the outcome stands in the heading without its first word ("Terwujudnya")."""
    first, _, rest = outcome.partition(" ")
    subject = rest if first.casefold().endswith("nya") and rest else outcome
    return (
        Column(title="No", width=5, shape=Shape.SHORT),
        Column(title=f"CSF {subject.upper()}".strip(), width=47),
        Column(title="Kondisi yang diperlukan", width=48),
    )


def _csf(node: Node, place: int, said: Origin | None) -> Row:
    return Row((Cell(text=str(place)), need(node.isu, node.key, "isu"), statement(node, said)), node_id(node))


def _origin(node: Node, stage: int, wanted: Wanted) -> Origin | None:
    """Return the source row of a node in the table of a stage, when the form is to follow it."""
    found = (row for row in node.asal if row.tahap == stage)
    return next(found, None) if wanted.as_printed else None


def stage3(tree: Tree, wanted: Wanted) -> Form:
    """Return the worksheet of stage 3: for each CSF the conditions down to the operational level."""
    columns = (
        Column(title="CSF yang sudah dirubah ke bahasa kondisi pada tahap 2", width=28),
        Column(title="Kondisi yang diperlukan (kondisi antara sampai kondisi paling operasional)", width=42),
        Column(title="keterangan", width=30, choices=_kinds()),
    )
    rows = _printed(tree, 3, _stage3_source) if wanted.as_printed else _stage3_rows(tree)
    title = "uraikan CSF ke kondisi antara sampai kondisi paling teknis atau operasional"
    return _form(tree, 3, title, [Table(name="Tahap 3", columns=columns, rows=tuple(rows))])


def _kinds() -> tuple[str, ...]:
    return tuple(kind.label for kind in (Kind.UTAMA, Kind.ANTARA, Kind.OPERASIONAL))


def _stage3_rows(tree: Tree) -> list[Row]:
    rows: list[Row] = []
    for csf in tree.of_kind(Kind.CSF):
        below = [_condition(tree, node) for node in tree.branch(csf) if node is not csf]
        below = below or [Row((Cell(key=csf.key, field="sebab", missing=True), Cell()), node_id(csf))]
        rows += under([statement(csf)], below)
    stray = [_condition(tree, node) for node in _without_csf(tree)]
    return rows + (under([Cell()], stray) if stray else [])


def _without_csf(tree: Tree) -> list[Node]:
    """Return the conditions that stand under no CSF, those without a place in the tree last."""
    conditions = (Kind.UTAMA, Kind.ANTARA, Kind.OPERASIONAL)
    loose = [n for n in tree.of_kind(*conditions) if all(above.kind is not Kind.CSF for above in tree.ancestors(n))]
    return loose + [node for node in tree.belum.values() if node.kind in conditions]


def _condition(tree: Tree, node: Node) -> Row:
    return Row((statement(node), cell(_remark(tree, node), node.key)), node_id(node))


def _remark(tree: Tree, node: Node) -> str:
    """Return the level of a condition and the partners it needs: "kondisi antara; crosscutting Dinas Kominfo"."""
    partners = [f"crosscutting {one.mitra}" for one in node.crosscutting]
    return "; ".join([nested(tree, node, node.kind.label), *partners])


def _stage3_source(tree: Tree, node: Node, row: Origin) -> Row:
    said, label = statement(node, row), cell(row.keterangan or "", node.key)
    above = tree.parent(node)
    if row.geser:
        return Row((said, label, Cell()), node_id(node))
    first = statement(above) if above is not None and node.kind is Kind.UTAMA else Cell()
    return Row((first, said, label), node_id(node))


def _printed(tree: Tree, stage: int, make: Callable[[Tree, Node, Origin], Row]) -> list[Row]:
    """Return the rows of a source table in the order in which it prints them."""
    found = [(row, node) for node in (*tree, *tree.belum.values()) for row in node.asal if row.tahap == stage]
    found.sort(key=lambda pair: _line(pair[0].baris))
    return [make(tree, node, row) for row, node in found]


def _line(baris: str) -> int:
    digits = baris.partition("-")[0].partition(",")[0].strip()
    return int(digits) if digits.isdecimal() else 0


def stage4(tree: Tree, wanted: Wanted) -> Form:
    """Return the worksheet of stage 4: the indicators of every condition."""
    columns = _stage4_columns(tree)
    rows = _printed(tree, 4, _stage4_source) if wanted.as_printed else _measured(tree)
    table = Table(name="Tahap 4", columns=columns, rows=tuple(rows))
    return _form(tree, 4, "merumuskan indikator kinerja", [table], landscape=True)


def _stage4_columns(tree: Tree) -> tuple[Column, ...]:
    labels = tuple(level.label[0] for level in tree.profile.levels.values())
    return (
        Column(title="Rujukan Tahapan", width=11, shape=Shape.SHORT, choices=("Tahap 1", "Tahap 2", "Tahap 3")),
        Column(title="Kinerja", width=36),
        Column(title="Indikator Kinerja", width=36),
        Column(title="keterangan", width=17, choices=labels),
    )


def _measured(tree: Tree) -> list[Row]:
    rows: list[Row] = []
    for node in tree:
        rows += beside(under([_stage(tree, node), statement(node)], _names(node)), [cell(_label(tree, node), node.key)])
    return rows


def _names(node: Node) -> list[Row]:
    return lines(node, lambda place, one: [indicator_cell(node, place, "", one.nama)], 1)


def _stage(tree: Tree, node: Node) -> Cell:
    level = tree.profile.level(node.kind)
    told = level.rujukan[0] if level and level.rujukan else _STAGES.get(node.kind, "Tahap 3")
    return cell(told, node.key)


def _label(tree: Tree, node: Node) -> str:
    level = tree.profile.level(node.kind)
    return nested(tree, node, level.label[0] if level else node.kind.label)


def _stage4_source(tree: Tree, node: Node, row: Origin) -> Row:
    del tree
    place, one = next(enumerate(node.indikator), (0, Indicator(nama="")))
    renamed = next((other.nama for other in one.asal if other.baris == row.baris and other.nama is not None), None)
    name = indicator_cell(node, place, "", one.nama if renamed is None else renamed, needed=False)
    told = (cell(row.rujukan or "", node.key), statement(node, row), name, cell(row.keterangan or "", node.key))
    return Row(told, node_id(node, place if node.indikator else None))


def stage5(tree: Tree, wanted: Wanted) -> Form:
    """Return the worksheet of stage 5: what each condition becomes in planning, and who carries it."""
    names = tuple(one.nama for one in tree.positions.values())
    components = tuple(dict.fromkeys(level.komponen for level in tree.profile.levels.values()))
    columns = (
        *_stage4_columns(tree),
        Column(title="komponen perencanaan", width=14, choices=components),
        Column(title="kinerja jabatan", width=14),
        Column(title="jabatan", width=20, choices=names),
        Column(title="program, kegiatan, sub kegiatan", width=24),
    )
    rows = _printed(tree, 5, _stage5_source) if wanted.as_printed else _translated(tree)
    title = "menerjemahkan pohon kinerja ke komponen perencanaan dan kinerja jabatan"
    return _form(tree, 5, title, [Table(name="Tahap 5", columns=columns, rows=tuple(rows))], landscape=True)


def _translated(tree: Tree) -> list[Row]:
    rows: list[Row] = []
    for node in tree:
        level = tree.profile.level(node.kind)
        component = node.komponen or (level.komponen if level else "")
        behind = [
            cell(_label(tree, node), node.key),
            need(component, node.key, "komponen"),
            cell(level.dokumen if level else "", node.key),
            position_cell(tree, node),
            _planned(tree, node),
        ]
        rows += beside(under([_stage(tree, node), statement(node)], _names(node)), behind)
    return rows


def _planned(tree: Tree, node: Node) -> Cell:
    found = [(code, tree.programs.get(code)) for code in node.program]
    told = [f"{code} {row.nama}" if row else code for code, row in found]
    return cell("\n".join(told), node.key, "program")


def _stage5_source(tree: Tree, node: Node, row: Origin) -> Row:
    component = node.komponen if row.komponen is None else row.komponen
    before = _stage4_source(tree, node, row)
    behind = (cell(component, node.key), cell(row.jabatan or "", node.key))
    return Row((*before.cells, *behind, position_cell(tree, node), _planned(tree, node)), before.id)
