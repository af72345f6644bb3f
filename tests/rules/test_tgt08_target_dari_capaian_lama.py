"""Edges of TGT08 target-dari-capaian-lama: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _one(indicator: str, statement: str = "Meningkatnya mutu layanan", kind: str = "outcome") -> str:
    return f"pohon:\n  - {kind}: {statement}\n    indikator:\n      - {indicator}\n"


@pytest.mark.parametrize(
    ("why", "fires"),
    [
        ("Berdasarkan hasil realisasi tahun sebelumnya", True),
        ("Jumlah pelanggan pada Tahun lalu berjumlah 76.226", True),
        ("Sama dengan capaian tahun 2023", True),
        ("Naik 2 persen dari tahun lalu", False),
        ("Lebih tinggi daripada realisasi tahun sebelumnya", False),
        ("Ditetapkan menurut kapasitas layanan", False),
        ("Kapasitas ditambah.\\nDasarnya capaian tahun lalu", True),
    ],
)
def test_last_years_figure_without_a_step_is_found(why: str, fires: bool) -> None:
    row = f'{{nama: Nilai, target: {{2025: "80"}}, penjelasan_target: "{why}"}}'
    assert (["1:indikator.0.penjelasan_target"] if fires else []) == numbers("TGT08", _one(row))


@pytest.mark.parametrize(
    ("row", "fires"),
    [
        ('{nama: Nilai, realisasi: {2023: "70", 2024: "80"}, target: {2025: "80,0"}}', True),
        ('{nama: Nilai, realisasi: {2023: "80", 2024: "79"}, target: {2025: "80"}}', False),
        ('{nama: Persentase, satuan: "%", realisasi: {2024: "100"}, target: {2025: "100"}}', False),
        ('{nama: Nilai, arah: tetap, realisasi: {2024: "80"}, target: {2025: "80"}}', False),
        ('{nama: Nilai, realisasi: {2025: "80"}, target: {2025: "80"}}', False),
    ],
)
def test_the_last_result_before_the_target_counts(row: str, fires: bool) -> None:
    assert (["1:indikator.0.target.2025"] if fires else []) == numbers("TGT08", _one(row))


def test_the_description_counts_only_when_it_speaks_of_the_target() -> None:
    row = '{nama: Nilai, target: {2025: "80"}}'
    assert ["1:uraian"] == numbers("TGT08", _one(row) + "    uraian: Target ditetapkan dari hasil tahun sebelumnya\n")
    assert [] == numbers("TGT08", _one(row) + "    uraian: Pada tahun lalu jalan rusak berat\n")
