"""Edges of TGT14 sisa-hitungan: what the page's examples do not show."""

import pytest

from tests.rules.hits import hits, numbers


def _one(indicator: str, statement: str = "Meningkatnya mutu layanan", kind: str = "outcome") -> str:
    return f"pohon:\n  - {kind}: {statement}\n    indikator:\n      - {indicator}\n"


@pytest.mark.parametrize(
    ("value", "fires"),
    [
        ("0.9500000001", True),
        ("86.149999999999991", True),
        ("95,0000000", True),
        ("33,333333333 %", True),
        ("0.900001", True),
        ("97,7256", False),
        ("0,00012345", False),
        ("12000000000", False),
        ("5.581.884.078", False),
        ("15 OPD", False),
        ("X", False),
        ("", False),
    ],
)
def test_only_decimals_that_nobody_types_are_found(value: str, fires: bool) -> None:
    row = f'{{nama: Rasio, target: {{2025: "{value}"}}}}'
    assert (["1:indikator.0.target.2025"] if fires else []) == numbers("TGT14", _one(row))


def test_the_baseline_is_looked_at_and_a_rounded_figure_is_offered() -> None:
    (found,) = hits("TGT14", _one('{nama: Rasio, awal: "86.149999999999991"}'))
    assert found.field == "indikator.0.awal"
    assert "86,15" in found.message
