"""What a form carries: every fact of the tree that one of its cells prints, and the same facts of a tree read back.

Which facts those are is read from the filled form itself (each cell knows its place in the tree), so a column that a
form gains is a fact that must come back. What a form does not print (the level of a sasaran in a PK, the condition
behind a program in T-C.27) is no fact of it: docs/impor.md has the table.
"""

import re

from pohon.forms.equation import spoken
from pohon.forms.tables import Form
from pohon.forms.wanted import with_unit
from pohon.model.indicator import Indicator
from pohon.model.node import Node
from pohon.model.number import Verdict, parse
from pohon.model.tree import Tree

__all__ = ["LEVELS", "STRUCTURE", "carried", "read_back"]

LEVELS = frozenset({"tahap1", "tahap2", "tahap3", "tahap4", "tahap5", "cascading", "kke", "rkt"})
"""Forms that print the level of each statement."""
STRUCTURE = frozenset({"tahap3", "tahap4", "tahap5", "cascading", "kke"})
"""Forms that print what brings about what, from top to bottom."""
HOLDERS = frozenset({"cascading", "iki", "kke", "skp", "tahap5"})
"""Forms that name the position of each statement."""
_LETTER = re.compile(r" (?:[a-z]{1,2}\.|-) ")
_TEXTS = ("satuan", "sumber", "penanggung_jawab", "relevansi", "penjelasan_target")

Fact = tuple[str, ...]


def carried(tree: Tree, form: Form) -> set[Fact]:
    """Return the facts that a form prints."""
    found: set[Fact] = set()
    told = [cell for table in form.tables() for row in table.rows for cell in row.cells if cell and not cell.missing]
    cells = [cell for cell in told if cell.key in tree.nodes]
    printed = {
        cell.key for cell in cells if not cell.field and _flat(tree.find(cell.key).statement) in _flat(cell.text)
    }
    found |= {fact for cell in told if cell.field.startswith("program.") for fact in _of_program(tree, cell.field)}
    if form.kind == "iki":
        found |= _duties(tree)
    for cell in cells:
        node = tree.find(cell.key)
        if not cell.field and cell.key in printed:
            found |= _of_node(tree, node, form.kind, printed)
        elif cell.field.startswith("indikator."):
            owner = node.statement if cell.key in printed else ""
            found |= _of_indicator(node, cell.field, owner, cell.text)
        elif cell.field == "isu":
            found.add(("isu", _flat(node.statement), _flat(node.isu)))
    return found


def _duties(tree: Tree) -> set[Fact]:
    """Return the tasks and functions of all positions; letters in front of functions are the form's."""
    found: set[Fact] = set()
    for one in tree.positions.values():
        functions = " ".join(_LETTER.sub(" ", f" {_flat(text)} ") for text in one.fungsi)
        found |= {("tugas", _flat(one.nama), _flat(one.tugas))} if one.tugas else set()
        found |= {("fungsi", _flat(one.nama), _flat(functions))} if functions else set()
    return found


def _of_program(tree: Tree, field: str) -> set[Fact]:
    """Return the name or an amount of a row of the nomenclature: "program.2.12.02", "program.2.12.02.anggaran"."""
    path, _, year = field.removeprefix("program.").partition(".pagu_indikatif.")
    code, is_amount = path.removesuffix(".anggaran"), path.endswith(".anggaran")
    row = tree.programs.get(code)
    if row is None:
        return set()
    if year:
        amount = row.rupiah_of(int(year))
        return set() if amount is None else {("pagu", year, _flat(row.nama), str(amount))}
    return {("anggaran", _flat(row.nama), str(row.rupiah))} if is_amount else {("program", _flat(row.nama))}


def _of_node(tree: Tree, node: Node, kind: str, printed: set[str]) -> set[Fact]:
    said = _flat(node.statement)
    found: set[Fact] = {("kondisi", said)}
    if kind in LEVELS:
        found.add(("jenjang", said, node.kind.value))
    if kind in STRUCTURE:
        above = next((one for one in tree.ancestors(node) if one.key in printed), None)
        if above is not None and not _after_nested(tree, node):
            found.add(("induk", said, _flat(above.statement)))
    if kind in HOLDERS:
        found |= {("jabatan", said, _flat(tree.positions[one].nama)) for one in node.jabatan if one in tree.positions}
    return found


def _after_nested(tree: Tree, node: Node) -> bool:
    """Tell whether a row above it is a child of its parent on the parent's own level: rows in order cannot tell then.

    So it is with a condition whose parent is missing: it goes below the condition printed above it.
    """
    above = tree.parent(node)
    before = tree.children(above)[: [one.key for one in tree.children(above)].index(node.key)] if above else ()
    return any(one.kind is above.kind for one in before) if above else False


def _of_indicator(node: Node, field: str, owner: str, text: str) -> set[Fact]:
    parts = field.split(".")
    one = node.indikator[int(parts[1])]
    at = (_flat(owner), _flat(one.nama))
    if len(parts) == 2:
        return {("indikator", *at)}
    if parts[2] == "target":
        return {("target", parts[3], *at, _figure(text))} if one.target_of(int(parts[3])) else set()
    if parts[2] == "awal":
        return {("awal", *at, _figure(text))} if one.awal else set()
    if parts[2] == "rumus":
        return {("rumus", *at, spoken(one.rumus))} if one.rumus else set()
    value = getattr(one, parts[2])
    return {(parts[2], *at, _flat(value))} if value else set()


def read_back(tree: Tree, kind: str) -> set[Fact]:
    """Return the facts of an imported tree; a figure counts with and without its unit, as forms print both."""
    rows = [row for top in tree.program for row in top.walk()]
    found: set[Fact] = {("program", _flat(row.nama)) for row in rows}
    found |= {("anggaran", _flat(row.nama), str(row.rupiah)) for row in rows}
    found |= {
        ("pagu", str(one.tahun), _flat(row.nama), str(row.rupiah_of(one.tahun)))
        for row in rows
        for one in row.pagu_indikatif
    }
    found |= _duties(tree)
    for node in tree.nodes.values():
        said = _flat(node.statement)
        above = tree.parent(node)
        found |= {("kondisi", said), ("jenjang", said, node.kind.value)}
        found.add(("induk", said, _flat(above.statement) if above else ""))
        found |= {("jabatan", said, _flat(tree.positions[one].nama)) for one in node.jabatan}
        found |= {("isu", said, _flat(node.isu))} if node.isu else set()
        for one in node.indikator:
            found |= _facts((said, _flat(one.nama)), one)
            if kind.startswith("renstra"):
                found |= _facts(("", _flat(one.nama)), one)
    return found


def _facts(at: tuple[str, str], one: Indicator) -> set[Fact]:
    found: set[Fact] = {("indikator", *at)}
    for target in one.target:
        for text in (target.nilai, with_unit(target.nilai, one.satuan)):
            found.add(("target", str(target.tahun), *at, _figure(text)))
    for text in (one.awal, with_unit(one.awal, one.satuan)):
        found |= {("awal", *at, _figure(text))} if one.awal else set()
    found |= {("rumus", *at, spoken(one.rumus))} if one.rumus else set()
    return found | {(name, *at, _flat(value)) for name in _TEXTS if (value := getattr(one, name))}


def _figure(text: str) -> str:
    """Return a figure by its value and unit; one that could mean two things stays as typed."""
    reading = parse(text)
    if reading.verdict is Verdict.CERTAIN and reading.value is not None:
        return f"{reading.value.normalize():f} {reading.unit}".strip()
    return _flat(text)


def _flat(text: str) -> str:
    return " ".join(text.split())
