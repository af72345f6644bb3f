"""STR06: edges of the rule."""

from pohon.rules._base import Severity
from tests.rules.hits import hits, numbers


def test_an_outcome_without_csf_belongs_to_another_rule() -> None:
    assert [] == numbers("STR06", "pohon:\n  - outcome: A\n", tahap=3)


def test_a_condition_that_others_support_is_no_leaf() -> None:
    text = "pohon:\n  - csf: A\n    sebab: [{ref: x}]\n  - csf: B\n    sebab:\n      - operasional: C\n        id: x\n"
    assert [] == numbers("STR06", text, tahap=3)


def test_a_gap_is_a_warning_at_stage_three_and_an_error_afterwards() -> None:
    text = "pohon:\n  - csf: A\n    isu: B\n"
    assert [None] == [hit.severity for hit in hits("STR06", text, tahap=3)]
    assert [Severity.ERROR] == [hit.severity for hit in hits("STR06", text, tahap=4)]


def test_in_a_planning_document_only_a_gap_among_siblings_counts() -> None:
    lone = "pohon:\n  - csf: A\n    sebab: [{utama: B}, {utama: C}]\n"
    assert [] == numbers("STR06", lone, tahap=5)
    uneven = "pohon:\n  - csf: A\n    sebab:\n      - utama: B\n      - utama: C\n        sebab: [{antara: D}]\n"
    assert [("1.1", Severity.HINT)] == [(hit.node, hit.severity) for hit in hits("STR06", uneven, tahap=5)]


def test_a_condition_of_a_partner_may_end_the_branch() -> None:
    text = "pohon:\n  - csf: A\n    sebab:\n      - antara: B\n        crosscutting: [{mitra: C}]\n"
    assert [] == numbers("STR06", text, tahap=3)
