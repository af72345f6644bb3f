"""Edges of IND33 ukuran-hasil-lain-topik: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _one(statement: str, name: str) -> str:
    return f"pohon:\n  - outcome: {statement}\n    indikator:\n      - nama: {name}\n"


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("Meningkatnya keamanan masyarakat", "Persentase aduan masyarakat yang selesai"),
        ("Meningkatnya kualitas pengawasan gudang", "Persentase kepatuhan wajib pajak"),
        ("Terwujudnya warga yang religius", "Indeks ketertiban umum"),
    ],
)
def test_words_that_say_little_tie_nothing(statement: str, name: str) -> None:
    assert ["1:indikator.0"] == numbers("IND33", _one(statement, name))


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("Meningkatnya keselamatan penyeberangan", "Angka kecelakaan penumpang penyeberangan"),
        ("Terwujudnya birokrasi yang bersih", "Indeks Reformasi Birokrasi"),
        ("Meningkatnya kualitas pelayanan perizinan", "Indeks Kepuasan Masyarakat"),
        ("Meningkatnya profesionalisme pegawai", "Persentase ASN berkinerja tinggi"),
        ("Meningkatnya kualitas", "Jumlah apa saja"),
    ],
)
def test_common_words_other_names_and_known_scores_pass(statement: str, name: str) -> None:
    assert [] == numbers("IND33", _one(statement, name))


def test_outputs_are_the_business_of_ind10() -> None:
    text = "pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - operasional: Tersusunnya peta\n        indikator:\n          - Jumlah kambing\n"
    assert [] == numbers("IND33", text)


def _several(*names: str) -> str:
    rows = "".join(f"      - {{nama: {name}}}\n" for name in names)
    return f"pohon:\n  - outcome: Meningkatnya produksi garam rakyat\n    indikator:\n{rows}"


def test_a_second_view_passes_beside_one_of_a_few_or_most_of_many() -> None:
    few = ("Volume produksi garam", "Rata-rata jam layar", "Tingkat hunian")
    assert [] == numbers("IND33", _several(*few))
    assert ["1:indikator.0", "1:indikator.1"] == numbers("IND33", _several(*few[1:]))
    strays = numbers("IND33", _several(*few, "Rata-rata jam belajar"))
    assert ["1:indikator.1", "1:indikator.2", "1:indikator.3"] == strays
    assert [] == numbers("IND33", _several(*few, "Nilai produksi garam"))


def test_a_thing_without_measure_is_no_second_view() -> None:
    assert ["1:indikator.1"] == numbers("IND33", _several("Volume produksi garam", "Perjanjian kerja sama"))


def test_initials_and_known_scores_speak_of_it() -> None:
    assert [] == numbers("IND33", _one("Meningkatnya pengelolaan barang milik negara", "Persentase BMN tercatat"))
    assert [] == numbers("IND33", _one("Meningkatnya kesejahteraan petani", "Indeks NTP"))
    assert ["1:indikator.0"] == numbers("IND33", _one("Meningkatnya kesejahteraan petani", "Indeks TPI"))


def test_the_work_that_both_name_ties_them() -> None:
    assert [] == numbers("IND33", _one("Meningkatnya efektivitas pengadaan barang", "Persentase pengadaan tepat waktu"))
    assert ["1:indikator.0"] == numbers("IND33", _one("Meningkatnya efektivitas pengadaan barang", "Nilai kehadiran"))
