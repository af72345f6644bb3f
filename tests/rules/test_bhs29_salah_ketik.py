"""Edges of BHS29 salah-ketik: what the page's examples do not show."""

import pytest

from pohon.model.lexicon import default
from pohon.model.spellcheck import slips
from tests.rules.hits import numbers


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("kelembagan", "kelembagaan"),
        ("infrastrukutr", "infrastruktur"),
        ("pennyuluhan", "penyuluhan"),
        ("koprasi", "koperasi"),
        ("wisatwan", "wisatawan"),
        ("pengelolan", "pengelolaan"),
        ("koperasii", "koperasi"),
        ("layanann", "layanan"),
        ("publikk", "publik"),
        ("kesesuain", "kesesuaian"),
        ("ketersediaanya", "ketersediaannya"),
    ],
)
def test_one_letter_lost_added_or_swapped(word: str, right: str) -> None:
    assert right == slips(word, default())


@pytest.mark.parametrize(
    "word",
    [
        "pengawalan",
        "tempatnya",
        "terjalinnya",
        "penyidikan",
        "kebijakannya",
        "pelindungan",
        "konsultansi",
        "operational",
        "pelaksana",
        "pelatihannya",
        "rumuskan",
        "transmisi",
        "pengajian",
        "sunting",
        "kapanewon",
        "gunungkidul",
        "kualasimpang",
        "minapadi",
        "debottlenecking",
        "termusnahkannya",
        "desa",
        "x",
        "12345678",
        "🌳🌳🌳🌳🌳🌳🌳",
    ],
)
def test_right_words_forms_and_neighbours_are_left_alone(word: str) -> None:
    assert not slips(word, default())


def test_own_words_are_accepted() -> None:
    text = "pohon:\n  - outcome: Meningkatnya mutu Kelmpok\n"
    assert ["1"] == numbers("BHS29", text, tahap=1)
    assert [] == numbers("BHS29", text, {"kata": {"baku_lain": ["kelmpok"]}}, tahap=1)


def test_formulas_and_sources_are_read_too() -> None:
    text = "pohon:\n  - outcome: Naiknya a b\n    indikator:\n      - nama: Jumlah a\n        rumus: Jumlah kegiatn\n        sumber: Lapran dinas, kependudukn\n"
    assert ["1:indikator.0.rumus", "1:indikator.0.sumber"] == numbers("BHS29", text, tahap=1)
