"""The process beside the server: drawings, findings, groups and texts that follow the edits."""

import json
import queue

import pytest

from benchmarks.made import tree_text
from pohon import api
from pohon.board.painter import Painter
from pohon.board.pipe import Child
from pohon.board.replica import Replica
from pohon.forms import tree_file, tree_ids
from pohon.model.edits import Add, Move, Remove, Reword, SetField, apply
from pohon.model.node import Kind, Node
from pohon.model.position import Position
from pohon.render.canvas import Canvas
from pohon.render.looking import Ghost, View
from pohon.render.options import SceneOptions
from pohon.render.scene import build

TEXT = tree_ids.with_ids(tree_text(40))
TREE = tree_file.parse(TEXT)
KEYS = list(TREE.nodes)


def idea(key: str, words: str) -> Add:
    node = Node(key=key, id=key, kind=Kind.GAGASAN, statement=words)
    return Add(parent=None, index=0, branch=(node,), belum=True)


def merged(whole: dict, patch: dict) -> dict:
    """What a client does with a patch."""
    boxes = {key: dict(box) for key, box in whole["kotak"].items() if key not in patch["hilang"]}
    for key, box in patch["kotak"].items():
        boxes[key] = {**boxes.get(key, {}), **box}
    wires = {**whole["kawat"], **patch["kawat"]}
    shapes = {row[0]: row for row in [*whole["bentuk"], *patch["bentuk"]]}
    rest = {name: patch.get(name, whole[name]) for name in ("dukung", "pita", "belum", "lebar", "tinggi")}
    return {
        **rest, "kotak": boxes, "kawat": {key: line for key, line in wires.items() if line is not None}, "hilang": [],
        "bentuk": [shapes[place] for place in sorted(shapes)],
    }  # fmt: skip


EDITS = (
    Reword(
        key=KEYS[3], statement="Meningkatnya sesuatu yang jauh lebih panjang daripada semula, sampai berbaris-baris"
    ),
    Add(
        parent=KEYS[1],
        index=0,
        branch=(Node(key="baru", id="baru", kind=Kind.ANTARA, statement="Menguatnya yang baru"),),
    ),
    Move(key=KEYS[9], parent=KEYS[2], index=0),
    idea("g1", "Antrean terlalu panjang"),
    Remove(key=KEYS[12]),
    Reword(key="baru", statement="Menguatnya <b>yang</b> lain"),
)


@pytest.mark.parametrize("view", [View(), View("kanan"), View("bawah", frozenset({KEYS[1]}))])
def test_patches_add_up_to_the_whole_drawing(view):
    canvas, tree = Canvas(view), TREE
    canvas.paint(tree)
    seen = canvas.whole()
    for edit in EDITS:
        tree, _ = apply(tree, edit)
        seen = merged(seen, canvas.paint(tree))
        assert seen == canvas.whole()


def test_a_box_that_did_not_change_is_not_sent_again():
    canvas = Canvas(View())
    canvas.paint(TREE)
    tree, _ = apply(TREE, Reword(key=KEYS[-1], statement=TREE.find(KEYS[-1]).statement + "."))
    assert set(canvas.paint(tree)["kotak"]) == {KEYS[-1]}
    assert canvas.paint(tree)["kotak"] == {}


CASCADING = (
    TEXT.replace(f"tahap: {TREE.tahap}", "tahap: 5")
    + """
jabatan:
  - {id: kadis, nama: Kepala Dinas, jenjang: jpt-pratama}
"""
)


def words(box: dict) -> str:
    return " ".join(line[-1] for line in box["l"])


def test_from_stage_5_on_a_box_names_its_component_and_its_position():
    tree = tree_file.parse(CASCADING)
    key = tree.roots[0]
    tree, _ = apply(tree, SetField(key=key, field="jabatan", value=("kadis",)))
    stage_4, _ = apply(tree, SetField(key="", field="tahap", value=4))
    canvas = Canvas(View())
    before = canvas.paint(stage_4)
    assert "Kepala Dinas" not in words(before["kotak"][key])
    after = canvas.paint(tree)
    assert set(after["kotak"]) == set(tree.nodes)
    assert words(after["kotak"][key]).startswith("1 Tujuan ")
    assert words(after["kotak"][key]).endswith("Kepala Dinas")
    printed = {box.key: [text.text for text in box.texts] for box in build(tree, SceneOptions(view="cascading")).boxes}
    assert sorted(" ".join(printed[key]).split()) == sorted(words(after["kotak"][key]).split())


def test_a_position_that_gets_another_name_is_drawn_again():
    tree = tree_file.parse(CASCADING)
    key = tree.roots[0]
    tree, _ = apply(tree, SetField(key=key, field="jabatan", value=("kadis",)))
    canvas = Canvas(View())
    canvas.paint(tree)
    renamed = (Position(id="kadis", nama="Kepala Badan", jenjang=tree.positions["kadis"].jenjang),)
    tree, _ = apply(tree, SetField(key="", field="jabatan", value=renamed))
    changed = canvas.paint(tree)["kotak"]
    assert set(changed) == {key}
    assert words(changed[key]).endswith("Kepala Badan")


def test_what_is_gone_is_drawn_at_the_end_of_its_family_and_changes_no_number():
    parent = TREE.find(TREE.roots[0]).sebab[0]
    ghosts = (
        Ghost("g1", parent, Kind.UTAMA, "Meningkatnya yang hilang"),
        Ghost("g2", "g1", Kind.ANTARA, "Menguatnya yang di bawahnya"),
        Ghost("g3", "unknown", Kind.UTAMA, "Tanpa induk"),
        Ghost(KEYS[4], None, Kind.OUTCOME, "Sudah kembali"),
    )
    plain, canvas = Canvas(View()), Canvas(View(ghosts=ghosts))
    plain.paint(TREE)
    canvas.paint(TREE)
    before, after = plain.whole()["kotak"], canvas.whole()["kotak"]
    assert set(after) - set(before) == {"g1", "g2"}
    assert [words(after[key]) for key in before] == [words(before[key]) for key in before]
    assert words(after["g1"]).endswith("Meningkatnya yang hilang")
    assert {"g1", "g2"} <= set(canvas.whole()["kawat"])
    tree, _ = apply(TREE, Remove(key=parent))
    assert {"g1", "g2"} <= set(canvas.paint(tree)["hilang"])


def test_a_folded_branch_is_not_drawn():
    canvas = Canvas(View("bawah", frozenset({TREE.roots[0]})))
    canvas.paint(TREE)
    assert list(canvas.whole()["kotak"]) == [TREE.roots[0]]


def test_findings_follow_the_edits(tmp_path):
    replica, tree = Replica(0, TREE, tmp_path), TREE
    known: dict[str, list] = {}
    for seq, edit in enumerate((None, *EDITS)):
        if edit is not None:
            tree, _ = apply(tree, edit)
            replica.edit(seq, (edit,), 0.0)
        while replica.unjudged:
            judged = replica.judge()
        if judged is not None:
            known |= judged.changed
        found = api.lint_tree(tree)
        assert {node: len(rows) for node, rows in known.items() if rows} == {
            node: sum(one.node == node for one in found) for node in {one.node for one in found}
        }
        assert replica._counted["galat"] == sum(one.severity.label == "galat" and one.waiver is None for one in found)


def test_the_text_of_the_file_holds_every_edit_and_keeps_its_comments(tmp_path):
    replica, tree = Replica(0, TREE, tmp_path), TREE
    replica.base(7, "# catatan orang\n" + TEXT, (), 0.0)
    assert replica.save_in(9.0) is None
    for seq, edit in enumerate(EDITS, 1):
        tree, _ = apply(tree, edit)
        replica.edit(seq, (edit,), 10.0 + seq / 10)
    assert replica.save_in(10.7) == pytest.approx(0.4)
    epoch, seq, text, note = replica.text()
    assert (epoch, seq, note) == (7, len(EDITS), "")
    assert text.startswith("# catatan orang\n")
    assert tree_file.parse(text) == tree
    assert replica.save_in(99.0) is None


def test_a_file_that_is_far_behind_is_brought_up_to_the_tree(tmp_path):
    tree = TREE
    for edit in EDITS:
        tree, _ = apply(tree, edit)
    replica = Replica(9, tree, tmp_path)
    replica.base(1, "# catatan orang\n" + TEXT, None, 5.0)
    assert replica.save_in(5.0) <= 0
    text = replica.text()[2]
    assert text.startswith("# catatan orang\n")
    assert tree_file.parse(text) == tree


def test_ideas_that_say_the_same_are_grouped(tmp_path):
    replica = Replica(0, TREE, tmp_path)
    for seq, (key, words) in enumerate(
        [
            ("g1", "Antrean pelayanan terlalu panjang"),
            ("g2", "Jalan desa rusak"),
            ("g3", "antrean pelayanan terlalu panjang."),
        ],
        1,
    ):
        replica.edit(seq, (idea(key, words),), 0.0)
    assert replica.ungrouped
    assert json.loads(replica.groups()) == {"t": "kelompok", "grup": [["g3", "g1"]]}
    assert not replica.ungrouped


def test_a_replica_that_does_not_fit_its_room_is_given_up(tmp_path):
    painter = Painter()
    list(painter.take(("buka", "a", 0, TREE, str(tmp_path))))
    answers = list(painter.take(("sunting", "a", 1, (Reword(key="tidak-ada", statement="x"),))))
    assert [answer[:2] for answer in answers] == [("hilang", "a")]
    assert list(painter.take(("sunting", "a", 2, ()))) == []


def test_drawing_comes_before_checking(tmp_path):
    painter = Painter()
    list(painter.take(("buka", "a", 0, TREE, str(tmp_path))))
    list(painter.take(("pandang", "a", "v", View())))
    list(painter.take(("penuh", "a", "v", 1)))
    painter._judging.next = 0.0
    order = []
    while (work := painter.work()) is not None:
        order += [answer[0] for answer in work]
    assert order[:3] == ["lukis", "penuh", "temuan"]


def test_the_process_answers_and_ends_with_its_parent(tmp_path):
    heard: queue.Queue = queue.Queue()
    ended: queue.Queue = queue.Queue()
    child = Child("pohon.board.painter", heard.put, lambda: ended.put(True))
    child.say(("buka", "a", 0, TREE, str(tmp_path)))
    child.say(("dasar", "a", 1, TEXT, ()))
    child.say(("pandang", "a", "v", View()))
    child.say(("penuh", "a", "v", 5))
    child.say(("sunting", "a", 1, EDITS))
    found = {}
    while not {"penuh", "temuan", "teks"} <= found.keys():
        answer = heard.get(timeout=30)
        found[answer[0]] = answer
    assert json.loads(found["penuh"][4])["penuh"] is True
    assert found["teks"][2:4] == (1, 1)
    child.close()
    assert ended.get(timeout=10)
