"""A large sheet on small paper: everything is there, neighbours overlap, marks lie in the margin."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from pohon.render import pdf, png, poster, scene, svg
from pohon.render.options import MM, PAPERS
from tests.render.forest import grown, regular


def large():
    return scene.build(grown(40, 3), scene.SceneOptions(paper="A1"))


@pytest.mark.parametrize("paper", poster.SMALL)
def test_tiles_cover_everything_that_is_drawn_and_overlap(paper):
    drawn = large()
    tiles = poster.tiles(drawn, paper)
    assert sorted(PAPERS[paper]) == sorted(round(side / MM) for side in tiles[0].page)
    for part in (*drawn.panels, *drawn.boxes):
        for shape in part.shapes:
            for x, y in ((shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)):
                assert any(
                    one.window[0] <= x <= one.window[0] + one.window[2]
                    and one.window[1] <= y <= one.window[1] + one.window[3]
                    for one in tiles
                ), shape
    lefts = sorted({one.window[0] for one in tiles})
    for one, other in pairwise(lefts):
        assert poster.OVERLAP == pytest.approx(one + tiles[0].window[2] - other)


def test_the_window_fits_the_paper_and_the_scale_is_kept():
    for tile in poster.tiles(large(), "A4"):
        assert tile.place[0] + tile.window[2] <= tile.page[0] - 8 * MM
        assert tile.place[1] + tile.window[3] <= tile.page[1] - 8 * MM


def test_inner_tiles_have_cut_lines_and_marks_and_say_where_they_belong():
    tiles = poster.tiles(large(), "A4")
    labels = [one.marks.texts[0].text for one in tiles]
    assert len(tiles) == len(set(labels))
    assert labels[0].startswith("Poster A1: baris 1 kolom 1 dari")
    assert ["cut", "cut"] == [shape.surface for shape in tiles[0].marks.shapes]
    assert "cut-mark" in {shape.surface for shape in tiles[-1].marks.shapes}
    assert "cut" not in {shape.surface for shape in tiles[-1].marks.shapes}


def test_a_sheet_that_fits_is_one_tile():
    small = scene.build(grown(4, 1), scene.SceneOptions(paper="A4"))
    assert 1 == len(poster.tiles(small, "A3"))


def test_every_word_is_in_the_pdf_and_each_tile_is_a_page():
    drawn = large()
    tiles = poster.tiles(drawn, "A3")
    reader = PdfReader(BytesIO(pdf.render(tiles)))
    assert len(tiles) == len(reader.pages)
    words = "".join("".join(page.extract_text().split()) for page in reader.pages)
    for box in drawn.boxes:
        assert all("".join(text.text.split()) in words for text in box.texts if text.text.isascii())


def test_a_tile_is_a_safe_svg_and_a_png_of_its_paper():
    image = pytest.importorskip("PIL.Image", reason="Pillow looks at the pictures")
    tile = poster.tiles(large(), "A4")[1]
    drawn = svg.render(tile)
    root = ET.fromstring(drawn)  # noqa: S314  # our own text
    inner = next(one for one in root if one.tag.endswith("svg"))
    assert [f"{value:.2f}".rstrip("0").rstrip(".") for value in tile.window] == inner.get("viewBox").split()
    assert not re.search(r"<script|href|url\(", drawn)
    width, height = image.open(BytesIO(png.render(tile, 72))).size
    assert (round(tile.page[0]), round(tile.page[1])) == (width, height)


@pytest.mark.parametrize("paper", ["A0", "A1", "A2"])
@pytest.mark.parametrize("small", poster.SMALL)
@pytest.mark.parametrize("way", ["landscape", "portrait"])
def test_a_poster_fills_its_tiles_and_takes_no_more_of_them_than_the_whole_sheet(paper, small, way):
    options = scene.SceneOptions(paper=paper, orientation=way)
    whole = poster.tiles(scene.build(regular(5, 3, 3), options), small)
    tiles = poster.tiles(scene.build(regular(5, 3, 3), replace(options, poster=small)), small)
    assert len(tiles) <= len(whole)
    drawn = tiles[0].scene
    for side, limit in zip((drawn.width, drawn.height), (whole[0].scene.width, whole[0].scene.height), strict=True):
        assert side >= limit * 0.93
    right = max(one.window[0] + one.window[2] for one in tiles)
    rule = next(panel for panel in drawn.panels if panel.name == "judul").shapes[0]
    assert right - (rule.x + rule.width) == pytest.approx(4.0, abs=0.5)


def test_a_poster_of_a1_on_a4_takes_nine_sheets():
    drawn = scene.build(regular(5, 3, 3), scene.SceneOptions(paper="A1", orientation="landscape", poster="A4"))
    assert len(poster.tiles(drawn, "A4")) <= 9
