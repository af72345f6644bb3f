"""IND10: edges of the rule."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import hits, numbers


def _tree(statement: str, indicator: str, kind: str = "operasional") -> str:
    return (
        "pohon:\n  - outcome: Meningkatnya tertib administrasi pertanahan\n    sebab:\n"
        f"      - {kind}: {statement}\n        indikator: [{indicator}]\n"
    )


@pytest.mark.parametrize(
    ("statement", "indicator"),
    [
        ("Terlaksananya pengukuran tanah", "Jumlah bidang yang diukur"),
        ("Terpeliharanya kendaraan", "Jumlah pemeliharaan yang dilakukan"),
        ("Terlaksananya bimbingan teknis", "Jumlah peserta bimtek"),
        ("Terlaksananya pelayanan", "Jumlah layanan"),
        ("Terlaksananya pengukuran tanah", "Nilai kepuasan pemohon"),
        ("Penyediaan sandang", "Jumlah orang yang menerima pakaian"),
    ],
    ids=["root", "head", "glossary", "prefix", "index", "official-name"],
)
def test_related_words_pass(statement: str, indicator: str) -> None:
    assert [] == numbers("IND10", _tree(statement, indicator), tahap=4)


def test_words_of_the_field_alone_do_not_tie_two_long_texts() -> None:
    text = _tree(
        "Terlaksananya kunjungan keliling administrasi ke dusun terpencil, pasar, sekolah, masjid dan balai warga",
        "Jumlah laporan rapat administrasi",
    )
    assert ["1.1:indikator.0"] == numbers("IND10", text, tahap=4)


def test_results_are_not_judged_and_higher_outputs_only_hinted_at() -> None:
    assert [] == numbers("IND10", _tree("Meningkatnya mutu peta", "Jumlah buku", "antara"), tahap=4)
    graded = hits("IND10", _tree("Tersusunnya peta", "Jumlah buku", "antara"), tahap=4, profil="renstra-2025")
    assert [Severity.HINT] == [hit.severity for hit in graded]
    assert [None] == [hit.severity for hit in hits("IND10", _tree("Tersusunnya peta", "Jumlah buku"), tahap=4)]


def _two(kind: str) -> str:
    return _tree("Tersusunnya peta pantai", "Jumlah peta pantai, Jumlah perahu", kind)


def test_beside_one_that_fits_another_measure_is_a_second_view() -> None:
    assert [] == numbers("IND10", _two("antara"), tahap=4, profil="renstra-2025")
    assert [Severity.HINT] == [hit.severity for hit in hits("IND10", _two("operasional"), tahap=4)]


def test_initials_of_the_condition_are_its_words() -> None:
    row = _tree("Terawasinya koperasi simpan pinjam", "Jumlah KSP yang diperiksa")
    assert [] == numbers("IND10", row, tahap=4)
    assert ["1.1:indikator.0"] == numbers("IND10", row.replace("KSP", "TPI"), tahap=4)
