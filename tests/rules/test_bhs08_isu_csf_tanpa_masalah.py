"""Edges of BHS08 isu-csf-tanpa-masalah: what the page's examples do not show."""

import pytest

from tests.rules.hits import hits


def _issue(condition: str, issue: str, more: str = "") -> str:
    return f"pohon:\n  - outcome: Meningkatnya mutu hidup\n    sebab:\n      - csf: {condition}\n        isu: {issue}\n{more}"


@pytest.mark.parametrize(
    "issue",
    [
        "Masih rendahnya mutu air sungai",
        "Mutu air sungai hanya 40 persen baku mutu",
        "Tingginya pencemaran",
        "Mutu air sungai menurun",
    ],
)
def test_issues_that_state_a_problem_or_a_figure_are_factual(issue: str) -> None:
    assert "belum faktual" not in " ".join(
        hit.message for hit in hits("BHS08", _issue("Meningkatnya mutu air sungai", issue), tahap=2)
    )


def test_an_issue_without_a_fact_is_found_unless_it_looks_ahead() -> None:
    text = _issue("Meningkatnya mutu air sungai", "Mutu air sungai")
    assert ["isu"] == [hit.field for hit in hits("BHS08", text, tahap=2)]
    assert [] == hits("BHS08", text + "        waktu: depan\n", tahap=2)


def test_issue_and_condition_must_share_their_nouns_as_written() -> None:
    assert [] == hits(
        "BHS08",
        _issue("Meningkatnya kualitas pelayanan terminal", "Masih rendahnya kualitas pelayanan terminal"),
        tahap=2,
    )
    apart = hits(
        "BHS08", _issue("Optimalnya pemanfaatan data jalan", "Belum optimalnya pemanfaatan database jalan"), tahap=2
    )
    assert ["kesamaan isi 0,50"] == [hit.evidence for hit in apart]


def test_a_csf_without_issue_is_left_to_other_rules() -> None:
    assert [] == hits(
        "BHS08",
        "pohon:\n  - outcome: Meningkatnya mutu hidup\n    sebab:\n      - csf: Meningkatnya mutu air\n",
        tahap=2,
    )
