"""The presentation: native shapes, held lines, readable text; and what LibreOffice makes of it."""

import shutil
import subprocess
import zipfile
from io import BytesIO
from itertools import pairwise

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn

from pohon.model.finding import Finding, Severity
from pohon.render import metrics, pptx, scene, sheets
from pohon.render.options import SceneOptions
from tests.build import tree
from tests.render.forest import grown, regular

EMU = 12700
HOSTILE = '<b>tebal</b> & ]]> "kutip" \' =1+1 _x0041_ {x} \u202eterbalik'
sizes, seeds = st.integers(1, 50), st.integers(0, 10**6)
APART = 1.17
"""Lines of Arial and Liberation Sans are 1.149 of their size apart: a box of twenty lines has two percent to spare."""


def planned(given_tree, split="auto", **options):
    return sheets.planned(given_tree, pptx.as_slide(SceneOptions(**options)), split)


def deck(given_tree, split="auto", **options):
    return Presentation(BytesIO(made(given_tree, split, **options)))


def made(given_tree, split="auto", **options):
    chosen = SceneOptions(**options)
    return pptx.render(given_tree, pptx.slides(given_tree, chosen, split), chosen)


def groups(slide):
    return [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]


def lines(slide):
    return [shape for shape in slide.shapes if shape.element.tag == qn("p:cxnSp")]


def every(shapes):
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from every(shape.shapes)


def text_of(slide):
    return " ".join(shape.text_frame.text for shape in every(slide.shapes) if shape.has_text_frame)


def test_slides_are_wide_and_have_a_title_and_notes():
    opened = deck(regular(3, 3, 3))
    assert (opened.slide_width, opened.slide_height) == (960 * EMU, 540 * EMU)
    assert len(opened.slides) > 3
    for slide in opened.slides:
        assert slide.shapes.title.text_frame.text.startswith("Pohon Kinerja Dinas Uji")
        assert "Indikator: Nama Persentase pelayanan" in slide.notes_slide.notes_text_frame.text


def test_a_small_tree_takes_one_slide_and_a_large_one_an_overview_and_more():
    assert 1 == len(planned(regular(1, 1, 2)))
    found = planned(regular(4, 3, 3))
    assert found[0].branches == ()
    assert {key for options in found for key in options.branches} >= set(regular(4, 3, 3).find("k0").sebab)


def test_text_that_can_be_split_is_readable_from_the_last_row():
    forest = regular(4, 3, 3)
    for options in planned(forest)[1:]:
        assert scene.build(forest, options).smallest >= 9.4


@settings(max_examples=15, deadline=None)
@given(sizes, seeds)
def test_boxes_stand_where_the_scene_has_them(count, seed):
    forest = grown(count, seed)
    for slide, options in zip(deck(forest, "none").slides, planned(forest, "none"), strict=True):
        boxes = scene.build(forest, options).boxes
        for group, box in zip(groups(slide), boxes, strict=True):
            frame, wanted = group.shapes[0], box.shapes[0]
            places = [frame.left, frame.top, frame.width, frame.height]
            assert places == [
                pytest.approx(value * EMU, abs=2) for value in (wanted.x, wanted.y, wanted.width, wanted.height)
            ]
            assert {word for text in box.texts for word in text.text.split()} & set(box.label.split()) <= set(
                " ".join(shape.text_frame.text for shape in group.shapes if shape.has_text_frame).split()
            )


@settings(max_examples=15, deadline=None)
@given(sizes, seeds)
def test_text_fits_its_box_with_the_widths_of_the_font(count, seed):
    for slide in deck(grown(count, seed), "none").slides:
        for group in groups(slide):
            frame = group.shapes[0]
            room = (frame.width - frame.text_frame.margin_left - frame.text_frame.margin_right) / EMU
            high = frame.text_frame.margin_top / EMU
            for paragraph in frame.text_frame.paragraphs:
                font = paragraph.runs[0].font
                inset = int(paragraph._p.pPr.get("marL")) / EMU
                broken = metrics.wrap(paragraph.text, room - inset, font.size.pt, bold=bool(font.bold))
                high += len(broken) * font.size.pt * APART + (
                    paragraph.space_before.pt if paragraph.space_before else 0
                )
            assert high <= frame.height / EMU + 0.5


@settings(max_examples=15, deadline=None)
@given(sizes, seeds)
def test_every_line_holds_on_to_two_shapes_of_its_boxes(count, seed):
    forest = grown(count, seed)
    (options,) = planned(forest, "none")
    (slide,) = deck(forest, "none").slides
    assert len(lines(slide)) == len(scene.build(forest, options).wires)
    inside = {shape.shape_id: group for group in groups(slide) for shape in group.shapes}
    for line in lines(slide):
        ends = [line.element.find(f".//{qn(name)}") for name in ("a:stCxn", "a:endCxn")]
        assert all(int(end.get("id")) in inside for end in ends)
        assert all(0 <= int(end.get("idx")) <= 3 for end in ends)


def test_lines_lie_below_the_boxes_and_above_the_bands():
    (slide,) = deck(grown(20, 4), "none").slides
    kinds = ["line" if shape.element.tag == qn("p:cxnSp") else shape.shape_type for shape in slide.shapes]
    first = kinds.index("line")
    assert MSO_SHAPE_TYPE.GROUP not in kinds[:first]
    assert "line" not in kinds[kinds.index(MSO_SHAPE_TYPE.GROUP) :]
    assert any(shape.name.startswith("Pita") for shape in list(slide.shapes)[:first])


def test_ids_of_shapes_are_used_once_on_a_slide():
    (slide,) = deck(grown(40, 8), "none").slides
    ids = [element.get("id") for element in slide.element.iter(qn("p:cNvPr"))]
    assert sorted(set(ids)) == sorted(ids)


def test_boxes_have_a_name_and_a_description_for_screen_readers():
    (slide,) = deck(tree("pohon:\n  - outcome: Terwujudnya kota sehat"), "none").slides
    (group,) = groups(slide)
    assert group.name == "1 Terwujudnya kota sehat"
    assert group.element.find(f".//{qn('p:cNvPr')}").get("descr") == "1 Terwujudnya kota sehat"


def test_hostile_text_is_shown_as_it_is():
    (slide,) = deck(tree("pohon:\n  - outcome: " + HOSTILE, judul=HOSTILE), "none").slides
    assert metrics.clean(HOSTILE) in " ".join(text_of(slide).split())
    assert metrics.clean(HOSTILE) in slide.shapes.title.text_frame.text.replace("\n", " ")


def test_the_notes_explain_findings():
    given_tree = tree("pohon:\n  - outcome: Terwujudnya kota sehat")
    one = Finding(
        code="STR01",
        name="contoh",
        severity=Severity.ERROR,
        stage=1,
        node=given_tree.roots[0],
        message="pesan",
        hint="cara",
    )
    (slide,) = deck(given_tree, explained=(one,)).slides
    notes = slide.notes_slide.notes_text_frame.text
    assert "Galat STR01 contoh: Temuan pesan; Cara memperbaiki cara" in notes


def test_the_same_tree_gives_the_same_bytes_and_no_date_of_today():
    forest = grown(25, 2)
    one, other = (made(forest) for _ in range(2))
    assert one == other
    with zipfile.ZipFile(BytesIO(one)) as packed:
        assert {(1980, 1, 1, 0, 0, 0)} == {info.date_time for info in packed.infolist()}
        core = packed.read("docProps/core.xml").decode()
    assert "2000-01-01" in core
    assert "Steve" not in core


def test_no_colour_or_shadow_comes_from_the_template():
    (slide,) = deck(grown(12, 6), "none").slides
    assert list(slide.element.iter(qn("p:style"))) == []


@pytest.fixture(scope="module")
def office():
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        pytest.skip("NO OFFICE TEST WAS RUN: LibreOffice is not installed")
    return program


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_shows_every_slide_with_every_word(office, tmp_path):
    forest = regular(2, 3, 2)
    expected = pptx.slides(forest, SceneOptions())
    (tmp_path / "a.pptx").write_bytes(made(forest))
    home = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.pptx")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    if not (tmp_path / "a.pdf").exists():
        pytest.skip(
            f"NO OFFICE TEST WAS RUN: LibreOffice cannot read slides here (libreoffice-impress?): {done.stderr}"
        )
    pages = pypdf.PdfReader(tmp_path / "a.pdf").pages
    assert len(pages) == len(expected)
    for page, drawn in zip(pages, expected, strict=True):
        words = set(page.extract_text().split())
        assert {word for text in drawn.texts() for word in text.text.split()} - words == set()


def test_slides_follow_each_other_as_the_sheets_do():
    forest = regular(3, 3, 3)
    numbers = [options.sheet for options in planned(forest)]
    assert all(after[0] == before[0] + 1 for before, after in pairwise(numbers))


@pytest.mark.parametrize("view", ["jabatan", "crosscutting", "cascading"])
@pytest.mark.parametrize("direction", ["bawah", "kanan"])
def test_every_view_becomes_slides_with_all_its_words(view, direction):
    forest, options = grown(30, 11), SceneOptions(view=view, direction=direction)
    for slide, drawn in zip(
        deck(forest, view=view, direction=direction).slides, pptx.slides(forest, options), strict=True
    ):
        wanted = {word for text in drawn.texts() for word in text.text.split() if word.isascii() and word.isalpha()}
        assert wanted - set(text_of(slide).split()) == set()


def test_the_words_of_a_framed_remark_stand_in_the_middle_of_its_frame_at_every_scale():
    shapes = [shape for slide in deck(regular(4, 3, 3)).slides for shape in every(slide.shapes)]
    parts = [shape for shape in shapes if shape.name.startswith("Note ")]
    assert len(parts) > 5
    for part in parts:
        assert part.text_frame.vertical_anchor == MSO_ANCHOR.MIDDLE
        assert part.text_frame.margin_top == part.text_frame.margin_bottom == 0
        assert part.text_frame.paragraphs[0].space_before == 0


def test_a_slide_tells_its_number_and_neither_paper_nor_scale():
    words = [shape.text_frame.text for shape in deck(regular(4, 3, 3)).slides[1].shapes if shape.has_text_frame]
    assert any(one.startswith("2 dari ") for one in words)
    assert not {"Kertas", "Skala"} & set(words)
    assert not any("16:9" in one for one in words)
