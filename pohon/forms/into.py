"""An import into a tree that exists: what would change, and the text with just those changes.

Sheets of ours change single facts by hidden id; any other document is matched by wording: new conditions are added,
reworded and moved ones named, what the document does not have stays (and is listed as missing there).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pohon.model.edits import Add, Edit, Move, Reword, apply
from pohon.model.indicator import Indicator
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.model.wording import normalise

from .field_splice import set_fact
from .joining import align, alike
from .notes import Ledger
from .recognise import Sheet
from .returned import Change, New, edited_cells, find_form
from .tree_file import splice

__all__ = ["Step", "What", "plan", "write_steps"]

_SAME = 0.72
_FACTS = ("satuan", "rumus", "sumber", "relevansi", "penjelasan_target")
_PLAIN = frozenset({"", "isu", "uraian", "komponen", "catatan"})


class What(StrEnum):
    """What happens to something."""

    ADDED = "baru"
    REWORDED = "berubah bunyi"
    MOVED = "pindah"
    CHANGED = "berubah isi"
    GONE = "tidak ada di dokumen"
    LEFT = "tidak diubah"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change for a person to see; `edit` or (`key`, `field`, `new`) make it, neither for what is only told."""

    what: What
    number: str
    words: str
    key: str = ""
    field: str | None = None
    new: str = ""
    edit: Edit | None = None

    @property
    def makes(self) -> bool:
        """True when the step changes the file."""
        return self.edit is not None or self.field is not None

    def describe(self) -> str:
        """Return the step as one line."""
        return f"{self.what.value}: {self.number} {self.words}".replace("\n", " ")


def plan(tree: Tree, imported: Tree | None, sheets: Sequence[Sheet]) -> tuple[Step, ...]:
    """Return the steps that bring a tree up to a document. `imported` is the document read as a tree of its own."""
    form = find_form(tree, sheets)
    if form is None:
        return tuple(_of_tree(tree, imported)) if imported is not None else ()
    found = list(edited_cells(form, sheets, Ledger()))
    grown = tuple(_grown(tree, imported, [one for one in found if isinstance(one, New)]))
    said = {normalise(text) for step in grown if isinstance(step.edit, Add) for text in _statements(step.edit)}
    kept = [one for one in found if not (isinstance(one, New) and said & {normalise(text) for text in one.texts})]
    return (*_of_cells(tree, iter(kept)), *grown)


def _statements(edit: Add) -> Iterator[str]:
    return (node.statement for node in edit.branch)


def _grown(tree: Tree, imported: Tree | None, fresh: Sequence[New]) -> Iterator[Step]:
    """Yield the conditions that people wrote into new rows of a sheet of ours, below the node they stand under."""
    if imported is None or not fresh:
        return
    written = {normalise(text) for one in fresh for text in one.texts}
    ours, theirs = list(tree.nodes.values()), list(imported.nodes.values())
    pairs = {
        place: next((at for at, own in enumerate(ours) if own.id and own.id == node.id), -1)
        for place, node in enumerate(theirs)
        if normalise(node.statement) not in written
    }
    pairs = {place: at for place, at in pairs.items() if at >= 0} | {
        place: at
        for place, at in _matched(ours, theirs).items()
        if normalise(theirs[place].statement) not in written and pairs.get(place, -1) < 0
    }
    for step in _added(tree, imported, ours, theirs, pairs):
        if isinstance(step.edit, Add) and all(normalise(text) in written for text in _statements(step.edit)):
            yield step


def write_steps(text: str, tree: Tree, steps: Sequence[Step]) -> str:
    """Return the text of a tree file with the steps made, one after the other. Raises BadEdit."""
    for step in steps:
        if step.edit is not None:
            profiles = {tree.profile.nama: tree.profile}
            text, tree = splice(text, step.edit, profiles), apply(tree, step.edit)[0]
        elif step.field is not None:
            text, tree = set_fact(text, tree, step.key, step.field, step.new)
    return text


def _of_cells(tree: Tree, found: Iterator[Change | New]) -> Iterator[Step]:
    for one in found:
        if isinstance(one, New):
            words = f"{one.place}: {' | '.join(one.texts)}: baris tanpa id; tambahkan di berkas pohon."
            yield Step(what=What.LEFT, number="", words=words)
            continue
        known = one.key in tree.nodes or one.key in tree.belum
        number = tree.number(one.key) if known else ""
        words = f'{one.field or "kondisi"}: "{one.old}" menjadi "{one.new}" ({one.place})'
        direct = known and one.new and (one.field in _PLAIN or _is_fact(tree, one))
        if not direct:
            yield Step(what=What.LEFT, number=number, words=f"{words}; ubah sendiri di berkas pohon.", key=one.key)
            continue
        what = What.REWORDED if one.field == "" else What.CHANGED
        yield Step(what=what, number=number, words=words, key=one.key, field=one.field, new=one.new)


def _is_fact(tree: Tree, one: Change) -> bool:
    parts = one.field.split(".")
    if parts[0] != "indikator" or len(parts) < 2 or int(parts[1]) >= len(tree.find(one.key).indikator):
        return False
    known = {"nama", "target", "realisasi", "penanggung_jawab", "awal", *_FACTS}
    return len(parts) == 2 or parts[2] in known


def _of_tree(tree: Tree, imported: Tree) -> Iterator[Step]:
    ours, theirs = list(tree.nodes.values()), list(imported.nodes.values())
    pairs = _matched(ours, theirs)
    for place, node in enumerate(theirs):
        if place in pairs:
            yield from _differences(tree, ours[pairs[place]], node)
    yield from _moved(tree, imported, ours, theirs, pairs)
    yield from _added(tree, imported, ours, theirs, pairs)
    met = set(pairs.values())
    for place, own in enumerate(ours):
        if place not in met:
            yield Step(what=What.GONE, number=tree.number(own.key), words=f'"{own.statement}" dibiarkan.', key=own.key)


def _matched(ours: Sequence[Node], theirs: Sequence[Node]) -> dict[int, int]:
    by_id = {node.id: place for place, node in enumerate(ours) if node.id}
    found = {
        place: by_id[node.id]
        for place, node in enumerate(theirs)
        if node.id in by_id and _like(ours[by_id[node.id]], node)
    }
    left = [place for place in range(len(theirs)) if place not in found]
    taken = set(found.values())
    free = [place for place in range(len(ours)) if place not in taken]

    def score(row: int, node: int) -> float:
        mine, other = ours[free[node]], theirs[left[row]]
        value = alike(other.statement, mine.statement)
        return value + 0.1 * (mine.kind is other.kind) if value >= _SAME else 0.0

    pairs = align([theirs[p].statement for p in left], [ours[p].statement for p in free], score, least=_SAME)
    return found | {left[row]: free[node] for row, node in pairs.items()}


def _like(mine: Node, other: Node) -> bool:
    return alike(mine.statement, other.statement) >= _SAME


def _differences(tree: Tree, mine: Node, other: Node) -> Iterator[Step]:
    number = tree.number(mine.key)
    if normalise(mine.statement) != normalise(other.statement):
        words = f'"{mine.statement}" menjadi "{other.statement}"'
        yield Step(
            what=What.REWORDED,
            number=number,
            words=words,
            key=mine.key,
            edit=Reword(key=mine.key, statement=other.statement),
        )
    for one in other.indikator:
        place = next((at for at, known in enumerate(mine.indikator) if alike(known.nama, one.nama) >= _SAME), -1)
        if place < 0:
            yield Step(what=What.LEFT, number=number, words=f'indikator baru "{one.nama}"; tambahkan di berkas pohon.')
        else:
            yield from _facts(mine, number, place, mine.indikator[place], one)


def _facts(node: Node, number: str, place: int, mine: Indicator, other: Indicator) -> Iterator[Step]:
    pairs = [(name, getattr(mine, name), getattr(other, name)) for name in _FACTS]
    pairs += [(f"target.{target.tahun}", mine.target_of(target.tahun), target.nilai) for target in other.target]
    for name, before, after in pairs:
        if after and " ".join(before.split()) != " ".join(after.split()):
            words = f'{mine.nama}, {name}: "{before}" menjadi "{after}"'
            yield Step(
                what=What.CHANGED,
                number=number,
                words=words,
                key=node.key,
                field=f"indikator.{place}.{name}",
                new=after,
            )


def _moved(
    tree: Tree, imported: Tree, ours: Sequence[Node], theirs: Sequence[Node], pairs: dict[int, int]
) -> Iterator[Step]:
    place_of = {node.key: place for place, node in enumerate(theirs)}
    for place, node in enumerate(theirs):
        above = imported.parent(node)
        if place not in pairs or above is None or place_of[above.key] not in pairs:
            continue
        mine, parent = ours[pairs[place]], ours[pairs[place_of[above.key]]]
        if mine.parent == parent.key or parent.key in {one.key for one in tree.branch(mine)}:
            continue
        words = f'"{mine.statement}" ke bawah "{parent.statement}"'
        edit = Move(key=mine.key, parent=parent.key, index=len(parent.sebab))
        if mine.id and parent.id:
            yield Step(what=What.MOVED, number=tree.number(mine.key), words=words, key=mine.key, edit=edit)
        else:
            words += "; simpul tanpa id, jadi pindahkan sendiri (beri id dengan `pohon fmt --ids`)."
            yield Step(what=What.LEFT, number=tree.number(mine.key), words=words)


def _added(
    tree: Tree, imported: Tree, ours: Sequence[Node], theirs: Sequence[Node], pairs: dict[int, int]
) -> Iterator[Step]:
    place_of = {node.key: place for place, node in enumerate(theirs)}
    taken = {node.id for node in (*tree.nodes.values(), *tree.belum.values())}
    grown: dict[str, int] = {}
    for place, node in enumerate(theirs):
        above = imported.parent(node)
        if place in pairs or (above is not None and place_of[above.key] not in pairs):
            continue
        parent = ours[pairs[place_of[above.key]]] if above is not None else None
        branch = [one for one in imported.branch(node) if place_of[one.key] not in pairs]
        kept = {one.key for one in branch}
        nodes = tuple(
            replace(
                one, parent=None if one is node else one.parent, sebab=tuple(key for key in one.sebab if key in kept),
                id="" if one.id in taken else one.id,
            )
            for one in branch
        )  # fmt: skip
        home = parent.key if parent else ""
        index = (len(parent.sebab) if parent else len(tree.roots)) + grown.get(home, 0)
        grown[home] = grown.get(home, 0) + 1
        under = f'di bawah "{parent.statement}"' if parent else "sebagai akar"
        words = f'"{node.statement}" {under}' + (
            f" beserta {len(nodes) - 1} simpul di bawahnya" if len(nodes) > 1 else ""
        )
        edit = Add(parent=parent.key if parent else None, index=index, branch=nodes)
        yield Step(what=What.ADDED, number="", words=words, edit=edit)
