"""What a whole room reads at once: enough boxes, large letters, around the node that is looked at."""

import pytest

from benchmarks.made import tree_text
from pohon.forms import tree_file
from pohon.forms.tree_ids import with_ids
from pohon.model.edits import Add, apply
from pohon.model.node import Kind, Node
from pohon.render.canvas import Canvas
from pohon.render.looking import Ghost, Screen, View

TREE = tree_file.parse(with_ids(tree_text(300)))
TOP = TREE.roots[0]
ROOM = (1860, 960)


def looked(tree, key, size=ROOM, *, full=False, closed=frozenset()):
    return Canvas(View("bawah", closed, Screen(key, *size, full))).paint(tree)


def letters(drawn, size=ROOM):
    """Pixels of the smallest sentence when the drawing fills the screen."""
    boxes = [box["b"] for box in drawn["kotak"].values()]
    wide = max(x + w for x, _, w, _ in boxes) - min(x for x, *_ in boxes)
    high = max(y + h for _, y, _, h in boxes) - min(y for _, y, _, _ in boxes)
    smallest = min(line[3] for box in drawn["kotak"].values() for line in box["l"] if line[0].startswith("statement"))
    return min(size[0] / wide, size[1] / high) * smallest


def fit_in(key):
    """The node whose whole branch is counted."""
    return 1 + sum(fit_in(one) for one in TREE.find(key).sebab)


@pytest.mark.parametrize("key", [*list(TREE.nodes)[::37], TOP])
def test_around_every_node_the_letters_are_large(key):
    drawn = looked(TREE, key)
    assert key in drawn["kotak"]
    assert letters(drawn) >= 24 or len(drawn["kotak"]) == 1
    assert len(drawn["kotak"]) <= 14


def test_ten_boxes_and_more_are_shown_where_there_are_so_many():
    counts = [len(looked(TREE, key)["kotak"]) for key, node in TREE.nodes.items() if node.sebab and fit_in(key) >= 10]
    assert sum(count >= 10 for count in counts) >= 0.7 * len(counts), sorted(counts)


def test_whole_boxes_are_fewer_and_say_more():
    brief, full = looked(TREE, TOP), looked(TREE, TOP, full=True)
    assert not any(line[0].startswith("indicator") for box in brief["kotak"].values() for line in box["l"])
    assert any(line[0].startswith("indicator") for box in full["kotak"].values() for line in box["l"])
    assert letters(full) >= 16


def test_what_is_folded_away_stays_away_and_a_gone_node_leads_to_the_top():
    assert set(looked(TREE, TOP, closed=frozenset({TOP}))["kotak"]) == {TOP}
    assert TOP in looked(TREE, "gone")["kotak"]


def test_a_node_among_too_many_siblings_is_shown_alone():
    tree, parent = TREE, next(key for key, node in TREE.nodes.items() if not node.sebab)
    for nth in range(30):
        one = Node(key=f"n{nth}", id=f"n{nth}", kind=Kind.OPERASIONAL, statement=f"Terlaksananya kegiatan nomor {nth}")
        tree, _ = apply(tree, Add(parent=parent, index=0, branch=(one,)))
    assert set(looked(tree, "n7")["kotak"]) == {"n7"}


@pytest.mark.parametrize("direction", ["bawah", "kanan"])
@pytest.mark.parametrize("size", [(200, 200), (16_000, 200), (200, 16_000), (16_000, 16_000)])
@pytest.mark.parametrize("full", [True, False])
def test_whatever_a_client_asks_for_is_drawn(direction, size, full):
    chain = tuple(Ghost(f"g{nth}", f"g{nth - 1}" if nth else TOP, kind, "") for nth, kind in enumerate([*Kind] * 13))
    others = tuple(Ghost(f"h{nth}", None, kind, "x" * 240) for nth, kind in enumerate(Kind))
    small = tree_file.parse(
        "versi: 1\njudul: A\ninstansi: A\nprofil: balangan\ntahap: 5\npohon:\n  - outcome: A\n    id: a\n"
    )
    for tree in (TREE, small):
        for key in (TOP, "g70", "h5", "nowhere", ""):
            view = View(direction, frozenset({"nowhere"}), Screen(key, *size, full), chain + others)
            canvas = Canvas(view)
            canvas.paint(tree)
            assert canvas.whole()["kotak"]


def test_patches_follow_the_edits():
    canvas = Canvas(View("bawah", frozenset(), Screen(TOP, *ROOM)))
    canvas.paint(TREE)
    before = set(canvas.whole()["kotak"])
    one = Node(key="baru", id="baru", kind=Kind.CSF, statement="Menguatnya yang baru")
    tree, _ = apply(TREE, Add(parent=TOP, index=0, branch=(one,)))
    patch = canvas.paint(tree)
    assert "baru" in patch["kotak"]
    assert set(canvas.whole()["kotak"]) == (before | set(patch["kotak"])) - set(patch["hilang"])
