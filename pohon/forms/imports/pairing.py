"""Nodes and indicators of two trees that mean the same: by id, by words, by wording, then by place.

What was reworded and moved at once still finds its partner where the words, the indicators or the place tell.
"""

from collections.abc import Callable, Iterable, Sequence

from pohon.model.indicator import Indicator
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.model.wording import normalise

from .joining import align, alike

__all__ = ["pair_measures", "pair_nodes"]

SAME = 0.72
_RELATED = 0.45
_MOST_PAIRS = 90_000
"""Pairs that are compared in any order; larger trees are compared in the order of their rows."""

_Pairs = dict[int, int]


def pair_nodes(tree: Tree, imported: Tree) -> _Pairs:
    """Return place in `imported` -> place in `tree` (both in the order of their nodes)."""
    ours, theirs = list(tree.nodes.values()), list(imported.nodes.values())
    found = _by_id(ours, theirs)
    found |= _by_program(imported, ours, theirs, found)
    found |= _by_words(ours, theirs, found)
    found |= _in_order(ours, theirs, found)
    found |= _in_any_order(ours, theirs, found)
    return found | _by_place(ours, theirs, found)


def _free(count: int, taken: Iterable[int]) -> list[int]:
    used = set(taken)
    return [place for place in range(count) if place not in used]


def _by_id(ours: Sequence[Node], theirs: Sequence[Node]) -> _Pairs:
    """Pair nodes of one id; an id that now names something else is no id of ours."""
    places = {node.id: place for place, node in enumerate(ours) if node.id}
    pairs = ((place, places[node.id]) for place, node in enumerate(theirs) if node.id in places)
    return {place: at for place, at in pairs if alike(ours[at].statement, theirs[place].statement) >= SAME}


def _by_program(imported: Tree, ours: Sequence[Node], theirs: Sequence[Node], found: _Pairs) -> _Pairs:
    """Pair a row of the nomenclature, which a Renstra prints in place of the condition, with the node mapped to it."""
    made: _Pairs = {}
    for place, node in enumerate(theirs):
        named = next((imported.programs[code] for code in node.program if code in imported.programs), None)
        if place in found or named is None or normalise(named.nama) != normalise(node.statement):
            continue
        names = {normalise(one.nama) for one in node.indikator}
        taken = {*found.values(), *made.values()}
        mapped = [at for at, own in enumerate(ours) if named.kode in own.program and at not in taken]
        best = max(mapped, key=lambda at: len(names & {normalise(one.nama) for one in ours[at].indikator}), default=-1)
        if best >= 0:
            made[place] = best
    return made


def _by_words(ours: Sequence[Node], theirs: Sequence[Node], found: _Pairs) -> _Pairs:
    """Pair equal statements wherever they stand; where one stands twice, those of one level in their order."""
    places: dict[str, list[int]] = {}
    for at in _free(len(ours), found.values()):
        places.setdefault(normalise(ours[at].statement), []).append(at)
    made: _Pairs = {}
    for place in _free(len(theirs), found):
        same = places.get(normalise(theirs[place].statement), [])
        best = next((at for at in same if ours[at].kind is theirs[place].kind), same[0] if same else -1)
        if best >= 0:
            same.remove(best)
            made[place] = best
    return made


def _score(ours: Sequence[Node], theirs: Sequence[Node], place: int, at: int) -> float:
    value = alike(theirs[place].statement, ours[at].statement)
    return value + 0.1 * (ours[at].kind is theirs[place].kind) if value >= SAME else 0.0


def _in_order(ours: Sequence[Node], theirs: Sequence[Node], found: _Pairs) -> _Pairs:
    left, free = _free(len(theirs), found), _free(len(ours), found.values())
    pairs = align(
        [theirs[place].statement for place in left], [ours[at].statement for at in free],
        lambda row, node: _score(ours, theirs, left[row], free[node]), least=SAME,
    )  # fmt: skip
    return {left[row]: free[node] for row, node in pairs.items()}


def _in_any_order(ours: Sequence[Node], theirs: Sequence[Node], found: _Pairs) -> _Pairs:
    """Pair what was reworded a little and stands elsewhere, the likest first."""
    left, free = _free(len(theirs), found), _free(len(ours), found.values())
    if len(left) * len(free) > _MOST_PAIRS:
        return {}
    return _best_first(left, free, lambda place, at: _score(ours, theirs, place, at))


def _best_first(left: Sequence[int], free: Sequence[int], score: Callable[[int, int], float]) -> _Pairs:
    judged = [(value, place, at) for place in left for at in free if (value := score(place, at)) > 0]
    made: _Pairs = {}
    for _, place, at in sorted(judged, key=lambda one: (-one[0], one[1], one[2])):
        if place not in made and at not in made.values():
            made[place] = at
    return made


def _by_place(ours: Sequence[Node], theirs: Sequence[Node], found: _Pairs) -> _Pairs:
    """Pair what was reworded beyond likeness: it has the same indicator, or the same place under the same parent."""
    made: _Pairs = {}
    key_of = {node.key: place for place, node in enumerate(theirs)}
    for place in _free(len(theirs), found):
        node = theirs[place]
        free = [at for at in _free(len(ours), (*found.values(), *made.values())) if ours[at].kind is node.kind]
        names = {normalise(one.nama) for one in node.indikator} - {""}
        measured = [at for at in free if names & {normalise(one.nama) for one in ours[at].indikator}]
        parent = key_of.get(node.parent or "", -1)
        above = (found | made).get(parent, -1)
        beside = [at for at in free if ours[at].parent == (ours[above].key if above >= 0 else None)]
        if len(measured) == 1:
            made[place] = measured[0]
        elif node.parent is None or above >= 0:
            best = max(beside, key=lambda at: alike(node.statement, ours[at].statement), default=-1)
            if best >= 0 and alike(node.statement, ours[best].statement) >= _RELATED:
                made[place] = best
    return made


def pair_measures(mine: Sequence[Indicator], theirs: Sequence[Indicator]) -> _Pairs:
    """Return place in `theirs` -> place in `mine`: equal names, likest names, then the only one left on both sides."""
    made: _Pairs = {}
    for place, one in enumerate(theirs):
        same = (
            at for at, own in enumerate(mine) if normalise(own.nama) == normalise(one.nama) and at not in made.values()
        )
        best = next(same, -1)
        if best >= 0:
            made[place] = best
    left, free = _free(len(theirs), made), _free(len(mine), made.values())

    def score(place: int, at: int) -> float:
        value = alike(mine[at].nama, theirs[place].nama)
        return value if value >= SAME else 0.0

    made |= _best_first(left, free, score)
    left, free = _free(len(theirs), made), _free(len(mine), made.values())
    if len(left) == len(free) == 1 and alike(mine[free[0]].nama, theirs[left[0]].nama) >= _RELATED:
        made[left[0]] = free[0]
    return made
