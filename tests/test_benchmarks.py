"""The made-up trees of the benchmarks are trees, always the same ones."""

import pytest

from benchmarks.made import tree_text
from pohon.forms.tree_file import parse


@pytest.mark.parametrize("nodes", [1, 2, 6, 7, 100, 1_000])
def test_a_made_tree_has_exactly_as_many_nodes_as_asked_for(nodes):
    assert len(parse(tree_text(nodes))) == nodes


def test_a_made_tree_does_not_say_the_same_twice():
    statements = [node.statement for node in parse(tree_text(1_000))]
    assert len(set(statements)) == len(statements)


def test_made_trees_are_the_same_every_time():
    assert tree_text(300) == tree_text(300)
