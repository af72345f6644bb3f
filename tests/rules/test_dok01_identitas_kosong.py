"""Edges of DOK01 identitas-kosong: what the page's examples do not show."""

import pytest

from tests.rules.hits import hits


def _tree(document: str, jenis: str = "perjanjian_kinerja") -> str:
    return f"pohon:\n  - outcome: Meningkatnya mutu\ndokumen:\n  {jenis}: {{{document}}}\n"


_WHOLE = "tahun: 2025, tempat: Suka Maju, tanggal: 2 Januari 2025, pihak_pertama: {jabatan: Kepala Dinas}, pihak_kedua: {jabatan: Bupati}"


@pytest.mark.parametrize(
    ("left_out", "named"),
    [
        ("tempat: Suka Maju, ", "tempat"),
        ("tanggal: 2 Januari 2025, ", "tanggal"),
        (", pihak_kedua: {jabatan: Bupati}", "pihak kedua"),
        ("tahun: 2025, ", "tahun"),
    ],
)
def test_what_is_missing_is_named(left_out: str, named: str) -> None:
    assert [] == hits("DOK01", _tree(_WHOLE))
    (found,) = hits("DOK01", _tree(_WHOLE.replace(left_out, "")))
    assert found.evidence == named


def test_a_blank_day_is_missing() -> None:
    (found,) = hits("DOK01", _tree(_WHOLE.replace("2 Januari", "Januari")))
    assert found.evidence == "hari pada tanggal"


def test_the_year_of_the_file_and_the_place_before_the_date_count() -> None:
    document = _WHOLE.replace(
        "tahun: 2025, tempat: Suka Maju, tanggal: 2 Januari 2025", 'tanggal: "Suka Maju, 2 Januari 2025"'
    )
    assert [] == hits("DOK01", _tree(document), tahun="2025")


def test_documents_without_signature_are_not_asked() -> None:
    assert [] == hits("DOK01", _tree("judul: Rencana Strategis", "renstra"))
