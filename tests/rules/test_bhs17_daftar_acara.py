"""Edges of BHS17 daftar-acara: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _node(statement: str, kind: str = "operasional") -> str:
    return f"pohon:\n  - outcome: Meningkatnya minat baca\n    sebab:\n      - {kind}: {statement}\n"


@pytest.mark.parametrize(
    "statement",
    [
        "Terlaksananya Festival Buku, Lomba Bertutur, Pameran dan Bazar",
        "Terlaksananya layanan keliling untuk warga ke Pasar Baru, Terminal Lama, Taman Kota/ Stasiun",
    ],
)
def test_events_and_proper_names_in_a_row_are_found(statement: str) -> None:
    assert ["1.1"] == numbers("BHS17", _node(statement))


@pytest.mark.parametrize(
    "statement",
    [
        "Terlaksananya Pencatatan, Penatausahaan dan Penerbitan Dokumen",
        "Terlaksananya pendataan, pengolahan, perawatan, dan penyiangan buku",
        "Terlaksananya Penelitian, Pengembangan, Perekayasaan, dan Pengujian Benih",
        "Terlaksananya Festival Buku dan Lomba Bertutur",
        "Tersedianya buku untuk kelas satu, dua, tiga, empat dan lima",
    ],
)
def test_lists_of_work_and_short_lists_are_left_alone(statement: str) -> None:
    assert [] == numbers("BHS17", _node(statement))


def test_levels_above_antara_are_left_alone() -> None:
    assert [] == numbers("BHS17", _node("Naiknya Festival Buku, Lomba Bertutur, Pameran dan Bazar", "csf"))
