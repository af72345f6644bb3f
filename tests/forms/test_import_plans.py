"""Tables of plans and outlines in the shapes that offices use: Renstra old and new, IKU, PK, outlines, level rows."""

from pathlib import Path

import pytest
import xlsxwriter

from pohon.errors import BadInput
from pohon.forms.imports.importer import Imported, import_source
from pohon.forms.imports.read_text import read_text
from pohon.forms.imports.reading import read_source
from pohon.forms.tree_file import parse, write
from pohon.model.node import Kind


def text(words: str, name: str = "a.txt") -> Imported:
    return import_source(read_text(words.encode(), name))


def drawn(found: Imported) -> list[tuple[str, str]]:
    """Return (number, statement) of every node."""
    return [(found.tree.number(node.key), node.statement) for node in found.tree]


def renstra_86(path: Path) -> Path:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("T-C.27")
    sheet.write(0, 0, "Tabel T-C.27 Rencana Program Dinas Pertanian Kabupaten Contoh")
    titles = ("Tujuan", "Sasaran", "Kode", "Program dan Kegiatan", "Indikator Kinerja", "Satuan", "Data Capaian Awal")
    for column, title in enumerate(titles):
        sheet.merge_range(2, column, 4, column, title)
    sheet.merge_range(2, 7, 2, 10, "Target Kinerja dan Kerangka Pendanaan")
    for column, year in ((7, "2025"), (9, "2026")):
        sheet.merge_range(3, column, 3, column + 1, year)
        sheet.write_row(4, column, ["Target", "Rp"])
    sheet.merge_range(2, 11, 4, 11, "Unit Kerja Penanggung Jawab")
    sheet.write_row(5, 0, [f"({number})" for number in range(1, 13)])
    rows = (
        [
            "Meningkatnya kesejahteraan petani",
            "",
            "",
            "",
            "Nilai Tukar Petani",
            "indeks",
            101.2,
            102,
            "",
            103,
            "",
            "Dinas",
        ],
        ["", "Meningkatnya produksi padi", "", "", "Produksi padi", "ton", 5000, 5200, "", 5400, "", ""],
        ["", "", "3.27.02", "Program Sarana", "Persentase sarana", "%", 80, 85, 1000000000, 90, 1200000000, "Bidang A"],
        [
            "",
            "",
            "3.27.02.2.01",
            "Pengawasan Sarana",
            "Jumlah laporan",
            "laporan",
            12,
            12,
            500000000,
            12,
            5,
            "Bidang A",
        ],
        ["", "", "3.27.02.2.01.0001", "Pengawasan pupuk", "Jumlah pupuk", "ton", 1, 2, 100, 3, 100, "Seksi B"],
    )
    for number, row in enumerate(rows, 6):
        for column, value in enumerate(row):
            if value != "":
                sheet.write(number, column, value)
    book.close()
    return path


def test_the_program_table_of_an_old_renstra_with_three_heading_rows(tmp_path):
    found = import_source(read_source(renstra_86(tmp_path / "a.xlsx")))
    assert [
        ("1", "Meningkatnya kesejahteraan petani"), ("1.1", "Meningkatnya produksi padi"), ("1.1.1", "Program Sarana"),
        ("1.1.1.1", "Pengawasan Sarana"), ("1.1.1.1.1", "Pengawasan pupuk"),
    ] == drawn(found)  # fmt: skip
    (first, *_, last) = found.tree
    assert ("101,2", "102", "103") == (first.indikator[0].awal, *(one.nilai for one in first.indikator[0].target))
    assert [2025, 2026] == [one.tahun for one in last.indikator[0].target]
    rows = {row.kode: row for top in found.tree.program for row in top.walk()}
    assert {"3.27.02": 1000000000, "3.27.02.2.01": 500000000, "3.27.02.2.01.0001": 100} == {
        kode: row.rupiah_of(2025) for kode, row in rows.items()
    }
    assert [100, 100] == [rows["3.27.02.2.01.0001"].rupiah_of(year) for year in (2025, 2026)]
    assert found.count.complete
    assert 0 == found.count.listed


def test_the_program_table_of_2025_takes_outcome_and_output_by_their_codes():
    rows = (
        "NSPK DAN SASARAN RPJMD\tTUJUAN\tSASARAN\tOUTCOME\tOUTPUT\tINDIKATOR\tPROGRAM / KEGIATAN / SUBKEGIATAN\tKETERANGAN",
        "-1\t-2\t-3\t-4\t-5\t-6\t-7\t-8",
        "Sehat\tMeningkatnya kualitas sosial\t\t\t\tIndeks Sosial\t\t",
        "\t\tMenurunnya kemiskinan\t\t\tPersentase miskin\t\t",
        "\t\t\tMeningkatnya kapasitas PSKS\t\tPersentase PSKS aktif\t1.06.02 - PROGRAM PEMBERDAYAAN\t",
        "\t\t\t\tMeningkatnya kapasitas lembaga\tJumlah lembaga\t1.06.02.2.03 - Pengembangan Potensi\t",
        "\t\t\t\tTerlatihnya TKSK\tJumlah TKSK terlatih\t1.06.02.2.03.0001 - Pelatihan TKSK\t",
    )
    found = text("\n".join(rows) + "\n")
    assert [Kind.OUTCOME, Kind.CSF, Kind.UTAMA, Kind.ANTARA, Kind.OPERASIONAL] == [node.kind for node in found.tree]
    assert [(), (), ("1.06.02",), ("1.06.02.2.03",), ("1.06.02.2.03.0001",)] == [node.program for node in found.tree]
    assert ["1", "1.1", "1.1.1", "1.1.1.1", "1.1.1.1.1"] == [number for number, _ in drawn(found)]


def test_levels_named_inside_the_cells():
    found = text(
        "No\tTujuan/Sasaran\tIndikator Kinerja Utama\tDefinisi Operasional\tSumber Data\tSatuan\t2025\n"
        "1\tTujuan: Meningkatnya derajat kesehatan\tAngka Harapan Hidup\trata-rata umur\tBPS\ttahun\t70,1\n"
        "2\tSasaran 1: Menurunnya kematian ibu\tAngka Kematian Ibu\tkematian/100.000\tSDKI\tper 100.000\t90\n"
    )
    assert [(Kind.OUTCOME, "Meningkatnya derajat kesehatan"), (Kind.CSF, "Menurunnya kematian ibu")] == [
        (node.kind, node.statement) for node in found.tree
    ]
    (one,) = list(found.tree)[1].indikator
    assert (True, "SDKI", "per 100.000", "90") == (one.iku, one.sumber, one.satuan, one.target_of(2025))


def test_several_indicators_in_one_cell_are_paired_with_their_units_and_targets(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Sasaran", "Indikator", "Satuan", "Target"])
    sheet.write_row(1, 0, ["Meningkatnya mutu", "1. Nilai mutu\n2. Jumlah aduan", "nilai\naduan", "80\n5"])
    book.close()
    (node,) = import_source(read_source(tmp_path / "a.xlsx")).tree
    assert [("Nilai mutu", "nilai", "80"), ("Jumlah aduan", "aduan", "5")] == [
        (one.nama, one.satuan, one.target[0].nilai) for one in node.indikator
    ]


@pytest.mark.parametrize(
    "words",
    [
        "1. Meningkatnya produksi padi\n1.1 Meningkatnya luas tanam\n1.1.1 Terlaksananya pompanisasi\n1.2 Membaiknya harga gabah\n",
        "- Meningkatnya produksi padi\n  - Meningkatnya luas tanam\n    - Terlaksananya pompanisasi\n  - Membaiknya harga gabah\n",
        "Outcome: Meningkatnya produksi padi\nCSF 1: Meningkatnya luas tanam\nUtama antara: Terlaksananya pompanisasi\nCSF 2: Membaiknya harga gabah\n",
    ],
    ids=["numbers", "indents", "names"],
)
def test_outlines_give_the_same_tree(words):
    assert [
        ("1", "Meningkatnya produksi padi"), ("1.1", "Meningkatnya luas tanam"), ("1.1.1", "Terlaksananya pompanisasi"),
        ("1.2", "Membaiknya harga gabah"),
    ] == drawn(text(words))  # fmt: skip


def test_running_text_is_no_outline():
    with pytest.raises(BadInput, match="tidak ada pohon kinerja"):
        text("Kepada Yth. Kepala Dinas\n1. Undangan rapat\n2. Daftar hadir\na. Pembukaan\nb. Penutup\n")


def test_statements_in_unknown_columns_wait_in_belum_ditempatkan_with_their_place():
    found = text("Sasaran\tIndikator\tUsulan Forum\nMeningkatnya mutu\tNilai mutu\tTerbangunnya pasar desa baru\n")
    (waiting,) = found.tree.belum.values()
    assert ("Terbangunnya pasar desa baru", "2") == (waiting.statement, waiting.asal[0].baris)
    assert ("Usulan Forum",) == found.unknown
    assert any(note.key == waiting.key for note in found.notes)
    assert found.tree == parse(write(found.tree))


def test_two_values_for_one_year_are_told():
    found = text("Sasaran\tIndikator\t2025\tTarget 2025\nMeningkatnya mutu\tNilai mutu\t5\t6\n")
    (node,) = found.tree
    assert ["5"] == [one.nilai for one in node.indikator[0].target]
    assert any("dua nilai" in note.assumed and note.read == "6" for note in found.notes)


def test_tables_of_one_plan_are_joined_by_their_statements():
    found = text(
        "Tujuan\tSasaran\tIndikator\tSatuan\nMeningkatnya A daerah\t\tIndeks A\tindeks\n\tMeningkatnya B daerah\tNilai B\tnilai\n\n\n\n"
        "Sasaran\tSasaran Program\tIndikator\nMeningkatnya B daerah\tMeningkatnya C daerah\tPersentase C\n"
    )
    assert [
        ("1", "Meningkatnya A daerah"),
        ("1.1", "Meningkatnya B daerah"),
        ("1.1.1", "Meningkatnya C daerah"),
    ] == drawn(found)
