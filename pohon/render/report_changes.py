"""The text and the JSON of `pohon diff`: what changed between two states of a tree."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from pohon.model.changes import Change, What
from pohon.model.node import Node
from pohon.model.tree import Tree

from .report import printable

__all__ = ["as_json", "text"]

_COLORS = {What.ADDED: "32", What.GONE: "31", What.MOVED: "36", What.REWORDED: "33", What.CHANGED: "33"}
_TOP = "puncak pohon"


def text(before: Tree, after: Tree, changes: Sequence[Change], *, color: bool = False) -> str:
    """Return the changes for people: those of the file, then those of each condition, then how many of each kind."""
    if not changes:
        return "Tidak ada perbedaan.\n"
    lines: list[str] = []
    heading = ""
    for change in changes:
        here = _heading(before, after, change)
        if here != heading:
            lines.append(_paint(here, "1", color=color))
            heading = here
        lines.append("  " + _paint(_line(before, after, change), _COLORS[change.what], color=color))
    return "\n".join([*lines, "", _summary(changes), ""])


def as_json(before: Tree, after: Tree, changes: Iterable[Change]) -> dict[str, Any]:
    """Return the changes for other programs; nodes are named by id (or number) and printed number."""
    return {"version": 1, "changes": [_entry(before, after, change) for change in changes]}


def _entry(before: Tree, after: Tree, change: Change) -> dict[str, Any]:
    return {
        "kind": change.what.value,
        "node_before": change.before,
        "number_before": before.number(change.before) if change.before else "",
        "node_after": change.after,
        "number_after": after.number(change.after) if change.after else "",
        "statement": _node(before, after, change).statement if change.before or change.after else "",
        "field": list(change.field),
        "before": change.old,
        "after": change.new,
    }


def _node(before: Tree, after: Tree, change: Change) -> Node:
    return after.find(change.after) if change.after else before.find(change.before)


def _heading(before: Tree, after: Tree, change: Change) -> str:
    if not change.before and not change.after:
        return "Berkas"
    node, tree = _node(before, after, change), after if change.after else before
    return f"[{tree.number(node.key)} {node.kind.label}] {printable(node.statement)}"


def _line(before: Tree, after: Tree, change: Change) -> str:
    match change.what:
        case What.ADDED:
            return f"baru, {_under(after, after.find(change.after).parent)}"
        case What.GONE:
            return f"hilang, tadinya {_under(before, before.find(change.before).parent)}"
        case What.REWORDED:
            return f"berubah bunyi, semula: {printable(change.old)}"
        case What.MOVED if change.old == change.new:
            numbers = (before.number(change.before), after.number(change.after))
            return f"pindah urutan, dari {numbers[0]} ke {numbers[1]}"
        case What.MOVED:
            return f"pindah, dari {_under(before, change.old)} ke {_under(after, change.new)}"
        case What.CHANGED:
            return _fact(change)


def _fact(change: Change) -> str:
    field, old, new = " \u203a ".join(map(printable, change.field)), printable(change.old), printable(change.new)
    if not change.old:
        return f"{field}: ditambahkan" + (f" \u201c{new}\u201d" if change.field[-1] != change.new else "")
    if not change.new:
        return f"{field}: dihapus" + (f", tadinya \u201c{old}\u201d" if change.field[-1] != change.old else "")
    return f"{field}: \u201c{old}\u201d menjadi \u201c{new}\u201d"


def _under(tree: Tree, parent: str | None) -> str:
    return f"di bawah {tree.number(parent)} {printable(tree.find(parent).statement)}" if parent else _TOP


def _summary(changes: Iterable[Change]) -> str:
    counts = Counter(change.what for change in changes)
    return ", ".join(f"{counts[what]} {what.value}" for what in What if counts[what]) + "."


def _paint(words: str, code: str, *, color: bool) -> str:
    return f"\033[{code}m{words}\033[0m" if color else words
