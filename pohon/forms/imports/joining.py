"""Rows of one table and nodes of another: which row speaks of which node.

Equal statements that stand once on each side are anchors (their longest rising run); between anchors the best rising
assignment by likeness is taken. So a statement that is printed twice finds the right one by its neighbours.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from pohon.model.wording import normalise

__all__ = ["align", "alike"]

_LEAST = 0.62
_BLOCK = 250_000
_FIGURE = re.compile(r"\d+")


def alike(a: str, b: str) -> float:
    """Return how alike two statements are, 1.0 for equal ones; a cut sentence is like its whole."""
    left, right = normalise(a), normalise(b)
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0
    short, long = sorted((left, right), key=len)
    if len(short) > 20 and long.startswith(short):
        return 0.95
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.real_quick_ratio() < _LEAST or matcher.quick_ratio() < _LEAST:
        return 0.0
    figures = 1.0 if _FIGURE.findall(left) == _FIGURE.findall(right) else 0.8
    return matcher.ratio() * 0.95 * figures


def align(
    rows: Sequence[str], nodes: Sequence[str], score: Callable[[int, int], float], *, least: float = _LEAST
) -> dict[int, int]:
    """Return row -> node. `score(row, node)` judges a pair; pairs below `least` are never made."""
    pairs = _anchors(rows, nodes)
    found = dict(pairs)
    edges = [(-1, -1), *pairs, (len(rows), len(nodes))]
    for (row, node), (next_row, next_node) in pairwise(edges):
        found |= _between(range(row + 1, next_row), range(node + 1, next_node), score, least)
    free = set(range(len(nodes))) - set(found.values())
    for row in range(len(rows)):
        if row in found or not free:
            continue
        same = [
            node for node in sorted(free) if normalise(rows[row]) and normalise(rows[row]) == normalise(nodes[node])
        ]
        best = max(same, key=lambda node: score(row, node), default=None)
        if best is not None and score(row, best) >= least:
            found[row] = best
            free.discard(best)
    return found


def _anchors(rows: Sequence[str], nodes: Sequence[str]) -> list[tuple[int, int]]:
    left, right = [normalise(text) for text in rows], [normalise(text) for text in nodes]
    once_left = {text for text, number in Counter(left).items() if number == 1 and text}
    where = {text: place for place, text in enumerate(right)}
    once = {text for text, number in Counter(right).items() if number == 1} & once_left
    pairs = [(place, where[text]) for place, text in enumerate(left) if text in once]
    return _longest_rising(pairs)


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, node) in enumerate(pairs):
        at = bisect_left(tails, node)
        if at == len(tails):
            tails.append(node)
            last.append(index)
        else:
            tails[at] = node
            last[at] = index
        before.append(last[at - 1] if at else -1)
    chain = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _between(rows: range, nodes: range, score: Callable[[int, int], float], least: float) -> dict[int, int]:
    """Return the best rising assignment of a block, by dynamic programming."""
    if not rows or not nodes or len(rows) * len(nodes) > _BLOCK:
        return {}
    scores = [[value if (value := score(row, node)) >= least else 0.0 for node in nodes] for row in rows]
    best = [[0.0] * (len(nodes) + 1) for _ in range(len(rows) + 1)]
    for i in range(len(rows) - 1, -1, -1):
        for j in range(len(nodes) - 1, -1, -1):
            taken = scores[i][j] + best[i + 1][j + 1] if scores[i][j] else 0.0
            best[i][j] = max(taken, best[i + 1][j], best[i][j + 1])
    found: dict[int, int] = {}
    i = j = 0
    while i < len(rows) and j < len(nodes):
        if scores[i][j] and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            found[rows[i]] = nodes[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found
