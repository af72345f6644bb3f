"""A rule that names what it needs finds nothing in a tree without it."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from pohon.model.facts import WORDS, facts
from pohon.model.indicator import Indicator
from pohon.model.lexicon import default
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree
from pohon.rules import _registry
from pohon.rules._registry import Entry
from tests.strategies import trees

_NEEDY = [entry for entry in _registry.entries() if entry.needs]
_EMPTY: dict[str, Any] = {"dasar": None, "arah": None, "periode": None, "tahun": None, "belum": {}}


def _emptied(holder: Any, word: str) -> dict[str, Any]:
    """Return the change that takes a field away, {} when there is no such field."""
    if not hasattr(holder, word) or callable(getattr(holder, word)):
        return {}
    return {word: _EMPTY[word] if word in _EMPTY else type(getattr(holder, word))()}


def _each_node(tree: Tree, change: Callable[[Node], Node]) -> Tree:
    return replace(
        tree,
        nodes={key: change(node) for key, node in tree.nodes.items()},
        belum={key: change(node) for key, node in tree.belum.items()},
    )


def _without_field(tree: Tree, word: str) -> Tree:
    def bare(indicator: Indicator) -> Indicator:
        return replace(indicator, **_emptied(indicator, word))

    def change(node: Node) -> Node:
        indicators = tuple(bare(one) for one in node.indikator)
        return replace(node, **{"indikator": indicators, **_emptied(node, word)})

    changed = _each_node(tree, change)
    changed = replace(changed, **_emptied(changed, word))
    return replace(changed, belum_roots=() if word == "belum" else changed.belum_roots)


def _with_one_outcome(tree: Tree) -> Tree:
    """Hang every other root below the first, an outcome."""
    first, *others = tree.roots
    nodes = {key: replace(node, parent=first) if key in others else node for key, node in tree.nodes.items()}
    top = replace(nodes[first], kind=Kind.OUTCOME, sebab=(*nodes[first].sebab, *others))
    return replace(tree, nodes={**nodes, first: top}, roots=(first,))


_WITHOUT: dict[str, Callable[[Tree], Tree]] = {
    "angka": lambda tree: _each_node(tree, lambda node: replace(node, statement=re.sub(r"\d", "x", node.statement))),
    "akar": _with_one_outcome,
    "jenjang": lambda tree: _each_node(
        tree, lambda node: replace(node, kind=node.kind if tree.profile.level(node.kind) else tree.profile.chain[-1])
    ),
    "rencana": lambda tree: replace(tree, tahap=min(tree.tahap, 4)),
    "tunggal": lambda tree: replace(tree, profile=replace(tree.profile, utama_tunggal=False)),
}


def _without(tree: Tree, need: frozenset[str]) -> Tree:
    for word in sorted(need):
        tree = _WITHOUT[word](tree) if word in _WITHOUT else _without_field(tree, word)
    assert need.isdisjoint(facts(tree)), need
    return tree


@given(tree=trees())
@settings(max_examples=25)
def test_a_rule_finds_nothing_where_its_need_is_not_met(tree: Tree) -> None:
    for need in {need for entry in _NEEDY for need in entry.needs}:
        for stage in range(1, 6):
            bare = _without(replace(tree, tahap=stage), need)
            for entry in _NEEDY:
                if need in entry.needs and entry.stage <= stage:
                    assert (entry.code, list(_registry.load(entry).check(bare, default()))) == (entry.code, [])


@pytest.mark.parametrize("entry", _NEEDY, ids=lambda entry: entry.code)
def test_a_need_is_a_word_that_trees_are_asked_for(entry: Entry) -> None:
    assert frozenset[str]().union(*entry.needs) <= WORDS


def test_a_rule_speaks_when_each_of_its_needs_is_met_by_one_word() -> None:
    entry = Entry("X01", "x", 1, "x", (frozenset({"target"}), frozenset({"rkt", "iki"})))
    assert entry.speaks_of(frozenset({"target", "iki"}))
    assert not entry.speaks_of(frozenset({"iki", "rkt"}))
