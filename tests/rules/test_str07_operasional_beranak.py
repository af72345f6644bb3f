"""STR07: edges of the rule."""

from tests.rules.hits import hits, numbers

_NESTED = "pohon:\n  - operasional: A\n    sebab: [{operasional: B}]\n"


def test_a_profile_may_allow_operational_below_operational() -> None:
    assert ["1"] == numbers("STR07", _NESTED, tahap=3)
    assert [] == numbers("STR07", _NESTED, tahap=3, profil="tematik")


def test_no_profile_allows_a_higher_level_below_operational() -> None:
    text = "pohon:\n  - operasional: A\n    sebab: [{utama: B}, {operasional: C}]\n"
    (found,) = hits("STR07", text, tahap=3, profil="tematik")
    assert ("1.1",) == found.related


def test_a_support_edge_is_no_child() -> None:
    text = "pohon:\n  - operasional: A\n    sebab: [{ref: b}]\n  - operasional: B\n    id: b\n"
    assert [] == numbers("STR07", text, tahap=3)
