"""Edges of TGT12 target-beda-dengan-kalimat: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _one(indicator: str, statement: str = "Meningkatnya mutu layanan", kind: str = "outcome") -> str:
    return f"pohon:\n  - {kind}: {statement}\n    indikator:\n      - {indicator}\n"


def _said(statement: str, target: str, name: str = "Persentase puskesmas terakreditasi") -> list[str]:
    return numbers("TGT12", _one(f'{{nama: {name}, target: {{2025: "{target}"}}}}', statement))


@pytest.mark.parametrize(
    ("statement", "target", "fires"),
    [
        ("Meningkatnya puskesmas terakreditasi mencapai 45,05%", "33,67%", True),
        ("Meningkatnya puskesmas terakreditasi mencapai 45,05%", "45.05%", False),
        ("Sekurang-kurangnya 50% puskesmas terakreditasi", "60%", False),
        ("Sekurang-kurangnya 50% puskesmas terakreditasi", "40%", True),
        ("Paling banyak 10 persen puskesmas terakreditasi dasar", "8%", False),
        ("Meningkatnya puskesmas terakreditasi", "33%", False),
        ("Meningkatnya gizi 20% balita pesisir", "33%", False),
        ("Meningkatnya puskesmas terakreditasi sebesar 5%", "12 unit", False),
    ],
)
def test_a_figure_in_the_statement_binds_the_indicator_alike(statement: str, target: str, fires: bool) -> None:
    assert (["1:indikator.0.target.2025"] if fires else []) == _said(statement, target)


def test_each_figure_speaks_of_the_words_that_follow_it() -> None:
    statement = "Sekurang-kurangnya 20% lembaga kursus terakreditasi, dan 25% lulusan kursus bersertifikat"
    assert ["1:indikator.0.target.2025"] == _said(statement, "5%", "Persentase lembaga kursus terakreditasi")
    assert [] == _said(statement, "30%", "Persentase lulusan kursus bersertifikat")
