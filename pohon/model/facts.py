"""What a tree holds at all: words such as `asal`, `target`, `dokumen`, gathered once for each tree.

A rule that can only speak about something names it in its registry line; the engine then neither imports nor runs
the rule on a tree without it. Most words are keys of the tree file; the others are explained where they are found.
"""

import re
from collections import Counter
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
_PASSED = "tahapan"
_THROUGH_NODES = frozenset({"angka", "jenjang", "utama"})
"""A digit in a statement; a kind that the profile does not know; a kondisi antara utama."""
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


def facts_after(before: Tree, after: Tree, gone: Iterable[str], come: Iterable[str]) -> frozenset[str]:
    """Return the facts of an edited tree, looking at no other nodes than the edit touched.

    `gone` are the nodes that are no more or say something else now (keys of the tree before), `come` those that are
    new or say something else (keys of the tree after).
    """
    counts = after.memo["counts"] = Counter(_counted(before))
    for key in gone:
        counts.subtract(_words(before, before.find(key)))
    for key in come:
        counts.update(_words(after, after.find(key)))
    held = {word for word, count in counts.items() if count}
    found = after.memo["facts"] = frozenset((*(held & _OF_NODES), *_of_file(after, held)))
    return found


def _counted(tree: Tree) -> Counter[str]:
    """Return on how many nodes each word stands."""
    counts: Counter[str] | None = tree.memo.get("counts")
    if counts is None:
        counts = tree.memo["counts"] = Counter()
        for node in (*tree.nodes.values(), *tree.belum.values()):
            counts.update(_words(tree, node))
    return counts


def _words(tree: Tree, node: Node) -> set[str]:
    """Return every word that a node gives: its own, and of a placed one those that the tree has through it."""
    words = _of_nodes((node,))
    if node.key in tree.nodes:
        words.update(_of_placed(tree, node))
    return words


def _of_placed(tree: Tree, node: Node) -> Iterator[str]:
    if _DIGIT.search(node.statement):
        yield "angka"
    if tree.profile.level(node.kind) is None:
        yield "jenjang"
    if node.kind is Kind.UTAMA:
        yield "utama"
    if _passed_stages(node):
        yield _PASSED


def _of_nodes(nodes: tuple[Node, ...]) -> set[str]:
    """Return the words that these nodes give."""
    indicators = [indicator for node in nodes for indicator in node.indikator]
    return {
        name
        for names, holders in ((_NODE, nodes), (_INDICATOR, indicators))
        for name in names
        if any(getattr(one, name) for one in holders)
    }


def _of_tree(tree: Tree) -> Iterator[str]:
    found = set()
    if any(map(_DIGIT.search, {node.statement for node in tree.nodes.values()})):
        found.add("angka")
    kinds = {node.kind for node in tree.nodes.values()}
    if any(tree.profile.level(kind) is None for kind in kinds):
        found.add("jenjang")
    if Kind.UTAMA in kinds:
        found.add("utama")
    if tree.tahap >= 5 and any(_passed_stages(node) for node in tree.nodes.values()):
        found.add(_PASSED)
    return _of_file(tree, found)


def _of_file(tree: Tree, found: set[str]) -> Iterator[str]:
    """Yield the words for the tree as a whole, given those that its placed nodes give."""
    yield from (name for name in _FILE if getattr(tree, name))
    yield from found & _THROUGH_NODES
    roots = [tree.nodes[key].kind for key in tree.roots]
    if roots != [Kind.OUTCOME]:
        yield "akar"  # anything else than one outcome at the top
    if tree.profile.utama_tunggal:
        yield "tunggal"  # the profile wants one utama for each CSF
    if tree.tahap >= 5 and _PASSED not in found:
        yield "rencana"  # read from planning documents (Renstra, RKT, PK, IKI), never passed stages 1 to 4


def _passed_stages(node: Node) -> bool:
    """Tell whether the node carries what the stages leave behind: an issue, a basis, a row of a stage table."""
    if node.isu or node.dasar or any(row.tahap for row in node.asal):
        return True
    return any(row.tahap for indicator in node.indikator for row in indicator.asal)
