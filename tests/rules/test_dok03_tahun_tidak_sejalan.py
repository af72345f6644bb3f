"""Edges of DOK03 tahun-tidak-sejalan: what the page's examples do not show."""

import pytest

from pohon.model.finding import Severity
from tests.rules.hits import hits, numbers


def _tree(document: str, jenis: str = "perjanjian_kinerja") -> str:
    return f"pohon:\n  - outcome: Meningkatnya mutu\ndokumen:\n  {jenis}: {{{document}}}\n"


@pytest.mark.parametrize(
    ("document", "fires"),
    [
        ("tahun: 2025, judul: Perjanjian Kinerja Tahun 2025", []),
        ("tahun: 2025, judul: Perjanjian Kinerja Tahun 2024", ["dokumen.perjanjian_kinerja.judul"]),
        ("tahun: 2025, judul: Menurut Peraturan Nomor 11 Tahun 2021", []),
        ("tahun: 2025, judul: Renstra Tahun 2021-2026", []),
        ("tahun: 2025, tanggal: 3 Januari 2025", []),
        ("tahun: 2025, tanggal: 20 Desember 2024", []),
        ("tahun: 2025, tanggal: 2 Januari 2024", ["dokumen.perjanjian_kinerja.tanggal"]),
        ("tahun: 2025, tanggal: 3 Januari 2026", ["dokumen.perjanjian_kinerja.tanggal"]),
        ("judul: Perjanjian Kinerja Tahun 2024", []),
    ],
)
def test_headings_and_signature_agree_with_the_year(document: str, fires: list[str]) -> None:
    assert fires == numbers("DOK03", _tree(document))


def test_a_heading_is_a_fault_and_a_cover_that_names_only_a_year_a_warning() -> None:
    rows = "asal: [{dokumen: pk, teks: PERJANJIAN KINERJA DINAS KESEHATAN TAHUN 2024}, {dokumen: pk, teks: Tahun 2024}]"
    found = hits("DOK03", _tree(f"tahun: 2025, {rows}"))
    assert [None, Severity.WARNING] == [hit.severity for hit in found]


def test_targets_of_another_year_are_found() -> None:
    text = 'pohon:\n  - outcome: Meningkatnya mutu\n    indikator: [{nama: U, target: {2024: "80"}}]\ndokumen: {rkt: {tahun: 2025}}\n'
    assert ["dokumen.rkt"] == numbers("DOK03", text)
    assert [] == numbers("DOK03", text.replace("2024:", "tanpa-tahun:"))


def test_the_year_lies_in_the_period() -> None:
    text = "pohon:\n  - outcome: Meningkatnya mutu\n"
    assert ["tahun"] == numbers("DOK03", text, periode="2021-2026", tahun="2027")
    assert [] == numbers("DOK03", text, periode="2021-2026", tahun="2026")
