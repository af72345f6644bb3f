from io import BytesIO

import pytest

from pohon.model.node import Kind, Node
from pohon.render import png, scene
from tests.render.forest import grown, of_nodes

image = pytest.importorskip("PIL.Image", reason="Pillow looks at the pictures")


def test_the_picture_has_the_size_of_its_paper_in_dots():
    drawn = scene.build(grown(10, 1), scene.SceneOptions(paper="A4", orientation="portrait"))
    width, height = image.open(BytesIO(png.render(drawn, 150))).size
    assert 1 >= abs(1240 - width)
    assert 1 >= abs(1754 - height)


def test_a_huge_sheet_is_drawn_with_fewer_dots():
    drawn = scene.build(grown(10, 1), scene.SceneOptions(paper="A0"))
    width, height = image.open(BytesIO(png.render(drawn, 3000))).size
    assert 59_000_000 < width * height < 61_000_000


def test_text_is_drawn_with_the_bundled_fonts():
    words = Node(key="a", kind=Kind.OPERASIONAL, statement="WWWW WWWW WWWW")
    drawn = scene.build(of_nodes([words]), scene.SceneOptions())
    box = drawn.boxes[0]
    line = next(text for text in box.texts if text.text.startswith("WWWW"))
    picture = image.open(BytesIO(png.render(drawn, 288))).convert("L")
    area = picture.crop([round(4 * side) for side in (line.x, line.y - line.size * 0.7, line.x + line.width, line.y)])
    dark = sum(area.histogram()[:100])
    assert dark > 0.15 * area.width * area.height


def test_a_character_that_the_fonts_lack_shows_as_a_square():
    drawn = [
        png.render(
            scene.build(of_nodes([Node(key="a", kind=Kind.OPERASIONAL, statement=words)]), scene.SceneOptions()), 150
        )
        for words in ("padi 漢", "padi 字", "padi")
    ]
    assert drawn[0] == drawn[1]
    assert drawn[0] != drawn[2]


def test_the_same_scene_gives_the_same_bytes():
    drawn = scene.build(grown(20, 2), scene.SceneOptions(paper="A4"))
    assert png.render(drawn, 100) == png.render(drawn, 100)
