"""Whatever stands in a file, import gives a tree that can be written and read again, or one plain refusal."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pohon.errors import BadInput, Place
from pohon.forms.imports.commented import commented
from pohon.forms.imports.importer import Imported, import_source
from pohon.forms.imports.read_html import read_html
from pohon.forms.imports.read_text import read_text
from pohon.forms.imports.report_of_import import notes_form
from pohon.forms.imports.source import Box, Line, Source, from_plain, grid, to_plain
from pohon.forms.tables import Cell
from pohon.forms.tree_file import parse, write

HEADINGS = (
    "No", "Sasaran", "Sasaran Strategis", "Indikator", "Indikator Kinerja Utama", "Satuan", "Target", "2025", "Tujuan",
    "Program", "Kegiatan", "Anggaran", "Kinerja", "keterangan", "Rujukan Tahapan", "Kondisi yang diperlukan", "Kondisi CSF",
    "CSF", "Sumber Data", "Formulasi", "Relevansi", "Uraian", "Penjelasan", "Komponen", "Jabatan", "Crosscutting", "id", "",
    "Program/Kegiatan/Sub Kegiatan", "Kode", "Sasaran Kegiatan", "Sasaran Sub Kegiatan", "Realisasi 2024", "Baseline",
)  # fmt: skip
WORDS = (
    "Meningkatnya mutu jalan", "Terlaksananya tambal sulam", "Terwujudnya desa sehat", "Jumlah jalan", "Persentase desa",
    "kondisi antara", "kondisi operasional", "kinerja strategis", "Crosscutting BKPSDM", "Tahap 1", "Tahap 3", "1", "(1)", "2.",
    "98,50%", "0/", "1.2.3,4,5", "Rp 5.000,-", "15 OPD", "", "  ", "1. Jumlah A\n2. Jumlah B", "2.12.02 Program A", "Tujuan: Meningkatnya x y",
    "JABATAN : KEPALA DINAS", "JABATAN :", "x" * 2500, "Meningkatnya " + "sangat " * 400, "# judul", "- {a: [1", "periode 2021-2026", "TUGAS : x", "FUNGSI : a. y", "PERJANJIAN KINERJA", "INDIKATOR KINERJA INDIVIDU",
    "RENCANA KINERJA TAHUNAN", "Uraian Sasaran 1", "Indikator Kinerja:", "Malili, 2 Januari 2024", "KEPALA DINAS", "APBD",
    "selanjutnya disebut Pihak Pertama", "Jabatan", ": BUPATI X", "- a butir", "Indikator: Jumlah z", "o1", "c1#0",
)  # fmt: skip
cell_texts = st.one_of(st.sampled_from(WORDS), st.sampled_from(HEADINGS), st.text(max_size=30))


@st.composite
def tables(draw):
    width = draw(st.integers(1, 7))
    heading = [Cell(text=draw(st.sampled_from(HEADINGS)), place=Place(line=1)) for _ in range(width)]
    rows: list[list[Cell | None]] = [heading] if draw(st.booleans()) else []
    for number in range(draw(st.integers(0, 7))):
        row: list[Cell | None] = []
        for column in range(width):
            if rows and draw(st.integers(0, 9)) == 0:
                row.append(None)
                continue
            place = Place(line=number + 2) if draw(st.booleans()) else Place(label=f"L!{column}{number}")
            row.append(
                Cell(text=draw(cell_texts), rows=draw(st.integers(1, 3)), columns=draw(st.integers(1, 2)), place=place)
            )
        rows.append(row)
    return grid("tabel", rows)


lines = st.builds(
    Line, cell_texts, st.builds(Place, line=st.integers(0, 50)), st.integers(0, 12), st.booleans(), st.booleans()
)
boxes = st.builds(
    Box, name=st.sampled_from("abcdef"), text=cell_texts, left=st.integers(-5, 400), top=st.integers(-5, 400),
    width=st.integers(0, 100), height=st.integers(0, 100),
)  # fmt: skip
sources = st.builds(
    Source, name=st.just("acak"), form=st.just("docx"), items=st.lists(st.one_of(tables(), lines), max_size=8).map(tuple),
    boxes=st.lists(boxes, max_size=6).map(tuple),
    links=st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=8).map(tuple),
)  # fmt: skip


def check(found: Imported) -> None:
    assert found.count.complete
    assert found.tree == parse(write(found.tree))
    assert found.tree == parse(commented(found.tree, found.notes, found.left))
    assert len(found.left) == found.count.listed + found.count.lines_listed
    assert [] == [key for key in found.tree.nodes if key in found.tree.belum]
    notes_form("acak", found)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(sources)
def test_any_tables_lines_and_boxes_give_a_readable_tree_or_a_refusal(source):
    try:
        found = import_source(source)
    except BadInput as error:
        assert "acak" in str(error)  # noqa: PT017 - refusing is one of the two right answers
        return
    check(found)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(cell_texts, min_size=1, max_size=5).map("\t".join), max_size=12).map("\n".join))
def test_any_text_with_tabs_is_read(text):
    try:
        found = import_source(read_text(text.encode("utf-8", "replace"), "a.txt"))
    except BadInput:
        return
    check(found)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<table>",
                "</table>",
                "<tr>",
                "<td rowspan=3>",
                "<td colspan=0>",
                "</td>",
                "<p>",
                "x",
                "&amp;",
                "<br>",
                "<script>",
                "</script>",
                "<li>",
                "<ul>",
                "</ul>",
                "<",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_any_page_is_read(page):
    try:
        read_html(("x" + page).encode(), "a.html")
    except BadInput:
        pytest.fail("a page of letters is never refused")


@settings(max_examples=60, deadline=None)
@given(sources)
def test_a_source_survives_the_way_out_of_the_child_process(source):
    back = from_plain("acak", "docx", to_plain(source))
    assert to_plain(source) == to_plain(back)
