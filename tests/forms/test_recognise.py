"""Columns and tables are known by their headings, in the words of many offices, with slips of the pen."""

import pytest

from pohon.forms.imports.columns import read_heading, role_names
from pohon.forms.imports.headers import is_heading, is_numbering
from pohon.forms.imports.labels import jenjang_of, kinds_of, partner_of, stage_of
from pohon.forms.imports.read_text import read_text
from pohon.forms.imports.recognise import Shape, sheets
from pohon.model.node import Kind
from pohon.model.position import Jenjang


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("No.", "nomor"), ("SASARAN STRATEGIS", "csf"), ("Saasaran Strategis", "csf"), ("Indikator Kinerja Utama (IKU)", "iku"),
        ("Penjelasan/Formulasi Perhitungan", "rumus"), ("Definisi Operasional / Formulasi", "rumus"),
        ("Sumber Data", "sumber"), ("Rujukan Tahapan", "rujukan"), ("Kondisi yg diperlukan", "kondisi"),
        ("Base line 2024", "awal"), ("Unit Kerja Penanggung Jawab", "penanggung_jawab"), ("Pagu Indikatif", "anggaran"),
        ("Tujuan (Ultimate Outcome)", "outcome"), ("Sasaran Ess. III", "utama"), ("Output Sub-Kegiatan", "operasional"),
        ("1. Indikator", "indikator"), ("Idikator Kinreja", "indikator"), ("NSPK dan Sasaran RPJMD yang Relevan", "induk"),
    ],
)  # fmt: skip
def test_a_heading_is_known_by_its_words(heading, role):
    found = read_heading(heading)
    assert found is not None
    assert role == found.name


@pytest.mark.parametrize(
    "text", ["", "(1)", "Meningkatnya mutu", "Jumlah penduduk", "12,5", "Dinas Kesehatan", "x" * 5000]
)
def test_data_is_no_heading(text):
    assert read_heading(text) is None


@pytest.mark.parametrize(
    ("heading", "year"), [("2026", 2026), ("Target 2025", 2025), ("TARGET TAHUN 2027", 2027), ("Target", 0)]
)
def test_years_in_headings_are_years_of_targets(heading, year):
    found = read_heading(heading)
    assert ("target", year) == (found.name, found.tahun)


def test_the_users_own_headings_come_first():
    assert "csf" == read_heading("Hasil Akhir", (("hasil akhir", "csf"),)).name
    assert "satuan" == read_heading("Target", (("Target", "satuan"),)).name
    assert {"csf", "indikator", "target", "kondisi", "label"} <= role_names()


def test_rows_of_column_numbers_are_told_from_data():
    assert is_numbering(["(1)", "(2)", "(3)"])
    assert is_numbering(["-1", "-2", "-3"])
    assert is_numbering(["1", "2", "3", ""])
    assert not is_numbering(["1", "Meningkatnya", "3"])
    assert not is_numbering(["5", "70"])
    assert not is_numbering(["1"])


def test_a_row_of_labels_is_no_heading():
    assert is_heading(["No", "Sasaran", "Indikator", "Target"])
    row = [
        "Tahap 3",
        "Meningkatnya A di B",
        "Jumlah A di B",
        "kinerja operasional",
        "sasaran sub kegiatan",
        "PK/SKP JF",
    ]
    assert not is_heading(row)


@pytest.mark.parametrize(
    ("label", "kinds"),
    [
        ("kondisi antara Utama", {Kind.UTAMA}), ("Kondisi Antara", {Kind.ANTARA}), ("kondisi oprasional", {Kind.OPERASIONAL}),
        ("kinerja taktikal intermediate", {Kind.UTAMA}), ("kinerja immediate (kinerja taktikal)", {Kind.ANTARA}),
        ("Kinerja strategis", {Kind.OUTCOME, Kind.CSF}), ("sasaran sub kegiatan", {Kind.OPERASIONAL}),
        ("sasaran kedua SKPD", {Kind.CSF}), ("Tujuan", {Kind.OUTCOME}), ("final outcome", {Kind.OUTCOME}),
        ("Meningkatnya mutu pelayanan", set()), ("Jumlah laporan", set()), ("", set()), ("12", set()),
    ],
)  # fmt: skip
def test_level_labels_of_several_vocabularies(label, kinds):
    assert kinds == kinds_of(label)


def test_partners_stages_and_positions_are_read_from_their_words():
    assert ["DISKOMINFO", "BKPSDM", "", None] == [
        partner_of(text)
        for text in ("Crosscutting DISKOMINFO", "Cross cutting dengan: BKPSDM", "crosscutting", "kondisi antara")
    ]
    assert [3, 2, 0] == [stage_of(text) for text in ("Tahap 3", "TAHAP II", "Tahapan")]
    assert [
        Jenjang.JPT_PRATAMA, Jenjang.ADMINISTRATOR, Jenjang.PENGAWAS, Jenjang.JF, Jenjang.PELAKSANA, None,
    ] == [jenjang_of(text) for text in ("PK/ SKP JPT", "KABID TATA RUANG", "Kepala Sub Bagian Umum", "PK/SKP JF", "Pelaksana", "Bendera")]  # fmt: skip


def shapes(text: str) -> list[Shape]:
    return [sheet.shape for sheet in sheets(read_text(text.encode(), "a.txt"))]


@pytest.mark.parametrize(
    ("heading", "shape"),
    [
        ("No\tCSF\tKondisi yang diperlukan", Shape.CSF),
        ("Kondisi CSF\tKondisi yang diperlukan\tketerangan", Shape.CONDITIONS),
        ("Rujukan\tKinerja\tIndikator\tketerangan", Shape.INDICATORS),
        ("Rujukan\tKinerja\tIndikator\tketerangan\tKomponen\tJabatan", Shape.COMPONENTS),
        ("Tujuan\tIndikator\tSasaran\tIndikator Sasaran", Shape.LEVELS),
        ("No\tSasaran\tIndikator\tSatuan\tTarget", Shape.PLAN),
        ("Program\tAnggaran\tKeterangan", Shape.PROGRAM),
        ("No\tUraian\tRelevansi\tFormulasi\tSumber Data", Shape.EXPLAINED),
        ("Indikator\tTarget\tPenjelasan", Shape.TARGETS),
    ],
)
def test_the_kind_of_a_table_follows_from_its_columns(heading, shape):
    row = "\t".join(f"isi {place}" for place in range(heading.count("\t") + 1))
    assert [shape] == shapes(f"{heading}\n{row}\n{row}\n")


def test_a_second_part_without_heading_belongs_to_the_table_before():
    text = "Sasaran\tIndikator\tSatuan\nA a\tB b\tc\n\n\n\nD d\tE e\tf\nG g\tH h\ti\nJ j\tK k\tl\n"
    assert [Shape.PLAN, Shape.PLAN] == shapes(text)
