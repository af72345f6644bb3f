"""Edges of TGT02 target-datar: what the page's examples do not show."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import graded, numbers


def _one(indicator: str, statement: str = "Meningkatnya mutu layanan", kind: str = "outcome") -> str:
    return f"pohon:\n  - {kind}: {statement}\n    indikator:\n      - {indicator}\n"


@pytest.mark.parametrize(
    "row",
    [
        '{nama: Jumlah kerja sama, satuan: Kerja sama, target: {2025: "15", 2026: "15", 2027: "15"}}',
        '{nama: Nilai SAKIP, satuan: Nilai, awal: "90,02", target: {2025: "90,02"}}',
        "{nama: Predikat SAKIP, target: {2025: BB, 2026: BB, 2027: bb}}",
        '{nama: Lama antre, arah: turun, satuan: Menit, awal: "30", target: {2025: "40", 2026: "35"}}',
        '{nama: Persentase kepatuhan, satuan: "%", awal: "70", target: {2025: "50", 2026: "51"}}',
        '{nama: Persentase kepatuhan, satuan: "%", awal: "70", target: {2025: "65"}}',
    ],
)
def test_results_that_stand_still_or_stay_behind_the_baseline_are_found(row: str) -> None:
    assert 1 == len(numbers("TGT02", _one(row)))


@pytest.mark.parametrize(
    "row",
    [
        '{nama: Persentase ruang layak, satuan: "%", target: {2025: "100", 2026: "100", 2027: "100"}}',
        "{nama: Opini BPK, awal: WTP, target: {2025: WTP, 2026: WTP, 2027: WTP}}",
        '{nama: Jumlah laporan, satuan: Laporan, target: {2025: "12", 2026: "12", 2027: "12"}}',
        '{nama: Jumlah kematian ibu, satuan: Kasus, target: {2025: "0", 2026: "0", 2027: "0"}}',
        '{nama: Nilai mutu air, arah: tetap, target: {2025: "6", 2026: "6", 2027: "6"}}',
        '{nama: Nilai mutu air, catatan: dipertahankan sesuai baku mutu, target: {2025: "6", 2026: "6", 2027: "6"}}',
        '{nama: Lama antre, satuan: Menit, awal: "45", target: {2025: "40"}}',
        '{nama: Lama antre, satuan: Menit, awal: "45", target: {2025: "60", 2026: "50", 2027: "40"}}',
        '{nama: Persentase layanan, satuan: "%", target: {2025: ">= 80", 2026: ">= 80", 2027: ">= 80"}}',
        '{nama: Nilai mutu, satuan: Nilai, target: {2025: "6,800", 2026: "6,800", 2027: "6,800"}}',
        '{nama: Nilai mutu, satuan: Nilai, target: {2025: "80"}}',
    ],
)
def test_ceilings_duties_routine_and_doubtful_figures_are_left_alone(row: str) -> None:
    assert [] == numbers("TGT02", _one(row))


def test_an_output_may_be_the_same_every_year_unless_it_is_to_rise() -> None:
    row = 'nama: Jumlah jembatan, satuan: Unit, target: {2025: "4", 2026: "4", 2027: "4"}'
    assert [] == numbers("TGT02", _one(f"{{{row}}}", kind="operasional"))
    assert ["1:indikator.0.target.2025"] == numbers("TGT02", _one(f"{{{row}, arah: naik}}", kind="operasional"))


def test_a_condition_that_is_to_be_held_may_stay() -> None:
    row = '{nama: Nilai mutu air, target: {2025: "6", 2026: "6", 2027: "6"}}'
    assert [] == numbers("TGT02", _one(row, "Terjaganya mutu air"))


def test_a_rate_that_swings_is_only_asked_about() -> None:
    row = '{{nama: {}, satuan: "%", awal: "57,1", target: {{2025: "7", 2026: "8"}}}}'
    assert {"1": Severity.HINT} == graded("TGT02", _one(row.format("Persentase pertumbuhan investasi")))
    assert {} == graded("TGT02", _one(row.format("Persentase kepatuhan")))
    assert 1 == len(numbers("TGT02", _one(row.format("Persentase kepatuhan"))))
