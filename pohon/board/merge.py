"""A tree file that was changed outside while the board ran, put together with the board. Pure.

Three trees: `base` (what both began with), `theirs` (the file now), `desk.tree` (the board now). What only the file
changed becomes edits; what both changed stays as on the board and is told as a clash to choose from; nothing that
either side wrote is lost. Nodes are known by their ids.
"""

from collections.abc import Iterable
from enum import Enum
from typing import Any

from pohon.errors import BadEdit
from pohon.frozen import dataclass, replace
from pohon.model.edits import Add, Edit, Link, Move, Reword, SetField, Unlink, apply
from pohon.model.node import Node
from pohon.model.tree import Tree

from .clashes import PLACE, REMOVAL, present, record
from .codec import Json, to_json
from .coherence import check
from .difference import CONTENT, FILE_CONTENT
from .operations import TEXTS, Desk, take_branch
from .placing import place_in
from .refusal import NotMade
from .state import Put
from .threeway import Both, merged

__all__ = ["Merged", "merge"]

_FIELDS = ("statement", "kind", *CONTENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What the file brings to the board. `beda` = parts that differ and cannot be shown as a sentence to choose."""

    edits: tuple[Edit, ...]
    puts: tuple[Put, ...]
    ringkas: str
    simpul: tuple[str, ...]
    beda: tuple[Json, ...] = ()


def merge(base: Tree, theirs: Tree, desk: Desk) -> Merged:
    """Return the edits and clashes that bring the changes of a file to the board."""
    work = _Merge(base, theirs, desk)
    work.file()
    for key in work.common:
        work.contents(key)
    for key, node in work.theirs.items():
        if key not in work.base:
            work.added(key, node)
    work.links()
    work.places()
    work.orders()
    for key in work.base:
        if key not in work.theirs:
            work.removed(key)
        elif key not in work.ours:
            work.kept_for_the_gone(key)
    work.again()
    return work.result()


def _nodes(tree: Tree) -> dict[str, Node]:
    return {**tree.nodes, **tree.belum}


class _Merge:
    """The work: edits are tried on a copy of the board's tree as they are found."""

    def __init__(self, base: Tree, theirs: Tree, desk: Desk) -> None:
        self.trees = (base, theirs)
        self.base, self.theirs, self.ours = _nodes(base), _nodes(theirs), _nodes(desk.tree)
        self.desk, self.tree = desk, desk.tree
        self.common = [key for key in self.theirs if key in self.base and key in self.ours]
        self.edits: list[Edit] = []
        self.failed: list[Edit] = []
        self.clashes: dict[str, Json] = {}
        self.beda: list[Json] = []

    def do(self, edit: Edit) -> bool:
        """Make an edit, or keep it for a second try."""
        try:
            after, _ = apply(self.tree, edit)
            check(self.tree, after, (edit,))
        except (BadEdit, NotMade):
            self.failed.append(edit)
            return False
        self.tree = after
        self.edits.append(edit)
        return True

    def again(self) -> None:
        """Try once more what did not fit before the rest was there."""
        failed, self.failed = self.failed, []
        for edit in failed:
            self.do(edit)

    def file(self) -> None:
        """Put the fields of the file together."""
        base, theirs = self.trees
        for name in FILE_CONTENT:
            now = getattr(self.tree, name)
            value, both = merged(getattr(base, name), getattr(theirs, name), now, (name,))
            if value != now:
                self.do(SetField(key="", field=name, value=value))
            self.differing("", both)

    def contents(self, key: str) -> None:
        """Put the fields of a node together that stands in all three."""
        base, theirs, ours = self.base[key], self.theirs[key], self.ours[key]
        if theirs == base:
            return
        for name in _FIELDS:
            now = getattr(ours, name)
            value, both = merged(getattr(base, name), getattr(theirs, name), now, (name,))
            if value != now:
                self.do(_set(key, name, value))
            self.differing(key, both)

    def differing(self, key: str, both: Iterable[Both]) -> None:
        """Tell what both sides changed."""
        for path, was, their, our in both:
            texts = [_text(one) for one in (was, their, our)]
            if None in texts:
                self.beda.append(
                    {"simpul": key, "field": ".".join(path), "berkas": to_json(their), "papan": to_json(our)}
                )
            else:
                self.clash(key, _path(path), str(texts[0]), str(texts[1]))

    def clash(self, key: str, field: str, dasar: str, usul: str) -> None:
        """Keep a version of the file beside that of the board, unless just that is already kept."""
        for one in self.desk.state.get("bentrok", {}).values():
            if (one["simpul"], one["field"], one["usul"]) == (key, field, usul):
                return
        id = f"b{self.desk.seq}-{len(self.clashes) + 1}"
        self.clashes[id] = record(self.desk, id, (key, field), (dasar, present(self.desk.tree, key, field), usul))

    def added(self, key: str, node: Node) -> None:
        """Bring a new node of the file in, below its effect or, when that is gone, among the ideas."""
        known = self.ours.get(key)
        if known is not None:
            if known.statement != node.statement:
                self.clash(key, "statement", "", node.statement)
            return
        bare = replace(node, key=key, parent=None, sebab=(), ref=())
        parent, belum = self.home(node)
        if parent is None and belum:
            self.do(Add(parent=None, index=len(self.tree.belum_roots), branch=(bare,), belum=True))
        else:
            self.do(Add(parent=parent, index=self.index(key, parent, belum=False), branch=(bare,)))

    def home(self, node: Node) -> tuple[str | None, bool]:
        """Return the parent of a node of the file on the board and whether it stands among the ideas."""
        placed = node.key in self.trees[1].nodes
        if node.parent is not None and node.parent not in self.tree.nodes and node.parent not in self.tree.belum:
            return None, True
        return node.parent, not placed

    def siblings(self, parent: str | None, *, belum: bool) -> tuple[str, ...]:
        """Return what stands under a node on the board now."""
        if parent is not None:
            return self.tree.find(parent).sebab
        return self.tree.belum_roots if belum else self.tree.roots

    def index(self, key: str, parent: str | None, *, belum: bool) -> int:
        """Return the place behind the nearest sibling before it in the file."""
        theirs = self.trees[1]
        family = theirs.find(parent).sebab if parent is not None else theirs.belum_roots if belum else theirs.roots
        here = self.siblings(parent, belum=belum)
        before = (
            [one for one in family[: family.index(key)] if one in here and one != key] if key in family else list(here)
        )
        return place_in(here, before[-1] if before else None, moving=key)

    def links(self) -> None:
        """Bring support edges that came or went."""
        for key, node in self.theirs.items():
            if key not in self.tree.nodes and key not in self.tree.belum:
                continue
            was = self.base[key].ref if key in self.base else ()
            for cause in was:
                if cause not in node.ref and cause in self.tree.find(key).ref:
                    self.do(Unlink(key=key, cause=cause))
            for cause in node.ref:
                if cause not in was and cause not in self.tree.find(key).ref:
                    self.do(Link(key=key, cause=cause))

    def places(self) -> None:
        """Bring nodes to where the file has moved them, unless the board has moved them too."""
        base, theirs = self.trees
        for key in self.common:
            was, their, our = _place(base, key), _place(theirs, key), _place(self.desk.tree, key)
            if their in (was, our):
                continue
            if our != was:
                self.clash(key, PLACE, was[0] or "", their[0] or "")
                continue
            parent, belum = self.home(self.theirs[key])
            at_top = parent is None and belum
            self.do(Move(key=key, parent=parent, index=self.index(key, parent, belum=at_top), belum=at_top))

    def orders(self) -> None:
        """Bring a new order of siblings, where the board has left them as they were."""
        base, theirs = self.trees
        families: list[tuple[str | None, bool, tuple[str, ...]]]
        families = [(None, False, theirs.roots), (None, True, theirs.belum_roots)]
        families += [(node.key, False, node.sebab) for node in self.theirs.values() if len(node.sebab) > 1]
        for parent, belum, family in families:
            if parent is not None and (parent not in self.base or parent not in self.ours):
                continue
            was = base.find(parent).sebab if parent is not None else base.belum_roots if belum else base.roots
            here = self.siblings(parent, belum=belum)
            wanted = [key for key in family if key in was and key in here]
            known = [key for key in was if key in wanted]
            if wanted != known and [key for key in here if key in wanted] == known:
                for before, key in zip([None, *wanted], wanted, strict=False):
                    index = place_in(self.siblings(parent, belum=belum), before, moving=key)
                    self.do(Move(key=key, parent=parent, index=index, belum=belum))

    def removed(self, key: str) -> None:
        """Take away what the file has dropped, unless the board has worked on it."""
        if key not in self.tree.nodes and key not in self.tree.belum:
            return
        branch = list(self.tree.branch(self.tree.find(key)))
        if all(one.key in self.base and one.key not in self.theirs and self.untouched(one.key) for one in branch):
            for edit in take_branch(self.tree, key):
                self.do(edit)
        elif not self.untouched(key) or any(one.key not in self.base for one in branch):
            self.clash(key, REMOVAL, self.base[key].statement, "(dihapus di berkas)")

    def untouched(self, key: str) -> bool:
        """Tell whether the board has left what a node says as it was."""
        base, ours = self.base[key], self.ours[key]
        return all(getattr(base, name) == getattr(ours, name) for name in _FIELDS)

    def kept_for_the_gone(self, key: str) -> None:
        """Keep sentences that the file has for a node that the board has taken away."""
        for name in sorted(TEXTS):
            was, their = getattr(self.base[key], name), getattr(self.theirs[key], name)
            if their not in (was, ""):
                self.clash(key, name, was, their)

    def result(self) -> Merged:
        """Return what was found, and say it in a sentence."""
        nodes = dict.fromkeys(key for edit in self.edits if (key := _key(edit)))
        told = (
            f"{len(nodes)} kondisi berubah"
            if nodes
            else "keterangan berkas berubah"
            if self.edits
            else "tidak ada yang berubah"
        )
        more = f"; {len(self.clashes)} hal perlu dipilih" if self.clashes else ""
        left = f"; {len(self.beda) + len(self.failed)} isian tetap seperti di papan" if self.beda or self.failed else ""
        self.beda += [{"tidak_dibuat": to_json(one)} for one in self.failed]
        puts = [Put("bentrok", id, one) for id, one in self.clashes.items()]
        gone = [key for key in self.ours if key not in self.tree.belum and key in self.desk.tree.belum]
        puts += [
            Put(table, key, None)
            for table in ("gagasan", "suara")
            for key in gone
            if key in self.desk.state.get(table, {})
        ]
        ringkas = f"berkas diubah di luar papan: {told}{more}{left}"
        return Merged(
            edits=tuple(self.edits), puts=tuple(puts), ringkas=ringkas, simpul=tuple(nodes), beda=tuple(self.beda)
        )


def _set(key: str, name: str, value: Any) -> Edit:
    return Reword(key=key, statement=value) if name == "statement" else SetField(key=key, field=name, value=value)


def _place(tree: Tree, key: str) -> tuple[str | None, bool]:
    return tree.find(key).parent, key in tree.belum


def _key(edit: Edit) -> str:
    return edit.branch[0].id if isinstance(edit, Add) else edit.key


def _text(value: Any) -> str | None:
    """Return a part as the text that would be typed for it, None when it is no single value."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Enum):
        return str(value.value)
    if value is None:
        return ""
    return str(value) if isinstance(value, str | int) else None


def _path(path: tuple[str, ...]) -> str:
    """Return the path as `ubah` takes it: a target, an answer and a reason are called by their year, name and code."""
    if path[-1] in ("nilai", "alasan") or (len(path) > 2 and path[-1] == "1"):
        path = path[:-1]
    return ".".join(path)
