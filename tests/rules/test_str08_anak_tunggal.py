"""STR08: edges of the rule."""

from tests.rules.hits import numbers


def test_one_utama_below_a_csf_is_the_shape_of_the_balangan_profile_only() -> None:
    text = "pohon:\n  - csf: A\n    isu: B\n    sebab: [{utama: C}]\n"
    assert [] == numbers("STR08", text, tahap=3)
    assert ["1"] == numbers("STR08", text, tahap=3, profil="berjenjang")


def test_one_antara_below_a_csf_is_a_single_cause_everywhere() -> None:
    assert ["1"] == numbers("STR08", "pohon:\n  - csf: A\n    sebab: [{antara: C}]\n", tahap=3)


def test_a_support_edge_or_a_partner_is_a_second_cause() -> None:
    support = "pohon:\n  - utama: A\n    sebab: [{antara: B}, {ref: c}]\n  - utama: D\n    sebab: [{antara: C, id: c}, {antara: E}]\n"
    assert [] == numbers("STR08", support, tahap=3)
    partner = "pohon:\n  - utama: A\n    crosscutting: [{mitra: M}]\n    sebab: [{antara: B}]\n"
    assert [] == numbers("STR08", partner, tahap=3)


def test_one_support_edge_alone_is_a_single_cause() -> None:
    text = "pohon:\n  - utama: A\n    sebab: [{ref: c}]\n  - utama: D\n    sebab: [{antara: C, id: c}, {antara: E}]\n"
    assert ["1"] == numbers("STR08", text, tahap=3)


def test_one_csf_is_counted_here_only_in_planning_documents() -> None:
    text = "pohon:\n  - outcome: A\n    sebab: [{csf: B}]\n"
    assert [] == numbers("STR08", text, tahap=3)
    assert ["1"] == numbers("STR08", text, tahap=5)
