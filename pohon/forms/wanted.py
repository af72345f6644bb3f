"""What a user wants of a form, and the few questions every form asks of a tree.

Figures are printed as an Indonesian office writes them; a figure that could mean two things stays as it was typed.
Source: domain.md sections 4.10 and 5.12.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from pohon.errors import PohonError
from pohon.model.document import Document
from pohon.model.indicator import Indicator
from pohon.model.node import Kind, Node
from pohon.model.number import Notation, Verdict, format_angka, format_rupiah, parse
from pohon.model.origin import Origin
from pohon.model.planning import Program
from pohon.model.position import Jenjang, Position
from pohon.model.tree import Tree

from .tables import Cell, Row, clean

__all__ = [
    "Wanted",
    "agency",
    "amount",
    "cell",
    "direct",
    "document",
    "figure",
    "held_by",
    "indicator_cell",
    "lines",
    "money",
    "need",
    "nested",
    "nesting",
    "node_id",
    "position_cell",
    "positions",
    "statement",
    "superior",
    "top",
    "units",
    "with_unit",
    "year_of",
    "years_of",
]


_MEASURES = frozenset({"angka", "indeks", "nilai", "poin", "point", "skor"})
"""Units that offices do not print behind a figure: "81,10", not "81,10 Nilai"."""


_UNITS = ("%", "Nilai", "Indeks", "Orang", "Dokumen", "Laporan", "Unit", "Kegiatan", "Kali", "Bulan", "Hari")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is wanted of a form.

    `position` is an id, "" for the usual one; `totals` and `words` add sums and the sum in words, both marked as
    computed; `as_printed` follows the rows of the source document (`asal`) where the tree has them.
    """

    position: str = ""
    year: int | None = None
    totals: bool = False
    words: bool = False
    as_printed: bool = False


def cell(text: str, key: str = "", field: str = "") -> Cell:
    """Return a cell that may stay empty."""
    return Cell(text=clean(text).strip(), key=key, field=field)


def need(text: str, key: str = "", field: str = "") -> Cell:
    """Return a cell that the form needs: dots and an entry in the list of missing fields when it is empty."""
    made = cell(text, key, field)
    return made if made.text else replace(made, missing=True)


def nesting(tree: Tree, node: Node) -> int:
    """Return how many nodes of the same kind stand directly above a node."""
    above = tree.parent(node)
    return 1 + nesting(tree, above) if above is not None and above.kind is node.kind else 0


def nested(tree: Tree, node: Node, label: str) -> str:
    """Return the label of a node's level, "kondisi antara (2)" for one that stands below a node of its own level."""
    depth = nesting(tree, node)
    return f"{label} ({depth + 1})" if depth else label


def node_id(node: Node, place: int | None = None) -> str:
    """Return the name of a row in a hidden column: "c1", or "c1#0" for its first indicator."""
    return node.key if place is None else f"{node.key}#{place}"


def statement(node: Node, said: Origin | None = None) -> Cell:
    """Return the cell of a statement, as a source row prints it when that is given."""
    if said is not None and said.teks is not None:
        return cell(said.teks, node.key)
    return need(node.statement, node.key)


def indicator_cell(node: Node, place: int, field: str, text: str, *, needed: bool = True) -> Cell:
    """Return the cell of one fact of an indicator."""
    path = f"indikator.{place}" + (f".{field}" if field else "")
    return need(text, node.key, path) if needed else cell(text, node.key, path)


def lines(node: Node, make: Callable[[int, Indicator], Iterable[Cell]], columns: int) -> list[Row]:
    """Return one row an indicator; a node without one gets a row whose first cell is missing."""
    if node.indikator:
        return [Row(tuple(make(place, one)), node_id(node, place)) for place, one in enumerate(node.indikator)]
    empty = (Cell(key=node.key, field="indikator", missing=True), *([Cell()] * (columns - 1)))
    return [Row(empty, node_id(node))]


def figure(text: str, satuan: str = "") -> str:
    """Return a figure in Indonesian notation: "6800" is "6.800", "81.33" is "81,33"; anything else as typed."""
    reading = parse(text, satuan=satuan)
    if reading.verdict is not Verdict.CERTAIN or reading.value is None or satuan.casefold().strip() == "tahun":
        return text
    plain = text.strip().lstrip("+")
    typed = plain[: next((at for at, char in enumerate(plain) if char not in "-0123456789.,"), len(plain))]
    unchanged = reading.notation is Notation.INDONESIA or (reading.notation is Notation.POLOS and len(typed) < 4)
    if unchanged or not typed or typed.endswith((".", ",")):
        return text
    if parse(typed).verdict is not Verdict.CERTAIN and not reading.unit:
        return text
    return format_angka(reading.value) + plain[len(typed) :]


def with_unit(text: str, satuan: str) -> str:
    """Return a target with its unit inside: "98,50 %"; one that names its unit, or an index, stays as it is."""
    printed = figure(text, satuan)
    if not printed or not satuan.strip():
        return printed
    reading = parse(text)
    bare = reading.value is not None and not reading.unit and satuan.strip().casefold() not in _MEASURES
    return f"{printed} {satuan.strip()}" if bare else printed


def money(row: Program, *, as_printed: bool = False) -> str:
    """Return the amount of a program as offices write it; one that cannot be read stays as typed."""
    if as_printed and row.anggaran:
        return row.anggaran
    amount_ = row.rupiah
    return row.anggaran if amount_ is None else format_rupiah(amount_)


def amount(rows: Iterable[Program]) -> int | None:
    """Return the sum of several programs, None when one of them is not known."""
    known = [row.rupiah for row in rows]
    sure = [one for one in known if one is not None]
    return sum(sure) if sure and len(sure) == len(known) else None


def document(tree: Tree, jenis: str) -> Document:
    """Return the facts of one document of the agency; empty ones when the tree has none."""
    return next((one for one in tree.dokumen if one.jenis == jenis), Document(jenis=jenis))


def agency(tree: Tree) -> str:
    """Return the agency with its government: "Dinas Kesehatan Kabupaten Blora"."""
    own = tree.pemerintah.casefold() in tree.instansi.casefold()
    return tree.instansi if own else f"{tree.instansi} {tree.pemerintah}"


def years_of(tree: Tree) -> tuple[int, ...]:
    """Return the years of the planning period, or those that any target names."""
    if tree.periode is not None:
        return tuple(range(tree.periode.awal, tree.periode.akhir + 1))
    found = {target.tahun for node in tree for one in node.indikator for target in one.target if target.tahun}
    return tuple(sorted(found)) or ((tree.tahun,) if tree.tahun else ())


def year_of(tree: Tree, wanted: Wanted, doc: Document) -> int:
    """Return the year of a form, 0 for a tree whose targets have no year. Raises PohonError when it is not said."""
    year = wanted.year or doc.tahun or tree.tahun
    if year:
        return year
    years = sorted({target.tahun for node in tree for one in node.indikator for target in one.target})
    if len(years) < 2:
        return years[0] if years else 0
    known = ", ".join(str(one) for one in years if one)
    raise PohonError(f"tahun formulir belum ditentukan; pohon ini punya target {known}. Pilih satu dengan --tahun.")


def positions(tree: Tree, *classes: Jenjang) -> tuple[Position, ...]:
    """Return the positions of these classes (all of them without a class), superiors first."""
    return tuple(one for one in tree.positions.values() if not classes or one.jenjang in classes)


def top(tree: Tree) -> Position | None:
    """Return the head of the agency."""
    return tree.jabatan[0] if tree.jabatan else None


def superior(tree: Tree, position: Position) -> Position | None:
    """Return the position right above another one."""
    return next((one for one in tree.positions.values() if position in one.bawahan), None)


def held_by(tree: Tree, position: Position) -> tuple[Node, ...]:
    """Return the nodes that a position carries, in the order of the tree."""
    return tuple(node for node in tree if position.id in node.jabatan)


def position_cell(tree: Tree, node: Node) -> Cell:
    """Return the names of the positions that carry a node."""
    names = _names(tree, node.jabatan)
    return need("; ".join(names), node.key, "jabatan")


def units(tree: Tree) -> tuple[str, ...]:
    """Return the units to choose from: those of the tree first, then common ones."""
    own = {one.satuan.strip(): None for node in tree for one in node.indikator if one.satuan.strip()}
    return tuple(own | dict.fromkeys(_UNITS))


def _names(tree: Tree, ids: tuple[str, ...]) -> Iterator[str]:
    for one in ids:
        position = tree.positions.get(one)
        yield one if position is None else position.nama


def direct(tree: Tree, node: Node, *kinds: Kind) -> tuple[Node, ...]:
    """Return the nearest nodes of these kinds below a node."""
    found: list[Node] = []
    for child in tree.children(node):
        found += [child] if child.kind in kinds else direct(tree, child, *kinds)
    return tuple(found)
