"""Where a node comes to stand and of which kind it is there.

The chain of a profile runs outcome > csf > utama > antara > operasional (some use fewer); only antara may repeat.
Source: domain.md section 0; rules STR05 and STR07.
"""

from pohon.model.edits import Edit, SetField
from pohon.model.node import Kind, Node
from pohon.model.profile import Profile
from pohon.model.tree import Tree

from .refusal import NotMade

__all__ = ["TOP_OF_IDEAS", "kind_of_new", "node_of", "place_in", "relevelled"]

TOP_OF_IDEAS = ""
"""As a parent: the top of `belum_ditempatkan`."""


def node_of(tree: Tree, key: str) -> Node:
    """Return a node. Raises NotMade when it is not there (any more)."""
    try:
        return tree.find(key)
    except KeyError:
        raise NotMade("kondisi ini tidak ada lagi.", "Barangkali baru dihapus; lihat riwayat.") from None


def place_in(siblings: tuple[str, ...], sesudah: str | None, *, moving: str = "") -> int:
    """Return the index behind `sesudah` (None = first, "" or unknown = last); `moving` is taken out first."""
    others = [key for key in siblings if key != moving]
    if sesudah is None:
        return 0
    return others.index(sesudah) + 1 if sesudah in others else len(others)


def kind_of_new(tree: Tree, parent: Node | None, sesudah: str | None) -> Kind:
    """Return the kind of a new node: that of the sibling before it, else the next level below its parent."""
    siblings = tree.roots if parent is None else parent.sebab
    if sesudah in siblings:
        return tree.find(str(sesudah)).kind
    if parent is None:
        return tree.find(siblings[0]).kind if siblings else tree.profile.chain[0]
    if parent.kind is Kind.GAGASAN:
        return Kind.GAGASAN
    known = {tree.find(key).kind for key in siblings}
    return known.pop() if len(known) == 1 else _next(tree.profile, parent.kind, has_causes=False)


def relevelled(tree: Tree, key: str, parent: Node | None, kind: str | None) -> list[Edit]:
    """Return the edits that give a branch the kinds of the level it comes to below `parent` (None = top).

    A kind that fits stays, and so does everything below it; `kind` decides for the first node.
    """
    node = tree.find(key)
    new = Kind(kind) if kind else _fitting(tree, node, parent.kind if parent else None)
    edits: list[Edit] = []
    pending = [(node, new)]
    while pending:
        one, to = pending.pop()
        if one.kind is to:
            continue
        edits.append(SetField(key=one.key, field="kind", value=to))
        pending += [(child, _fitting(tree, child, to)) for child in reversed(tree.children(one))]
    return edits


def _fitting(tree: Tree, node: Node, above: Kind | None) -> Kind:
    """Return the kind of a node below one of kind `above`: its own where that fits, else the level there."""
    chain = tree.profile.chain
    if above is None:
        tops = {tree.find(key).kind for key in tree.roots if key != node.key} or {node.kind}
        return node.kind if node.kind in {chain[0], *tops} else chain[0]
    level = _next(tree.profile, above, has_causes=bool(node.sebab))
    fits = {level}
    if above in (Kind.UTAMA, Kind.ANTARA):
        fits |= {Kind.ANTARA, Kind.OPERASIONAL} & set(chain)
    return node.kind if node.kind in fits else level


def _next(profile: Profile, above: Kind, *, has_causes: bool) -> Kind:
    """Return the level below a kind in the chain of the profile."""
    chain = profile.chain
    if above is Kind.ANTARA and has_causes and Kind.ANTARA in chain:
        return Kind.ANTARA
    return next((kind for kind in chain if kind.rank > above.rank), chain[-1])
