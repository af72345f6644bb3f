"""STR10: edges of the rule."""

from dataclasses import replace

from pohon.model.lexicon import default
from pohon.rules.struktur.str10_induk_ganda import RULE
from tests.build import tree
from tests.rules.hits import numbers


def test_a_support_edge_from_another_branch_is_welcome() -> None:
    text = "pohon:\n  - csf: A\n    sebab: [{utama: B, id: b}]\n  - csf: C\n    sebab: [{ref: b}]\n"
    assert [] == numbers("STR10", text, tahap=3)


def test_a_support_edge_to_the_own_child_says_it_twice() -> None:
    assert ["1"] == numbers("STR10", "pohon:\n  - csf: A\n    sebab: [{utama: B, id: b}, {ref: b}]\n", tahap=3)


def test_a_support_edge_to_an_effect_is_a_cycle_and_not_told_here() -> None:
    assert [] == numbers(
        "STR10", "pohon:\n  - csf: A\n    id: a\n    sebab:\n      - utama: B\n        sebab: [{ref: a}]\n", tahap=3
    )


def test_the_same_support_edge_twice_is_told_once() -> None:
    given = tree("pohon:\n  - csf: A\n    id: a\n  - csf: C\n    id: c\n", tahap=3)
    doubled = replace(given, nodes={**given.nodes, "a": replace(given.find("a"), ref=("c", "c"))})
    assert ["a"] == [hit.node for hit in RULE.check(doubled, default())]
