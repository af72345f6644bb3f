"""Edges of IND28 kata-kabur-di-indikator: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _one(name: str, more: str = "") -> str:
    return f"pohon:\n  - outcome: Naiknya mutu guru\n    indikator:\n      - nama: {name}\n{more}"


@pytest.mark.parametrize(
    ("name", "formula"),
    [("Jumlah kelompok tani yang optimal", ""), ("Persentase laporan berkualitas", "Jumlah laporan yang berkualitas")],
)
def test_a_formula_that_repeats_the_name_is_no_standard(name: str, formula: str) -> None:
    more = f"        rumus: {formula}\n" if formula else ""
    assert ["1:indikator.0"] == numbers("IND28", _one(name, more))


@pytest.mark.parametrize(
    "name",
    [
        "Indeks pelayanan berkualitas",
        "Persentase pasar yang memadai sesuai SNI",
        "Persentase guru",
        "Jumlah sumur baik",
    ],
)
def test_scores_and_standards_pin_it_down(name: str) -> None:
    assert [] == numbers("IND28", _one(name))
