"""What a tree holds at all: words such as `asal`, `target`, `dokumen`, gathered once for each tree.

A rule that can only speak about something names it in its registry line; the engine then neither imports nor runs
the rule on a tree without it. Most words are keys of the tree file; the others are explained where they are found.
"""

import re
from collections.abc import Iterable, Iterator

from .node import Kind, Node
from .tree import Tree

__all__ = ["ASKED_FOR", "WORDS", "facts", "facts_after"]

_DIGIT = re.compile(r"\d")
_NODE = (
    "ref", "isu", "dasar", "indikator", "crosscutting", "komponen", "jabatan", "program", "anggaran", "uraian",
    "abaikan", "asal",
)  # fmt: skip
_INDICATOR = (
    "satuan", "arah", "rumus", "hitung", "relevansi", "sumber", "awal", "target", "realisasi", "penjelasan_target",
    "hubungan", "catatan", "asal",
)  # fmt: skip
_FILE = ("belum", "jabatan", "program", "dokumen", "periode", "tahun")
_OF_NODES = frozenset((*_NODE, *_INDICATOR))
_FOUND = ("akar", "angka", "jenjang", "rencana", "tunggal", "utama")
ASKED_FOR = frozenset(_FOUND) - {"angka"}
"""The words that rules ask for while they run, beyond naming them as a need."""
WORDS = frozenset((*_NODE, *_INDICATOR, *_FILE, *_FOUND))
"""Every word that a registry line may name."""


def facts(tree: Tree) -> frozenset[str]:
    """Return the words for what the tree holds; the same object gives the same answer without looking again."""
    tree = tree.whole
    found: frozenset[str] | None = tree.memo.get("facts")
    if found is None:
        everyone = (*tree.nodes.values(), *tree.belum.values())
        found = tree.memo["facts"] = frozenset((*_of_nodes(everyone), *_of_tree(tree)))
    return found


def facts_after(before: Tree, after: Tree, old: Iterable[Node], new: Iterable[Node]) -> frozenset[str]:
    """Return the facts of a tree that differs from another in these nodes only; looks at no more than it has to."""
    gone, come = frozenset(_of_nodes(tuple(old))), frozenset(_of_nodes(tuple(new)))
    doubtful = gone - come
    held = (facts(before) & _OF_NODES) | come
    if doubtful:
        everyone = (*after.nodes.values(), *after.belum.values())
        held -= {word for word in doubtful if word not in _of_nodes(everyone, frozenset({word}))}
    found = after.memo["facts"] = held | frozenset(_of_tree(after))
    return found


def _of_nodes(nodes: tuple[Node, ...], words: frozenset[str] = frozenset()) -> set[str]:
    """Return the words that these nodes give, or those among `words` only."""
    indicators = [indicator for node in nodes for indicator in node.indikator]
    wanted = words or _OF_NODES
    return {
        name
        for names, holders in ((_NODE, nodes), (_INDICATOR, indicators))
        for name in names
        if name in wanted and any(getattr(one, name) for one in holders)
    }


def _of_tree(tree: Tree) -> Iterator[str]:
    yield from (name for name in _FILE if getattr(tree, name))
    roots = [tree.nodes[key].kind for key in tree.roots]
    if roots != [Kind.OUTCOME]:
        yield "akar"  # anything else than one outcome at the top
    if any(map(_DIGIT.search, {node.statement for node in tree.nodes.values()})):
        yield "angka"  # a digit in a statement
    kinds = {node.kind for node in tree.nodes.values()}
    if any(tree.profile.level(kind) is None for kind in kinds):
        yield "jenjang"  # a kind that the profile does not know
    if Kind.UTAMA in kinds:
        yield "utama"
    if tree.profile.utama_tunggal:
        yield "tunggal"  # the profile wants one utama for each CSF
    if tree.tahap >= 5 and not any(_passed_stages(node) for node in tree.nodes.values()):
        yield "rencana"  # read from planning documents (Renstra, RKT, PK, IKI), never passed stages 1 to 4


def _passed_stages(node: Node) -> bool:
    """Tell whether the node carries what the stages leave behind: an issue, a basis, a row of a stage table."""
    if node.isu or node.dasar or any(row.tahap for row in node.asal):
        return True
    return any(row.tahap for indicator in node.indikator for row in indicator.asal)
