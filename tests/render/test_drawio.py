"""The diagram for diagrams.net: well-formed, complete, lines that hold on to boxes."""

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pohon.render import drawio, scene
from pohon.render.options import SceneOptions
from tests.build import tree
from tests.render.forest import grown

HOSTILE = '<b onclick="x()">tebal</b> & ]]> "kutip" \' &lt; \x07 '


class Words(list):
    """The text of a label, without its markup."""

    def __init__(self, label):
        super().__init__()
        self.extend(" ".join(ElementTree.fromstring(f"<p>{label}</p>").itertext()).split())  # noqa: S314 - our own


def diagram(given_tree, **options):
    root = ElementTree.fromstring(drawio.render(given_tree, SceneOptions(**options)))  # noqa: S314 - our own
    return {cell.get("id"): cell for cell in root.iter("mxCell")}


def area(cell):
    geometry = cell.find("mxGeometry")
    return [float(geometry.get(name, 0)) for name in ("x", "y", "width", "height")]


sizes, seeds = st.integers(1, 60), st.integers(0, 10**6)


@settings(max_examples=25, deadline=None)
@given(sizes, seeds, st.sampled_from(["kinerja", "cascading", "jabatan", "crosscutting"]))
def test_every_cell_has_a_parent_and_every_line_its_two_boxes(count, seed, view):
    cells = diagram(grown(count, seed), view=view)
    for name, cell in cells.items():
        assert name == "0" or cell.get("parent") in cells
        if cell.get("edge") and not name.startswith("b"):
            assert {cells[cell.get(end)].get("vertex") for end in ("source", "target")} == {"1"}
        else:
            assert all(size >= 0 for size in area(cell)[2:]) if cell.get("vertex") else True


@settings(max_examples=15, deadline=None)
@given(sizes, seeds)
def test_boxes_stand_where_the_scene_has_them_and_hold_all_their_words(count, seed):
    forest = grown(count, seed)
    cells, drawn = diagram(forest), scene.build(forest, SceneOptions())
    for place, box in enumerate(drawn.boxes):
        frame = box.shapes[0]
        cell = cells[f"n{place}"]
        assert area(cell) == [pytest.approx(value, abs=0.01) for value in (frame.x, frame.y, frame.width, frame.height)]
        inside = [cell, *(one for one in cells.values() if one.get("parent") == f"n{place}")]
        words = {word for one in inside for word in Words(one.get("value"))}
        assert {word for text in box.texts for word in text.text.split()} & set(box.label.split()) <= words


def test_there_is_a_line_for_every_cause_and_every_further_effect():
    forest = grown(60, 3)
    lines = [cell for cell in diagram(forest).values() if cell.get("edge")]
    below = sum(1 for node in forest if node.parent)
    support = sum(1 for line in lines if "endArrow=block" in line.get("style"))
    assert len(lines) - support == below
    assert support == len([wire for wire in scene.build(forest, SceneOptions()).wires if wire.curved])


def test_lines_begin_at_the_effect_and_touch_both_boxes():
    forest = grown(30, 5)
    cells = diagram(forest)
    for line in (cell for cell in cells.values() if cell.get("edge")):
        style = dict(part.split("=", 1) for part in line.get("style").split(";") if "=" in part)
        assert all(0 <= float(style[f"{end}{axis}"]) <= 1 for end in ("exit", "entry") for axis in "XY")


def test_levels_are_lanes_on_a_locked_layer():
    cells = diagram(grown(30, 1))
    lanes = [cell for name, cell in cells.items() if name.startswith("tingkat-")]
    assert cells["tingkat"].get("style") == "locked=1"
    assert all(cell.get("style").startswith("swimlane;shape=swimlane;horizontal=0") for cell in lanes)
    assert {"Outcome", "CSF"} <= {cell.get("value") for cell in lanes}


def test_hostile_text_is_drawn_as_it_is():
    cells = diagram(tree("pohon:\n  - outcome: " + HOSTILE.replace("\x07", ""), judul="Pohon & <i>Uji</i>"))
    assert HOSTILE.replace("\x07", "").split() == Words(cells["n0"].get("value"))
    assert "onclick" in cells["n0"].get("value")
    assert "<b" not in cells["n0"].get("value")


def test_levels_have_shapes_of_their_own():
    text = (
        "pohon:\n  - outcome: A\n    sebab:\n      - csf: B\n        sebab:\n          - utama: C\n            sebab:\n"
    )
    text += "              - antara: D\n                sebab:\n                  - operasional: E"
    cells = diagram(tree(text))
    styles = [cells[f"n{place}"].get("style") for place in range(5)]
    assert len({style.split("whiteSpace")[0] for style in styles[:3]}) == 3
    assert "n3-batang" in cells
    assert styles[4].startswith("rounded=0")


def test_the_same_tree_gives_the_same_diagram():
    assert drawio.render(grown(40, 9), SceneOptions()) == drawio.render(grown(40, 9), SceneOptions())
