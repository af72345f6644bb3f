"""Edits of a tree: values that turn one Tree into another, each with its inverse.

The board, `--fix` and undo all use these; `forms/tree_splice.py` writes the same edits into a file without touching
any other line. Source: design.md sections 2 and 3.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import chain
from typing import Any, NamedTuple

from pohon.errors import BadEdit

from .node import Kind, Node
from .rearranged import Arrangement, Rearranged
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
    edited, renamed = work.as_it_is() if keeps_keys(edit) else work.rebuild()
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
    """A tree being edited: nodes go by their old keys until `rebuild` gives them their new ones."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.now = Arrangement(tree)

    def add(self, edit: Add) -> Edit:
        if not edit.branch:
            raise BadEdit("tidak ada simpul yang ditambahkan.")
        taken = {node.id for node in self._everyone()}
        for node in edit.branch:
            if node.id and node.id in taken:
                raise BadEdit(f'id "{node.id}" sudah dipakai.')
            taken.add(node.id)
        self._check_kinds(edit.branch, placed=not self._is_belum(edit.parent, belum=edit.belum))
        fresh = {node.key: f"+{number}" for number, node in enumerate(edit.branch)}
        for node in edit.branch:
            above = None if node.parent is None else fresh[node.parent]
            below = tuple(fresh[key] for key in node.sebab)
            self.now.changed[fresh[node.key]] = replace(node, key=fresh[node.key], parent=above, sebab=below)
        self._hang([*fresh.values()], edit.parent, edit.index, belum=edit.belum)
        return Remove(key=fresh[edit.branch[0].key])

    def remove(self, edit: Remove) -> Edit:
        node = self._node(edit.key)
        branch = branch_of(self.tree, edit.key)
        inside = {one.key for one in branch}
        ids = {one.id for one in branch if one.id}
        for other in self._everyone():
            if other.ref and other.key not in inside and ids.intersection(other.ref):
                number = self.tree.number(other.key)
                raise BadEdit(f"simpul ini masih dirujuk (ref) oleh simpul {number}; lepaskan dulu rujukannya.")
        index, belum = self.now.take_out(node, len(branch))
        return Add(parent=node.parent, index=index, branch=branch, belum=belum)

    def move(self, edit: Move) -> Edit:
        node = self._node(edit.key)
        branch = tuple(self.tree.branch(node))
        keys = [one.key for one in branch]
        if edit.parent in keys:
            raise BadEdit("simpul tidak dapat digantung di bawah dirinya sendiri.")
        self._check_kinds(branch, placed=not self._is_belum(edit.parent, belum=edit.belum))
        index, belum = self.now.take_out(node, len(branch))
        self._hang(keys, edit.parent, edit.index, belum=edit.belum)
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
        self.now.changed[edit.key] = replace(self._node(edit.key), **{edit.field: edit.value})
        return SetField(key=edit.key, field=edit.field, value=getattr(node, edit.field))

    def link(self, edit: Link) -> Edit:
        node = self._node(edit.key)
        if edit.cause not in {one.id for one in self._everyone() if one.id}:
            raise BadEdit(f'tidak ada simpul dengan id "{edit.cause}".')
        if edit.cause in node.ref:
            raise BadEdit(f'"{edit.cause}" sudah menjadi sebab simpul ini.')
        place = len(node.ref) if edit.index < 0 else min(edit.index, len(node.ref))
        self.now.changed[edit.key] = replace(node, ref=(*node.ref[:place], edit.cause, *node.ref[place:]))
        return Unlink(key=edit.key, cause=edit.cause)

    def unlink(self, edit: Unlink) -> Edit:
        node = self._node(edit.key)
        if edit.cause not in node.ref:
            raise BadEdit(f'"{edit.cause}" bukan sebab simpul ini.')
        place = node.ref.index(edit.cause)
        self.now.changed[edit.key] = replace(node, ref=(*node.ref[:place], *node.ref[place + 1 :]))
        return Link(key=edit.key, cause=edit.cause, index=place)

    def as_it_is(self) -> Rearranged:
        """Return the tree with the nodes' new contents, their keys and places unchanged."""
        forests = (self.tree.nodes, self.tree.belum)
        nodes, belum = (
            {**forest, **{key: node for key, node in self.now.changed.items() if key in forest}} for forest in forests
        )
        edited = replace(self.tree, nodes=nodes, belum=belum, places={})
        vars(edited)["numbers"] = self.tree.numbers
        return Rearranged(edited, dict(zip((*nodes, *belum), (*nodes, *belum), strict=True)))

    def rebuild(self) -> Rearranged:
        """Return the tree with keys and order made anew, and old key -> new key."""
        if not self.now.roots[False]:
            raise BadEdit("pohon tidak boleh kosong; simpul terakhir tidak dapat diambil.")
        return self.now.settled()

    def _everyone(self) -> Iterator[Node]:
        return chain(self.tree.nodes.values(), self.tree.belum.values())

    def _node(self, key: str) -> Node:
        node = self.now.find(key)
        if node is None:
            raise BadEdit(f'tidak ada simpul "{key}".')
        return node

    def _is_belum(self, key: str | None, *, belum: bool) -> bool:
        return belum if key is None else key in self.tree.belum

    @staticmethod
    def _check_kinds(branch: Branch, *, placed: bool) -> None:
        if placed and any(node.kind is Kind.GAGASAN for node in branch):
            raise BadEdit("gagasan hanya dapat berdiri di belum_ditempatkan; pilih dulu jenis kondisinya.")

    def _hang(self, keys: list[str], parent: str | None, index: int, *, belum: bool) -> None:
        if parent is not None:
            self._node(parent)
        count = len(self.now.below(parent, belum=belum))
        if not 0 <= index <= count:
            raise BadEdit(f"tempat ke-{index + 1} tidak ada; daftar itu berisi {count} simpul.")
        self.now.hang(keys, parent, index, belum=belum)

    def _change_id(self, node: Node, new: str) -> None:
        if new and any(one.id == new for one in self._everyone() if one.key != node.key):
            raise BadEdit(f'id "{new}" sudah dipakai.')
        self.now.stirred.add(node.key)
        for other in self._everyone() if node.id else ():
            if node.id in other.ref:
                if not new:
                    raise BadEdit(f'id "{node.id}" masih dirujuk (ref); lepaskan dulu rujukannya.')
                refs = tuple(new if key == node.id else key for key in other.ref)
                self.now.changed[other.key] = replace(other, ref=refs)
