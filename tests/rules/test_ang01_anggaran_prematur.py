"""ANG01: edges of the rule."""

import pytest

from tests.rules.hits import numbers


@pytest.mark.parametrize("stage", [1, 2, 3, 4])
def test_money_before_stage_five_is_told(stage: int) -> None:
    assert ["1:anggaran"] == numbers("ANG01", "pohon:\n  - outcome: A\n    anggaran: 0\n", tahap=stage)


def test_money_belongs_to_stage_five() -> None:
    assert [] == numbers("ANG01", "pohon:\n  - outcome: A\n    anggaran: 1.000\n", tahap=5)


@pytest.mark.parametrize(
    ("statement", "fires"),
    [
        ("Tersalurnya Rp20.000.000 bantuan", True),
        ("Tersalurnya rp. 5 juta", True),
        ("Tersusunnya RPJMD 2025", False),
        ("Turunnya harga 20.000", False),
    ],
)
def test_rupiah_in_words_counts_too(statement: str, fires: bool) -> None:
    assert (["1"] if fires else []) == numbers("ANG01", f"pohon:\n  - outcome: {statement}\n", tahap=3)
