"""STR05: edges of the rule."""

import pytest

from tests.rules.hits import numbers

_KINDS = ["outcome", "csf", "utama", "antara", "operasional"]


@pytest.mark.parametrize("cause", _KINDS)
@pytest.mark.parametrize("effect", _KINDS[:-1])
def test_a_cause_stands_below_its_effect_or_is_another_antara(effect: str, cause: str) -> None:
    found = numbers("STR05", f"pohon:\n  - {effect}: A\n    sebab: [{{{cause}: B}}]\n", tahap=3)
    fine = _KINDS.index(cause) > _KINDS.index(effect) or effect == cause == "antara"
    assert ([] if fine else ["1.1"]) == found


def test_children_of_operational_conditions_belong_to_another_rule() -> None:
    assert [] == numbers("STR05", "pohon:\n  - operasional: A\n    sebab: [{antara: B}]\n", tahap=3)


def test_the_tujuan_of_an_agency_may_stand_below_a_sasaran_of_its_government() -> None:
    text = "pohon:\n  - csf: A\n    isu: B\n    sebab: [{outcome: C}]\n"
    assert ["1.1"] == numbers("STR05", text, tahap=5)
    assert [] == numbers("STR05", text, tahap=5, jenis="pemda")
    assert [] == numbers("STR05", "pohon:\n  - csf: A\n    sebab: [{outcome: C}]\n", tahap=5)
