"""IND01: edges of the rule."""

from tests.rules.hits import numbers


def test_a_tree_without_any_indicator_is_told_once() -> None:
    text = "pohon:\n  - outcome: A\n    sebab: [{csf: B}, {csf: C}]\n"
    assert ["1"] == numbers("IND01", text, tahap=4)
    assert ["1", "1.1", "1.2"] == numbers("IND01", text, tahap=5)


def test_the_words_of_an_election_need_no_indicator() -> None:
    text = "pohon:\n  - outcome: A\n    komponen: Visi\n    sebab:\n      - outcome: B\n        komponen: Misi\n"
    assert [] == numbers("IND01", text, tahap=5)


def test_a_tree_of_one_node_is_told_too() -> None:
    assert ["1"] == numbers("IND01", "pohon:\n  - csf: A\n", tahap=5)


def test_every_other_gap_is_told_on_its_node() -> None:
    text = "pohon:\n  - outcome: A\n    indikator: [Jumlah A]\n    sebab: [{csf: B}, {csf: C}]\n"
    assert ["1.1", "1.2"] == numbers("IND01", text, tahap=4)


def test_a_leaf_of_a_partner_is_measured_by_the_partner() -> None:
    text = "pohon:\n  - outcome: A\n    indikator: [Jumlah A]\n    sebab:\n      - antara: B\n        crosscutting: [{mitra: M}]\n"
    assert [] == numbers("IND01", text, tahap=4)


def test_unplaced_conditions_are_not_judged() -> None:
    text = "pohon:\n  - outcome: A\n    indikator: [Jumlah A]\nbelum_ditempatkan:\n  - operasional: B\n"
    assert [] == numbers("IND01", text, tahap=4)
