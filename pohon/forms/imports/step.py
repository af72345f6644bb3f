"""One change that an import would make in a tree, as a person sees it, and how it is made in the file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pohon.errors import BadEdit
from pohon.forms.field_splice import set_fact
from pohon.forms.indicator_splice import add_indicator, remove_indicator
from pohon.forms.tree_file import splice
from pohon.model.edits import Add, Edit, Move, Remove, Reword, applied
from pohon.model.indicator import Indicator
from pohon.model.tree import Tree

__all__ = ["NEW", "Step", "What", "write_steps"]

NEW = "+baru:"
"""In front of the key that a node has in the document: the key of a node that an earlier step adds."""


class What(StrEnum):
    """What happens to something."""

    ADDED = "baru"
    REWORDED = "berubah bunyi"
    MOVED = "pindah"
    CHANGED = "berubah isi"
    GONE = "tidak ada di dokumen"
    REMOVED = "dihapus"
    LEFT = "tidak diubah"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change; `edit`, or (`key`, `field`, `new`), or `measure` make it, none of them for what is only told.

    `measure` is an indicator to add to the node `key`, or the place of one to take out.
    """

    what: What
    number: str
    words: str
    key: str = ""
    field: str | None = None
    new: str = ""
    edit: Edit | None = None
    measure: Indicator | int | None = None

    @property
    def makes(self) -> bool:
        """True when the step changes the file."""
        return self.edit is not None or self.field is not None or self.measure is not None

    def describe(self) -> str:
        """Return the step as one line."""
        return f"{self.what.value}: {self.number} {self.words}".replace("\n", " ")


def _turn(step: Step) -> tuple[int, int]:
    """Return when a step is made: facts, new indicators, indicators taken out (last first), then nodes."""
    if isinstance(step.measure, int):
        return 2, -step.measure
    if step.measure is not None:
        return 1, 0
    order = {Add: 4, Move: 5, Remove: 6}
    return (order.get(type(step.edit), 3), 0) if step.edit is not None else (0, 0)


def write_steps(text: str, tree: Tree, steps: Sequence[Step]) -> str:
    """Return the text of a tree file with the steps made; keys that change on the way are followed. Raises BadEdit."""
    names: dict[str, str] = {}
    profiles = {tree.profile.nama: tree.profile}
    for step in sorted(steps, key=_turn):
        key = names.get(step.key, step.key)
        if isinstance(step.measure, int):
            text, tree = remove_indicator(text, tree, key, step.measure)
        elif step.measure is not None:
            text, tree = add_indicator(text, tree, key, step.measure)
        elif step.field is not None:
            text, tree = set_fact(text, tree, key, step.field, step.new)
        elif step.edit is not None:
            edit = _placed(_renamed(step.edit, names), tree)
            made = applied(tree, edit)
            text, before = splice(text, edit, profiles), tree
            tree = made.tree
            names = {old: made.renamed[now] for old, now in _all(names, before).items() if now in made.renamed}
            if isinstance(edit, Add):
                names |= {f"{NEW}{one.key}": made.renamed[f"+{at}"] for at, one in enumerate(edit.branch)}
    return text


def _all(names: dict[str, str], tree: Tree) -> dict[str, str]:
    """Return first key -> key now of every node; nodes that never changed their key name themselves."""
    now = set(names.values())
    return {key: key for key in (*tree.nodes, *tree.belum) if key not in now and key not in names} | names


def _placed(edit: Edit, tree: Tree) -> Edit:
    """Return the edit with a place that its list still has: moves before it may have emptied the list."""
    if not isinstance(edit, Add | Move):
        return edit
    held = tree.roots if edit.parent is None else tree.find(edit.parent).sebab
    return replace(edit, index=min(edit.index, len(held)))


def _renamed(edit: Edit, names: dict[str, str]) -> Edit:
    """Return the edit with the keys that its nodes have by now."""
    if isinstance(edit, Add | Move) and edit.parent is not None:
        if edit.parent.startswith(NEW) and edit.parent not in names:
            raise BadEdit("simpul baru yang menjadi induknya tidak dapat dibuat.")
        edit = replace(edit, parent=names.get(edit.parent, edit.parent))
    if isinstance(edit, Move | Remove | Reword):
        edit = replace(edit, key=names.get(edit.key, edit.key))
    return edit
