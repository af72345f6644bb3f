"""Edges of TGT10 arah-tidak-sejalan: what the page's examples do not show."""

import pytest

from pohon.model.finding import Severity
from tests.rules.hits import graded, numbers


def _one(indicator: str, statement: str = "Meningkatnya mutu layanan", kind: str = "outcome") -> str:
    return f"pohon:\n  - {kind}: {statement}\n    indikator:\n      - {indicator}\n"


@pytest.mark.parametrize(
    ("row", "fires"),
    [
        ('{nama: Nilai, arah: naik, target: {2025: "70", 2026: "69", 2027: "71"}}', ["1:indikator.0.target.2026"]),
        ('{nama: Nilai, arah: naik, target: {2027: "72", 2025: "70", 2026: "71"}}', []),
        ('{nama: Nilai, arah: naik, target: {2025: "70", 2026: "70"}}', []),
        ('{nama: Nilai, arah: turun, target: {2025: "70", 2026: "71"}}', ["1:indikator.0.target.2026"]),
        ('{nama: Nilai, arah: naik, catatan: survei baru, target: {2025: "70", 2026: "60"}}', []),
        ('{nama: Nilai, arah: naik, target: {2025: "70", 2026: "6,800"}}', []),
        ('{nama: Nilai, target: {2025: "70", 2026: "60"}}', []),
    ],
)
def test_steps_against_the_direction_are_found_by_year(row: str, fires: list[str]) -> None:
    assert fires == numbers("TGT10", _one(row))


def test_a_result_that_turns_back_is_only_a_hint() -> None:
    row = '{nama: Nilai, target: {2025: "43", 2026: "40", 2027: "41"}}'
    assert {"1": Severity.HINT} == graded("TGT10", _one(row))
    assert [] == numbers("TGT10", _one(row, kind="operasional"))


def _falling(statement: str, name: str, kind: str = "outcome") -> list[str]:
    row = f'{{nama: {name}, awal: "90", target: {{2025: "80", 2026: "70", 2027: "60"}}}}'
    return numbers("TGT10", f"pohon:\n  - {kind}: {statement}\n    indikator:\n      - {row}\n")


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("Meningkatnya gizi balita", "Persentase bayi mendapat ASI"),
        ("Meningkatnya pelaku ekspor", "Jumlah eksportir dan pelaku ekspor"),
        ("Meningkatnya mutu layanan", "Nilai kepuasan tamu"),
    ],
)
def test_a_result_that_is_to_rise_and_only_falls_is_asked_about(statement: str, name: str) -> None:
    assert ["1:indikator.0.target.2027"] == _falling(statement, name)


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("Meningkatnya gizi balita", "Persentase balita kurang gizi"),
        ("Meningkatnya mutu anggaran", "Persentase belanja pegawai"),
        ("Meningkatnya layanan persampahan", "Jumlah sampah ke tempat pembuangan akhir"),
        ("Meningkatnya mutu layanan", "Jumlah kapal"),
        ("Menurunnya luas kumuh", "Persentase rumah padat"),
        ("Meningkatnya mutu layanan", "Tingkat keluhan tamu"),
    ],
)
def test_a_fall_that_may_be_meant_passes(statement: str, name: str) -> None:
    assert [] == _falling(statement, name)


def test_outputs_may_become_fewer() -> None:
    assert [] == _falling("Terlayaninya bayi", "Persentase bayi mendapat ASI", "operasional")


def test_words_that_begin_alike_name_the_same_people() -> None:
    assert ["1:indikator.0.target.2027"] == _falling("Meningkatnya pelaku ekspor", "Jumlah eksportir")
    assert [] == _falling("Meningkatnya pelaku ekspor", "Jumlah importir")
