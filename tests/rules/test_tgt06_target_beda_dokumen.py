"""Edges of TGT06 target-beda-dokumen: what the page's examples do not show."""

import pytest

from pohon.model.finding import Severity
from tests.rules.hits import graded, numbers


def _one(indicator: str, statement: str = "Meningkatnya mutu layanan", kind: str = "outcome") -> str:
    return f"pohon:\n  - {kind}: {statement}\n    indikator:\n      - {indicator}\n"


@pytest.mark.parametrize(
    ("ours", "theirs", "fires"),
    [
        ("96,5", "96", True),
        ("96,5", "96.5", False),
        ("15 OPD", "15 OPD/Lembaga", False),
        ("92,16 %", "92,16", False),
        ("65", "65,00005", False),
        ("65", "65,01", True),
        ("BB", "A", True),
        ("BB", "bb", False),
        ("96", "6,800", False),
        ("96", "X", False),
        ("96", "", False),
    ],
)
def test_values_are_compared_not_printings(ours: str, theirs: str, fires: bool) -> None:
    row = f'{{nama: U, target: {{2025: "{ours}"}}, asal: [{{dokumen: rkt, target: "{theirs}"}}]}}'
    assert (["1:indikator.0.asal.0"] if fires else []) == numbers("TGT06", _one(row))


def test_a_row_is_held_against_the_year_of_its_document() -> None:
    row = '{nama: U, target: {2025: "70", 2026: "75"}, asal: [{dokumen: rkt, target: "75"}]}'
    assert [] == numbers("TGT06", _one(row))
    assert [] == numbers("TGT06", _one(row) + "dokumen: {rkt: {tahun: 2026}}\n")
    assert ["1:indikator.0.asal.0"] == numbers("TGT06", _one(row) + "dokumen: {rkt: {tahun: 2025}}\n")


def test_one_indicator_on_cause_and_effect_has_one_target() -> None:
    below = '    sebab:\n      - csf: Meningkatnya mutu\n        indikator:\n          - {nama: "nilai  U", target: {2025: "80"}}\n'
    assert [] == numbers("TGT06", _one('{nama: Nilai U, target: {2025: "80,0"}}') + below)
    assert {"1.1": Severity.WARNING} == graded("TGT06", _one('{nama: Nilai U, target: {2025: "82"}}') + below)
