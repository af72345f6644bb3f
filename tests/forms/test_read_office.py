"""Word, Excel, slides, HTML and PDF -> cells with places, merged cells known, boxes and connectors seen."""

import datetime
import importlib.util
import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from docx import Document
from openpyxl import Workbook

from pohon.errors import BadInput
from pohon.forms.imports.importer import import_source
from pohon.forms.imports.read_html import read_html
from pohon.forms.imports.reading import read_source
from pohon.forms.imports.source import tidy
from pohon.forms.tables import Table
from pohon.model.node import Kind

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NS = (
    f'{W} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def word(path: Path, body: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {NS}><w:body>{body}</w:body></w:document>")
    return path


def texts(table: Table) -> list[list[str | None]]:
    return [[None if cell is None else tidy(cell.text) for cell in row.cells] for row in table.rows]


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_word_spans_and_vertical_merges_are_known(tmp_path):
    document = Document()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Sasaran"
    table.cell(0, 2).text = "Target"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Meningkatnya A"
    table.cell(1, 1).text, table.cell(2, 1).text = "B", "C"
    document.save(tmp_path / "a.docx")
    (read,) = read_source(tmp_path / "a.docx").tables()
    assert [["Sasaran", None, "Target"], ["Meningkatnya A", "B", ""], [None, "C", ""]] == texts(read)
    assert (2, 1) == (read.rows[1].cells[0].rows, read.rows[1].cells[0].columns)
    assert "tabel 1 baris 2 kolom 2" == read.rows[1].cells[1].place.label


def test_word_nested_tables_deleted_text_and_content_controls(tmp_path):
    inner = f"<w:tbl><w:tr><w:tc>{p('dalam')}</w:tc></w:tr></w:tbl>"
    body = (
        f"<w:sdt><w:sdtContent>{p('kendali')}</w:sdtContent></w:sdt>"
        f"<w:tbl><w:tr><w:tc>{p('luar')}{inner}{p('')}</w:tc></w:tr></w:tbl>"
        "<w:p><w:del><w:r><w:delText>hapus</w:delText></w:r></w:del><w:ins><w:r><w:t>tambah</w:t></w:r></w:ins></w:p>"
    )
    source = read_source(word(tmp_path / "a.docx", body))
    assert ["kendali", "tambah"] == [line.text for line in source.lines()]
    assert [[["luar"]], [["dalam"]]] == [texts(table) for table in source.tables()]


def box(number: int, text: str, left: int, top: int) -> str:
    return (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><wp:positionH><wp:posOffset>{left * 12700}"
        f"</wp:posOffset></wp:positionH><wp:positionV><wp:posOffset>{top * 12700}</wp:posOffset></wp:positionV>"
        f'<a:graphic><a:graphicData><wps:wsp><wps:cNvPr id="{number}" name="k"/><wps:spPr><a:xfrm><a:ext cx="1270000" '
        f'cy="381000"/></a:xfrm></wps:spPr><wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx></wps:wsp>'
        f"</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"<w:txbxContent>{p(text)}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def connector(first: int, second: int) -> str:
    return (
        "<w:p><w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:cNvCnPr>"
        f'<a:stCxn id="{first}" idx="2"/><a:endCxn id="{second}" idx="0"/></wps:cNvCnPr></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


BOXES = (
    box(1, "Meningkatnya derajat kesehatan", 200, 0), box(2, "Meningkatnya layanan ibu hamil", 0, 100),
    box(3, "Menurunnya balita stunting", 400, 100), box(4, "Meningkatnya kunjungan bidan desa", 0, 200),
)  # fmt: skip


def test_boxes_with_connectors_in_word_become_a_tree(tmp_path):
    lines = connector(1, 2) + connector(3, 1) + connector(2, 4)
    tree = import_source(read_source(word(tmp_path / "a.docx", "".join(BOXES) + lines))).tree
    parents = {node.statement: tree.parent(node) and tree.parent(node).statement for node in tree}
    assert {
        "Meningkatnya derajat kesehatan": None,
        "Meningkatnya layanan ibu hamil": "Meningkatnya derajat kesehatan",
        "Menurunnya balita stunting": "Meningkatnya derajat kesehatan",
        "Meningkatnya kunjungan bidan desa": "Meningkatnya layanan ibu hamil",
    } == parents
    assert [Kind.OUTCOME, Kind.CSF, Kind.UTAMA, Kind.CSF] == [node.kind for node in tree]


def test_boxes_without_connectors_are_read_by_their_places_with_a_note(tmp_path):
    found = import_source(read_source(word(tmp_path / "a.docx", "".join(BOXES))))
    below = next(node for node in found.tree if node.statement == "Meningkatnya kunjungan bidan desa")
    assert "Meningkatnya layanan ibu hamil" == found.tree.parent(below).statement
    assert any("letak kotak" in note.assumed for note in found.notes)


def test_a_box_that_is_connected_to_nothing_waits_unplaced(tmp_path):
    body = "".join(BOXES) + connector(1, 2) + connector(2, 4)
    found = import_source(read_source(word(tmp_path / "a.docx", body)))
    assert ["Menurunnya balita stunting"] == [node.statement for node in found.tree.belum.values()]


def test_slides_with_shapes_and_connectors_become_a_tree(tmp_path):
    from pptx import Presentation
    from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
    from pptx.util import Cm

    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[6])
    made = []
    for text, left, top in (
        ("Meningkatnya mutu jalan", 8, 1),
        ("Meningkatnya pemeliharaan jalan", 2, 5),
        ("Menurunnya beban berlebih", 14, 5),
    ):
        shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Cm(left), Cm(top), Cm(5), Cm(2))
        shape.text_frame.text = text
        made.append(shape)
    for lower in made[1:]:
        line = slide.shapes.add_connector(MSO_CONNECTOR.ELBOW, 0, 0, 10, 10)
        line.begin_connect(made[0], 2)
        line.end_connect(lower, 0)
    show.save(tmp_path / "a.pptx")
    tree = import_source(read_source(tmp_path / "a.pptx")).tree
    assert [
        ("Meningkatnya mutu jalan", 2),
        ("Meningkatnya pemeliharaan jalan", 0),
        ("Menurunnya beban berlebih", 0),
    ] == [(node.statement, len(node.sebab)) for node in tree]


def test_excel_merges_percent_formats_numbers_and_dates(tmp_path):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Kinerja")
    sheet.write_row(0, 0, ["Sasaran", "Indikator", "Target"])
    sheet.merge_range(1, 0, 3, 0, "Meningkatnya A")
    sheet.write(1, 2, 0.985, book.add_format({"num_format": "0.00%"}))
    sheet.write(2, 2, 92.16, book.add_format({"num_format": '[$-421]#,##0.00"%"'}))
    sheet.write(3, 2, 6800)
    sheet.write_datetime(4, 2, datetime.datetime(2025, 1, 2), book.add_format({"num_format": "dd/mm/yyyy"}))  # noqa: DTZ001
    book.close()
    (table,) = read_source(path).tables()
    assert ["Target", "98,50%", "92,16%", "6800", "2 Januari 2025"] == [row[2] for row in texts(table)]
    assert ["Meningkatnya A", None, None] == [row[0] for row in texts(table)][1:4]
    assert "Kinerja!C2" == table.rows[1].cells[2].place.label


def test_excel_titles_notes_and_a_second_table_on_one_sheet(tmp_path):
    book = Workbook()
    sheet = book.active
    rows = [
        ["DINAS CONTOH"], [], ["Sasaran", "Indikator", "Target"], ["Meningkatnya A", "Jumlah B", 5], [],
        ["Program", "Anggaran", "Keterangan"], ["Program A", "Rp 5.000,-", "APBD"], [], ["Catatan: sementara"],
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    source = read_source(tmp_path / "a.xlsx")
    assert ["DINAS CONTOH", "Catatan: sementara"] == [line.text for line in source.lines()]
    assert [["Sasaran", "Program"], [2, 2]] == [
        [texts(table)[0][0] for table in source.tables()],
        [len([row for row in texts(table) if any(row)]) for table in source.tables()],
    ]


def test_indented_cells_of_one_column_are_an_outline(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = book.add_worksheet()
    rows = (
        ("Meningkatnya produksi", 0),
        ("Meningkatnya luas tanam", 1),
        ("Terlaksananya pompanisasi", 2),
        ("Membaiknya harga", 1),
    )
    for number, (text, depth) in enumerate(rows):
        sheet.write_string(number, 0, text, book.add_format({"indent": depth}))
    book.close()
    tree = import_source(read_source(tmp_path / "a.xlsx")).tree
    assert ["1", "1.1", "1.1.1", "1.2"] == [tree.number(node.key) for node in tree]
    assert [text for text, _ in rows] == [node.statement for node in tree]


def test_styles_belong_to_their_sheet_also_after_sheets_were_moved(tmp_path):
    book = Workbook()
    book.active.title = "B"
    book.active.append(["Sasaran", "Target"])
    book.active.append(["Meningkatnya A", 0.5])
    book.active["B2"].number_format = "0%"
    first = book.create_sheet("A", 0)
    first.append(["Sasaran", "Target"])
    first.append(["Meningkatnya B", 0.5])
    book.save(tmp_path / "a.xlsx")
    assert ["0,5", "50%"] == [texts(table)[1][1] for table in read_source(tmp_path / "a.xlsx").tables()]


def test_hidden_sheets_are_not_read(tmp_path):
    book = Workbook()
    book.active.append(["Sasaran", "Indikator"])
    other = book.create_sheet("Rahasia")
    other.append(["Sasaran", "Indikator"])
    other.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    assert 1 == len(read_source(tmp_path / "a.xlsx").tables())


def test_open_document_sheets_are_read(tmp_path):
    office = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    rows = (("Sasaran", "Indikator"), ("Meningkatnya A", "Jumlah B"))
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    body = "".join(f"<table:table-row>{''.join(cell.format(text) for text in row)}</table:table-row>" for row in rows)
    content = f'<office:document-content {office} office:version="1.2"><office:body><office:spreadsheet><table:table table:name="L">{body}</table:table></office:spreadsheet></office:body></office:document-content>'
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as archive:
        archive.writestr("mimetype", mime)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/></manifest:manifest>',
        )
        archive.writestr("content.xml", content)
    (table,) = read_source(tmp_path / "a.ods").tables()
    assert [list(row) for row in rows] == texts(table)


def test_a_workbook_of_2000_rows_imports(tmp_path):
    path = tmp_path / "besar.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Sasaran", "Indikator Kinerja", "Satuan", "Target"])
    for row in range(1, 2001):
        sheet.write_row(row, 0, [f"Meningkatnya hasil {row}", f"Jumlah hasil {row}", "buah", row])
    book.close()
    found = import_source(read_source(path))
    assert 2000 == len(found.tree)
    assert found.count.complete


def test_html_rowspan_colspan_scripts_and_lists():
    page = (
        "<html><head><script>alert(1)</script></head><body><h2>Judul</h2><ul><li>satu</li></ul><table>"
        "<tr><th rowspan=2>Sasaran</th><th colspan=2>Target</th></tr><tr><th>2025</th><th>2026</th></tr>"
        "<tr><td>Meningkatnya A &amp; B</td><td>1</td><td>2</td></tr></table></body></html>"
    )
    source = read_html(page.encode(), "a.html")
    assert ["Judul", "satu"] == [line.text for line in source.lines()]
    (table,) = source.tables()
    assert [["Sasaran", "Target", None], [None, "2025", "2026"], ["Meningkatnya A & B", "1", "2"]] == texts(table)


def test_html_with_absurd_spans_is_read_without_growing():
    page = "<table>" + "<tr><td rowspan=99999 colspan=99999>x</td></tr>" * 3 + "</table>"
    (table,) = read_html(page.encode(), "a.html").tables()
    assert 1000 > len(table.columns)


@pytest.mark.skipif(importlib.util.find_spec("pdfplumber") is None, reason="extra [pdf] is not installed")
def test_pdf_tables_are_read(tmp_path):
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import SimpleDocTemplate
    from reportlab.platypus import Table as Drawn

    stream = io.BytesIO()
    rows = [["Sasaran Strategis", "Indikator Kinerja", "Target"], ["Meningkatnya A", "Jumlah B", "5"]]
    SimpleDocTemplate(stream, pagesize=A4).build([Drawn(rows, style=[("GRID", (0, 0), (-1, -1), 1, "black")])])
    path = tmp_path / "a.pdf"
    path.write_bytes(stream.getvalue())
    (table,) = read_source(path).tables()
    assert rows == texts(table)


def test_a_file_without_any_tree_says_so(tmp_path):
    with pytest.raises(BadInput, match="tidak ada pohon kinerja"):
        import_source(read_source(word(tmp_path / "a.docx", p("Surat undangan rapat."))))
