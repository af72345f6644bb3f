from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from pohon.model.node import Kind, Node
from pohon.render import metrics, pdf, scene, sheets, svg
from tests.render.forest import grown, of_nodes, words_of


def text_of(data):
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(1, 60),
    st.integers(0, 10**6),
    st.sampled_from(["A4", "A3", "A1"]),
    st.sampled_from(["kinerja", "cascading"]),
)
def test_every_word_of_the_tree_is_in_the_text_layer(count, seed, paper, view):
    tree = grown(count, seed)
    shown = text_of(pdf.render(sheets.build(tree, scene.SceneOptions(paper=paper, view=view))))
    lines, whole = " ".join(shown.split()), "".join(shown.split())
    for words in words_of(tree).values():
        for word in map(metrics.clean, words):
            assert word in lines or word in whole, word


def test_characters_without_a_glyph_are_in_the_text_layer():
    words = "petani 😀 padi 漢字 ꦗꦮ selesai"
    tree = of_nodes([Node(key="a", kind=Kind.OUTCOME, statement=words)])
    assert words in " ".join(text_of(pdf.render([scene.build(tree, scene.SceneOptions(paper="A3"))])).split())


def test_all_fonts_are_embedded():
    page = PdfReader(BytesIO(pdf.render([scene.build(grown(30, 3), scene.SceneOptions(paper="A3"))]))).pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in fonts)


def test_pages_have_the_size_of_their_paper_and_an_entry_in_the_outline():
    made = sheets.build(grown(70, 4), scene.SceneOptions(paper="A4"))
    reader = PdfReader(BytesIO(pdf.render(made)))
    assert [(round(one.width), round(one.height)) for one in made] == [
        (round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages
    ]
    assert [metrics.clean(one.outline) for one in made] == [entry.title for entry in reader.outline]


def test_the_same_scenes_give_the_same_bytes_also_after_others():
    tree = grown(30, 5)
    drawn = [scene.build(tree, scene.SceneOptions(paper="A3"))]
    first = pdf.render(drawn)
    pdf.render([scene.build(grown(20, 6), scene.SceneOptions(paper="A4"))])
    assert first == pdf.render(drawn)


def test_no_time_stands_in_the_file():
    info = PdfReader(BytesIO(pdf.render([scene.build(grown(3, 1), scene.SceneOptions(paper="A4"))]))).metadata
    assert "2000" in str(info["/CreationDate"])


@pytest.mark.parametrize("words", ["(kurung) \\ ) (", "a\x00b", "]]>", "\u202eterbalik", "x" * 400, "[b]{x}=1+1"])
def test_hostile_words_are_drawn_literally(words):
    tree = of_nodes([Node(key="a", kind=Kind.OUTCOME, statement=words)])
    shown = text_of(pdf.render([scene.build(tree, scene.SceneOptions(paper="A4"))]))
    assert "".join(metrics.clean(words).split()) in "".join(shown.split())


@pytest.mark.parametrize("direction", ["bawah", "kanan"])
def test_every_line_stands_where_the_scene_has_it_in_svg_and_pdf(direction):
    nodes = [
        Node(key="a", kind=Kind.OUTCOME, statement="Terwujudnya tertib", sebab=("b", "c")),
        Node(key="b", kind=Kind.CSF, statement="Meningkatnya mutu", parent="a"),
        Node(key="c", kind=Kind.CSF, statement="Turunnya antrean", parent="a"),
    ]
    drawn = scene.build(of_nodes(nodes), scene.SceneOptions(paper="A4", direction=direction))
    found = {}

    def visit(text, matrix, place, _font, _size):
        if text.strip():
            found.setdefault(text.strip(), (matrix[4] + place[4], drawn.height - matrix[5] - place[5]))

    PdfReader(BytesIO(pdf.render([drawn]))).pages[0].extract_text(visitor_text=visit)
    root = ET.fromstring(svg.render(drawn))  # noqa: S314  # our own text
    shown = {one.text: one for one in root.iter("{http://www.w3.org/2000/svg}text")}
    for box in drawn.boxes:
        for text in box.texts:
            assert (text.x, text.y) == pytest.approx(
                (float(shown[text.text].get("x")), float(shown[text.text].get("y"))), abs=0.01
            )
            if text.text in found and len(text.text) > 3:
                assert (text.x, text.y) == pytest.approx(found[text.text], abs=0.05)
    assert {"Meningkatnya mutu", "Turunnya antrean"} <= set(found)
