"""Words of a unit: its kind, and what only fills the cell."""

import pytest

from pohon.model.lexicon import default
from pohon.model.unit_words import kinds_of, same_unit, told


@pytest.mark.parametrize(
    ("unit", "kinds"),
    [
        ("%", "persen"), ("Persen (%)", "persen"), ("% PDRB", "persen"), ("kw/ha", "besaran"), ("m'", "besaran"), ("kkal/kap/hari", "besaran"),
        ("Rp Miliar", "uang"), ("Nilai Indeks", "skala"), ("Skala 1-4", "skala"), ("0-100", "skala"), ("per 1.000 KH", "per"), ("1:20", "per"),
        ("Dokumen", "benda"), ("Orang/Bulan", "benda besaran"), ("Wisman", ""),
    ],
)  # fmt: skip
def test_the_kind_of_a_unit(unit: str, kinds: str) -> None:
    assert frozenset(kinds.split()) == kinds_of(unit, default())


@pytest.mark.parametrize(("cell", "unit"), [(" - ", ""), ("–", ""), ("", ""), ("%", "%"), (" Ha ", "Ha"), ("‰", "‰")])
def test_a_dash_is_no_unit(cell: str, unit: str) -> None:
    assert unit == told(cell)


def test_words_in_common_make_units_one() -> None:
    assert same_unit("Nilai", "Indeks (Nilai)")
    assert not same_unit("Orang", "Dokumen")
