"""Levels that only looks tell: colour, indent and outline numbers; and tables that are typed with spaces or tabs."""

import re

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Alignment, PatternFill
from openpyxl.styles.colors import Color

from pohon.forms.imports.importer import Imported, import_source
from pohon.forms.imports.read_excel import read_excel
from pohon.forms.imports.read_html import read_html
from pohon.forms.imports.read_text import read_text
from pohon.forms.imports.read_word import read_word
from pohon.model.node import Kind
from tests.forms.messy import grow

ROWS = (
    (0, "Meningkatnya derajat kesehatan masyarakat", "Angka harapan hidup", "tahun", "71,2"),
    (1, "Menurunnya kematian ibu melahirkan", "Angka kematian ibu", "per 100.000", "85"),
    (2, "Meningkatnya cakupan persalinan di fasilitas", "Persentase persalinan di fasilitas", "%", "98"),
    (3, "Meningkatnya kompetensi bidan desa", "Persentase bidan tersertifikasi", "%", "90"),
    (4, "Terlaksananya pelatihan kegawatdaruratan", "Jumlah bidan dilatih", "orang", "120"),
    (4, "Tersedianya alat persalinan di pustu", "Jumlah pustu berperalatan", "unit", "34"),
    (3, "Meningkatnya rujukan tepat waktu", "Persentase rujukan tepat waktu", "%", "95"),
    (4, "Tersusunnya peta jejaring rujukan", "Jumlah peta", "dokumen", "1"),
    (1, "Menurunnya prevalensi stunting", "Prevalensi stunting", "%", "14"),
    (2, "Meningkatnya gizi ibu hamil", "Persentase ibu hamil bergizi cukup", "%", "92"),
)
COLOURS = ("FFC000", "92D050", "00B0F0", "FFFF00", "D9D9D9")
LEVELS = (Kind.OUTCOME, Kind.CSF, Kind.UTAMA, Kind.ANTARA, Kind.OPERASIONAL)
HEADING = ("No", "Kinerja", "Indikator", "Satuan", "Target 2025")


def numbers() -> list[str]:
    counters, made = [0] * 5, []
    for depth, *_ in ROWS:
        counters[depth] += 1
        counters[depth + 1 :] = [0] * (4 - depth)
        made.append(".".join(map(str, counters[: depth + 1])))
    return made


def workbook(path, how: str):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(HEADING)
    for place, ((depth, text, *facts), number) in enumerate(zip(ROWS, numbers(), strict=True), 1):
        lead = {"spaces": "   " * depth}.get(how, "")
        sheet.append([number if how == "numbers" else place, lead + text, *facts])
        cell = sheet.cell(place + 1, 2)
        if how == "colour":
            cell.fill = PatternFill("solid", fgColor=COLOURS[depth])
        elif how == "theme":
            cell.fill = PatternFill("solid", fgColor=Color(theme=4 + depth, tint=0.6))
        elif how == "indent":
            cell.alignment = Alignment(indent=depth)
    book.save(path)
    return import_source(read_excel(path, "xlsx"))


def drawn(found: Imported) -> list[tuple[str, Kind, str]]:
    return [(found.tree.number(node.key), node.kind, node.statement) for node in found.tree]


WANTED = [(number, LEVELS[depth], text) for number, (depth, text, *_) in zip(numbers(), ROWS, strict=True)]


@pytest.mark.parametrize("how", ["colour", "theme", "indent", "spaces", "numbers"])
def test_a_sheet_whose_levels_only_its_looks_tell(tmp_path, how):
    found = workbook(tmp_path / "a.xlsx", how)
    assert WANTED == drawn(found)
    assert [row[2:] for row in ROWS] == [
        (one.nama, one.satuan, one.target_of(2025)) for node in found.tree for one in node.indikator
    ]
    assert found.count.complete
    assert any("jenjang tiap baris dibaca dari" in note.assumed for note in found.notes)


def test_the_note_says_which_colour_was_read_as_which_level(tmp_path):
    found = workbook(tmp_path / "a.xlsx", "colour")
    said = next(note.assumed for note in found.notes if "warna" in note.assumed)
    assert "jingga (FFC000) = outcome" in said or "kuning (FFC000) = outcome" in said
    assert "hijau (92D050) = CSF" in said
    assert "abu-abu (D9D9D9) = kondisi operasional" in said


def test_without_looks_a_sheet_stays_flat(tmp_path):
    found = workbook(tmp_path / "a.xlsx", "none")
    assert {Kind.CSF, Kind.OPERASIONAL} == {node.kind for node in found.tree}


def test_stripes_and_marked_rows_are_no_levels(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(HEADING)
    for place in range(1, 9):
        sheet.append([place, f"Meningkatnya mutu layanan {place}", f"Nilai layanan {place}", "nilai", place])
        colour = ("DDEBF7", "FFFFFF")[place % 2]
        for column in range(1, 6):
            sheet.cell(place + 1, column).fill = PatternFill("solid", fgColor=colour)
    book.save(tmp_path / "a.xlsx")
    found = import_source(read_excel(tmp_path / "a.xlsx", "xlsx"))
    assert 8 == len(found.tree.roots)


def test_a_coloured_column_without_heading(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "POHON KINERJA DINAS KESEHATAN KABUPATEN CONTOH"
    for place, (depth, text, *_) in enumerate(ROWS, 3):
        sheet.cell(place, 2, text).fill = PatternFill("solid", fgColor=COLOURS[depth])
    book.save(tmp_path / "a.xlsx")
    assert WANTED == drawn(import_source(read_excel(tmp_path / "a.xlsx", "xlsx")))


@pytest.mark.parametrize("how", ["colour", "indent"])
def test_a_word_table_whose_levels_only_its_looks_tell(tmp_path, how):
    document = docx.Document()
    table = document.add_table(rows=1, cols=5)
    for cell, text in zip(table.rows[0].cells, HEADING, strict=True):
        cell.text = text
    for place, (depth, text, *facts) in enumerate(ROWS, 1):
        cells = table.add_row().cells
        for cell, words in zip(cells, (str(place), text, *facts), strict=True):
            cell.text = words
        if how == "colour":
            shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{COLOURS[depth]}"/>')
            cells[1]._tc.get_or_add_tcPr().append(shade)
        else:
            cells[1].paragraphs[0].paragraph_format.left_indent = Pt(14 * depth)
    document.save(tmp_path / "a.docx")
    assert WANTED == drawn(import_source(read_word(tmp_path / "a.docx")))


def test_a_page_copied_from_an_online_sheet():
    rows = "".join(
        f'<tr><td><span>{place}</span></td><td style="border:1px;background-color:#{COLOURS[depth]};"><p>{text}</p></td>'
        + "".join(f"<td><p dir=ltr><span>{words}</span></p></td>" for words in facts)
        for place, (depth, text, *facts) in enumerate(ROWS, 1)
    )
    head = "".join(f"<td><p><b>{text}</b></p></td>" for text in HEADING)
    page = f'<html><body><b id="docs-internal-guid-1"><table><tbody><tr>{head}</tr>{rows}</tbody></table></b></body>'
    assert WANTED == drawn(import_source(read_html(page.encode(), "a.html")))


TYPED = """POHON KINERJA DINAS PERTANIAN KABUPATEN CONTOH

No   Sasaran                          Indikator Kinerja            Satuan     Target
---  -------------------------------  ---------------------------  ---------  -------
1.   Meningkatnya produksi padi       Produksi padi                ton         52.000
     sawah irigasi                    gabah kering giling
                                      Produktivitas padi           ton/ha         5,8
2.   Meningkatnya pendapatan petani   Nilai tukar petani           indeks       104,2
     hortikultura

Mengetahui,
Kepala Dinas
"""


def test_a_table_typed_with_spaces():
    found = import_source(read_text(TYPED.encode(), "a.txt"))
    assert [
        ("Meningkatnya produksi padi sawah irigasi", ["Produksi padi gabah kering giling", "Produktivitas padi"]),
        ("Meningkatnya pendapatan petani hortikultura", ["Nilai tukar petani"]),
    ] == [(node.statement, [one.nama for one in node.indikator]) for node in found.tree]
    facts = [(one.satuan, one.target[0].nilai) for node in found.tree for one in node.indikator]
    assert [("ton", "52.000"), ("ton/ha", "5,8"), ("indeks", "104,2")] == facts
    assert 0 == found.count.listed


@given(st.integers(0, 10**6), st.booleans(), st.integers(0, 3))
def test_any_tree_typed_with_spaces_comes_back(seed, wrapped, blank):
    root = grow(seed)
    widths = (36, 40, 10, 10)
    lines = ["Kondisi yang diperlukan".ljust(36) + "Indikator".ljust(40) + "Satuan".ljust(10) + "Target".rjust(8)
             + "   Keterangan"]  # fmt: skip
    labels = {"csf": "CSF", "utama": "kondisi antara utama", "antara": "kondisi antara", "operasional": "kondisi operasional",
              "outcome": "outcome"}  # fmt: skip
    for place, one in enumerate(root.walk()):
        limit = 32 if wrapped else 400
        parts = [_wrapped(text, limit) for text in (one.text, one.measure)]
        if not wrapped:
            widths = (90, 90, 10, 10)
            lines[0] = (
                "Kondisi yang diperlukan".ljust(90)
                + "Indikator".ljust(90)
                + "Satuan".ljust(10)
                + "  Target   Keterangan"
            )
        for at in range(max(map(len, parts))):
            first = "".join(
                (part[at] if at < len(part) else "").ljust(width) for part, width in zip(parts, widths, strict=False)
            )
            rest = f"{one.unit.ljust(10)}{one.target.rjust(8)}   {labels[one.kind]}" if at == 0 else ""
            lines.append((first + rest).rstrip())
        if blank and place % 4 == blank:
            lines.append("")
    found = import_source(read_text("\n".join(lines).encode(), "a.txt"))
    assert sorted(one.text for one in root.walk()) == sorted(node.statement for node in found.tree)
    measured = {(node.statement, one.nama, one.satuan) for node in found.tree for one in node.indikator}
    assert {(one.text, one.measure, one.unit) for one in root.walk()} == measured


def _wrapped(text: str, limit: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(f"{lines[-1]} {word}".strip()) > limit:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@pytest.mark.parametrize("tabs", ["\t", "\t\t"])
def test_word_paragraphs_with_tabs(tmp_path, tabs):
    document = docx.Document()
    document.add_paragraph("RENCANA KINERJA TAHUNAN DINAS SOSIAL KABUPATEN CONTOH TAHUN 2025")
    lines = (
        "No\tSasaran Strategis\tIndikator Kinerja\tSatuan\tTarget",
        "1\tMenurunnya kemiskinan ekstrem\tPersentase kemiskinan ekstrem\t%\t0,5",
        "2\tMeningkatnya perlindungan lansia\tJumlah lansia terlayani\torang\t1.250",
    )
    for line in lines:
        document.add_paragraph(line.replace("\t", tabs))
    document.add_paragraph("")
    document.add_paragraph("Kepala Dinas")
    document.save(tmp_path / "a.docx")
    found = import_source(read_word(tmp_path / "a.docx"))
    assert [("Menurunnya kemiskinan ekstrem", "%", "0,5"), ("Meningkatnya perlindungan lansia", "orang", "1.250")] == [
        (node.statement, one.satuan, one.target_of(2025)) for node in found.tree for one in node.indikator
    ]


def test_running_text_with_wide_gaps_is_no_table():
    words = "Nomor   : 050/12/2025\nLampiran: 1 berkas\nHal     : Undangan rapat pohon kinerja\n\nKepada Yth. Camat\n"
    assert () == read_text(words.encode(), "a.txt").tables()
    assert re.search("Undangan", read_text(words.encode(), "a.txt").lines()[2].text)
