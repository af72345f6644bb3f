"""IND14: edges of the rule."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import hits, numbers


def _found(name: str, **more: str) -> list[str]:
    fields = "".join(f"        {key}: {value}\n" for key, value in more.items())
    return numbers("IND14", f"pohon:\n  - outcome: A\n    indikator:\n      - nama: {name}\n{fields}", tahap=4)


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Persentase a", "Orang"), ("Cakupan a", "Dokumen"), ("Jumlah a", "%"), ("Jumlah a", "Persen"), ("IKM a", "%"),
        ("Indeks a", "Persen"), ("Laju a", "Poin"), ("Panjang jalan", "%"), ("Jumlah laporan a", "Dokumen"),
    ],
)  # fmt: skip
def test_units_of_another_measure_are_told(name: str, unit: str) -> None:
    assert ["1:indikator.0.satuan"] == _found(name, satuan=f'"{unit}"')


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Persentase a", "%"), ("Persentase a", "Persen (%)"), ("Persentase a", "% per tahun"), ("Jumlah a", "Orang"), ("IKM a", "Nilai"),
        ("Nilai SAKIP", "Nilai/Predikat"), ("Indeks a", "INDEKS"), ("Rasio a", "1:20"), ("Prevalensi a", "per 100 balita"),
        ("Jumlah laporan a", "laporan"), ("Tingkat a", "apa saja"), ("Waktu tunggu", "Menit"), ("Angka kematian", "per 1.000 KH"),
    ],
)  # fmt: skip
def test_fitting_and_unknown_units_pass(name: str, unit: str) -> None:
    assert [] == _found(name, satuan=f'"{unit}"')


def test_percent_printed_with_every_target_is_the_unit() -> None:
    assert ["1:indikator.0.satuan"] == _found("IKM a", target='{2025: "81,33 %", 2026: "82%"}')
    assert [] == _found("IKM a", target='{2025: "81,33 %", 2026: "82"}')
    assert [] == _found("IKM a", satuan="Nilai", target='{2025: "81,33 %"}')


def test_a_paper_counted_in_another_paper_is_a_warning_only() -> None:
    text = "pohon:\n  - outcome: A\n    indikator: [{nama: Jumlah laporan, satuan: Dokumen}]\n"
    assert [Severity.WARNING] == [hit.severity for hit in hits("IND14", text, tahap=4)]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Indeks kualitas air", "Angka Indeks"), ("Indeks kepuasan siswa", "Skala 1-4"), ("Indeks kepatuhan", "Zona"), ("Nilai ekspor", "Juta US$"),
        ("Nilai kredit", "Rp Miliar"), ("Indeks pertanaman padi", "%"), ("Panjang saluran", "m'"), ("Luas taman", "M2"), ("Rasio kecelakaan per 10.000 kapal", "kejadian"),
        ("Opini audit", "Predikat/Opini"), ("Level kematangan", "Tingkat 1-5"), ("Jumlah kapal", "-"), ("Nilai tukar petambak", "-"),
    ],
)  # fmt: skip
def test_a_unit_of_the_same_kind_in_other_words_passes(name: str, unit: str) -> None:
    assert [] == _found(name, satuan=f'"{unit}"')


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Indeks kualitas air", "Dokumen"),
        ("Skor mutu", "Ton"),
        ("Luas taman", "Nilai"),
        ("Rasio guru", "Orang"),
        ("Pertumbuhan kapal", "Unit"),
    ],
)
def test_a_known_unit_of_another_kind_is_told(name: str, unit: str) -> None:
    assert ["1:indikator.0.satuan"] == _found(name, satuan=f'"{unit}"')


def test_a_rate_may_be_so_much_a_year() -> None:
    assert [] == _found("Laju abrasi", satuan="Ha/tahun")
    assert ["1:indikator.0.satuan"] == _found("Laju abrasi", satuan="Ha")


@pytest.mark.parametrize(
    ("name", "unit", "fires"),
    [
        ("Rata-rata waktu layanan", "%", True), ("Lama antre", "Orang", True), ("Rata-rata lama sekolah", "Tahun", False), ("Waktu layanan", "Kategori", False),
        ("Waktu tanggap (response time rate)", "%", False), ("Rata-rata panen", "Ton", False), ("Luas tambak", "Ton", True), ("Luas tambak", "m", True), ("Luas tambak", "hektare", False),
    ],
)  # fmt: skip
def test_time_and_area_have_units_of_their_own(name: str, unit: str, fires: bool) -> None:
    assert (["1:indikator.0.satuan"] if fires else []) == _found(name, satuan=f'"{unit}"')
