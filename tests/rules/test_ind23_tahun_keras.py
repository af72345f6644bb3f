"""IND23: edges of the rule."""

import pytest

from tests.rules.hits import numbers


def _found(name: str, **more: str) -> list[str]:
    fields = "".join(f"        {key}: {value}\n" for key, value in more.items())
    return numbers("IND23", f"pohon:\n  - outcome: A\n    indikator:\n      - nama: {name}\n{fields}", tahap=4)


@pytest.mark.parametrize("formula", ["a tahun 2019 dibagi b", "a (2024) dibagi b", "a per 31 Desember 2025"])
def test_a_single_year_is_told(formula: str) -> None:
    assert ["1:indikator.0.rumus"] == _found("Jumlah a", rumus=formula)


@pytest.mark.parametrize(
    "formula",
    [
        "a tahun n",
        "a menurut Perpres 59 Tahun 2017",
        "target RPJMD 2021-2026",
        "a periode 2021 s.d. 2026",
        "harga konstan 2010",
        "12.2024 berkas",
        "UU No. 23/2014",
        "a 20240 b",
    ],
)
def test_names_bases_and_periods_pass(formula: str) -> None:
    assert [] == _found("Jumlah a", rumus=formula)
