"""Forms as workbooks: figures are numbers, texts are texts, sheets can be filtered, printed, edited and brought back."""

import io
import re
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pohon import api
from pohon.errors import PohonError
from pohon.forms.excel import LONGEST, as_xlsx
from pohon.forms.excel_cells import figure_of
from pohon.forms.kinds import KINDS, build
from pohon.forms.tables import Cell, Column, Form, Row, Section, Shape, Table
from pohon.forms.wanted import Wanted
from pohon.model.node import Kind
from tests.trees.reading import example

REPAIRED, PK, RKT = (
    "pohon-disdukcapil-balangan-perbaikan",
    "pk-disdukcapil-luwu-timur-2024",
    "rkt-dindagkop-ukm-blora-2020",
)
each_kind = pytest.mark.parametrize("kind", KINDS)


def book(name: str, kind: str, **wanted):
    return openpyxl.load_workbook(io.BytesIO(api.fill_form(example(name), kind, "xlsx", api.Filling(**wanted))))


def one_cell(text: str, shape: Shape = Shape.TEXT) -> Form:
    table = Table(name="T", columns=(Column(title="A", shape=shape),), rows=(Row((Cell(text=text),), "a1"),))
    return Form(kind="t", title="Uji", sections=(Section((table,)),))


def cell_of(text: str, shape: Shape = Shape.TEXT):
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(one_cell(text, shape))))["T"]
    return sheet.cell(sheet.max_row, 1)


@each_kind
def test_every_table_is_a_sheet_with_all_its_cells(kind):
    form = build(example(REPAIRED), kind, Wanted(year=2025))
    sheets = [s for s in openpyxl.load_workbook(io.BytesIO(as_xlsx(form))) if s.title not in ("Naskah", "Daftar")]
    assert len(form.tables()) == len(sheets)
    for table, sheet in zip(form.tables(), sheets, strict=True):
        ids = [row.id for row in table.rows]
        last = len(table.columns) + 1
        found = [sheet.cell(sheet.max_row - len(ids) + 1 + at, last).value or "" for at in range(len(ids))]
        assert ids == found
        assert sheet.column_dimensions[openpyxl.utils.get_column_letter(last)].hidden


@each_kind
def test_the_same_call_twice_gives_the_same_bytes(kind):
    form = build(example(REPAIRED), kind, Wanted(year=2025))
    assert as_xlsx(form) == as_xlsx(form)


@each_kind
def test_no_cell_is_a_formula(kind):
    with zipfile.ZipFile(io.BytesIO(as_xlsx(build(example(REPAIRED), kind, Wanted(year=2025))))) as package:
        sheets = [package.read(name).decode() for name in package.namelist() if "worksheets/sheet" in name]
    assert [] == [sheet for sheet in sheets if "<f>" in sheet]


def test_amounts_and_targets_are_numbers_with_an_indonesian_format():
    sheet = book(PK, "pk")["Program dan anggaran"]
    amounts = [row[1] for row in sheet.iter_rows() if isinstance(row[1].value, int)]
    assert [5_581_884_078, 437_531_700, 458_091_635, 114_060_000, 451_365_200] == [cell.value for cell in amounts]
    assert {'[$-421]"Rp"#,##0",-"'} == {cell.number_format for cell in amounts}
    targets = [row[4] for row in book(RKT, "rkt")["RKT"].iter_rows() if isinstance(row[4].value, int | float)]
    assert [32, 6800, 2913544, 60, 100] == [cell.value for cell in targets]


@pytest.mark.parametrize(
    ("text", "shape", "expected"),
    [
        ("98,50", Shape.NUMBER, (98.5, "[$-421]#,##0.00")),
        ("93%", Shape.NUMBER, (93.0, '[$-421]#,##0"%"')),
        ("6.800", Shape.NUMBER, (6800.0, "[$-421]#,##0")),
        ("415.000.000", Shape.MONEY, (415_000_000, "[$-421]#,##0")),
        ("6,800", Shape.NUMBER, None),
        ("15 OPD", Shape.NUMBER, None),
        ("B (Baik)", Shape.NUMBER, None),
        ("1234567890123456", Shape.NUMBER, None),
        ("98,50", Shape.TEXT, None),
        ("", Shape.MONEY, None),
    ],
)
def test_only_a_sure_figure_in_a_column_of_figures_is_a_number(text, shape, expected):
    figure = figure_of(text, Column(title="A", shape=shape))
    assert expected == (None if figure is None else (figure.value, figure.format))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2", "@SUM(A1)", '=HYPERLINK("a")', "http:x", "'x", "1/2", "00123"])
def test_text_that_looks_like_a_formula_stays_text(text):
    cell = cell_of(text)
    assert ("s", text) == (cell.data_type, cell.value)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_any_text_gives_a_workbook_that_can_be_read(text):
    openpyxl.load_workbook(io.BytesIO(as_xlsx(one_cell(text))))


def test_a_cell_of_32767_characters_fits_and_one_more_is_refused():
    assert LONGEST == len(cell_of("x" * LONGEST).value)
    with pytest.raises(PohonError, match=r"32\.768 huruf.*pakai \.docx"):
        as_xlsx(one_cell("x" * (LONGEST + 1)))


def test_heads_are_frozen_filtered_and_printed_on_every_page():
    sheet = book(REPAIRED, "kke", year=2025)["KKE-1"]
    assert sheet.freeze_panes is not None
    assert sheet.auto_filter.ref is not None
    assert sheet.print_title_rows is not None
    assert sheet.print_area
    assert "landscape" == sheet.page_setup.orientation


def test_kinds_units_and_positions_can_be_chosen_from_lists():
    wanted = {"tahap3": "Tahap 3", "iku": "IKU", "tahap5": "Tahap 5"}
    for kind, name in wanted.items():
        workbook = book(REPAIRED, kind, year=2025)
        assert workbook[name].data_validations.dataValidation
        assert "hidden" == workbook["Daftar"].sheet_state
    words = {cell.value for row in book(REPAIRED, "iku", year=2025)["Daftar"].iter_rows() for cell in row}
    assert {"%", "Nilai", "Kepala Dinas Kependudukan dan Pencatatan Sipil"} <= words


@each_kind
def test_hidden_ids_name_nodes_indicators_and_programs_of_the_tree(kind):
    tree = example(REPAIRED)
    known = {*tree.nodes, *tree.programs, ""}
    for table in build(tree, kind, Wanted(year=2025)).tables():
        for row in table.rows:
            for word in row.id.split(" "):
                key, _, place = word.partition("#")
                assert key in known
                assert not place or int(place) < len(tree.nodes[key].indikator)


def test_every_row_of_a_merged_cell_can_be_filtered():
    sheet = book(REPAIRED, "tahap3")["Tahap 3"]
    assert sheet.merged_cells.ranges
    with zipfile.ZipFile(io.BytesIO(as_xlsx(build(example(REPAIRED), "tahap3", Wanted())))) as package:
        strings = package.read("xl/sharedStrings.xml").decode()
        cells = package.read("xl/worksheets/sheet1.xml").decode()
    csf = next(example(REPAIRED).of_kind(Kind.CSF))
    texts = re.findall(r"<t(?: [^>]*)?>(.*?)</t>", strings)
    assert 7 == cells.count(f"<v>{texts.index(csf.statement)}</v>")


def test_names_of_sheets_are_unique_and_allowed():
    names = book("iki-disdukcapil", "iki").sheetnames
    assert len(set(map(str.casefold, names))) == len(names)
    assert all(len(name) <= 31 for name in names)
