"""Edges of RED01 kembar-persis: what the page's examples do not show."""

from tests.rules.hits import hits


def test_of_three_copies_none_is_the_original() -> None:
    text = "pohon:\n  - outcome: Naiknya panen padi\n    sebab:\n      - csf: Naiknya panen padi\n      - csf: NAIKNYA PANEN  PADI.\n"
    assert [("1", ("1.1", "1.2")), ("1.1", ("1",)), ("1.2", ("1",))] == [
        (hit.node, hit.related) for hit in hits("RED01", text, tahap=2)
    ]


def test_one_differing_word_numbering_aside_is_no_copy() -> None:
    text = "pohon:\n  - outcome: 1. Naiknya panen padi\n    sebab:\n      - csf: Naiknya panen jagung\n  - outcome: a. Naiknya panen padi\n"
    assert ["2"] == [hit.node for hit in hits("RED01", text, tahap=2)]


def test_a_cause_that_says_its_effect_again_is_told_of_once() -> None:
    text = "pohon:\n  - outcome: Naiknya panen padi\n    sebab:\n      - csf: Naiknya panen padi\n"
    assert ([], ["1.1"]) == (hits("RED01", text, tahap=2), [hit.node for hit in hits("RED02", text, tahap=2)])


def test_unplaced_conditions_are_not_compared() -> None:
    text = "pohon:\n  - outcome: Naiknya panen padi\nbelum_ditempatkan:\n  - csf: Naiknya panen padi\n  - Naiknya panen padi\n"
    assert [] == hits("RED01", text, tahap=2)


def test_statements_without_a_word_are_not_copies_of_each_other() -> None:
    text = "pohon:\n  - outcome: ...\n    sebab:\n      - csf: ...\n"
    assert [] == hits("RED01", text, tahap=2)
