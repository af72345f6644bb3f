"""STR19: edges of the rule."""

import pytest

from tests.rules.hits import numbers


def _tree(*factors: str) -> str:
    return "pohon:\n  - outcome: A\n    dasar: {harapan: X}\n    sebab:\n" + "".join(
        f"      - {{csf: B{n}{given}}}\n" for n, given in enumerate(factors)
    )


@pytest.mark.parametrize("mapped", [", komponen: sasaran", ", asal: [{tahap: 5}]"])
def test_a_component_or_a_row_of_stage_five_carries_a_csf_on(mapped: str) -> None:
    assert ["1.2"] == numbers("STR19", _tree(mapped, ""), tahap=5)


def test_while_nothing_is_mapped_another_rule_speaks() -> None:
    assert [] == numbers("STR19", _tree("", ""), tahap=5)


def test_nothing_is_judged_before_stage_five() -> None:
    assert [] == numbers("STR19", _tree(", komponen: sasaran", ""), tahap=4)


def test_planning_documents_are_left_alone() -> None:
    assert [] == numbers("STR19", "pohon:\n  - {csf: A, komponen: sasaran}\n  - csf: B\n", tahap=5)
