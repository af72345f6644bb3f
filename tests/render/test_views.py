"""The views jabatan and crosscutting, the layout to the right, numbered findings, the title block."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pohon.forms import tree_file
from pohon.model.node import Crosscutting, CrosscuttingStatus
from pohon.model.position import Jenjang, Position
from pohon.render import metrics, partners, scene, sheets, svg
from pohon.render.options import MM, Mark
from tests.render.forest import grown, regular
from tests.render.test_scene import _enters, inside, overlap

few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
POSITIONS = (
    Position(
        id="kadis", nama="Kepala Dinas Uji", jenjang=Jenjang.JPT_PRATAMA,
        bawahan=(
            Position(id="kepala-bidang", nama="Kepala Bidang <b>Uji</b>", jenjang=Jenjang.ADMINISTRATOR,
                     bawahan=(Position(id="staf", nama="Staf " + "x" * 90, jenjang=Jenjang.PELAKSANA),)),
        ),
    ),
)  # fmt: skip


def held(count, seed):
    return replace(grown(count, seed), jabatan=POSITIONS)


def check_boxes(drawn):
    for place, box in enumerate(drawn.boxes):
        assert all(inside(text, box) for text in box.texts), box
        assert all(not overlap(box, other) for other in drawn.boxes[place + 1 :]), box.number
        assert min(box.x, box.y) >= 0
        assert box.x + box.width <= drawn.width + 0.01
        assert box.y + box.height <= drawn.height + 0.01


@few
@given(st.integers(1, 60), st.integers(0, 10**6), st.sampled_from(["", "A4", "A3", "F4"]))
def test_every_condition_stands_once_in_the_lane_of_its_holder(count, seed, paper):
    tree = held(count, seed)
    drawn = sheets.build(tree, scene.SceneOptions(view="jabatan", paper=paper))
    assert sorted(tree.nodes) == sorted(box.key for sheet in drawn for box in sheet.boxes)
    for sheet in drawn:
        check_boxes(sheet)
        lanes = [panel for panel in sheet.panels if panel.name.startswith("jabatan ")]
        for box in sheet.boxes:
            band = next(
                one.shapes[0] for one in lanes if one.shapes[0].y <= box.y < one.shapes[0].y + one.shapes[0].height
            )
            held_here = "Kepala Bidang" in next(one.name for one in lanes if one.shapes[0] is band)
            assert held_here == ("kepala-bidang" in tree.nodes[box.key].jabatan)


def test_the_side_shows_all_positions_with_lines_to_their_superiors():
    (drawn,) = sheets.build(held(20, 3), scene.SceneOptions(view="jabatan"))
    names = [panel.name for panel in drawn.panels if panel.name.startswith("jabatan ")]
    assert "jabatan Kepala Dinas Uji" == names[0]
    assert "jabatan Kepala Bidang <b>Uji</b>" == names[1]
    assert 4 == len(names)
    assert 2 == len(drawn.wires)


def test_names_of_positions_stay_in_their_signs():
    (drawn,) = sheets.build(held(20, 3), scene.SceneOptions(view="jabatan"))
    for panel in drawn.panels:
        if panel.name.startswith("jabatan "):
            sign = panel.shapes[2]
            for text in panel.texts:
                assert sign.x <= text.x
                assert text.x + text.width <= sign.x + sign.width + 0.01
                assert sign.y <= text.y - 0.7 * text.size
                assert text.y <= sign.y + sign.height


def asked(count, seed):
    """A tree in which every third condition asks something of one or two partners."""
    tree = grown(count, seed)
    states = [None, *CrosscuttingStatus]
    nodes = {
        key: replace(
            node,
            crosscutting=tuple(
                Crosscutting(mitra=f"Dinas {(place + at) % 5} {'x' * (place % 40)}", peran=node.statement[:80],
                             status=states[(place + at) % len(states)])
                for at in range(1 + place % 2)
            ) if place % 3 == 0 else (),
        )
        for place, (key, node) in enumerate(tree.nodes.items())
    }  # fmt: skip
    return replace(tree, nodes=nodes)


@few
@given(st.integers(1, 60), st.integers(0, 10**6), st.sampled_from(["", "A4", "A3"]))
def test_every_request_has_its_label_its_partner_and_its_line(count, seed, paper):
    tree = asked(count, seed)
    drawn = sheets.build(tree, scene.SceneOptions(view="crosscutting", paper=paper))
    wanted = [(node.key, one) for node in tree for one in node.crosscutting]
    assert len([panel for sheet in drawn for panel in sheet.panels if panel.name.startswith("peran ")]) == len(wanted)
    assert 2 * len(wanted) == sum(len(sheet.wires) for sheet in drawn)
    shown = {panel.name for sheet in drawn for panel in sheet.panels}
    assert {f"mitra {metrics.clean(one.mitra)}" for _, one in wanted} <= shown
    for sheet in drawn:
        check_boxes(sheet)
        areas = [one for panel in sheet.panels if panel.name.startswith(("mitra ", "peran ")) for one in panel.shapes]
        for place, one in enumerate(areas):
            assert all(not overlap(one, other) for other in areas[place + 1 :])
        for panel in sheet.panels:
            if panel.name.startswith(("mitra ", "peran ")):
                assert all(inside(text, panel.shapes[0]) for text in panel.texts), panel


def test_several_trees_tell_who_needs_whom():
    one, other = asked(9, 1), asked(6, 2)
    one = replace(one, instansi="Dinas Kesehatan")
    other = replace(other, instansi="Dinas 0 Kabupaten Contoh")
    drawn = partners.build([one, other], scene.SceneOptions(view="crosscutting"))
    names = {box.number[:2] for sheet in drawn for box in sheet.boxes}
    assert {"A-", "B-"} == names
    words = " ".join(text.text for panel in drawn[0].panels for text in panel.texts)
    assert "Dinas Kesehatan memerlukan Dinas 0 Kabupaten Contoh" in words
    assert len({box.key for box in drawn[0].boxes}) == len(drawn[0].boxes)


@few
@given(st.integers(1, 150), st.integers(0, 10**6), st.sampled_from(["", "A3", "A1"]))
def test_to_the_right_no_boxes_overlap_and_lines_cross_no_box(count, seed, paper):
    tree = grown(count, seed)
    drawn = scene.build(tree, scene.SceneOptions(direction="kanan", paper=paper))
    check_boxes(drawn)
    boxes = {box.key: box for box in drawn.boxes}
    for wire in drawn.wires:
        if wire.curved:
            continue
        effect, cause = (boxes[key] for key in wire.ends)
        assert effect.x + effect.width <= cause.x + 0.01
        for (x, y), (right, bottom) in pairwise(wire.points):
            for key, box in boxes.items():
                if key not in wire.ends:
                    assert not _enters((min(x, right), min(y, bottom), max(x, right), max(y, bottom)), box)


def test_to_the_right_column_names_stand_over_their_column():
    drawn = scene.build(grown(40, 3), scene.SceneOptions(direction="kanan", paper="A3"))
    bands = [panel for panel in drawn.panels if panel.name.startswith("jenjang ")]
    assert bands
    for panel in bands:
        band, tab = panel.shapes
        for text in panel.texts:
            assert tab.x <= text.x - text.width / 2
            assert text.x + text.width / 2 <= tab.x + tab.width
            assert tab.y <= text.y - 0.7 * text.size
            assert text.y <= tab.y + tab.height
        assert band.x <= tab.x


def marks(tree, count=1):
    return tuple(
        Mark(number, key, f"RED{number:02}", ("error", "warning", "hint")[number % 3], f"kalimat ini sama <{number}>")
        for number, key in enumerate((key for key in tree.nodes for _ in range(count)), 1)
    )


@pytest.mark.parametrize("view", ["jabatan", "crosscutting"])
def test_findings_of_the_other_views_are_listed_on_sheets_of_their_own(view):
    tree = asked(20, 2)
    found = (*marks(tree), Mark(99, "", "STR01", "error", "berkas <99>"))
    drawn = sheets.build(tree, scene.SceneOptions(view=view, paper="A3", marks=found))
    shown = {box.key for sheet in drawn for box in sheet.boxes}
    words = " ".join(
        text.text for sheet in drawn for panel in sheet.panels if panel.name == "temuan" for text in panel.texts
    )
    assert all(f"<{mark.number}>" in words for mark in found if mark.key in shown or not mark.key)
    (screen,) = sheets.build(tree, scene.SceneOptions(view=view, marks=found))
    assert not any("\u00b7RED" in text.text for text in screen.texts())


@pytest.mark.parametrize("paper", ["", "A4", "A3"])
def test_every_finding_has_its_number_in_a_box_and_its_sentence_in_a_list(paper):
    tree = grown(40, 2)
    found = marks(tree)
    drawn = sheets.build(tree, scene.SceneOptions(paper=paper, marks=found))
    in_boxes = " ".join(
        text.text for sheet in drawn for box in sheet.boxes for text in box.texts if text.look == "badge"
    )
    listed = [panel for sheet in drawn for panel in sheet.panels if panel.name == "temuan"]
    words = " ".join(text.text for panel in listed for text in panel.texts)
    for mark in found:
        assert f"{mark.number}\u00b7{mark.code}" in in_boxes
        assert f"<{mark.number}>" in words
    for sheet in drawn:
        for panel in sheet.panels:
            if panel.name == "temuan":
                assert all(text.x + text.width <= sheet.width for text in panel.texts)
                assert all(text.y <= sheet.height for text in panel.texts)


def test_the_title_block_has_version_date_and_scale_only_as_given():
    tree = grown(8, 1)
    plain = [text.text for text in scene.build(tree, scene.SceneOptions(paper="A3")).texts()]
    given_ = [
        text.text
        for text in scene.build(tree, scene.SceneOptions(paper="A3", version="1.2", date="1 Juli 2026")).texts()
    ]
    assert not {"Versi", "Tanggal"} & set(plain)
    assert {"Versi", "1.2", "Tanggal", "1 Juli 2026", "Skala"} <= set(given_)


def test_collapse_depth_and_indicators_are_obeyed():
    tree = grown(60, 3)
    top = tree.roots[0]
    closed = scene.build(tree, scene.SceneOptions(closed=frozenset({top}), unplaced=False))
    assert not any(tree.nodes[box.key].parent == top for box in closed.boxes)
    flat = scene.build(tree, scene.SceneOptions(depth=2, unplaced=False))
    assert {1} >= {tree.depth(tree.nodes[box.key]) for box in flat.boxes} - {0}
    bare = scene.build(tree, scene.SceneOptions(indicators=False))
    assert not any(text.look.startswith("indicator") for text in bare.texts())


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_all_sheets_of_one_split_have_the_same_scale(paper):
    made = sheets.build(regular(5, 3, 3), scene.SceneOptions(paper=paper), "csf")
    scales = {round(box.shapes[0].scale, 6) for sheet in made for box in sheet.boxes}
    assert len(made) > 3
    assert 1 == len(scales)


@pytest.mark.parametrize("paper", ["A4", "F4", "A3", "A1"])
@pytest.mark.parametrize("view", ["kinerja", "jabatan", "crosscutting"])
def test_nothing_stands_in_the_margin_that_printers_leave_white(paper, view):
    for sheet in sheets.build(held(50, 6), scene.SceneOptions(paper=paper, view=view)):
        white = 8 * MM
        shapes = [shape for part in (*sheet.panels, *sheet.boxes) for shape in part.shapes]
        assert all(shape.x >= white and shape.x + shape.width <= sheet.width - white + 0.01 for shape in shapes)
        assert all(white <= shape.y and shape.y + shape.height <= sheet.height - white + 0.01 for shape in shapes)
        for text in sheet.texts():
            if not text.turned:
                assert white <= text.x
                assert text.x + text.width <= sheet.width - white + 0.01
                assert white <= text.y <= sheet.height - white


@pytest.mark.parametrize("view", ["jabatan", "crosscutting"])
def test_a_very_long_sentence_is_not_cut_at_the_end_of_a_sheet(view):
    tree = asked(12, 1)
    first = tree.roots[0]
    long = replace(tree.nodes[first], statement="kata yang panjang sekali " * 400)
    tree = replace(tree, nodes={**tree.nodes, first: long})
    for sheet in sheets.build(tree, scene.SceneOptions(view=view, paper="A4")):
        check_boxes(sheet)


@pytest.mark.parametrize(
    "words", ["<script>", "a & b", '"', "'", "\\ [b] {x} =1+1", "x" * 400, "\U0001f600", "\u0627\u0644\u0639"]
)
@pytest.mark.parametrize("view", ["jabatan", "crosscutting"])
def test_hostile_words_are_drawn_literally_in_every_view(words, view):
    nodes = asked(5, 2).nodes
    marked = {key: replace(node, statement=words, crosscutting=(Crosscutting(mitra=words, peran=words),))
              for key, node in nodes.items()}  # fmt: skip
    position = replace(POSITIONS[0], nama=words, bawahan=())
    tree = replace(asked(5, 2), nodes=marked, jabatan=(position,))
    (drawn,) = sheets.build(tree, scene.SceneOptions(view=view))
    shown = "".join("".join(text.text for text in part.texts) for part in (*drawn.panels, *drawn.boxes))
    assert "".join(metrics.clean(words).split()) in "".join(shown.split())
    ET.fromstring(svg.render(drawn))  # noqa: S314  # our own text


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_two_boxes_of_a_lane_fill_the_width_of_the_sheet(paper):
    text = (Path(__file__).parents[2] / "trees" / "pohon-disdukcapil-balangan-perbaikan.pohon.yaml").read_text("utf-8")
    for drawn in sheets.build(tree_file.parse(text), scene.SceneOptions(view="jabatan", paper=paper)):
        lane = next(panel for panel in drawn.panels if panel.name.startswith("jabatan")).shapes[0]
        right = max(box.x + box.width for box in drawn.boxes)
        assert lane.x + lane.width - right < 0.05 * lane.width


def test_a_position_whose_superior_stands_on_another_sheet_names_it():
    text = (Path(__file__).parents[2] / "trees" / "pohon-disdukcapil-balangan-perbaikan.pohon.yaml").read_text("utf-8")
    first, *more = sheets.build(tree_file.parse(text), scene.SceneOptions(view="jabatan", paper="A4"))
    assert more
    assert not any(one.text.startswith("di bawah") for one in first.texts())
    for drawn in more:
        top = next(panel for panel in drawn.panels if panel.name.startswith("jabatan "))
        sign = top.shapes[2]
        words = " ".join(one.text for one in top.texts)
        assert "di bawah " in words
        assert all(sign.y < one.y < sign.y + sign.height for one in top.texts)
        assert sign.y + sign.height <= top.shapes[0].y + top.shapes[0].height


@pytest.mark.parametrize("way", ["landscape", "portrait"])
def test_the_list_of_findings_lies_as_the_drawing_does_and_claims_no_scale(way):
    tree = grown(40, 2)
    first, *more = sheets.build(tree, scene.SceneOptions(paper="A4", marks=marks(tree, 4), orientation=way), "none")
    last = more[-1]
    assert not last.boxes
    assert (last.width, last.height) == (first.width, first.height)
    auto = sheets.build(tree, scene.SceneOptions(paper="A4", marks=marks(tree, 4)), "none")
    assert len({(sheet.width, sheet.height) for sheet in auto}) == 1
    words = {text.text for text in last.texts()}
    assert "Kertas" in words
    assert not {"Isi", "Skala"} & words
