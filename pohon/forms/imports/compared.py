"""Two trees compared: the steps that bring the first one up to the second, which a document was read as.

Source: issue of imports into a tree; matching is the work of `pairing`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pohon.model.edits import Add, Move, Remove, Reword
from pohon.model.indicator import Indicator
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.model.wording import normalise

from .joining import alike
from .pairing import pair_measures, pair_nodes
from .same import says_same
from .step import NEW, Step, What

__all__ = ["Match", "added", "compare", "measures_gone", "new_measures", "removals"]

_FACTS = ("satuan", "rumus", "sumber", "relevansi", "penjelasan_target", "penanggung_jawab", "awal")
_KNOWN = 0.9


@dataclass(frozen=True, slots=True)
class Match:
    """Two trees with their pairs: key of a node in the document -> the node of ours that it means."""

    tree: Tree
    imported: Tree
    pairs: Mapping[str, Node]

    @classmethod
    def of(cls, tree: Tree, imported: Tree) -> "Match":
        """Return both trees with what belongs together."""
        ours, theirs = tuple(tree.nodes.values()), tuple(imported.nodes.values())
        pairs = {theirs[place].key: ours[at] for place, at in pair_nodes(tree, imported).items()}
        return cls(tree, imported, pairs)

    def mine(self, node: Node) -> Node | None:
        """Return the node of ours that a node of the document means."""
        return self.pairs.get(node.key)

    def parent(self, node: Node) -> tuple[Node | None, Node | None]:
        """Return the parent of a node of the document, and ours for it."""
        above = self.imported.parent(node)
        return above, None if above is None else self.mine(above)


def compare(tree: Tree, imported: Tree, *, shaped: bool = True, remove: bool = False) -> Iterator[Step]:
    """Yield the steps in the order of the document. `shaped` = it prints what brings about what.

    What the document does not have is named, and taken out only with `remove`.
    """
    match = Match.of(tree, imported)
    for node in imported:
        mine = match.mine(node)
        if mine is not None:
            yield from _differences(match, mine, node, remove=remove)
    yield from added(match)
    if shaped:
        yield from _moved(match)
    met = {own.key for own in match.pairs.values()}
    yield from removals(tree, [own.key for own in tree if own.key not in met], remove=remove)


def _is_nomenclature(imported: Tree, node: Node) -> bool:
    """Tell whether a node only names a row of the nomenclature: a Renstra prints it in place of the condition."""
    named = (imported.programs[code].nama for code in node.program if code in imported.programs)
    return any(normalise(nama) == normalise(node.statement) for nama in named)


def _differences(match: Match, mine: Node, node: Node, *, remove: bool) -> Iterator[Step]:
    number = match.tree.number(mine.key)
    if normalise(mine.statement) != normalise(node.statement) and not _is_nomenclature(match.imported, node):
        yield Step(
            what=What.REWORDED, number=number, words=f'"{mine.statement}" menjadi "{node.statement}"', key=mine.key,
            edit=Reword(key=mine.key, statement=node.statement),
        )  # fmt: skip
    pairs = pair_measures(mine.indikator, node.indikator)
    for place, at in pairs.items():
        yield from _facts(match.tree, mine, at, node.indikator[place])
    if not _is_nomenclature(match.imported, node):
        fresh = [one for at, one in enumerate(node.indikator) if at not in pairs]
        yield from new_measures(mine, number, [one for one in fresh if not _measures_twin(match.tree, mine, one)])
    if node.indikator:
        gone = [at for at in range(len(mine.indikator)) if at not in pairs.values()]
        yield from measures_gone(match.tree, mine, gone, remove=remove)


def _measures_twin(tree: Tree, mine: Node, one: Indicator) -> bool:
    """Tell whether an indicator belongs to another node with the same words: a form may print the two as one."""
    twins = (own for own in tree if own is not mine and normalise(own.statement) == normalise(mine.statement))
    return any(normalise(known.nama) == normalise(one.nama) for own in twins for known in own.indikator)


def new_measures(mine: Node, number: str, fresh: Sequence[Indicator]) -> Iterator[Step]:
    """Yield the indicators that a node does not have yet."""
    for one in fresh:
        words = f'indikator "{one.nama}" pada "{mine.statement}"'
        yield Step(what=What.ADDED, number=number, words=words, key=mine.key, measure=replace(one, asal=()))


def measures_gone(tree: Tree, mine: Node, gone: Sequence[int], *, remove: bool) -> Iterator[Step]:
    """Yield the indicators that a document does not have any more."""
    for at in gone:
        words = f'indikator "{mine.indikator[at].nama}" pada "{mine.statement}"'
        what = What.REMOVED if remove else What.GONE
        kept = "" if remove else " dibiarkan (--hapus menghapusnya)."
        yield Step(
            what=what, number=tree.number(mine.key), words=words + kept, key=mine.key, measure=at if remove else None
        )


def _facts(tree: Tree, node: Node, place: int, other: Indicator) -> Iterator[Step]:
    mine, number = node.indikator[place], tree.number(node.key)
    holders = "; ".join(tree.positions[one].nama for one in node.jabatan if one in tree.positions)
    told = replace(other, penanggung_jawab="") if other.penanggung_jawab == holders else other  # a Renstra prints them
    pairs = [(name, getattr(mine, name), getattr(told, name)) for name in _FACTS]
    pairs += [(f"target.{target.tahun}", mine.target_of(target.tahun), target.nilai) for target in other.target]
    if normalise(mine.nama) != normalise(other.nama):
        pairs.insert(0, ("nama", mine.nama, other.nama))
    for name, before, after in pairs:
        if after and not says_same(name, before, after, mine.satuan):
            words = f'{mine.nama}, {name}: "{before}" menjadi "{after}"'
            what = What.REWORDED if name == "nama" else What.CHANGED
            field = f"indikator.{place}.{name}"
            yield Step(what=what, number=number, words=words, key=node.key, field=field, new=after)


def _moved(match: Match) -> Iterator[Step]:
    tree = match.tree
    for node in match.imported:
        mine = match.mine(node)
        above, parent = match.parent(node)
        if mine is None or above is None or _is_nomenclature(match.imported, node):
            continue
        if parent is None:
            home, words = f"{NEW}{above.key}", f'"{mine.statement}" ke bawah "{above.statement}" yang baru'
        elif _stays(tree, mine, parent):
            continue
        else:
            home, words = parent.key, f'"{mine.statement}" ke bawah "{parent.statement}"'
        edit = Move(key=mine.key, parent=home, index=len(parent.sebab) if parent else 0)
        yield Step(what=What.MOVED, number=tree.number(mine.key), words=words, key=mine.key, edit=edit)


def _stays(tree: Tree, mine: Node, parent: Node) -> bool:
    """Tell whether a node needs no move to a parent: it is there, it would close a circle, or rows cannot tell.

    Rows in order cannot tell whether something hangs below a condition or below that one's child of the same level,
    nor that something hangs below nothing.
    """
    if mine.parent == parent.key or parent.key in {one.key for one in tree.branch(mine)}:
        return True
    own = tree.parent(mine)
    return own is None or (parent.parent == own.key and parent.kind is own.kind)


def added(match: Match) -> Iterator[Step]:
    """Yield the nodes that the document has more, each with the new ones below it."""
    taken = {node.id for node in (*match.tree.nodes.values(), *match.tree.belum.values())}
    grown: dict[str, int] = {}
    for node in match.imported:
        above, parent = match.parent(node)
        if match.mine(node) is not None or (above is not None and parent is None):
            continue
        waiting = next(
            (one for one in match.tree.belum.values() if alike(one.statement, node.statement) >= _KNOWN), None
        )
        if waiting is not None:
            words = f'"{node.statement}" masih menunggu di belum_ditempatkan.'
            yield Step(what=What.LEFT, number="", words=words)
            continue
        if _is_nomenclature(match.imported, node):
            words = f'"{node.statement}" tidak dipetakan dari simpul mana pun; tambahkan pemetaannya.'
            yield Step(what=What.LEFT, number="", words=words)
            continue
        yield _addition(match, node, parent, taken, grown)


def _addition(match: Match, node: Node, parent: Node | None, taken: set[str], grown: dict[str, int]) -> Step:
    branch = [one for one in match.imported.branch(node) if match.mine(one) is None and _is_below(match, one, node)]
    kept = {one.key for one in branch}
    nodes = tuple(
        replace(
            one, parent=None if one is node else one.parent, sebab=tuple(key for key in one.sebab if key in kept),
            id="" if one.id in taken else one.id, asal=(), indikator=tuple(replace(m, asal=()) for m in one.indikator),
            jabatan=tuple(name for name in one.jabatan if name in match.tree.positions),
            program=tuple(code for code in one.program if code in match.tree.programs),
        )
        for one in branch
    )  # fmt: skip
    home = parent.key if parent else ""
    index = (len(parent.sebab) if parent else len(match.tree.roots)) + grown.get(home, 0)
    grown[home] = grown.get(home, 0) + 1
    under = f'di bawah "{parent.statement}"' if parent else "sebagai akar"
    more = f" beserta {len(nodes) - 1} simpul di bawahnya" if len(nodes) > 1 else ""
    edit = Add(parent=parent.key if parent else None, index=index, branch=nodes)
    return Step(what=What.ADDED, number="", words=f'"{node.statement}" {under}{more}', edit=edit)


def _is_below(match: Match, one: Node, top: Node) -> bool:
    """Tell whether only new nodes stand between a node and the top of what is added."""
    while one is not top:
        above = match.imported.parent(one)
        if above is None or match.mine(above) is not None:
            return False
        one = above
    return True


def removals(tree: Tree, gone: Sequence[str], *, remove: bool) -> Iterator[Step]:
    """Yield the nodes that a document does not have; one that others still hang below is never taken out."""
    lost = set(gone)
    whole = {key for key in gone if all(one.key in lost for one in tree.branch(tree.find(key)))}
    for key in gone:
        own = tree.find(key)
        if remove and key in whole:
            if own.parent not in whole:
                more = sum(1 for _ in tree.branch(own)) - 1
                words = f'"{own.statement}"' + (f" beserta {more} simpul di bawahnya" if more else "")
                yield Step(what=What.REMOVED, number=tree.number(key), words=words, key=key, edit=Remove(key=key))
            continue
        kept = "dibiarkan: masih ada simpul di bawahnya." if remove else "dibiarkan (--hapus menghapusnya)."
        yield Step(what=What.GONE, number=tree.number(key), words=f'"{own.statement}" {kept}', key=key)
