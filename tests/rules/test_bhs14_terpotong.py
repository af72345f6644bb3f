"""Edges of BHS14 terpotong: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _csf(*statements: str) -> str:
    return "pohon:\n  - outcome: Meningkatnya mutu hidup warga kota\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


@pytest.mark.parametrize(
    "statement",
    [
        "Meningkatnya mutu air yang sesuai",
        "Meningkatnya layanan di luar",
        "Meningkatnya mutu dan",
        "Meningkatnya mutu air,",
        "Meningkatnya mutu (",
        "Meningkatnya mutu air berdasarkan ",
        "MENINGKATNYA MUTU AIR DI",
        "Meningkatnya Mutu Air Untuk",
    ],
)
def test_broken_ends_are_found(statement: str) -> None:
    assert ["1.1"] == numbers("BHS14", _csf(statement), tahap=1)


@pytest.mark.parametrize(
    "statement",
    [
        "Menurunnya penyakit dalam",
        "Meluasnya teknologi tepat guna",
        "Meningkatnya layanan (jalan)",
        "Meningkatnya mutu air.",
        "Berkurangnya arsip yang tidak sesuai",
        "Pulihnya mutu air pada DI",
        "Terselesaikannya konflik lahan Suku Anak Dalam",
        "dan",
    ],
)
def test_sound_ends_are_left_alone(statement: str) -> None:
    assert [] == numbers("BHS14", _csf(statement), tahap=1)


def test_indicator_names_are_judged_too() -> None:
    assert ["1.1:indikator.1"] == numbers(
        "BHS14", _csf("Naiknya mutu air\n        indikator: [Jumlah sumur, Jumlah sumur yang]"), tahap=1
    )


def test_source_rows_of_the_stages_reached_are_judged_broken_end_or_beginning_only() -> None:
    rows = (
        "        asal:\n          - {tahap: 4, teks: Naiknya mutu air yang}\n          - {tahap: 4, teks: Naiknya mutu air}\n"
        "          - {tahap: 5, teks: Naiknya mutu air minum}\n          - {tahap: 4, teks: Naiknya debit air minum}\n"
    )
    text = _csf("Naiknya mutu air minum desa") + rows
    assert ["1.1:asal.0", "1.1:asal.1"] == numbers("BHS14", text, tahap=4)
    assert ["1.1:asal.0", "1.1:asal.1", "1.1:asal.2"] == numbers("BHS14", text, tahap=5)
    assert [] == numbers("BHS14", text, tahap=3)
