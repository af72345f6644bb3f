"""STR04: edges of the rule."""

import pytest

from tests.rules.hits import numbers


@pytest.mark.parametrize(
    ("effect", "cause", "fires"),
    [
        ("outcome", "csf", False),
        ("outcome", "utama", True),
        ("outcome", "antara", True),
        ("csf", "utama", False),
        ("csf", "antara", False),
        ("csf", "operasional", True),
        ("utama", "operasional", True),
        ("antara", "operasional", False),
        ("antara", "csf", False),
    ],
)
def test_only_a_level_left_out_on_the_way_down_counts(effect: str, cause: str, fires: bool) -> None:
    found = numbers("STR04", f"pohon:\n  - {effect}: A\n    sebab: [{{{cause}: B}}]\n", tahap=3)
    assert (["1.1"] if fires else []) == found


def test_a_level_that_the_profile_does_not_use_is_not_missed() -> None:
    text = "pohon:\n  - utama: A\n    sebab: [{operasional: B}]\n"
    assert ["1.1"] == numbers("STR04", text, tahap=3)
    assert [] == numbers("STR04", text, tahap=3, profil="tematik")


def test_planning_documents_are_left_alone() -> None:
    assert [] == numbers("STR04", "pohon:\n  - utama: A\n    sebab: [{operasional: B}]\n", tahap=5)
