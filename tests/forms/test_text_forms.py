"""Forms as Markdown, CSV and HTML: all cells, nothing computed, nothing unescaped."""

import csv
import io
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pohon import api
from pohon.errors import PohonError
from pohon.forms.equation import Equation, Fraction, linear, pieces
from pohon.forms.kinds import KINDS, build
from pohon.forms.tables import Cell, Column, Form, Paragraph, Row, Section, Shape, Table, clean
from pohon.forms.text import as_csv, as_html, as_markdown
from pohon.forms.wanted import Wanted
from tests.trees.reading import example

REPAIRED, IKI = "pohon-disdukcapil-balangan-perbaikan", "iki-disdukcapil"
each_kind = pytest.mark.parametrize("kind", KINDS)


class Reader(HTMLParser):
    """Collects tags and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - the signature of the library
        self.tags.append(tag)

    def handle_data(self, data):
        self.text += data


def one_cell(text: str, shape: Shape = Shape.TEXT) -> Form:
    table = Table(name="T", columns=(Column(title="A", shape=shape),), rows=(Row((Cell(text=text),)),))
    return Form(kind="t", title="Uji", sections=(Section((Paragraph(text), table)),))


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@each_kind
def test_csv_holds_every_cell_of_every_table(kind):
    form = build(example(REPAIRED), kind, Wanted(year=2025))
    rows = rows_of(as_csv(form))
    expected = [[linear(clean(cell)) for cell in row] for table in form.tables() for row in table.texts()]
    found = [[cell.removeprefix("'") for cell in row] for row in rows]
    assert [] == [row for row in expected if row not in found]


@each_kind
@pytest.mark.parametrize("ending", ["csv", "md", "html"])
def test_the_same_call_twice_gives_the_same_bytes(kind, ending):
    wanted = api.Filling(year=2025)
    assert api.fill_form(example(REPAIRED), kind, ending, wanted) == api.fill_form(
        example(REPAIRED), kind, ending, wanted
    )


@each_kind
def test_markdown_rows_have_as_many_cells_as_the_heading(kind):
    lines = as_markdown(build(example(REPAIRED), kind, Wanted(year=2025))).decode().split("\n")
    for first, second in pairwise(lines):
        if first.startswith("| ") and second.startswith("| "):
            assert first.replace("\\|", "").count("|") == second.replace("\\|", "").count("|")


@each_kind
def test_html_is_one_page_without_script_or_address(kind):
    page = as_html(build(example(REPAIRED), kind, Wanted(year=2025))).decode()
    assert not {"script", "img", "link", "iframe"} & set(Reader(page).tags)
    assert "://" not in page


@pytest.mark.parametrize("text", ["=1+1", "+1+2", "-butir", "@x", "\t=1"])
def test_csv_cell_that_a_spreadsheet_would_compute_gets_an_apostrophe(text):
    assert ["'" + text.strip()] == rows_of(as_csv(one_cell(text)))[1]


@pytest.mark.parametrize("text", ["-5", "-1.234", "5 = 5", "a-b"])
def test_csv_leaves_figures_and_plain_text_alone(text):
    assert [text] == rows_of(as_csv(one_cell(text)))[1]


@settings(max_examples=80, deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_any_text_stays_text(text):
    shown = clean(text).strip()
    page = Reader(as_html(one_cell(text)).decode("utf-8"))
    assert {"script"}.isdisjoint(page.tags)
    assert shown.replace("\n", "").replace(" ", "") in page.text.replace("\n", "").replace(" ", "")
    assert 3 == as_markdown(one_cell(text)).decode("utf-8").count("\n| ")


@pytest.mark.parametrize("text", ["<script>x</script>", "a|b", "**b**", "[x](y)", "]]>", "\u202e"])
def test_marks_of_the_format_are_plain_characters(text):
    assert clean(text) in Reader(as_html(one_cell(text)).decode()).text
    for mark in "|*[]<>":
        assert mark not in as_markdown(one_cell(text)).decode().split("\n")[0].replace("\\" + mark, "")


def test_fractions_are_mathml_in_html_and_a_slash_elsewhere():
    form = build(example(IKI), "iki", Wanted(position="kadis"))
    assert "mfrac" in Reader(as_html(form).decode()).tags
    assert "Pengganti KTP-el / Jumlah Penduduk Wajib KTP × 100%" in as_csv(form).decode("utf-8-sig")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"$\frac{\text{A}}{\text{B}} \times 100\%$", (Equation((Fraction("A", "B"), " × 100%")),)),
        ("jumlah A dibagi jumlah B dikali 100%", (Equation((Fraction("jumlah A", "jumlah B"), " × 100%")),)),
        ("Jumlah A lulus\nJumlah B ikut", (Equation((Fraction("Jumlah A lulus", "Jumlah B ikut"),)),)),
        ("A dibagi B dibagi C", ("A dibagi B dibagi C",)),
        ("(a + b) dibagi 3", ("(a + b) dibagi 3",)),
        ("US$ 5 dan US$ 6", ("US$ 5 dan US$ 6",)),
        ("", ("",)),
    ],
)
def test_only_sure_fractions_are_set_as_fractions(text, expected):
    assert expected == pieces(text)


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("\\frac{}$ab%() dibagi\n"), max_size=80))
def test_no_formula_breaks_the_reader(text):
    assert isinstance(linear(text), str)
    assert pieces(text)


def test_an_unknown_ending_names_the_known_ones():
    with pytest.raises(PohonError, match=r"\.odt tidak dikenal.*\.docx, \.xlsx, \.csv, \.md, \.html"):
        api.fill_form(example(IKI), "iki", "odt")
