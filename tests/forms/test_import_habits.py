"""Files as offices make them: two heading rows, blank and hidden columns, repeated heads, sums, signatures, pages."""

import csv
import io

import docx
import openpyxl
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from pohon.forms.imports.commented import commented
from pohon.forms.imports.importer import Imported, import_source
from pohon.forms.imports.read_html import read_html
from pohon.forms.imports.read_text import read_text
from pohon.forms.imports.reading import read_source
from pohon.model.node import Kind


def drawn(found: Imported) -> list[tuple[str, str, str]]:
    return [(found.tree.number(node.key), node.kind.value, node.statement) for node in found.tree]


def facts(found: Imported, year: int = 0) -> list[tuple[str, str, str]]:
    return [(one.nama, one.satuan, one.target_of(year)) for node in found.tree for one in node.indikator]


@pytest.fixture
def sheet(tmp_path):
    """Return a sheet and a function that saves its book and imports it."""
    book = openpyxl.Workbook()

    def read() -> Imported:
        book.save(tmp_path / "a.xlsx")
        return import_source(read_source(tmp_path / "a.xlsx"))

    return book.active, read


HEADS = (
    "NO", "TUJUAN", "INDIKATOR TUJUAN", "", "SASARAN STRATEGIS", "IKU", "TARGET", "SASARAN PROGRAM (ESELON III)",
    "INDIKATOR PROGRAM", "TARGET", "SASARAN KEGIATAN (ESELON IV/JF)", "INDIKATOR KEGIATAN", "TARGET",
)  # fmt: skip
BODY = (
    {2: "Meningkatnya konektivitas wilayah", 3: "Indeks konektivitas", 5: "Meningkatnya keselamatan lalu lintas",
     6: "Rasio kecelakaan", 7: 1.25, 8: "Meningkatnya kelengkapan perlengkapan jalan", 9: "Persentase ruas lengkap",
     10: 0.85, 11: "Terpasangnya rambu di ruas rawan", 12: "Jumlah rambu terpasang", 13: 120},
    {11: "Terpeliharanya lampu penerangan jalan", 12: "Jumlah titik lampu berfungsi", 13: 1500},
    {},
    {8: "Meningkatnya ketertiban angkutan", 9: "Persentase angkutan laik jalan", 10: 0.9,
     11: "Terlaksananya uji kendaraan", 12: "Jumlah kendaraan diuji", 13: 5400},
)  # fmt: skip


def test_a_cascading_sheet_with_all_its_habits(sheet):
    page, read = sheet
    page["B2"] = "CASCADING KINERJA DINAS PERHUBUNGAN KABUPATEN CONTOH TAHUN 2025"
    page.merge_cells("B2:N2")

    def head(row: int) -> None:
        for column, title in enumerate(HEADS, 2):
            page.cell(row, column, title or None)
            page.merge_cells(start_row=row, start_column=column, end_row=row + 1, end_column=column)

    head(5)
    for column in range(2, 15):
        page.cell(7, column, column - 1)
    row = 8
    for number, cells in enumerate(BODY):
        if number == 3:
            head(row)
            row += 2
        for place, value in cells.items():
            page.cell(row, place + 1, value)
            page.cell(row, place + 1).number_format = "0%" if isinstance(value, float) and value < 1 else "General"
        row += 1
    page.column_dimensions["E"].hidden = True
    page.cell(row, 8, "JUMLAH")
    page.cell(row + 2, 12, "Kota Contoh, 2 Januari 2025")
    page.cell(row + 3, 12, "Kepala Dinas Perhubungan")
    page.cell(row + 5, 12, "BUDI SANTOSO, S.T., M.T.")
    page.cell(row + 6, 12, f"NIP. 19700101 {199503} 1 001")
    found = read()
    assert [
        ("1", "outcome", "Meningkatnya konektivitas wilayah"),
        ("1.1", "csf", "Meningkatnya keselamatan lalu lintas"),
        ("1.1.1", "utama", "Meningkatnya kelengkapan perlengkapan jalan"),
        ("1.1.1.1", "antara", "Terpasangnya rambu di ruas rawan"),
        ("1.1.1.2", "antara", "Terpeliharanya lampu penerangan jalan"),
        ("1.1.2", "utama", "Meningkatnya ketertiban angkutan"),
        ("1.1.2.1", "antara", "Terlaksananya uji kendaraan"),
    ] == drawn(found)
    assert ["", "1,25", "85%", "120", "1500", "90%", "5400"] == [target for *_, target in facts(found, 2025)]
    assert found.count.complete
    text = commented(found.tree, found.notes, found.left)
    assert "BUDI SANTOSO" not in text
    assert "19700101" not in text


def test_two_trees_on_two_sheets_stay_two_trees(sheet):
    page, read = sheet
    for number, area in enumerate(("air minum", "jalan kabupaten")):
        own = page if not number else page.parent.create_sheet(f"Bidang {number}")
        own.append([f"POHON KINERJA BIDANG {number}"])
        own.append([])
        own.append(["Level", "Kinerja", "Indikator Kinerja", "Satuan", "Target"])
        own.append(["Ultimate Outcome", f"Meningkatnya akses {area} layak", "Persentase akses", "%", 90])
        own.append(["Intermediate Outcome", f"Meningkatnya cakupan {area} terbangun", "Persentase cakupan", "%", 80])
        own.append(["Output", f"Tersusunnya dokumen rencana {area}", "Jumlah dokumen", "dokumen", 3])
    hidden = page.parent.create_sheet("rahasia")
    hidden.append(["Kinerja", "Indikator"])
    hidden.append(["Meningkatnya hal tersembunyi", "Jumlah hal"])
    hidden.sheet_state = "hidden"
    found = read()
    assert ["1", "1.1", "1.1.1", "2", "2.1", "2.1.1"] == [number for number, *_ in drawn(found)]
    assert 6 == len(facts(found))


def test_one_heading_over_the_columns_of_all_levels(sheet):
    page, read = sheet
    page["A1"], page["F1"], page["G1"] = "Pohon Kinerja", "Indikator", "Target"
    page.merge_cells("A1:E1")
    rows = (
        (1, "Meningkatnya kualitas hidup perempuan", "IPG", 92), (2, "Menurunnya kekerasan perempuan", "Rasio", 3),
        (3, "Meningkatnya cakupan pengaduan", "Persentase", 100), (4, "Meningkatnya jejaring", "Jumlah lembaga", 12),
        (5, "Terlatihnya petugas pendamping", "Jumlah petugas", 40), (4, "Meningkatnya rumah aman", "Persentase", 80),
        (5, "Tersedianya perlengkapan rumah aman", "Jumlah paket", 5),
    )  # fmt: skip
    for number, (column, *cells) in enumerate(rows, 2):
        page.cell(number, column, cells[0])
        page.cell(number, 6, cells[1])
        page.cell(number, 7, cells[2])
    found = read()
    kinds = [Kind.OUTCOME, Kind.CSF, Kind.UTAMA, Kind.ANTARA, Kind.OPERASIONAL, Kind.ANTARA, Kind.OPERASIONAL]
    assert kinds == [node.kind for node in found.tree]
    assert ["1", "1.1", "1.1.1", "1.1.1.1", "1.1.1.1.1", "1.1.1.2", "1.1.1.2.1"] == [
        number for number, *_ in drawn(found)
    ]


def test_two_columns_without_heading_that_name_their_levels(sheet):
    page, read = sheet
    for row in (
        ("TUJUAN", "Meningkatnya ketahanan pangan daerah"), ("Indikator", "Indeks ketahanan pangan"),
        ("SASARAN 1", "Meningkatnya ketersediaan pangan"), ("IKU", "Ketersediaan energi"),
        ("PROGRAM", "Meningkatnya produksi pangan lokal"), ("KEGIATAN", "Terlaksananya pembinaan lumbung"),
        ("SASARAN 2", "Meningkatnya keamanan pangan"),
    ):  # fmt: skip
        page.append(row)
    found = read()
    assert [("1", "outcome"), ("1.1", "csf"), ("1.1.1", "utama"), ("1.1.1.1", "antara"), ("1.2", "csf")] == [
        one[:2] for one in drawn(found)
    ]
    assert ["Indeks ketahanan pangan", "Ketersediaan energi"] == [nama for nama, *_ in facts(found)]


def test_the_evaluators_kke_2_alone_is_a_tree_of_indicators_with_their_positions(sheet):
    page, read = sheet
    page.append(["KERTAS KERJA EVALUASI 2"])
    page.append([])
    page.append([
        "No", "Indikator (Ultimate/Intermediate/Immediate/Output)", "Pernyataan IKU/IK pada Renstra", "pada Renja",
        "pada PK", "Level Jabatan", "Ketepatan cascading (Y=1, K=0.5, T=0)", "Keterangan",
    ])  # fmt: skip
    page.append([1, "Ultimate", "Indeks kualitas lingkungan", "sama", "sama", "Kepala Dinas", "Y", ""])
    page.append([2, "Intermediate", "Indeks kualitas air", "", "", "Kepala Bidang Pengendalian", "Y", ""])
    page.append([3, "Output", "Jumlah usaha diawasi", "", "", "Kepala Seksi Pengawasan", "K", ""])
    found = read()
    assert [("1", "outcome"), ("1.1", "csf"), ("1.1.1", "operasional")] == [one[:2] for one in drawn(found)]
    held = [found.tree.positions[node.jabatan[0]].nama for node in found.tree]
    assert ["Kepala Dinas", "Kepala Bidang Pengendalian", "Kepala Seksi Pengawasan"] == held
    assert found.count.complete


def renstra_page(document, rows) -> None:
    table = document.add_table(rows=0, cols=15)
    first, second = table.add_row().cells, table.add_row().cells
    titles = {0: "Tujuan", 1: "Sasaran", 2: "Kode", 7: "Program dan Kegiatan", 8: "Indikator Kinerja",
              9: "Data Capaian Awal", 10: "2025", 12: "2026", 14: "Unit Kerja Penanggung Jawab"}  # fmt: skip
    for column, title in titles.items():
        first[column].text = title
    for column, title in ((10, "Target"), (11, "Rp"), (12, "Target"), (13, "Rp")):
        second[column].text = title
    first[2].merge(second[6])
    first[10].merge(first[11])
    first[12].merge(first[13])
    for column in (0, 1, 7, 8, 9, 14):
        first[column].merge(second[column])
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def test_a_program_table_over_two_pages_with_its_code_in_five_columns(tmp_path):
    document = docx.Document()
    document.add_paragraph("Tabel T-C.27 Rencana Program dan Pendanaan Dinas Pendidikan Kabupaten Contoh")
    blank = [""] * 5
    renstra_page(document, (
        ["Meningkatnya mutu pendidikan", "", *blank, "", "Harapan lama sekolah", "12,1", "12,5", "", "12,8", "", "Dinas"],
        ["", "Meningkatnya akses pendidikan dasar", *blank, "", "APM SD", "95", "96", "", "97", "", ""],
        ["", "", "1", "01", "02", "", "", "Program Pengelolaan Pendidikan", "Persentase SD terakreditasi", "80%", "85%",
         "1.200.000.000", "90%", "1.300.000.000", "Bidang SD"],
    ))  # fmt: skip
    document.add_page_break()
    renstra_page(document, (
        ["", "", "1", "01", "02", "2.01", "", "Pengelolaan Sekolah Dasar", "Jumlah SD layak", "200", "210",
         "800.000.000", "220", "900.000.000", "Bidang SD"],
        ["", "", "1", "01", "02", "2.01", "0006", "Pembangunan Ruang Kelas", "Jumlah ruang kelas", "10", "12",
         "500.000.000", "14", "600.000.000", "Seksi Sarpras"],
    ))  # fmt: skip
    document.save(tmp_path / "a.docx")
    found = import_source(read_source(tmp_path / "a.docx"))
    assert ["1", "1.1", "1.1.1", "1.1.1.1", "1.1.1.1.1"] == [number for number, *_ in drawn(found)]
    codes = [("1.01.02", 1_200_000_000), ("1.01.02.2.01", 800_000_000), ("1.01.02.2.01.0006", 500_000_000)]
    rows = [row for top in found.tree.program for row in top.walk()]
    assert codes == [(row.kode, row.rupiah_of(2025)) for row in rows]
    assert [1_300_000_000, 900_000_000, 600_000_000] == [row.rupiah_of(2026) for row in rows]
    assert 0 == found.count.listed


def test_a_csv_of_windows_with_titles_and_lines_inside_cells():
    rows = [
        ["RENCANA STRATEGIS DINAS PARIWISATA KABUPATEN CONTOH 2025-2026"], [],
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target 2025", "Target 2026"],
        ["1", "Meningkatnya kunjungan wisatawan – nusantara", "Jumlah kunjungan", "orang", "1.250.000", "1.300.000"],
        ["", "", "Lama tinggal “rata-rata”", "hari", "2,5", "2,7"],
        ["2", "Meningkatnya kontribusi\nekonomi kreatif", "Persentase PDRB ekraf", "%", "4,5", "4,8"],
        ["", "Jumlah", "", "", "", ""],
    ]  # fmt: skip
    stream = io.StringIO()
    csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows(rows)
    found = import_source(read_text(stream.getvalue().encode("cp1252"), "a.csv"))
    assert ["Meningkatnya kunjungan wisatawan – nusantara", "Meningkatnya kontribusi ekonomi kreatif"] == [
        node.statement for node in found.tree
    ]
    assert [("Jumlah kunjungan", "orang", "1.300.000"), ("Lama tinggal “rata-rata”", "hari", "2,7"),
            ("Persentase PDRB ekraf", "%", "4,8")] == facts(found, 2026)  # fmt: skip
    assert "Dinas Pariwisata" in found.tree.instansi


def test_a_page_of_an_online_document():
    page = (
        '<html><head><style>.c1{border:1px}</style></head><body class="c9"><p class="title"><span>INDIKATOR KINERJA UTAMA'
        " DINAS KOPERASI KABUPATEN CONTOH</span></p><table><tbody>"
        '<tr><td rowspan="2"><p>No</p></td><td rowspan="2"><p>Tujuan/ Sasaran</p></td><td rowspan="2"><p>Indikator</p>'
        '<p>Kinerja Utama</p></td><td rowspan="2"><p>Satuan</p></td><td colspan="2"><p>Target</p></td></tr>'
        "<tr><td><p>2025</p></td><td><p>2026</p></td></tr>"
        '<tr><td rowspan="2"><p>1</p></td><td rowspan="2"><p><span>Meningkatnya</span><span>&nbsp;daya saing koperasi'
        "</span></p></td><td><p>Persentase koperasi sehat</p></td><td><p>%</p></td><td><p>60</p></td><td><p>65</p></td></tr>"
        "<tr><td><ul><li>Volume usaha koperasi</li></ul></td><td><p>Rp juta</p></td><td><p>12.500</p></td>"
        "<td><p>13.000</p></td></tr></tbody></table></body></html>"
    )
    found = import_source(read_html(page.encode(), "a.html"))
    assert ["Meningkatnya daya saing koperasi"] == [node.statement for node in found.tree]
    assert [("Persentase koperasi sehat", "%", "65"), ("Volume usaha koperasi", "Rp juta", "13.000")] == facts(
        found, 2026
    )


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "plain"])
def test_a_pdf_table_over_several_pages(tmp_path, ruled):
    style = getSampleStyleSheet()["BodyText"]
    count = 30 if ruled else 9
    texts = [("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target")]
    texts += [
        (str(n), f"Meningkatnya mutu layanan perpustakaan kecamatan nomor {n} bagi pelajar dan masyarakat umum",
         f"Persentase pemustaka puas di kecamatan {n}", "%", str(70 + n)) for n in range(1, count + 1)
    ]  # fmt: skip
    table = Table(
        [[Paragraph(text, style) for text in row] for row in texts], repeatRows=1, colWidths=[30, 230, 170, 50, 50]
    )
    table.setStyle(
        [("VALIGN", (0, 0), (-1, -1), "TOP"), *([("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))] if ruled else [])]
    )
    title = Paragraph("RENCANA KINERJA TAHUNAN DINAS PERPUSTAKAAN KABUPATEN CONTOH TAHUN 2025", style)
    SimpleDocTemplate(str(tmp_path / "a.pdf"), pagesize=A4).build([title, Spacer(1, 12), table])
    found = import_source(read_source(tmp_path / "a.pdf"))
    assert [row[1] for row in texts[1:]] == [node.statement for node in found.tree]
    assert [(row[2], "%", row[4]) for row in texts[1:]] == facts(found, 2025)
