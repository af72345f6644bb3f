"""Edges of PET03 komponen-sebelum-waktunya: what the page's examples do not show."""

import pytest

from tests.rules.hits import hits, numbers


@pytest.mark.parametrize(("tahap", "fires"), [(1, True), (3, True), (4, True), (5, False)])
def test_mapping_counts_only_before_stage_five(tahap: int, fires: bool) -> None:
    text = "pohon:\n  - outcome: Meningkatnya mutu\n    program: 1.02.02\n"
    assert (["1:program"] if fires else []) == numbers("PET03", text, tahap=tahap)


def test_the_whole_tree_is_told_of_once() -> None:
    text = "pohon:\n  - outcome: Meningkatnya A\n    komponen: Tujuan\n  - csf: Meningkatnya B\n    komponen: sasaran\n"
    (found,) = hits("PET03", text, tahap=2)
    assert (found.node, found.related) == ("1", ("2",))


def test_a_list_of_positions_that_no_condition_uses_is_fine() -> None:
    text = "pohon:\n  - outcome: Meningkatnya A\njabatan:\n  - {id: k, nama: Kepala, jenjang: jpt-pratama}\n"
    assert [] == numbers("PET03", text, tahap=2)
