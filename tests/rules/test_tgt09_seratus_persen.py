"""Edges of TGT09 seratus-persen: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _one(indicator: str, statement: str = "Meningkatnya mutu layanan", kind: str = "outcome") -> str:
    return f"pohon:\n  - {kind}: {statement}\n    indikator:\n      - {indicator}\n"


@pytest.mark.parametrize(
    ("row", "fires"),
    [
        ('{nama: Persentase pembinaan, satuan: Persen, target: {2025: "100", 2026: "100"}}', True),
        ('{nama: Persentase pembinaan, target: {2025: "100%"}}', True),
        ('{nama: Persentase pembinaan, satuan: "%", target: {2025: "100", 2026: "99"}}', False),
        ('{nama: Jumlah pembinaan, satuan: Kali, target: {2025: "100"}}', False),
        ('{nama: Persentase layanan sesuai SPM, satuan: "%", target: {2025: "100"}}', False),
        ('{nama: Persentase pembinaan, satuan: "%", penjelasan_target: semua sekolah, target: {2025: "100"}}', False),
        ('{nama: Persentase pembinaan, satuan: "%", target: {2025: "100", 2026: X}}', False),
    ],
)
def test_only_a_full_percentage_without_definition_is_asked_about(row: str, fires: bool) -> None:
    assert (["1:indikator.0.target.2025"] if fires else []) == numbers("TGT09", _one(row))


@pytest.mark.parametrize(
    "row",
    [
        '{nama: Persentase pembinaan, satuan: "%", awal: "97", target: {2025: "100", 2026: "100"}}',
        '{nama: Persentase balita dilayani sesuai standar, satuan: "%", target: {2025: "100"}}',
        '{nama: Persentase realisasi investasi terhadap target, satuan: "%", target: {2025: "100"}}',
    ],
)
def test_a_full_share_that_was_reached_or_is_due_or_names_its_whole_passes(row: str) -> None:
    assert [] == numbers("TGT09", _one(row))


def test_outputs_may_be_complete() -> None:
    row = '{nama: Persentase surat terjawab, satuan: "%", target: {2025: "100"}}'
    assert [] == numbers("TGT09", _one(row, "Terjawabnya surat", "operasional"))
    assert 1 == len(numbers("TGT09", _one(row)))
