"""Two states of a board compared, node by node, for the marks on the canvas (`/api/banding`)."""

from collections.abc import Mapping

from pohon.model.changes import Change, What, compare
from pohon.model.profile import Profile
from pohon.model.tree import Tree

from .codec import Json
from .journal import Journal
from .opening import tree_at

__all__ = ["compared", "states_compared"]

_STATES = {
    What.ADDED: "baru",
    What.GONE: "hilang",
    What.REWORDED: "berubah",
    What.CHANGED: "berubah",
    What.MOVED: "pindah",
}
_WEIGHT = ("baru", "hilang", "berubah", "pindah")


def states_compared(
    journal: Journal, now: tuple[int, Tree], seqs: tuple[int, int], profiles: Mapping[str, Profile]
) -> dict[str, Json]:
    """Return what differs between the states after two seqs, 0 = now. Raises LookupError."""
    before, after = (tree_at(journal, seq or now[0], now, profiles) for seq in seqs)
    return compared(before, after)


def compared(before: Tree, after: Tree) -> dict[str, Json]:
    """Return id -> {keadaan, sebelum, sesudah} of every node that differs.

    `sebelum` and `sesudah` are {statement} when the sentence changed, {name: text} of the facts when only those did,
    the sentences of the effects when the node moved. A node that moved or is gone has `asal`: its effect then
    (`induk`, null = the top), its number and its kind; not when it stood among the ideas.
    """
    found: dict[str, Json] = {}
    for one in compare(before, after):
        key = one.after or one.before
        if not key:
            continue
        state = _STATES[one.what]
        row = found.get(key)
        if row is None or _WEIGHT.index(state) < _WEIGHT.index(row["keadaan"]):
            told = {"sebelum": _told(before, one, old=True), "sesudah": _told(after, one, old=False)}
            row = found[key] = {**(row or {}), "keadaan": state, **told}
        elif state == row["keadaan"] and one.what is What.CHANGED and "statement" not in (row["sebelum"] or {}):
            row["sebelum"] |= _told(before, one, old=True)
            row["sesudah"] |= _told(after, one, old=False)
        row.update(_origin(before, one))
    return found


def _origin(before: Tree, change: Change) -> dict[str, Json]:
    """Return where a node hung that does not hang there any more."""
    if change.what not in (What.GONE, What.MOVED) or change.before not in before.nodes:
        return {}
    node = before.find(change.before)
    return {"asal": {"induk": node.parent, "nomor": before.number(node.key), "kind": node.kind.value}}


def _told(tree: Tree, change: Change, *, old: bool) -> Json:
    key, text = (change.before, change.old) if old else (change.after, change.new)
    match change.what:
        case What.ADDED | What.GONE:
            return {"statement": tree.find(key).statement} if key else None
        case What.REWORDED:
            return {"statement": text}
        case What.MOVED:
            return tree.find(text).statement if text else "puncak pohon"
        case What.CHANGED:
            return {" › ".join(part.replace("_", " ") for part in change.field): text}
