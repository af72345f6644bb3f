from dataclasses import replace

import pytest

from pohon.forms import tree_file
from pohon.model.node import Kind
from pohon.render import scene, sheets
from tests.render.forest import grown, of_nodes, regular


@pytest.mark.parametrize(("paper", "count", "seed"), [("A4", 60, 1), ("A3", 90, 2), ("F4", 70, 3)])
def test_every_node_is_on_a_sheet_and_references_go_both_ways(paper, count, seed):
    tree = grown(count, seed)
    made = sheets.build(tree, scene.SceneOptions(paper=paper))
    assert {*tree.nodes, *tree.belum} == {box.key for sheet in made for box in sheet.boxes}
    for number, sheet in enumerate(made[1:], 2):
        texts = [" ".join(text.text for text in box.texts) for other in made[: number - 1] for box in other.boxes]
        assert any(f"rincian di lembar {number}" in text for text in texts), number
        own = [text.text for text in sheet.boxes[0].texts]
        assert any(text.startswith("mendukung") for text in own) or tree.nodes[sheet.boxes[0].key].parent is None


def test_every_reference_names_a_sheet_that_shows_the_node():
    tree = grown(90, 6)
    made = sheets.build(tree, scene.SceneOptions(paper="A3"))
    numbers = [{box.number for box in sheet.boxes} for sheet in made]
    for sheet in made:
        for box in sheet.boxes:
            text = " ".join(one.text for one in box.texts if one.look == "note")
            if "rincian di lembar" in text:
                assert box.number in numbers[int(text.split("rincian di lembar")[1].split()[0]) - 1]
            if "mendukung" in text and "di lembar" in text and "juga" not in text:
                _, above, _, _, place = text.split()[:5]
                assert above in numbers[int(place) - 1]


def test_a_tree_that_can_be_read_stays_on_one_sheet():
    assert 1 == len(sheets.build(grown(8, 1), scene.SceneOptions(paper="A3")))


def test_split_none_is_one_sheet_and_split_csf_always_several():
    tree = grown(40, 2)
    assert 1 == len(sheets.build(tree, scene.SceneOptions(paper="A4"), "none"))
    assert 1 < len(sheets.build(tree, scene.SceneOptions(paper="A0"), "csf"))


def test_without_paper_there_is_one_sheet():
    assert 1 == len(sheets.build(grown(100, 2), scene.SceneOptions(), "csf"))


def test_sheets_are_readable():
    made = sheets.build(regular(4, 3, 3), scene.SceneOptions(paper="A4"))
    assert all(sheet.smallest >= sheets.READABLE for sheet in made)
    assert len(made) > 1


@pytest.mark.parametrize(("csfs", "middles", "lowest", "paper"), [(5, 3, 5, "A3"), (4, 2, 4, "A4")])
def test_a_hundred_conditions_on_a3_and_fifty_on_a4_have_no_text_under_seven_points(csfs, middles, lowest, paper):
    tree = regular(csfs, middles, lowest)
    made = sheets.build(tree, scene.SceneOptions(paper=paper), "csf")
    assert 1 + csfs == len(made)
    assert all(sheet.smallest >= 7 for sheet in made), [sheet.smallest for sheet in made]


def test_a_forest_of_several_roots_is_drawn_in_both_directions():
    tree = grown(30, 1)
    several = of_nodes([replace(node, kind=Kind.CSF) if node.parent else node for node in tree])
    roots = [node for node in several if node.parent is None]
    more = of_nodes([*several, *(replace(node, key=f"x{node.key}", sebab=(), ref=()) for node in roots)])
    for direction in ("bawah", "kanan"):
        drawn = scene.build(more, scene.SceneOptions(direction=direction, paper="A1"))
        assert {*more.nodes} == {box.key for box in drawn.boxes}


def test_two_thousand_conditions_are_planned_on_paper_and_can_be_read():
    made = sheets.build(regular(8, 20, 11), scene.SceneOptions(paper="A3"))
    assert len(made) > 24
    assert all(sheet.smallest >= sheets.READABLE - 0.01 for sheet in made)
    assert 1 == len({round(box.shapes[0].scale, 6) for sheet in made for box in sheet.boxes})


@pytest.mark.parametrize(("shape", "paper"), [((5, 3, 5), "A3"), ((4, 2, 4), "A4"), ((3, 4, 3), "A4")])
def test_sheets_of_one_split_lie_the_same_way(shape, paper):
    made = sheets.build(regular(*shape), scene.SceneOptions(paper=paper), "csf")
    assert len(made) > 1
    assert 1 == len({sheet.width > sheet.height for sheet in made})


def test_a_branch_that_the_overview_shows_to_its_last_cause_gets_a_sheet_only_when_every_csf_is_to_have_one():
    tree = tree_file.parse(
        "versi: 1\njudul: a\ninstansi: b\nprofil: balangan\ntahap: 3\npohon:\n  - outcome: Terwujudnya tertib\n    sebab:\n"
        + "".join(f"      - csf: Meningkatnya mutu {at}\n        sebab:\n" + "".join(
            f"          - utama: Meningkatnya cakupan {at} {low}\n" + "".join(
                f"{' ' * 12}sebab:\n" * (leaf == 0) + f"{' ' * 14}- operasional: Terlaksananya pelatihan petugas {low} {leaf}\n"
                for leaf in range(6 if at else 0))
            for low in range(4))
        for at in range(4))
    )  # fmt: skip
    made = sheets.build(tree, scene.SceneOptions(paper="A4", least=9.0), "auto")
    short = tree.find(tree.roots[0]).sebab[0]
    assert [sheet.boxes[0].key == short for sheet in made].count(True) == 0
    assert {box.key for sheet in made for box in sheet.boxes} == {*tree.nodes}
    first = next(box for box in made[0].boxes if box.key == short)
    assert not any("rincian" in text.text for text in first.texts)
    every = sheets.build(tree, scene.SceneOptions(paper="A4", least=9.0), "csf")
    assert [sheet.boxes[0].key == short for sheet in every].count(True) == 1
