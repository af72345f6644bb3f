"""What makes a finding the same finding after the tree has changed: the rule and the node, not the line.

A node is known by its id, else by its wording; the number of a node changes with every move. Used by the baseline
(old findings stay quiet) and by reports that are compared with older ones.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .finding import Finding
from .tree import Tree
from .wording import jaccard, normalise

__all__ = ["Fingerprint", "alike", "fingerprint", "match"]

_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
_REWORDED = 0.6
_REWORDED_IN_PLACE = 0.4
_SAME_DETAIL = 0.5


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
    from difflib import SequenceMatcher

    left, right = a.split(), b.split()
    return max(jaccard(frozenset(left), frozenset(right)), SequenceMatcher(None, left, right, autojunk=False).ratio())


def match(known: Sequence[Fingerprint], found: Sequence[Fingerprint]) -> dict[int, int]:
    """Return place in `found` -> place in `known` of the same finding; each known one is used once.

    The surest pairs come first: same node and same detail, then same node, then a reworded node.
    """
    pairs: dict[int, int] = {}
    for grade in (_certain, _same_node, _reworded):
        free = _by_code(known, set(pairs.values()))
        scored = [
            (grade(known[old], one), new, old)
            for new, one in enumerate(found)
            if new not in pairs
            for old in free.get(one.code, ())
        ]
        taken: set[int] = set()
        for score, new, old in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
            if score and new not in pairs and old not in taken:
                pairs[new] = old
                taken.add(old)
    return pairs


def _by_code(known: Iterable[Fingerprint], used: set[int]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, one in enumerate(known):
        if place not in used:
            places.setdefault(one.code, []).append(place)
    return places


def _certain(old: Fingerprint, new: Fingerprint) -> float:
    return float(_is_same_node(old, new) and old.detail == new.detail)


def _same_node(old: Fingerprint, new: Fingerprint) -> float:
    if not _is_same_node(old, new):
        return 0.0
    near = alike(old.detail, new.detail)
    return near if near >= _SAME_DETAIL or old.statement != new.statement else 0.0


def _is_same_node(old: Fingerprint, new: Fingerprint) -> bool:
    return old.id == new.id if old.id and new.id else old.statement == new.statement


def _reworded(old: Fingerprint, new: Fingerprint) -> float:
    if (old.id and new.id) or not old.statement or not new.statement:
        return 0.0
    near = alike(old.statement, new.statement)
    return near if near >= (_REWORDED_IN_PLACE if old.parent == new.parent else _REWORDED) else 0.0
