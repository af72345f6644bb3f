"""The report as a workbook for meetings."""

import zipfile
from io import BytesIO

import openpyxl
import pytest

from pohon.model.finding import Severity
from pohon.render import report_xlsx
from tests.render.reports import HOSTILE, UNREAD, WAIVED, entry, finding


def book(*entries):
    return openpyxl.load_workbook(BytesIO(report_xlsx.render(entries)))


def test_one_row_a_finding_with_room_for_an_answer():
    sheet = book(entry(finding(source="praktik"), WAIVED), UNREAD)["Temuan"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert rows[0] == [
        "Berkas", "Nomor", "Kalimat", "Jenis", "Kode", "Tingkat", "Pesan", "Saran perbaikan", "Sumber", "Tanggapan OPD",
        "Status",
    ]  # fmt: skip
    assert rows[1] == [
        "a", "1.1", "Meningkatnya mutu pelayanan persalinan", "CSF", "RED01", "galat", "Kalimat ini kembar.", "Bedakan.",
        "praktik", None, "belum dibahas",
    ]  # fmt: skip
    assert rows[2][4:6] == ["P002", "galat"]
    assert len(rows) == 3


def test_the_sheet_is_ready_for_a_meeting_and_for_paper():
    sheet = book(entry(finding()))["Temuan"]
    (validation,) = sheet.data_validations.dataValidation
    assert validation.formula1 == '"belum dibahas,diperbaiki,diterima dengan alasan,bukan temuan"'
    assert str(validation.sqref) == "K5"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A5", "A4:K5")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.print_area == "'Temuan'!$A$1:$K$5"


def test_accepted_findings_stand_on_a_sheet_of_their_own():
    sheet = book(entry(WAIVED))["Diterima"]
    assert [cell.value for cell in sheet[4]][4:] == [
        "BHS05",
        "peringatan",
        "Kalimat ini kembar.",
        "nama resmi",
        "Bappeda",
        None,
    ]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "{=1}", "http://a.b", "'=1"])
def test_text_is_never_a_formula_or_a_link(words):
    made = report_xlsx.render([entry(finding(message=words, hint=words))])
    cell = openpyxl.load_workbook(BytesIO(made))["Temuan"]["G5"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (words, "s", None)
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_very_long_and_hostile_text_makes_a_sound_workbook():
    sheet = book(entry(finding(message="x" * 40_000, hint=HOSTILE)))["Temuan"]
    assert sheet["G5"].value.endswith("… (dipotong)")
    assert "<script>alert(1)</script>" in sheet["H5"].value


def test_the_same_report_gives_the_same_bytes():
    assert report_xlsx.render([entry(finding())]) == report_xlsx.render([entry(finding())])


def test_the_summary_counts_by_family_stage_and_file():
    sheet = book(entry(finding(), finding("BHS05", Severity.WARNING, stage=1)))["Ringkasan"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows() if row[0].value]
    assert ["Bahasa", 0, 1, 0, 1] in rows
    assert ["Tahap 2", 1, 0, 0, 1] in rows
    assert ["a", 1, 1, 0, 2] in rows
