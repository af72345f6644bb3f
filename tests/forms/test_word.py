"""Forms as Word documents: real styles, repeating heads, merged cells, equations, the user's own template."""

import io
import re
import zipfile
from xml.etree import ElementTree

import docx
import pytest
from docx.enum.section import WD_ORIENT
from hypothesis import given, settings
from hypothesis import strategies as st

from pohon import api
from pohon.errors import PohonError
from pohon.forms.kinds import KINDS, build
from pohon.forms.tables import Cell, Column, Form, Paragraph, Row, Section, Table
from pohon.forms.wanted import Wanted
from pohon.forms.word import as_docx
from tests.build import tree as made
from tests.trees.reading import example, spaces

BALANGAN, REPAIRED = "pohon-disdukcapil-balangan", "pohon-disdukcapil-balangan-perbaikan"
PK, IKI = "pk-disdukcapil-luwu-timur-2024", "iki-disdukcapil"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
each_kind = pytest.mark.parametrize("kind", KINDS)


def body(data: bytes) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return ElementTree.fromstring(package.read("word/document.xml"))  # noqa: S314 - our own bytes


def one_cell(text: str, **look) -> Form:
    table = Table(name="T", columns=(Column(title="A", **look),), rows=(Row((Cell(text=text),)),))
    return Form(kind="t", title=text[:40], sections=(Section((Paragraph(text), table)),))


def template(*paragraphs: str, header: str = "") -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@each_kind
def test_every_kind_opens_as_word_and_holds_its_tables_cell_by_cell(kind):
    form = build(example(REPAIRED), kind, Wanted(year=2025))
    document = docx.Document(io.BytesIO(as_docx(form)))
    framed = [table for table in document.tables if table.style.name == "Tabel Formulir"]
    assert len(form.tables()) == len(framed)
    for table, found in zip(form.tables(), framed, strict=True):
        rows = len(table.heading) + len(table.rows)
        assert (rows, len(table.columns)) == (len(found.rows), len(found.columns))
        printed = spaces(" ".join(part.text or "" for part in found._tbl.iter(f"{W}t", f"{M}t")).replace("\u200b", ""))
        for row in table.texts():
            assert all(spaces(line)[:12] in printed for cell in row for line in cell.split("\n")[:1])


@each_kind
def test_the_same_call_twice_gives_the_same_bytes(kind):
    wanted = api.Filling(year=2025)
    assert api.fill_form(example(REPAIRED), kind, "docx", wanted) == api.fill_form(
        example(REPAIRED), kind, "docx", wanted
    )


@each_kind
def test_heads_repeat_and_no_row_of_a_table_is_split(kind):
    root = body(as_docx(build(example(REPAIRED), kind, Wanted(year=2025))))
    for table in root.iter(f"{W}tbl"):
        if table.find(f"{W}tblPr/{W}tblStyle") is None:
            continue
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None


def test_every_paragraph_has_a_style_that_the_document_knows():
    data = as_docx(build(example(PK), "pk", Wanted()))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        styles = ElementTree.fromstring(package.read("word/styles.xml"))  # noqa: S314 - our own bytes
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    used = {style.get(f"{W}val") for style in body(data).iter(f"{W}pStyle")}
    assert used
    assert used <= known
    assert {"Heading1", "Heading2", "Heading3"} <= used


def test_paper_and_direction_follow_the_form():
    for kind, paper, size in (("pk", "A4", (210, 297)), ("cascading", "F4", (330, 215)), ("iku", "A3", (420, 297))):
        data = api.fill_form(example(REPAIRED), kind, "docx", api.Filling(year=2025, paper=paper))
        section = docx.Document(io.BytesIO(data)).sections[-1]
        assert size == (round(section.page_width.mm), round(section.page_height.mm))
        assert (section.orientation == WD_ORIENT.LANDSCAPE) == (size[0] > size[1])


def test_pages_are_numbered():
    with zipfile.ZipFile(io.BytesIO(as_docx(build(example(PK), "pk", Wanted())))) as package:
        footers = [package.read(name).decode() for name in package.namelist() if "footer" in name]
    assert any(" PAGE " in footer and " NUMPAGES " in footer for footer in footers)


def test_latex_stacked_and_spoken_fractions_become_equations():
    root = body(as_docx(build(example(IKI), "iki", Wanted())))
    numerators = {spaces(" ".join(part.text or "" for part in one.iter(f"{M}t"))) for one in root.iter(f"{M}num")}
    assert {"Jumlah Data Base Penduduk", "Jumlah KTP-el yang tercetak"} <= numerators
    assert "frac" not in ElementTree.tostring(root, encoding="unicode")
    stacked = body(as_docx(build(example(PK), "pk", Wanted())))
    assert 1 == len(list(stacked.iter(f"{M}f")))


def test_no_text_of_a_fraction_is_lost():
    tree = made("pohon:\n  - csf: A\n    jabatan: k\n    indikator: [{nama: B, rumus: 'jumlah warga terlayani dibagi jumlah "
                "warga yang memohon dikali 100%'}]\njabatan: [{id: k, nama: Kepala, jenjang: jpt-pratama}]")  # fmt: skip
    root = body(as_docx(build(tree, "iki", Wanted())))
    words = " ".join(part.text or "" for part in root.iter(f"{M}t"))
    assert "jumlah warga terlayani jumlah warga yang memohon × 100%" == spaces(words)


def test_merged_cells_cover_rows_in_the_document():
    root = body(as_docx(build(example(BALANGAN), "cascading", Wanted())))
    marks = [mark.get(f"{W}val") for mark in root.iter(f"{W}vMerge")]
    assert marks.count("restart") > 5
    assert marks.count(None) > 50


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_any_text_gives_a_document_that_can_be_read(text):
    root = body(as_docx(one_cell(text)))
    assert root.tag == f"{W}document"


@pytest.mark.parametrize(
    "text", ["<w:p>]]></w:t>", "&amp;", "\x00\x1b[31m", "\ud800", "\u202eabc", "=1+1", "x" * 40_000]
)
def test_hostile_text_is_text(text):
    printed = "".join(part.text or "" for part in body(as_docx(one_cell(text))).iter(f"{W}t"))
    kept = re.sub(r"[\x00-\x1f\ud800-\udfff\u202e]", "", text)
    assert kept * 2 == printed.replace("A", "", 1) if kept else True


def test_template_gives_letterhead_and_takes_the_form_where_it_says_so():
    kop = template("Atas", "{{isi}}", "Bawah {{tahun}}", header="PEMERINTAH {{pemerintah}} – {{instansi}}")
    tree = example(PK)
    data = api.fill_form(tree, "pk", "docx", api.Filling(template=kop))
    document = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert ("Atas", "Bawah 2024") == (texts[0], texts[-1])
    header = document.sections[0].header.paragraphs[0].text
    assert f"PEMERINTAH {tree.pemerintah} – {tree.instansi}" == header
    assert "{{" not in " ".join(texts)
    assert data == api.fill_form(tree, "pk", "docx", api.Filling(template=kop))


def test_template_with_a_letterhead_gets_no_second_one():
    tree = example("rkt-dindagkop-ukm-blora-2020")
    (doc,) = tree.dokumen
    own = " ".join(part.text or "" for part in body(api.fill_form(tree, "rkt")).iter(f"{W}t"))
    kop = api.fill_form(tree, "rkt", "docx", api.Filling(template=template("{{isi}}")))
    assert doc.alamat.split("\n")[0] in own
    assert doc.alamat.split("\n")[0] not in " ".join(part.text or "" for part in body(kop).iter(f"{W}t"))


def test_template_keeps_its_own_fonts_and_its_letterhead_on_turned_pages():
    document = docx.Document()
    document.styles["Normal"].font.name = "Bookman Old Style"
    document.sections[0].header.paragraphs[0].text = "KOP"
    document.add_paragraph("{{isi}}")
    stream = io.BytesIO()
    document.save(stream)
    filled = api.fill_form(example(REPAIRED), "iku", "docx", api.Filling(template=stream.getvalue(), year=2025))
    made_ = docx.Document(io.BytesIO(filled))
    assert "Bookman Old Style" == made_.styles["Normal"].font.name
    assert ["KOP"] == [section.header.paragraphs[0].text for section in made_.sections]
    assert made_.sections[0].page_width > made_.sections[0].page_height


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        (["Tanpa penanda"], r"penanda \{\{isi\}\} harus ada tepat satu kali"),
        (["{{isi}}", "{{isi}}"], "tepat satu kali"),
        (["Kepada {{isi}}"], "sendirian pada satu paragraf"),
        (["{{isi}}", "{{instnsi}}"], r"\{\{instnsi\}\} tidak dikenal.*Maksud Anda \{\{instansi\}\}"),
    ],
)
def test_missing_and_unknown_placeholders_are_told(paragraphs, said):
    with pytest.raises(PohonError, match=said):
        api.fill_form(example(PK), "pk", "docx", api.Filling(template=template(*paragraphs)))


def zipped(**members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in members.items():
            package.writestr({"types": "[Content_Types].xml", "document": "word/document.xml"}.get(name, name), text)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "bukan dokumen Word"),
        (b"%PDF-1.7", "bukan dokumen Word"),
        (zipped(a="b"), "bukan dokumen Word"),
        (zipped(types="<x/>", document="<x/>"), "rusak"),
        (zipped(types="<!DOCTYPE x>", document="<x/>"), "deklarasi"),
        (zipped(types="<x/>", document="<x/>", big="0" * 101_000_000), "terlalu besar"),
        (template("{{isi}}")[:-40], "bukan dokumen Word|rusak"),
    ],
    ids=["empty", "pdf", "other zip", "broken", "doctype", "bomb", "cut off"],
)
def test_a_template_that_is_no_word_document_is_refused(data, said):
    with pytest.raises(PohonError, match=said):
        api.fill_form(example(PK), "pk", "docx", api.Filling(template=data))


def test_a_template_is_for_word_only():
    with pytest.raises(PohonError, match="hanya untuk dokumen Word"):
        api.fill_form(example(PK), "pk", "xlsx", api.Filling(template=b""))


def test_the_document_names_no_author_and_no_clock():
    core = docx.Document(io.BytesIO(as_docx(build(example(PK), "pk", Wanted())))).core_properties
    assert ("pohon", "pohon", 2000) == (core.author, core.last_modified_by, core.created.year)
