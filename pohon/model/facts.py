"""What a tree holds at all: words such as `asal`, `target`, `dokumen`, gathered once for each tree.

A rule that can only speak about something names it in its registry line; the engine then neither imports nor runs
the rule on a tree without it. Most words are keys of the tree file; the others are explained where they are found.
"""

from collections.abc import Iterator

from .node import Kind, Node
from .tree import Tree

__all__ = ["WORDS", "facts"]

_NODE = (
    "ref", "isu", "dasar", "indikator", "crosscutting", "komponen", "jabatan", "program", "anggaran", "uraian",
    "abaikan", "asal",
)  # fmt: skip
_INDICATOR = (
    "satuan", "arah", "rumus", "hitung", "relevansi", "sumber", "awal", "target", "realisasi", "penjelasan_target",
    "hubungan", "catatan", "asal",
)  # fmt: skip
_FILE = ("belum", "jabatan", "program", "dokumen", "periode", "tahun")
_FOUND = ("akar", "jenjang", "rencana", "tunggal")
WORDS = frozenset((*_NODE, *_INDICATOR, *_FILE, *_FOUND))
"""Every word that a registry line may name."""


def facts(tree: Tree) -> frozenset[str]:
    """Return the words for what the tree holds; the same object gives the same answer without looking again."""
    found: frozenset[str] | None = tree.memo.get("facts")
    if found is None:
        found = tree.memo["facts"] = frozenset(_found(tree))
    return found


def _found(tree: Tree) -> Iterator[str]:
    everyone = (*tree.nodes.values(), *tree.belum.values())
    indicators = [indicator for node in everyone for indicator in node.indikator]
    yield from (name for name in _NODE if any(getattr(node, name) for node in everyone))
    yield from (name for name in _INDICATOR if any(getattr(one, name) for one in indicators))
    yield from (name for name in _FILE if getattr(tree, name))
    roots = [tree.nodes[key].kind for key in tree.roots]
    if roots != [Kind.OUTCOME]:
        yield "akar"  # anything else than one outcome at the top
    if any(tree.profile.level(kind) is None for kind in {node.kind for node in tree.nodes.values()}):
        yield "jenjang"  # a kind that the profile does not know
    if tree.profile.utama_tunggal:
        yield "tunggal"  # the profile wants one utama for each CSF
    if tree.tahap >= 5 and not any(_passed_stages(node) for node in tree.nodes.values()):
        yield "rencana"  # read from planning documents (Renstra, RKT, PK, IKI), never passed stages 1 to 4


def _passed_stages(node: Node) -> bool:
    """Tell whether the node carries what the stages leave behind: an issue, a basis, a row of a stage table."""
    if node.isu or node.dasar or any(row.tahap for row in node.asal):
        return True
    return any(row.tahap for indicator in node.indikator for row in indicator.asal)
