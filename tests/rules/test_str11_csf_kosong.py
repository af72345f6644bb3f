"""STR11: edges of the rule."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import hits, numbers


def _with(factors: int) -> str:
    return "pohon:\n  - outcome: A\n    sebab:\n" + "".join(
        f"      - {{csf: B{n}, isu: Rendahnya B{n}}}\n" for n in range(factors)
    )


@pytest.mark.parametrize(("factors", "expected"), [(1, ["1"]), (2, []), (7, []), (8, ["1"])])
def test_one_csf_and_more_than_seven_are_hints(factors: int, expected: list[str]) -> None:
    found = hits("STR11", _with(factors), tahap=2)
    assert expected == [hit.node for hit in found]
    assert {Severity.HINT} >= {hit.severity for hit in found}


def test_an_outcome_without_any_cause_is_an_error() -> None:
    assert [("1", None)] == [(hit.node, hit.severity) for hit in hits("STR11", "pohon:\n  - outcome: A\n", tahap=2)]


def test_an_issue_of_spaces_is_no_issue() -> None:
    assert ["1.1"] == numbers(
        "STR11", 'pohon:\n  - outcome: A\n    sebab: [{csf: B, isu: "  "}, {csf: C, isu: D}]\n', tahap=2
    )


def test_planning_documents_print_no_issue() -> None:
    text = "pohon:\n  - outcome: A\n    sebab: [{csf: B}, {csf: C}]\n"
    assert ["1.1", "1.2"] == numbers("STR11", text, tahap=4)
    assert [] == numbers("STR11", text, tahap=5)


def test_at_stage_five_one_csf_with_an_issue_makes_the_others_wanting() -> None:
    assert ["1.2"] == numbers("STR11", "pohon:\n  - outcome: A\n    sebab: [{csf: B, isu: X}, {csf: C}]\n", tahap=5)
