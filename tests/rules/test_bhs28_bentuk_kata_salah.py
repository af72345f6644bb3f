"""Edges of BHS28 bentuk-kata-salah: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _one(statement: str, name: str = "Jumlah kapal") -> str:
    return f"pohon:\n  - outcome: {statement}\n    indikator:\n      - nama: {name}\n"


@pytest.mark.parametrize(
    "statement",
    [
        "Menurun kemiskinan di pesisir",
        "Terlaksana pembinaan",
        "Meningkatnya XYZl nelayan",
        "Naiknya mutu yang yang baik",
        "Tumbuhnya ekonomi ekonomi desa",
        "Bertambahnya ikan yang di daratkan di Tarakan",
        "Bertambahnya aparatur yang ber integritas",
    ],
)
def test_broken_forms_in_a_statement(statement: str) -> None:
    assert ["1"] == numbers("BHS28", _one(statement), tahap=1)


@pytest.mark.parametrize(
    "statement",
    [
        "Terbangun, terehabilitasi dan terpeliharanya pasar",
        "Tersusun/tereviunya aturan",
        "Tumbuh kembang balita terpantau",
        "Naik kelasnya nelayan di Nunukan, Balikpapan dan di kecamatan",
        "Meningkatnya peserta ber-KB di Bau Bau dan Muko Muko",
        "Meningkat dan meratanya mutu",
    ],
)
def test_several_heads_and_standing_words_are_left_alone(statement: str) -> None:
    assert [] == numbers("BHS28", _one(statement), tahap=1)


@pytest.mark.parametrize(
    "name", ["Jumlah izin yang terbitkan", "Jumlah izin yang di terbitkan", "Persentase persentase kapal"]
)
def test_broken_forms_in_an_indicator(name: str) -> None:
    assert ["1:indikator.0"] == numbers("BHS28", _one("Naiknya a b", name), tahap=1)


@pytest.mark.parametrize(
    "name",
    [
        "Jumlah nilai-nilai adat",
        "Jumlah unit di pelabuhan",
        "Indeks BerAKHLAK",
        "Jumlah video YouTube",
        "Jumlah KTP-el dan URL",
        "Jumlah kapal yang dilaporkan di pendidikan",
        "Rata-rata rata-rata",
    ],
)
def test_right_forms_brands_and_reduplication_are_left_alone(name: str) -> None:
    assert [] == numbers("BHS28", _one("Naiknya a b", name), tahap=1)
