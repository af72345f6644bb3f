"""What makes a finding the same finding after the tree has changed: the rule and the node, not the line.

A node is known by its id, else by its wording; the number of a node changes with every move. Used by the baseline
(old findings stay quiet) and by reports that are compared with older ones.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from .finding import Finding
from .tree import Tree
from .wording import jaccard, normalise

__all__ = ["Fingerprint", "alike", "fingerprint", "match"]

_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
_REWORDED = 0.6
_REWORDED_IN_PLACE = 0.4
_SAME_DETAIL = 0.5
_FAR = 0.2
"""With so few words in common their order is not looked at: it is what takes the time."""


class Fingerprint(NamedTuple):
    """The lasting traits of a finding; `detail` tells several findings of one rule on one node apart."""

    code: str
    id: str = ""
    statement: str = ""
    parent: str = ""
    detail: str = ""

    def text(self) -> str:
        """Return the traits that identify it as one line."""
        return "|".join((self.code, self.id or self.statement, self.detail))


def fingerprint(finding: Finding, tree: Tree) -> Fingerprint:
    """Return the lasting traits of a finding."""
    detail = _NUMBERS.sub("#", normalise(finding.evidence or finding.message))
    if not finding.node:
        return Fingerprint(finding.code, detail=detail)
    node = tree.find(finding.node)
    above = tree.parent(node)
    return Fingerprint(
        finding.code, node.id, normalise(node.statement), normalise(above.statement) if above else "", detail
    )


def alike(a: str, b: str) -> float:
    """Return how alike two normalised texts are, 0 to 1: words in common, in any order or in the same order."""
    if a == b:
        return 1.0
    left, right = a.split(), b.split()
    common = jaccard(frozenset(left), frozenset(right))
    if common < _FAR:
        return common
    from difflib import SequenceMatcher

    return max(common, SequenceMatcher(None, left, right, autojunk=False).ratio())


def match(known: Sequence[Fingerprint], found: Sequence[Fingerprint]) -> dict[int, int]:
    """Return place in `found` -> place in `known` of the same finding; each known one is used once.

    The surest pairs come first: same node and same detail, then same node, then a reworded node.
    """
    pairs: dict[int, int] = {}
    for grade, traits in ((_certain, _node_traits), (_same_node, _node_traits), (_reworded, _rule_traits)):
        candidates = _indexed(known, set(pairs.values()), traits)
        scored = [
            (-score, new, old)
            for new, one in enumerate(found)
            if new not in pairs
            for old in sorted({place for trait in traits(one) for place in candidates.get(trait, ())})
            if (score := grade(known[old], one))
        ]
        taken: set[int] = set()
        for _, new, old in sorted(scored):
            if new not in pairs and old not in taken:
                pairs[new] = old
                taken.add(old)
    return pairs


_Trait = tuple[str, ...]


def _node_traits(one: Fingerprint) -> tuple[_Trait, ...]:
    """Return what a finding of the same node has in common with it, by id or by wording."""
    return ((one.code, "id", one.id),) * bool(one.id) + ((one.code, "kalimat", one.statement),)


def _rule_traits(one: Fingerprint) -> tuple[_Trait, ...]:
    return ((one.code,),)


def _indexed(
    known: Sequence[Fingerprint], used: set[int], traits: Callable[[Fingerprint], tuple[_Trait, ...]]
) -> dict[_Trait, list[int]]:
    index: dict[_Trait, list[int]] = {}
    for place, one in enumerate(known):
        for trait in traits(one) if place not in used else ():
            index.setdefault(trait, []).append(place)
    return index


def _certain(old: Fingerprint, new: Fingerprint) -> float:
    return float(_is_same_node(old, new) and old.detail == new.detail)


def _same_node(old: Fingerprint, new: Fingerprint) -> float:
    if not _is_same_node(old, new):
        return 0.0
    near = alike(old.detail, new.detail)
    if old.statement != new.statement:  # one id, another sentence: the rule's words change with it
        return max(near, _REWORDED_IN_PLACE)
    return near if near >= _SAME_DETAIL else 0.0


def _is_same_node(old: Fingerprint, new: Fingerprint) -> bool:
    return old.id == new.id if old.id and new.id else old.statement == new.statement


def _reworded(old: Fingerprint, new: Fingerprint) -> float:
    if (old.id and new.id) or not old.statement or not new.statement or old.statement == new.statement:
        return 0.0
    near = alike(old.statement, new.statement)
    return near if near >= (_REWORDED_IN_PLACE if old.parent == new.parent else _REWORDED) else 0.0
