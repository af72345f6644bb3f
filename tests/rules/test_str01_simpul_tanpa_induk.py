"""STR01: edges of the rule."""

from pohon.rules._base import Severity
from tests.rules.hits import hits, numbers


def test_outcome_and_csf_may_stand_at_the_top() -> None:
    assert [] == numbers("STR01", "pohon:\n  - outcome: A\n  - csf: B\n", tahap=3)


def test_an_idea_that_is_not_placed_yet_is_no_fault() -> None:
    assert [] == numbers(
        "STR01", "pohon:\n  - outcome: A\nbelum_ditempatkan:\n  - gagasan: Ambulans desa\n  - Sumur bor\n", tahap=3
    )


def test_an_unplaced_condition_is_a_warning_and_a_placed_one_an_error() -> None:
    text = (
        "pohon:\n  - outcome: A\n  - antara: B\nbelum_ditempatkan:\n  - operasional: C\n    sebab: [{operasional: D}]\n"
    )
    found = hits("STR01", text, tahap=3)
    assert [("2", None), ("?1", Severity.WARNING)] == [(hit.node, hit.severity) for hit in found]


def test_in_a_planning_document_the_top_level_may_stand_alone_and_lower_ones_are_warnings() -> None:
    text = "pohon:\n  - utama: A\n  - utama: B\n  - antara: C\n"
    assert [("3", Severity.WARNING)] == [(hit.node, hit.severity) for hit in hits("STR01", text, tahap=5)]


def test_in_a_planning_document_a_condition_with_a_position_belongs_to_another_rule() -> None:
    text = "pohon:\n  - utama: A\n  - antara: B\n    jabatan: k\njabatan:\n  - {id: k, nama: K, jenjang: pengawas}\n"
    assert [] == numbers("STR01", text, tahap=5)
    assert ["1", "2"] == numbers("STR01", text, tahap=4)
