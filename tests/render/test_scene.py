from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pohon.model.node import Kind, Node
from pohon.render import metrics, scene
from pohon.render.options import PAPERS
from tests.render.forest import grown, of_nodes, regular, words_of

sizes = st.one_of(st.integers(1, 40), st.integers(41, 500))
drawings = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
papers = st.sampled_from(["", "", "A4", "F4", "A3", "A1", "A0"])
views = st.sampled_from(["kinerja", "cascading"])


def overlap(one, other):
    slack = 0.01
    return (
        one.x + one.width > other.x + slack and other.x + other.width > one.x + slack
        and one.y + one.height > other.y + slack and other.y + other.height > one.y + slack
    )  # fmt: skip


def inside(text, box):
    slack = 0.02
    return (
        box.x - slack <= text.x and text.x + text.width <= box.x + box.width + slack
        and box.y - slack <= text.y - 0.76 * text.size and text.y + 0.22 * text.size <= box.y + box.height + slack
    )  # fmt: skip


@drawings
@given(sizes, st.integers(0, 10**6), papers, views)
def test_no_boxes_overlap_and_no_text_leaves_its_box(count, seed, paper, view):
    tree = grown(count if not paper else min(count, 120), seed)
    drawn = scene.build(tree, scene.SceneOptions(view=view, paper=paper, target=2024))
    ordered = sorted(drawn.boxes, key=lambda box: box.x)
    for place, box in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.x > box.x + box.width:
                break
            assert not overlap(box, other), (box.number, other.number)
    for box in drawn.boxes:
        assert all(inside(text, box) for text in box.texts), box
        assert min(box.x, box.y) >= 0
        assert box.x + box.width <= drawn.width
        assert box.y + box.height <= drawn.height


@drawings
@given(sizes, st.integers(0, 10**6), views)
def test_every_word_of_the_tree_is_in_its_box(count, seed, view):
    tree = grown(count, seed)
    drawn = scene.build(tree, scene.SceneOptions(view=view))
    boxes = {box.key: box for box in drawn.boxes}
    assert {*tree.nodes, *tree.belum} == set(boxes)
    for key, words in words_of(tree).items():
        lines = " ".join(text.text for text in boxes[key].texts)
        whole = "".join(lines.split())
        for word in words:
            shown = metrics.clean(word)
            assert shown in lines or shown in whole, (word, lines)


@drawings
@given(st.integers(2, 150), st.integers(0, 10**6), st.sampled_from(["", "A3"]))
def test_lines_cross_no_box_but_the_two_they_join(count, seed, paper):
    tree = grown(count, seed)
    drawn = scene.build(tree, scene.SceneOptions(paper=paper))
    boxes = {box.key: box for box in drawn.boxes}
    edges = [node for node in tree if node.parent is not None]
    wires = [wire for wire in drawn.wires if not wire.curved]
    assert len(edges) == len(wires)
    for node, wire in zip(edges, wires, strict=True):
        for key, box in boxes.items():
            if key not in (node.key, node.parent):
                for (x, y), (right, bottom) in zip(wire.points, wire.points[1:], strict=False):
                    assert not _enters((min(x, right), min(y, bottom), max(x, right), max(y, bottom)), box), (
                        node.key,
                        key,
                    )


def _enters(segment, box):
    left, top, right, bottom = segment
    return (
        left < box.x + box.width - 0.1
        and right > box.x + 0.1
        and top < box.y + box.height - 0.1
        and bottom > box.y + 0.1
    )


@pytest.mark.parametrize("view", ["kinerja", "cascading"])
def test_texts_of_the_frame_do_not_overlap_and_stay_on_the_page(view):
    for paper in ("", *PAPERS):
        drawn = scene.build(grown(40, 7), scene.SceneOptions(view=view, paper=paper))
        texts = [text for panel in drawn.panels for text in panel.texts if not text.turned]
        for one, other in combinations(texts, 2):
            apart = abs(one.y - other.y) >= 0.9 * min(one.size, other.size)
            assert apart or one.x + one.width <= other.x or other.x + other.width <= one.x, (one, other)
        assert all(0 < text.x and text.x + text.width < drawn.width and 0 < text.y < drawn.height for text in texts)


def test_level_names_stay_in_their_bands():
    drawn = scene.build(grown(60, 3), scene.SceneOptions(view="cascading", paper="A3"))
    for panel in drawn.panels:
        for text in panel.texts:
            if text.turned:
                band = panel.shapes[0]
                assert band.y <= text.y - text.width / 2
                assert text.y + text.width / 2 <= band.y + band.height


def test_the_same_tree_gives_the_same_scene():
    options = scene.SceneOptions(paper="A3", view="cascading")
    assert scene.build(grown(80, 5), options) == scene.build(grown(80, 5), options)


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_paper_has_its_size_and_orientation(orientation):
    drawn = scene.build(grown(12, 1), scene.SceneOptions(paper="F4", orientation=orientation))
    sides = [round(side / 72 * 25.4) for side in (drawn.width, drawn.height)]
    assert ([330, 215] if orientation == "landscape" else [215, 330]) == sides


def test_auto_takes_the_orientation_with_the_larger_text_unless_levels_would_be_mixed_for_little():
    tree = grown(30, 2)
    sizes_ = {
        way: scene.build(tree, scene.SceneOptions(paper="A3", orientation=way)).smallest
        for way in ("auto", "landscape", "portrait")
    }
    assert (
        max(sizes_["landscape"], sizes_["portrait"]) * 0.86**2
        <= sizes_["auto"]
        <= max(sizes_["landscape"], sizes_["portrait"])
    )
    assert sizes_["landscape"] != sizes_["portrait"]


@pytest.mark.parametrize("count", [1_500, 3_000])
def test_a_chain_and_a_star_of_any_size_are_drawn(count):
    chain = [
        Node(key=f"k{place}", kind=Kind.ANTARA, statement="Meningkatnya mutu", parent=f"k{place - 1}" if place else None,
             sebab=(f"k{place + 1}",) if place + 1 < count else ())
        for place in range(count)
    ]  # fmt: skip
    star = [
        Node(
            key="k0",
            kind=Kind.OUTCOME,
            statement="Meningkatnya mutu",
            sebab=tuple(f"k{place}" for place in range(1, count)),
        ),
        *(
            Node(key=f"k{place}", kind=Kind.CSF, statement="Meningkatnya mutu", parent="k0")
            for place in range(1, count)
        ),
    ]
    assert count == len(scene.build(of_nodes(chain), scene.SceneOptions()).boxes)
    drawn = scene.build(of_nodes(star), scene.SceneOptions())
    assert count == len(drawn.boxes)
    assert drawn.width / drawn.height < 8


def test_a_word_of_400_characters_is_broken_and_kept():
    word = "x" * 400
    drawn = scene.build(of_nodes([Node(key="a", kind=Kind.OUTCOME, statement=word)]), scene.SceneOptions(paper="A4"))
    assert word in "".join(text.text for text in drawn.boxes[0].texts)


def test_an_empty_tree_is_a_page_with_a_title_and_no_box():
    drawn = scene.build(of_nodes([]), scene.SceneOptions(paper="A4"))
    assert () == drawn.boxes
    assert any("Dinas Uji" in text.text for text in drawn.texts())


def test_support_edges_are_drawn_and_named_in_the_box_of_the_cause():
    nodes = [
        Node(key="a", kind=Kind.OUTCOME, statement="Turunnya stunting", sebab=("b", "c")),
        Node(key="b", kind=Kind.CSF, statement="Membaiknya gizi", parent="a"),
        Node(key="c", kind=Kind.CSF, statement="Tersedianya air bersih", parent="a", ref=("b",)),
    ]
    drawn = scene.build(of_nodes(nodes), scene.SceneOptions())
    assert 1 == sum(wire.curved for wire in drawn.wires)
    assert "juga mendukung 1.2" in [text.text for text in drawn.boxes[1].texts]


def test_a_stage_shows_only_what_it_knows():
    tree = grown(60, 8)
    early = scene.build(tree, scene.SceneOptions(stage=2))
    assert {"outcome", "csf"} >= {box.kind for box in early.boxes if not box.number.startswith("?")}
    third = scene.build(tree, scene.SceneOptions(stage=3))
    assert not any(text.look.startswith("indicator") for box in third.boxes for text in box.texts)
    assert any(
        text.look.startswith("indicator") for box in scene.build(tree, scene.SceneOptions()).boxes for text in box.texts
    )


def test_findings_stand_in_the_box_with_their_severity():
    tree = grown(5, 1)
    drawn = scene.build(
        tree, scene.SceneOptions(findings={"k0": [("RED02", "error"), ("RED01", "error"), ("BHS1", "hint")]})
    )
    shown = [text.text for text in drawn.boxes[0].texts]
    assert "galat: RED01, RED02" in shown
    assert "saran: BHS1" in shown


def test_targets_are_shown_for_the_year_that_is_asked():
    tree = grown(20, 1)
    drawn = scene.build(tree, scene.SceneOptions(target=2024))
    assert any(text.text == "Target 2024: 98,5" for text in drawn.texts())
    assert not any("Target" in text.text for text in scene.build(tree, scene.SceneOptions(target=2030)).texts())


def test_an_unknown_branch_is_refused():
    with pytest.raises(KeyError):
        scene.build(grown(3, 1), scene.SceneOptions(branches=("tidak-ada",)))


def test_the_last_band_ends_near_its_boxes_where_most_of_the_sheet_is_empty():
    drawn = scene.build(regular(1, 0, 0), scene.SceneOptions(paper="A3"))
    bands = [panel for panel in drawn.panels if panel.name.startswith("jenjang")]
    end = max(box.y + box.height for box in drawn.boxes)
    assert end < bands[-1].shapes[0].y + bands[-1].shapes[0].height < end + drawn.height * 0.1
    full = scene.build(regular(5, 3, 3), scene.SceneOptions(paper="A3"))
    foot = next(panel for panel in full.panels if panel.name == "legenda")
    last = [panel for panel in full.panels if panel.name.startswith("jenjang")][-1].shapes[0]
    assert abs(last.y + last.height - min(shape.y for shape in foot.shapes)) < 20


def test_what_is_remembered_of_a_tree_is_not_shown_for_another_tree_or_another_wish():
    one = regular(1, 1, 1)
    other = of_nodes([replace(node, statement=f"Lain {node.key}") for node in one])
    for tree in (one, other, one):
        for options in (
            scene.SceneOptions(),
            scene.SceneOptions(indicators=False),
            scene.SceneOptions(view="cascading"),
        ):
            drawn = scene.build(tree, options)
            assert [node.statement in box.label for node, box in zip(tree, drawn.boxes, strict=True)] == [True] * len(
                tree
            )
            assert any("Persentase" in box.label for box in drawn.boxes) == options.indicators
            assert any("Sasaran" in box.label for box in drawn.boxes) == (options.view == "cascading")
    noted = scene.build(one, scene.SceneOptions(notes={one.roots[0]: "rincian di lembar 7"}))
    assert "lembar 7" in noted.boxes[0].label
    assert "lembar 7" not in scene.build(one, scene.SceneOptions()).boxes[0].label


def test_the_second_frame_of_an_outcome_keeps_away_from_its_words():
    drawn = scene.build(regular(2, 1, 1), scene.SceneOptions())
    outer, inner = drawn.boxes[0].shapes[:2]
    assert inner.surface == "outcome-inner"
    words = [text for text in drawn.boxes[0].texts if not text.look.startswith("tag")]
    assert inner.x - outer.x < min(text.x for text in words) - inner.x - 1
    assert max(text.x + text.width for text in words) < inner.x + inner.width - 1
