"""An import into a tree that exists: the steps that would change it, for a person to see before anything is written.

Sheets of ours change single facts by hidden id, and say which rows came and went; any other document is matched by
wording and place: new conditions and indicators are added, reworded and moved ones changed, what the document does
not have stays unless it is asked to go.
"""

from collections.abc import Iterator, Sequence

from pohon.model.edits import Add
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.model.wording import normalise

from .compared import Match, added, compare, measures_gone, new_measures, removals
from .notes import Ledger
from .recognise import Sheet
from .returned import Change, New, edited_cells, find_form, lost_rows
from .step import Step, What, write_steps

__all__ = ["Step", "What", "plan", "write_steps"]

_FACTS = frozenset(
    {"nama", "satuan", "rumus", "sumber", "relevansi", "penjelasan_target", "penanggung_jawab", "awal", "target",
     "realisasi"}
)  # fmt: skip
_PLAIN = frozenset({"", "isu", "uraian", "komponen", "catatan"})


def plan(
    tree: Tree, imported: Tree | None, sheets: Sequence[Sheet], *, shaped: bool = True, remove: bool = False
) -> tuple[Step, ...]:
    """Return the steps that bring a tree up to a document. `imported` is the document read as a tree of its own.

    `shaped` = the document prints what brings about what, so a node may move; `remove` = what it lacks is taken out.
    """
    form = find_form(tree, sheets)
    if form is None:
        return tuple(compare(tree, imported, shaped=shaped, remove=remove)) if imported is not None else ()
    found = list(edited_cells(form, sheets, Ledger()))
    grown = tuple(_grown(tree, imported, [one for one in found if isinstance(one, New)]))
    said = {normalise(text) for step in grown for text in _words(step)}
    kept = [one for one in found if not (isinstance(one, New) and said & {normalise(text) for text in one.texts})]
    nodes, measures = lost_rows(form, sheets)
    gone = [
        step for key, places in measures.items() for step in measures_gone(tree, tree.find(key), places, remove=remove)
    ]
    return (*_of_cells(tree, iter(kept)), *grown, *gone, *removals(tree, nodes, remove=remove))


def _words(step: Step) -> Iterator[str]:
    if isinstance(step.edit, Add):
        yield from (node.statement for node in step.edit.branch)
    elif step.measure is not None and not isinstance(step.measure, int):
        yield step.measure.nama


def _grown(tree: Tree, imported: Tree | None, fresh: Sequence[New]) -> Iterator[Step]:
    """Yield the conditions and indicators that people wrote into new rows of a sheet of ours."""
    if imported is None or not fresh:
        return
    written = {normalise(text) for one in fresh for text in one.texts}
    match = Match.of(tree, imported)
    by_id = {own.id: own for own in tree if own.id}
    known = {node.key: own for node in imported if (own := by_id.get(node.id)) is not None and node.id}
    pairs = {
        key: own
        for key, own in (dict(match.pairs) | known).items()
        if normalise(imported.find(key).statement) not in written or normalise(own.statement) in written
    }
    match = Match(tree, imported, pairs)
    for node in imported:
        mine = match.mine(node)
        if mine is not None:
            yield from _measured(tree, mine, node, written)
    for step in added(match):
        if isinstance(step.edit, Add) and all(normalise(text) in written for text in _words(step)):
            yield step


def _measured(tree: Tree, mine: Node, node: Node, written: set[str]) -> Iterator[Step]:
    """Yield the indicators that a new row gives a node."""
    known = {normalise(one.nama) for one in mine.indikator}
    fresh = [one for one in node.indikator if normalise(one.nama) in written - known]
    yield from new_measures(mine, tree.number(mine.key), fresh)


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
    return len(parts) == 2 or parts[2] in _FACTS
