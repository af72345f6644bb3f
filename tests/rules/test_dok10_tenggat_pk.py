"""Edges of DOK10 tenggat-pk: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _tree(document: str, jenis: str = "perjanjian_kinerja") -> str:
    return f"pohon:\n  - outcome: Meningkatnya mutu\ndokumen:\n  {jenis}: {{{document}}}\n"


@pytest.mark.parametrize(
    ("document", "fires"),
    [
        ("tahun: 2025, tanggal: 31 Januari 2025", False),
        ("tahun: 2025, tanggal: 28 Februari 2025", False),
        ("tahun: 2025, tanggal: Maret 2025", True),
        ("tahun: 2025, tanggal: 30 Desember 2024", False),
        ("tahun: 2025, tanggal: 3 Oktober 2025, judul: Perjanjian Kinerja Perubahan", False),
        ("tahun: 2025", False),
        ("tahun: 2025, tanggal: segera", False),
    ],
)
def test_a_late_date_in_its_own_year_is_asked_about(document: str, fires: bool) -> None:
    assert (["dokumen.perjanjian_kinerja.tanggal"] if fires else []) == numbers("DOK10", _tree(document))


def test_only_the_agreement_has_this_term() -> None:
    assert [] == numbers("DOK10", _tree("tahun: 2025, tanggal: 3 Mei 2025", "rkt"))
