"""STR03: edges of the rule."""

from dataclasses import replace

from pohon.model.lexicon import default
from pohon.rules._base import Severity
from pohon.rules.struktur.str03_akar_salah import RULE
from tests.build import tree
from tests.rules.hits import hits, numbers


def test_an_empty_tree_lacks_its_outcome() -> None:
    given = replace(tree("pohon:\n  - outcome: A\n", tahap=1), nodes={}, roots=())
    assert [""] == [hit.node for hit in RULE.check(given, default())]


def test_a_missing_outcome_is_told_once_at_the_first_root() -> None:
    assert ["1"] == numbers("STR03", "pohon:\n  - csf: A\n  - csf: B\n  - utama: C\n", tahap=2)


def test_every_outcome_after_the_first_is_a_hint() -> None:
    found = hits("STR03", "pohon:\n  - outcome: A\n  - outcome: B\n  - outcome: C\n", tahap=1)
    assert [("2", Severity.HINT), ("3", Severity.HINT)] == [(hit.node, hit.severity) for hit in found]


def test_a_tree_read_from_a_planning_document_needs_no_outcome() -> None:
    assert [] == numbers("STR03", "pohon:\n  - csf: A\n", tahap=5)
    assert [] == numbers("STR03", "pohon:\n  - csf: A\n    isu: B\ndokumen:\n  rkt: {tahun: 2024}\n", tahap=5)


def test_a_tree_at_stage_five_that_went_through_stage_two_needs_one() -> None:
    assert ["1"] == numbers("STR03", "pohon:\n  - csf: A\n    isu: Rendahnya B\n", tahap=5)
