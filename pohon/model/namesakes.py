"""Indicators of a tree by the words they are looked for by: where each set of words is used, and what is near it.

What is near what is kept from edit to edit (model/noted.py), so that a board can ask after every keystroke.
"""

from collections.abc import Collection, Iterable

from .lexicon import Lexicon
from .likeness import Near, key_words
from .node import Node
from .noted import Note, lasting
from .tree import Tree
from .wording import tokens

__all__ = ["MOST", "NAMES", "Use", "Words", "akin", "near_sets", "uses_of"]

Use = tuple[str, int]
"""(node key, number of the indicator)"""
Words = frozenset[str]
MOST = 2_000
"""More names than this are paired anew each time, common words left out."""
_MEMO = "namesakes"


def _named(node: Node, tree: Tree, lexicon: Lexicon) -> tuple[tuple[int, Words], ...]:
    """Return each indicator of a node without a declared relation, with the words that it is looked for by."""
    region = frozenset(tokens(tree.pemerintah))
    return tuple(
        (place, words)
        for place, indicator in enumerate(node.indikator)
        if indicator.nama.strip() and not indicator.hubungan.strip()
        if (words := key_words(indicator.nama, lexicon, region))
    )


NAMES = Note(_named)


def uses_of(tree: Tree, lexicon: Lexicon) -> dict[Words, list[Use]]:
    """Return every use of each set of words, in the order of the file; worked out once for a tree."""
    uses: dict[Words, list[Use]] | None = tree.memo.get(_MEMO)
    if uses is None:
        uses = tree.memo[_MEMO] = {}
        for key, names in NAMES.all(tree, lexicon).items():
            for place, words in names:
                uses.setdefault(words, []).append((key, place))
    return uses


def near_sets(tree: Tree, uses: dict[Words, list[Use]]) -> Near:
    """Return which sets are near each other; kept from edit to edit, made anew when most of it is of no use."""
    kept = lasting(tree)
    near: Near = kept.pop(_MEMO, None) or Near(uses)  # out of reach while it changes: a rule may be stopped
    if len(near) > 2 * len(uses) + MOST:
        near = Near(uses)
    near.add(uses.keys())
    kept[_MEMO] = near
    return near


def akin(tree: Tree, lexicon: Lexicon, keys: Collection[str]) -> Iterable[str]:
    """Return the nodes whose indicators have the words of an indicator of these nodes, or nearly."""
    uses = uses_of(tree, lexicon)
    if len(uses) > MOST:
        return tree.nodes
    near, told = near_sets(tree, uses), NAMES.all(tree, lexicon)
    changed = {words for key in keys for _, words in told.get(key, ())}
    firsts = {uses[other][0][0] for words in changed for other in near.of(words) if other in uses}
    return firsts.union(key for words in changed for key, _ in uses[words])
