"""Edits of a tree: values that turn one Tree into another, each with its inverse.

The board, `--fix` and undo all use these; `forms/tree_splice.py` writes the same edits into a file without touching
any other line. Source: design.md sections 2 and 3.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple

from pohon.errors import BadEdit

from .node import Kind, Node
from .tree import Tree

__all__ = [
    "Add",
    "Applied",
    "Branch",
    "Edit",
    "Link",
    "Move",
    "Remove",
    "Reword",
    "SetField",
    "Unlink",
    "applied",
    "apply",
    "branch_of",
    "keeps_keys",
]

Branch = tuple[Node, ...]
"""A node and everything below it, depth-first; the first node's `parent` is None."""

FILE = ""
"""Key that stands for the file itself in SetField."""
_STRUCTURE = frozenset({"key", "parent", "sebab", "ref"})
_NODE_FIELDS = frozenset(field.name for field in fields(Node)) - _STRUCTURE
_FILE_FIELDS = frozenset(field.name for field in fields(Tree)) - {
    "nodes", "roots", "belum", "belum_roots", "places", "versi",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    """Put a branch under `parent` (None = at the top of the tree, or of `belum_ditempatkan`) at place `index`."""

    parent: str | None
    index: int
    branch: Branch
    belum: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """Take a node and its branch out."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Hang a node with its branch elsewhere; `index` counts after it has been taken out."""

    key: str
    parent: str | None
    index: int
    belum: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reword:
    """Give a node another statement."""

    key: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetField:
    """Set one field of a node (any field of Node but its links), or of the file when `key` is ""."""

    key: str
    field: str
    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Add a support edge: the node with id `cause` brings `key` about too; `index` among its refs, -1 = last."""

    key: str
    cause: str
    index: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlink:
    """Take a support edge away."""

    key: str
    cause: str


Edit = Add | Remove | Move | Reword | SetField | Link | Unlink


class Applied(NamedTuple):
    """An edited tree, the edit that undoes it, and old key -> new key of every node that is still there.

    Nodes that came in stand in `renamed` under keys of their own ("+0", "+1" ...).
    """

    tree: Tree
    undo: Edit
    renamed: Mapping[str, str]


def apply(tree: Tree, edit: Edit) -> tuple[Tree, Edit]:
    """Return the edited tree and the edit that undoes it. Raises BadEdit when the edit does not fit the tree."""
    made = applied(tree, edit)
    return made.tree, made.undo


def applied(tree: Tree, edit: Edit) -> Applied:
    """Return the edited tree with everything that changed. Raises BadEdit when the edit does not fit the tree."""
    work = _Work(tree)
    match edit:
        case Add():
            undo = work.add(edit)
        case Remove():
            undo = work.remove(edit)
        case Move():
            undo = work.move(edit)
        case Reword(key=key, statement=statement):
            undo = work.set_node(SetField(key=key, field="statement", value=statement))
        case SetField(key=""):
            return _set_file(tree, edit)
        case SetField():
            undo = work.set_node(edit)
        case Link():
            undo = work.link(edit)
        case Unlink():
            undo = work.unlink(edit)
    if keeps_keys(edit):
        return Applied(work.as_it_is(), undo, {key: key for key in work.nodes})
    edited, renamed = work.rebuild()
    return Applied(edited, _rename(undo, renamed), renamed)


def keeps_keys(edit: Edit) -> bool:
    """Tell whether an edit leaves every node where it is, under the key that it has."""
    return isinstance(edit, Reword | Link | Unlink) or (isinstance(edit, SetField) and edit.field != "id")


def branch_of(tree: Tree, key: str) -> Branch:
    """Return a node and everything below it as a branch for Add."""
    top, *rest = tree.branch(tree.find(key))
    return (replace(top, parent=None), *rest)


def _set_file(tree: Tree, edit: SetField) -> Applied:
    if edit.field not in _FILE_FIELDS:
        raise BadEdit(f"kunci {edit.field} berkas tidak dapat diubah dengan cara ini.")
    before = getattr(tree, edit.field)
    edited = replace(tree, places={}, **{edit.field: edit.value})
    undo = SetField(key=FILE, field=edit.field, value=before)
    return Applied(edited, undo, {key: key for key in (*tree.nodes, *tree.belum)})


def _rename(edit: Edit, renamed: Mapping[str, str]) -> Edit:
    """Return the edit with the keys that the nodes have after it was made."""
    match edit:
        case Add(parent=parent) if parent is not None:
            return replace(edit, parent=renamed[parent])
        case Move(key=key, parent=parent):
            return replace(edit, key=renamed[key], parent=None if parent is None else renamed[parent])
        case Remove(key=key) | SetField(key=key) | Link(key=key) | Unlink(key=key):
            return replace(edit, key=renamed[key])
        case _:
            return edit


class _Work:
    """A tree being edited: nodes by their old keys; `rebuild` gives them their new ones."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.nodes: dict[str, Node] = {**tree.nodes, **tree.belum}
        self.roots = {False: list(tree.roots), True: list(tree.belum_roots)}

    def add(self, edit: Add) -> Edit:
        if not edit.branch:
            raise BadEdit("tidak ada simpul yang ditambahkan.")
        taken = {node.id for node in self.nodes.values() if node.id}
        for node in edit.branch:
            if node.id and node.id in taken:
                raise BadEdit(f'id "{node.id}" sudah dipakai.')
            taken.add(node.id)
        self._check_kinds(edit.branch, placed=not self._is_belum(edit.parent, belum=edit.belum))
        fresh = {node.key: f"+{number}" for number, node in enumerate(edit.branch)}
        for node in edit.branch:
            above = None if node.parent is None else fresh[node.parent]
            below = tuple(fresh[key] for key in node.sebab)
            self.nodes[fresh[node.key]] = replace(node, key=fresh[node.key], parent=above, sebab=below)
        self._hang(fresh[edit.branch[0].key], edit.parent, edit.index, belum=edit.belum)
        return Remove(key=fresh[edit.branch[0].key])

    def remove(self, edit: Remove) -> Edit:
        node = self._node(edit.key)
        branch = branch_of(self.tree, edit.key)
        inside = {one.key for one in branch}
        ids = {one.id for one in branch if one.id}
        for other in self.nodes.values():
            if other.key not in inside and ids.intersection(other.ref):
                number = self.tree.number(other.key)
                raise BadEdit(f"simpul ini masih dirujuk (ref) oleh simpul {number}; lepaskan dulu rujukannya.")
        index, belum = self._take_out(node)
        for key in inside:
            del self.nodes[key]
        return Add(parent=node.parent, index=index, branch=branch, belum=belum)

    def move(self, edit: Move) -> Edit:
        node = self._node(edit.key)
        branch = tuple(self.tree.branch(self.tree.find(edit.key)))
        if edit.parent in {one.key for one in branch}:
            raise BadEdit("simpul tidak dapat digantung di bawah dirinya sendiri.")
        self._check_kinds(branch, placed=not self._is_belum(edit.parent, belum=edit.belum))
        index, belum = self._take_out(node)
        self._hang(edit.key, edit.parent, edit.index, belum=edit.belum)
        return Move(key=edit.key, parent=node.parent, index=index, belum=belum)

    def set_node(self, edit: SetField) -> Edit:
        node = self._node(edit.key)
        if edit.field not in _NODE_FIELDS:
            raise BadEdit(f"isian {edit.field} simpul tidak dapat diubah dengan cara ini.")
        if edit.field == "statement" and not str(edit.value).strip():
            raise BadEdit("kalimat kondisi tidak boleh kosong.")
        if edit.field == "kind" and edit.value is Kind.GAGASAN and not self._is_belum(edit.key, belum=False):
            raise BadEdit("gagasan hanya dapat berdiri di belum_ditempatkan.")
        if edit.field == "id":
            self._change_id(node, edit.value)
        self.nodes[edit.key] = replace(self.nodes[edit.key], **{edit.field: edit.value})
        return SetField(key=edit.key, field=edit.field, value=getattr(node, edit.field))

    def link(self, edit: Link) -> Edit:
        node = self._node(edit.key)
        if edit.cause not in {one.id for one in self.nodes.values() if one.id}:
            raise BadEdit(f'tidak ada simpul dengan id "{edit.cause}".')
        if edit.cause in node.ref:
            raise BadEdit(f'"{edit.cause}" sudah menjadi sebab simpul ini.')
        place = len(node.ref) if edit.index < 0 else min(edit.index, len(node.ref))
        self.nodes[edit.key] = replace(node, ref=(*node.ref[:place], edit.cause, *node.ref[place:]))
        return Unlink(key=edit.key, cause=edit.cause)

    def unlink(self, edit: Unlink) -> Edit:
        node = self._node(edit.key)
        if edit.cause not in node.ref:
            raise BadEdit(f'"{edit.cause}" bukan sebab simpul ini.')
        place = node.ref.index(edit.cause)
        self.nodes[edit.key] = replace(node, ref=(*node.ref[:place], *node.ref[place + 1 :]))
        return Link(key=edit.key, cause=edit.cause, index=place)

    def as_it_is(self) -> Tree:
        """Return the tree with the nodes' new contents, their keys and places unchanged."""
        nodes = {key: self.nodes[key] for key in self.tree.nodes}
        belum = {key: self.nodes[key] for key in self.tree.belum}
        return replace(self.tree, nodes=nodes, belum=belum, places={})

    def rebuild(self) -> tuple[Tree, dict[str, str]]:
        """Return the tree with keys and order made anew, and old key -> new key."""
        if not self.roots[False]:
            raise BadEdit("pohon tidak boleh kosong; simpul terakhir tidak dapat diambil.")
        renamed: dict[str, str] = {}
        forests = {}
        for belum, mark in ((False, ""), (True, "?")):
            self._name_all(self.roots[belum], mark, renamed)
        for belum in (False, True):
            forests[belum] = self._forest(self.roots[belum], renamed)
        edited = replace(
            self.tree,
            nodes=forests[False], roots=tuple(renamed[key] for key in self.roots[False]),
            belum=forests[True], belum_roots=tuple(renamed[key] for key in self.roots[True]), places={},
        )  # fmt: skip
        return edited, renamed

    def _name_all(self, roots: list[str], mark: str, renamed: dict[str, str]) -> None:
        pending = [(key, f"{mark}{place}") for place, key in enumerate(roots, 1)][::-1]
        while pending:
            key, number = pending.pop()
            node = self.nodes[key]
            renamed[key] = node.id or number
            below = [(child, f"{number}.{place}") for place, child in enumerate(node.sebab, 1)]
            pending.extend(reversed(below))

    def _forest(self, roots: list[str], renamed: Mapping[str, str]) -> dict[str, Node]:
        forest: dict[str, Node] = {}
        pending = list(reversed(roots))
        while pending:
            node = self.nodes[pending.pop()]
            above = None if node.parent is None else renamed[node.parent]
            below = tuple(renamed[key] for key in node.sebab)
            same = node.key == renamed[node.key] and node.parent == above and node.sebab == below
            new = node if same else replace(node, key=renamed[node.key], parent=above, sebab=below)
            forest[new.key] = new
            pending.extend(reversed(node.sebab))
        return forest

    def _node(self, key: str) -> Node:
        node = self.nodes.get(key)
        if node is None:
            raise BadEdit(f'tidak ada simpul "{key}".')
        return node

    def _is_belum(self, key: str | None, *, belum: bool) -> bool:
        return belum if key is None else key in self.tree.belum

    @staticmethod
    def _check_kinds(branch: Branch, *, placed: bool) -> None:
        if placed and any(node.kind is Kind.GAGASAN for node in branch):
            raise BadEdit("gagasan hanya dapat berdiri di belum_ditempatkan; pilih dulu jenis kondisinya.")

    def _take_out(self, node: Node) -> tuple[int, bool]:
        """Take a node out of its list; return its place there and whether that was among the unplaced."""
        if node.parent is not None:
            above = self.nodes[node.parent]
            index = above.sebab.index(node.key)
            self.nodes[above.key] = replace(above, sebab=tuple(key for key in above.sebab if key != node.key))
            return index, False
        belum = node.key in self.roots[True]
        index = self.roots[belum].index(node.key)
        del self.roots[belum][index]
        return index, belum

    def _hang(self, key: str, parent: str | None, index: int, *, belum: bool) -> None:
        if parent is None:
            keys = self.roots[belum]
            keys.insert(_within(index, len(keys)), key)
        else:
            above = self._node(parent)
            place = _within(index, len(above.sebab))
            self.nodes[parent] = replace(above, sebab=(*above.sebab[:place], key, *above.sebab[place:]))
        self.nodes[key] = replace(self.nodes[key], parent=parent)

    def _change_id(self, node: Node, new: str) -> None:
        if new and any(one.id == new for one in self.nodes.values() if one.key != node.key):
            raise BadEdit(f'id "{new}" sudah dipakai.')
        if not node.id:
            return
        for other in list(self.nodes.values()):
            if node.id in other.ref:
                if not new:
                    raise BadEdit(f'id "{node.id}" masih dirujuk (ref); lepaskan dulu rujukannya.')
                self.nodes[other.key] = replace(other, ref=tuple(new if key == node.id else key for key in other.ref))


def _within(index: int, count: int) -> int:
    if not 0 <= index <= count:
        raise BadEdit(f"tempat ke-{index + 1} tidak ada; daftar itu berisi {count} simpul.")
    return index
