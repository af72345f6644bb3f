"""What the tree file asks of a tree as a whole: an edited tree that the file could not hold is not made.

The same demands as the reader of the file (forms/tree_reader.py), looked at only where something changed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from pohon.model.edits import Add, Edit, Move
from pohon.model.node import Node
from pohon.model.tree import Tree

from .operations import short
from .refusal import NotMade

__all__ = ["MAX_DEPTH", "MAX_NODES", "check"]

MAX_NODES = 5_000
"""Most nodes on one board."""
MAX_DEPTH = 24
"""Most levels of a tree; the file holds about thirty."""


def check(before: Tree, after: Tree, edits: Iterable[Edit]) -> None:
    """Refuse a tree that the file could not hold. Raises NotMade."""
    if len(after.nodes) + len(after.belum) > MAX_NODES:
        raise NotMade(f"pohon di papan memuat paling banyak {MAX_NODES} kondisi.", "Pecah menurut bidang.")
    for edit in edits:
        key = edit.branch[0].id if isinstance(edit, Add) else edit.key if isinstance(edit, Move) else ""
        if key and (key in after.nodes or key in after.belum) and _depth(after, key) > MAX_DEPTH:
            raise NotMade(
                f"pohon terlalu dalam (paling dalam {MAX_DEPTH} tingkat).", "Gantungkan di tingkat lebih atas."
            )
    _check_positions(before, after)
    if after.periode is not None:
        whole = after.periode != before.periode
        for node in after.nodes.values() if whole else _changed(before, after):
            _check_years(node, after)


def _depth(tree: Tree, key: str) -> int:
    """Return the number of levels down to the deepest node below."""
    node = tree.find(key)
    deepest, pending = 0, [(node, tree.depth(node) + 1)]
    while pending:
        one, level = pending.pop()
        deepest = max(deepest, level)
        pending += [(child, level + 1) for child in tree.children(one)]
    return deepest


def _changed(before: Tree, after: Tree) -> Iterator[Node]:
    """Yield the placed nodes that are not the very same as before."""
    old = before.nodes
    return (node for key, node in after.nodes.items() if old.get(key) is not node)


def _check_positions(before: Tree, after: Tree) -> None:
    if after.jabatan is not before.jabatan:
        twice = [
            key for key, count in Counter(one.id for top in after.jabatan for one in top.walk()).items() if count > 1
        ]
        if twice:
            raise NotMade(f'id jabatan "{twice[0]}" dipakai dua kali.', "Beri id lain.")
        nodes: Iterable[Node] = chain(after.nodes.values(), after.belum.values())
    else:
        old = before.belum
        unplaced = (node for key, node in after.belum.items() if old.get(key) is not node)
        nodes = chain(_changed(before, after), unplaced)
    for node in nodes:
        unknown = [one for one in node.jabatan if one not in after.positions]
        if unknown:
            told = f'jabatan "{unknown[0][:40]}" tidak ada dalam daftar jabatan ({short(node.statement, 40)}).'
            raise NotMade(told, "Tambahkan dulu ke susunan jabatan, atau lepaskan dari kondisi itu.")


def _check_years(node: Node, tree: Tree) -> None:
    for indicator in node.indikator:
        for target in indicator.target:
            if target.tahun and tree.periode is not None and target.tahun not in tree.periode:
                told = (
                    f"target tahun {target.tahun} berada di luar periode {tree.periode} ({short(node.statement, 40)})."
                )
                raise NotMade(told, "Perbaiki tahunnya atau periode berkas.")
