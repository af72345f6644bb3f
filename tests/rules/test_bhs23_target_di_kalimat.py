"""Edges of BHS23 target-di-kalimat: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _csf(statement: str) -> str:
    return f"pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - csf: {statement}\n"


@pytest.mark.parametrize(
    "statement",
    [
        "Menurunnya stunting menjadi 14 persen",
        "Meningkatnya PAD sebesar Rp 250.000.000",
        "Minimal 3 pelabuhan beroperasi",
        "Menurunnya waktu tunggu di bawah 30 menit",
    ],
)
def test_figures_to_reach_are_found(statement: str) -> None:
    assert ["1.1"] == numbers("BHS23", _csf(statement), tahap=1)


@pytest.mark.parametrize(
    "statement",
    [
        "Meningkatnya layanan bagi warga di atas 60 tahun",
        "Meningkatnya pengelolaan limbah B3",
        "Terlaksananya Perpres 39 tentang satu data",
        "Meningkatnya siswa lulus dari 12 sekolah",
        "%",
    ],
)
def test_names_and_ages_are_left_alone(statement: str) -> None:
    assert [] == numbers("BHS23", _csf(statement), tahap=1)
