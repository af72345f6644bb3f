"""Edges of IND18 indikator-proses: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _one(name: str) -> str:
    return f"pohon:\n  - outcome: Naiknya kelas usaha\n    indikator:\n      - nama: {name}\n"


@pytest.mark.parametrize(
    "name",
    [
        "Cakupan koordinasi pemeliharaan irigasi",
        "Persentase kegiatan pemberdayaan yang terlaksana",
        "Persentase rata-rata ketercapaian pelaksanaan program",
        "Tingkat penyerapan belanja daerah",
    ],
)
def test_work_done_is_no_result(name: str) -> None:
    assert ["1:indikator.0"] == numbers("IND18", _one(name))


@pytest.mark.parametrize(
    "name",
    [
        "Persentase koperasi yang mengikuti pelatihan",
        "Nilai evaluasi SAKIP",
        "Persentase realisasi investasi",
        "Indeks kegiatan literasi",
        "Persentase penyelesaian pengaduan",
        "Program",
    ],
)
def test_people_scores_and_values_are_left_alone(name: str) -> None:
    assert [] == numbers("IND18", _one(name))


def test_a_known_score_with_the_name_of_work_passes() -> None:
    row = "pohon:\n  - outcome: Meningkatnya tata kelola keuangan\n    indikator: [{}]\n"
    assert [] == numbers("IND18", row.format("Indikator Kinerja Pelaksanaan Anggaran (IKPA)"))
    assert ["1:indikator.0"] == numbers("IND18", row.format("Persentase pelaksanaan anggaran"))


def test_a_thing_with_the_name_of_work_is_a_thing() -> None:
    row = "pohon:\n  - outcome: Meningkatnya mutu kampus\n    indikator: [{}]\n"
    assert [] == numbers("IND18", row.format("Persentase program studi unggul"))
    assert ["1:indikator.0"] == numbers("IND18", row.format("Persentase program kampus"))
