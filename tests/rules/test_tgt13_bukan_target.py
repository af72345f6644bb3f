"""Edges of TGT13 bukan-target: what the page's examples do not show."""

import pytest

from pohon.model.finding import Severity
from tests.rules.hits import graded, numbers


def _one(indicator: str, statement: str = "Meningkatnya mutu layanan", kind: str = "outcome") -> str:
    return f"pohon:\n  - {kind}: {statement}\n    indikator:\n      - {indicator}\n"


@pytest.mark.parametrize(
    "value",
    ["X", "xx", "xx,xx %", "...", "…", "???", "___", "-", "–", "n/a", "TBD", "#REF!", "#DIV/0!", "#N/A", "=SUM(A1)", "belum ditetapkan", "menyusul", "[isi]", "null"],
)  # fmt: skip
def test_placeholders_and_spreadsheet_errors_are_faults(value: str) -> None:
    assert {"1": Severity.ERROR} == graded("TGT13", _one(f'{{nama: Jumlah desa, target: {{2025: "{value}"}}}}'))


@pytest.mark.parametrize("value", ["9,09-9,27", "5,2 - 5,8 %", "60 s.d. 70"])
def test_a_range_is_not_one_figure(value: str) -> None:
    assert {"1": Severity.WARNING} == graded("TGT13", _one(f'{{nama: Angka kemiskinan, target: {{2025: "{value}"}}}}'))


@pytest.mark.parametrize(
    "row",
    [
        "{nama: Predikat SAKIP, target: {2025: BB}}",
        "{nama: Opini BPK, target: {2025: WTP}}",
        '{nama: Jumlah desa, target: {2025: "15 Desa"}}',
        '{nama: Jumlah desa, target: {2025: "-", 2026: "4"}}',
        '{nama: Jumlah desa, target: {2025: "6,800"}}',
        '{nama: Jumlah kasus kebakaran, target: {2025: "0"}}',
        "{nama: Jumlah temuan tanpa tindak lanjut, target: {2025: NIHIL}}",
        '{nama: Jumlah pelaku usaha, arah: turun, target: {2025: "0"}}',
        '{nama: Jumlah desa, target: {2025: "0", 2026: "3"}}',
        "{nama: Status kawasan, target: {2025: Ditetapkan}}",
    ],
)
def test_grades_figures_and_welcome_zeros_are_targets(row: str) -> None:
    assert [] == numbers("TGT13", _one(row))


def test_words_where_a_figure_is_due_and_zeros_without_a_reason_are_warnings() -> None:
    assert {"1": Severity.WARNING} == graded("TGT13", _one("{nama: Jumlah desa, target: {2025: sesuai kebutuhan}}"))
    assert {"1": Severity.WARNING} == graded("TGT13", _one('{nama: Jumlah desa, target: {2025: "0", 2026: "0"}}'))


@pytest.mark.parametrize(
    ("name", "target", "fires"),
    [
        ("Bed Occupancy Rate (BOR)", "60 - 85", False), ("Average length of stay", "3 s.d. 6", False), ("Inflasi pangan", "1,5-3,5", False),
        ("Peringkat universitas", "401-450", False), ("Persentase kehadiran", "60 - 85", True),
    ],
)  # fmt: skip
def test_a_range_is_a_target_where_too_much_is_as_bad_as_too_little(name: str, target: str, fires: bool) -> None:
    row = f'pohon:\n  - outcome: A\n    indikator:\n      - {{nama: {name}, target: {{2025: "{target}"}}}}\n'
    assert (["1:indikator.0.target.2025"] if fires else []) == numbers("TGT13", row)


@pytest.mark.parametrize(
    ("name", "unit", "fires"), [("Pasien jatuh", "Kejadian", False), ("Jumlah kapal", "Unit", True)]
)
def test_nothing_is_the_aim_where_the_unit_is_a_mishap(name: str, unit: str, fires: bool) -> None:
    row = f'pohon:\n  - outcome: A\n    indikator:\n      - {{nama: {name}, satuan: {unit}, target: {{2025: "0"}}}}\n'
    assert (["1:indikator.0.target.2025"] if fires else []) == numbers("TGT13", row)
