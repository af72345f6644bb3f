"""Edges of BHS20 angka-di-kinerja: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _csf(*statements: str) -> str:
    return "pohon:\n  - outcome: Meningkatnya mutu hidup warga kota\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


@pytest.mark.parametrize(
    "statement",
    [
        "Naiknya layanan di 23 kecamatan",
        "Naiknya panen tahun 2029",
        "Turunnya stunting 14%",
        "Naiknya cakupan 98,5 persen",
    ],
)
def test_figures_are_found(statement: str) -> None:
    assert ["1.1"] == numbers("BHS20", _csf(statement), tahap=1)


@pytest.mark.parametrize(
    "statement",
    [
        "Turunnya COVID-19",
        "Naiknya imunisasi anak usia 0-17 tahun",
        "Tertibnya Perda Nomor 5 Tahun 2020",
        "Naiknya mutu kelas 3",
        "Naiknya desa 3T",
        "Naiknya usaha dalam 1 (satu) kabupaten",
        "Turunnya PM2.5",
        "Naiknya P2KB",
    ],
)
def test_figures_inside_names_are_left_alone(statement: str) -> None:
    assert [] == numbers("BHS20", _csf(statement), tahap=1)


@pytest.mark.parametrize(
    "statement", ["Beroperasinya TPS 3R", "Terawasinya LPG 3 kg", "Terhilirisasinya riset TRL 7-9"]
)
def test_a_figure_behind_an_abbreviation_is_part_of_the_name(statement: str) -> None:
    assert [] == numbers("BHS20", _csf(statement), tahap=1)


def test_in_capitals_an_abbreviation_cannot_be_told() -> None:
    assert ["1.1"] == numbers("BHS20", _csf("TERBANGUNNYA SUMUR 3"), tahap=1)


@pytest.mark.parametrize(
    "statement", ["Meningkatnya layanan gawat darurat 24 jam", "Terpenuhinya pelatihan 20 jam pelajaran"]
)
def test_hours_of_a_standard_are_no_target(statement: str) -> None:
    assert [] == numbers("BHS20", f"pohon:\n  - outcome: {statement}\n")
