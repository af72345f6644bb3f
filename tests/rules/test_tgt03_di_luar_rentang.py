"""Edges of TGT03 di-luar-rentang: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _one(indicator: str, statement: str = "Meningkatnya mutu layanan", kind: str = "outcome") -> str:
    return f"pohon:\n  - {kind}: {statement}\n    indikator:\n      - {indicator}\n"


@pytest.mark.parametrize(
    "row",
    [
        '{nama: Persentase rumah layak, satuan: "%", target: {2025: "-5"}}',
        '{nama: Persentase rumah layak, target: {2025: "120 %"}}',
        '{nama: Nilai SAKIP, satuan: Nilai, target: {2025: "812"}}',
        '{nama: Indeks SPBE, satuan: Indeks, target: {2025: "5,4"}}',
        '{nama: Jumlah guru, satuan: Orang, target: {2025: "2,5"}}',
        '{nama: Jumlah guru, satuan: Orang, target: {2025: "-2"}}',
        '{nama: Opini BPK, target: {2025: "90"}}',
        '{nama: Persentase rumah layak, target: {2025: "210"}}',
    ],
)
def test_impossible_values_are_found(row: str) -> None:
    assert ["1:indikator.0.target.2025"] == numbers("TGT03", _one(row))


@pytest.mark.parametrize(
    "row",
    [
        '{nama: Persentase rumah layak, satuan: "%", target: {2025: "0", 2026: "100"}}',
        '{nama: Persentase realisasi pajak, satuan: "%", target: {2025: "105"}}',
        '{nama: Laju pertumbuhan ekonomi, satuan: "%", target: {2025: "-1,2"}}',
        '{nama: APK SD, satuan: "%", target: {2025: "103,2"}}',
        '{nama: Tingkat overcrowding lapas, satuan: "%", target: {2025: "165"}}',
        '{nama: Cost recovery rate, satuan: "%", target: {2025: "112"}}',
        '{nama: Indeks Kepuasan Masyarakat, satuan: Indeks, target: {2025: "3,25"}}',
        '{nama: Persentase kepuasan masyarakat, satuan: "%", target: {2025: "12"}}',
        '{nama: Jumlah OPD dengan nilai SAKIP BB, satuan: OPD, target: {2025: "120"}}',
        '{nama: Jumlah produksi, satuan: Ton, target: {2025: "2,5"}}',
        '{nama: Nilai SAKIP, satuan: Nilai, target: {2025: "75.000"}}',
        '{nama: Persentase rumah layak, satuan: "%", target: {2025: "83.333"}}',
        '{nama: Prevalensi balita kurus, satuan: "%", target: {2025: "0,9", 2026: "0,8"}}',
        '{nama: Persentase rumah layak, satuan: "%", target: {2025: "6,800"}}',
        '{nama: Persentase rumah layak, satuan: "%", target: {2025: X}}',
    ],
)
def test_possible_exempt_and_unreadable_values_are_left_alone(row: str) -> None:
    assert [] == numbers("TGT03", _one(row))


def test_a_fraction_between_percents_is_found_in_its_year() -> None:
    row = '{nama: Persentase rumah layak, satuan: "%", target: {2025: "0,95", 2026: "96", 2027: "97"}}'
    assert ["1:indikator.0.target.2025"] == numbers("TGT03", _one(row))


def test_an_office_adds_its_own_scale() -> None:
    row = '{nama: Indeks Desa, satuan: Indeks, target: {2025: "7"}}'
    words = {"ambang": {"TGT03.indeks desa.atas": 1}}
    assert [] == numbers("TGT03", _one(row))
    assert ["1:indikator.0.target.2025"] == numbers("TGT03", _one(row), words)


@pytest.mark.parametrize(
    ("row", "year"),
    [
        (
            '{nama: Nilai ekspor, satuan: Rp, awal: "12.000.000", target: {2025: "13.000", 2026: "14.000.000", 2027: "15.000.000"}}',
            "2025",
        ),
        ('{nama: Nilai mutu, satuan: Nilai, target: {2025: "70", 2026: "720", 2027: "73", 2028: "74"}}', "2026"),
        ('{nama: Jumlah kapal, satuan: Unit, target: {2025: "70", 2026: "72", 2027: "73", 2028: "7"}}', "2028"),
    ],
)
def test_a_year_far_from_all_others_is_a_slip_of_the_pen(row: str, year: str) -> None:
    assert [f"1:indikator.0.target.{year}"] == numbers("TGT03", _one(row))


@pytest.mark.parametrize(
    "row",
    [
        '{nama: Jumlah kapal, satuan: Unit, target: {2025: "1", 2026: "5", 2027: "20", 2028: "100"}}',
        '{nama: Jumlah kapal, satuan: Unit, target: {2025: "7", 2026: "70", 2027: "71"}}',
        '{nama: Jumlah kapal, satuan: Unit, target: {2025: "0", 2026: "70", 2027: "71", 2028: "72"}}',
    ],
)
def test_growth_few_years_and_a_start_from_nothing_are_no_slips(row: str) -> None:
    assert [] == numbers("TGT03", _one(row))


def test_an_opinion_in_its_own_column_is_still_no_figure() -> None:
    assert 1 == len(numbers("TGT03", _one('{nama: Opini audit, satuan: Opini, target: {2025: "80"}}')))
    assert [] == numbers("TGT03", _one('{nama: Predikat audit, satuan: Nilai, target: {2025: "80"}}'))
