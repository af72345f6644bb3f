"""What both families of Renstra tables ask of a tree: tujuan and sasaran, programs of a sasaran, yearly cells."""

from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.node import Kind, Node
from pohon.model.number import format_rupiah
from pohon.model.planning import Program
from pohon.model.tree import Tree

from .tables import Cell
from .wanted import Wanted, cell, direct, figure, indicator_cell, money, need

__all__ = ["bare", "budget_year", "cascaded", "goals", "owner", "paid", "paid_in", "target_cells"]


def goals(tree: Tree) -> Iterator[tuple[Node | None, tuple[Node, ...]]]:
    """Yield every tujuan with its sasaran; sasaran without a tujuan come last, with None."""
    for node in tree.of_kind(Kind.OUTCOME):
        yield node, direct(tree, node, Kind.CSF)
    loose = tuple(
        node for node in tree.of_kind(Kind.CSF) if all(above.kind is not Kind.OUTCOME for above in tree.ancestors(node))
    )
    if loose:
        yield None, loose


def target_cells(node: Node, place: int, one: Indicator, years: tuple[int, ...]) -> Iterator[Cell]:
    """Yield the target of every year."""
    for year in years:
        yield indicator_cell(node, place, f"target.{year}", figure(one.target_of(year), one.satuan))


def cascaded(tree: Tree, node: Node) -> list[tuple[Program, list[tuple[Node, int]]]]:
    """Return the rows of the nomenclature that the branch of a node uses, each with the indicators mapped to it."""
    measured: dict[str, list[tuple[Node, int]]] = {}
    for below in tree.branch(node):
        for code in below.program:
            found = measured.setdefault(code, [])
            found += [(below, place) for place in range(len(below.indikator))]
    used = {row.kode for row in tree.programs.values() if any(_on_the_way(row.kode, code) for code in measured)}
    return [(row, measured.get(kode, [])) for kode, row in tree.programs.items() if kode in used]


def _on_the_way(kode: str, code: str) -> bool:
    return code == kode or code.startswith(f"{kode}.")


def budget_year(tree: Tree, wanted: Wanted) -> int:
    """Return the year that the amounts of the tree speak of, 0 when it is not said."""
    return wanted.year or tree.tahun or 0


def paid(tree: Tree, wanted: Wanted, plan: Program, year: int) -> Cell:
    """Return the amount of a year: the ceiling that the row has for it, else the amount of the year of the tree."""
    ceiling = plan.rupiah_of(year)
    if ceiling is not None:
        return cell(bare(format_rupiah(ceiling)), "", f"program.{plan.kode}.pagu_indikatif.{year}")
    if year != budget_year(tree, wanted):
        return Cell(missing=True, field=f"program.{plan.kode}.pagu_indikatif.{year}")
    return need(bare(money(plan)), "", f"program.{plan.kode}.anggaran")


def paid_in(tree: Tree, wanted: Wanted, plan: Program, year: int) -> int | None:
    """Return the rupiah of a year, None when they are not known."""
    ceiling = plan.rupiah_of(year)
    return plan.rupiah if ceiling is None and year == budget_year(tree, wanted) else ceiling


def bare(amount: str) -> str:
    """Return an amount without Rp and closing mark: the heading of its column says Rp."""
    return amount.removeprefix("Rp").removesuffix(",-")


def owner(tree: Tree, node: Node) -> str:
    """Return the positions that carry a node."""
    found = (tree.positions.get(one) for one in node.jabatan)
    return "; ".join(one.nama for one in found if one is not None)
