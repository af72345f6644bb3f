"""The tree: one agency's pohon kinerja, read-only, with queries in words of the field.

Edges run cause -> effect. Each node has at most one parent (its effect in the drawing); further effects are
support edges (`ref`). Source: domain.md section 0, design.md sections 3 and 4.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pohon.errors import Place
from pohon.frozen import dataclass, field

from .document import Document
from .node import Kind, Node, Waiver
from .origin import Origin
from .planning import Program
from .position import Position
from .profile import Profile

if TYPE_CHECKING:
    import networkx

__all__ = ["NOWHERE", "Periode", "Tree"]

NOWHERE = Place()
"""The place of what stands in no file."""


@dataclass(frozen=True, slots=True)
class Periode:
    """A planning period, first and last year included."""

    awal: int
    akhir: int

    def __contains__(self, tahun: int) -> bool:
        return self.awal <= tahun <= self.akhir

    def __str__(self) -> str:
        return f"{self.awal}-{self.akhir}"


@dataclass(frozen=True, kw_only=True)
class Tree:
    """One pohon kinerja.

    `nodes` maps key -> Node in depth-first order (parent before child, as printed); `belum` holds, in the same way,
    the nodes under `belum_ditempatkan`; `roots`/`belum_roots` are their top keys. `places` maps (node key, field)
    to where it stands in the file: field "" is the statement, "isu", "indikator.0", "indikator.0.satuan",
    "indikator.0.target.2024" ...; key "" is the file itself ("judul", "jabatan.kadis", "program.2.12.02").
    Places do not count when trees are compared.
    """

    judul: str
    instansi: str
    profile: Profile
    tahap: int
    nodes: Mapping[str, Node]
    roots: tuple[str, ...]
    belum: Mapping[str, Node] = field(default_factory=dict)
    belum_roots: tuple[str, ...] = ()
    versi: int = 1
    pemerintah: str = ""
    jenis: str = ""
    periode: Periode | None = None
    tahun: int | None = None
    dasar_hukum: tuple[str, ...] = ()
    jabatan: tuple[Position, ...] = ()
    program: tuple[Program, ...] = ()
    dokumen: tuple[Document, ...] = ()
    abaikan: tuple[Waiver, ...] = ()
    asal: tuple[Origin, ...] = ()
    catatan: tuple[str, ...] = ()
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict, compare=False, repr=False)

    def __iter__(self) -> Iterator[Node]:
        """Yield the placed nodes depth-first, in the order of the file."""
        return iter(self.nodes.values())

    def __len__(self) -> int:
        return len(self.nodes)

    def find(self, key: str) -> Node:
        """Return the node with this key, placed or not. Raises KeyError."""
        node = self.nodes.get(key)
        return self.belum[key] if node is None else node

    def parent(self, node: Node) -> Node | None:
        """Return the node that this one brings about, None for a root."""
        return None if node.parent is None else self.find(node.parent)

    def children(self, node: Node) -> tuple[Node, ...]:
        """Return what brings this node about, in order (support edges not included)."""
        return tuple([self.find(key) for key in node.sebab]) if node.sebab else ()

    def supports(self, node: Node) -> tuple[Node, ...]:
        """Return the nodes standing elsewhere that bring this one about too (its `ref` entries)."""
        return tuple([self.find(key) for key in node.ref]) if node.ref else ()

    def siblings(self, node: Node) -> tuple[Node, ...]:
        """Return the other children of the node's parent (other roots for a root)."""
        keys = self.roots if node.parent is None else self.find(node.parent).sebab
        return tuple(self.find(key) for key in keys if key != node.key)

    def ancestors(self, node: Node) -> Iterator[Node]:
        """Yield parent, grandparent ... up to the root."""
        above = self.parent(node)
        while above is not None:
            yield above
            above = self.parent(above)

    def branch(self, node: Node) -> Iterator[Node]:
        """Yield the node and everything below it, depth-first."""
        pending = [node]
        while pending:
            current = pending.pop()
            yield current
            pending.extend(reversed(self.children(current)))

    def edges(self) -> Iterator[tuple[Node, Node]]:
        """Yield (effect, cause) for every parent-child edge, in file order; support edges not included."""
        for node in self:
            for child in self.children(node):
                yield node, child

    def of_kind(self, *kinds: Kind) -> Iterator[Node]:
        """Yield the placed nodes of these kinds."""
        return (node for node in self if node.kind in kinds)

    def depth(self, node: Node) -> int:
        """Return the number of edges up to the root."""
        return sum(1 for _ in self.ancestors(node))

    def place(self, key: str, field_: str = "") -> Place:
        """Return where a field stands; falls back to the node's statement, then to an unknown place."""
        while field_:
            found = self.places.get((key, field_))
            if found is not None:
                return found
            field_ = field_.rpartition(".")[0]
        return self.places.get((key, ""), NOWHERE)

    def number(self, key: str) -> str:
        """Return the printed number of a node: "1.2.1"; "?1.2" for one that is not placed yet."""
        return self.numbers[key]

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """Printed numbers of all nodes, computed from their order."""
        numbers: dict[str, str] = {}
        for roots, mark in ((self.roots, ""), (self.belum_roots, "?")):
            pending = [(key, f"{mark}{place}") for place, key in enumerate(roots, 1)][::-1]
            while pending:
                key, number = pending.pop()
                numbers[key] = number
                below = [(child, f"{number}.{place}") for place, child in enumerate(self.find(key).sebab, 1)]
                pending.extend(reversed(below))
        return numbers

    @property
    def whole(self) -> Tree:
        """The tree itself; for a view of a few nodes (rules/_relint.py) the tree behind it."""
        return self

    @cached_property
    def memo(self) -> dict[str, Any]:
        """What was worked out about this very tree, by name: helpers that many rules ask keep their answers here."""
        return {}

    @cached_property
    def positions(self) -> Mapping[str, Position]:
        """All positions by id, superiors first."""
        return {position.id: position for top in self.jabatan for position in top.walk()}

    @cached_property
    def programs(self) -> Mapping[str, Program]:
        """All programs, kegiatan and sub kegiatan that have a code, by code."""
        return {row.kode: row for top in self.program for row in top.walk() if row.kode}

    @cached_property
    def graph(self) -> networkx.DiGraph[str]:
        """The whole graph, support edges included, edges cause -> effect; for questions beyond parent and child."""
        import networkx

        graph: networkx.DiGraph[str] = networkx.DiGraph()
        graph.add_nodes_from(self.nodes)
        for node in self:
            graph.add_edges_from((child, node.key) for child in (*node.sebab, *node.ref))
        return graph
