"""Undo and redo: the inverse of an operation made on the present tree, where it still fits.

What somebody changed since is never overwritten: where both touched the same place the undo is refused and says so;
where they touched different parts of one field (two indicators, two years) only the part of the operation goes back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pohon.model.edits import Add, Edit, Move, Remove, Reword, SetField, branch_of
from pohon.model.node import Node
from pohon.model.tree import Tree

from .codec import edit_from_json
from .journal import Entry
from .operations import short
from .refusal import NotMade
from .state import Put, State
from .threeway import Conflict, together

__all__ = ["Undos", "reversal"]

_SINCE = "Batalkan dulu perubahan yang lebih baru, atau ubah langsung."


class Undos:
    """Which operations stand, which were undone, and what each member may take back next."""

    def __init__(self) -> None:
        self._done: dict[str, list[int]] = {}
        self._undone: dict[str, list[int]] = {}
        self._of: dict[int, int] = {}
        self._members: dict[int, str] = {}
        self._reverted: set[int] = set()

    def note(self, entry: Entry) -> None:
        """Take an entry into account; called for every entry in order."""
        if entry.can_undo or entry.of:
            self._members[entry.seq] = entry.member
        if entry.of:
            self._revert(entry)
        elif entry.can_undo:
            self._done.setdefault(entry.member, []).append(entry.seq)
            self._undone.pop(entry.member, None)

    def _revert(self, entry: Entry) -> None:
        self._of[entry.seq] = entry.of
        self._reverted.add(entry.of)
        first = self._of.get(entry.of)
        if first is None:  # an operation is undone
            self.drop(self._members.get(entry.of, ""), entry.of)
            self._undone.setdefault(entry.member, []).append(entry.seq)
            return
        self._reverted.discard(first)  # an undo is undone: the operation stands again
        for waiting in self._undone.values():
            if entry.of in waiting:
                waiting.remove(entry.of)
        if first in self._of:  # the undo of an undo of an undo
            self._undone.setdefault(entry.member, []).append(entry.seq)
        else:
            self._done.setdefault(self._members.get(first, ""), []).append(first)

    def last(self, member: str) -> int:
        """Return the seq of a member's own last operation that stands, 0 when there is none."""
        return next(iter(self._done.get(member, [])[-1:]), 0)

    def last_undone(self, member: str) -> int:
        """Return the seq of the undo that a member made last, 0 when there is none."""
        return next(iter(self._undone.get(member, [])[-1:]), 0)

    def drop(self, member: str, seq: int) -> None:
        """Pass over an operation that cannot be taken back."""
        for waiting in (self._done.get(member, []), self._undone.get(member, [])):
            if seq in waiting:
                waiting.remove(seq)

    def stands(self, seq: int) -> bool:
        """Tell whether an operation has not been undone."""
        return seq not in self._reverted


def reversal(entry: Entry, tree: Tree, state: State) -> tuple[tuple[Edit, ...], tuple[Put, ...]]:
    """Return the edits and records that take an operation back on this tree. Raises NotMade where they do not fit."""
    made = [edit_from_json(one) for one in entry.edits]
    inverse = [edit_from_json(one) for one in entry.undo]
    values = _values(made)
    edits: list[Edit] = []
    fields: dict[tuple[str, str], int] = {}
    for edit in inverse:
        if isinstance(edit, SetField | Reword):
            one = _field(edit)
            if (one.key, one.field) in fields:
                edits[fields[one.key, one.field]] = _set_back(tree, one, values)
            else:
                fields[one.key, one.field] = len(edits)
                edits.append(_set_back(tree, one, values))
        else:
            edits.append(_fits(edit, made, tree))
    return tuple(edits), tuple(_records(entry, state))


def _field(edit: SetField | Reword) -> SetField:
    if isinstance(edit, SetField):
        return edit
    return SetField(key=edit.key, field="statement", value=edit.statement)


def _values(made: Iterable[Edit]) -> Mapping[tuple[str, str], object]:
    """Return what an operation left in the fields that it set."""
    fields = (_field(edit) for edit in made if isinstance(edit, SetField | Reword))
    return {(one.key, one.field): one.value for one in fields}


def _set_back(tree: Tree, edit: SetField, values: Mapping[tuple[str, str], object]) -> SetField:
    holder = _node(tree, edit.key) if edit.key else tree
    now, left = getattr(holder, edit.field), values[edit.key, edit.field]
    try:
        value = together(left, edit.value, now)
    except Conflict:
        where = short(holder.statement) if isinstance(holder, Node) else "berkas"
        raise NotMade(f"isian ini pada {where} sudah diubah lagi sesudahnya.", _SINCE) from None
    return SetField(key=edit.key, field=edit.field, value=value)


def _node(tree: Tree, key: str) -> Node:
    try:
        return tree.find(key)
    except KeyError:
        raise NotMade("kondisi ini sudah dihapus sesudahnya.", _SINCE) from None


def _fits(edit: Edit, made: list[Edit], tree: Tree) -> Edit:
    match edit:
        case Remove(key=key):
            added = next(one for one in made if isinstance(one, Add) and one.branch[0].id == key)
            _check_unchanged(tree, key, added)
        case Add(parent=parent, index=index, belum=belum):
            siblings = _siblings(tree, parent, belum=belum)
            return replace(edit, index=min(index, len(siblings)))
        case Move(key=key, parent=parent, index=index, belum=belum):
            node = _node(tree, key)
            went = next(one for one in reversed(made) if isinstance(one, Move) and one.key == key)
            if node.parent != went.parent or (node.parent is None and (key in tree.belum) != went.belum):
                raise NotMade(f"{short(node.statement)} sudah dipindahkan lagi sesudahnya.", _SINCE)
            others = [one for one in _siblings(tree, parent, belum=belum) if one != key]
            return replace(edit, index=min(index, len(others)))
    return edit


def _siblings(tree: Tree, parent: str | None, *, belum: bool) -> tuple[str, ...]:
    if parent is None:
        return tree.belum_roots if belum else tree.roots
    return _node(tree, parent).sebab


def _check_unchanged(tree: Tree, key: str, added: Add) -> None:
    top = _node(tree, key)
    now = {one.id: one for one in branch_of(tree, key)}
    then = {one.id: replace(one, key=one.id) for one in added.branch}
    if now != then:
        raise NotMade(f"{short(top.statement)} sudah diubah atau diberi sebab sesudahnya.", _SINCE)


def _records(entry: Entry, state: State) -> Iterable[Put]:
    """Yield the records that go back, where nobody has changed them since."""
    left = {(table, key): value for table, key, value in entry.puts}
    for table, key, value in entry.unputs:
        if state.get(table, {}).get(key) == left.get((table, key)):
            yield Put(table, key, value)
