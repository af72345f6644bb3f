"""Ids for nodes that have none: every other line stays as it is."""

from pathlib import Path

import pytest

from pohon.forms.tree_file import parse
from pohon.forms.tree_ids import with_ids

TREES = sorted((Path(__file__).parents[2] / "trees").glob("*.pohon.yaml"))
HEAD = "versi: 1\njudul: Uji\ninstansi: Dinas Uji\nprofil: balangan\ntahap: 3\n"


def ids(text):
    tree = parse(text)
    return [node.id for node in (*tree.nodes.values(), *tree.belum.values())]


def test_ids_stand_below_the_statement_and_are_counted_by_kind():
    text = HEAD + "pohon:\n  - outcome: O\n    sebab:\n      - csf: C: satu # dua\n        isu: I\n      - csf: D\n"
    expected = (
        "pohon:\n  - outcome: O\n    id: o1\n    sebab:\n      - csf: C: satu # dua\n        id: c1\n        isu: I\n"
        "      - csf: D\n        id: c2\n"
    )
    assert HEAD + expected == with_ids(text)


def test_ids_that_exist_stay_and_are_not_given_twice():
    text = HEAD + "pohon:\n  - outcome: O\n    id: c1\n    sebab:\n      - csf: C\n      - csf: D\n        id: c3\n"
    assert ["c1", "c2", "c3"] == ids(with_ids(text))


@pytest.mark.parametrize(
    "node",
    [
        "{outcome: O, catatan: x}",
        "outcome: |\n      O\n    catatan: x",
        "outcome: >-\n      O\n      P",
        'outcome: "O\n      P"',
        "catatan: x\n    outcome: O",
        "outcome: 'O' # catatan",
        "outcome: O",
    ],
    ids=["flow", "block", "folded", "quoted-lines", "second-key", "comment", "no-line-end"],
)
def test_every_way_to_write_a_node_can_take_an_id(node):
    written = with_ids(HEAD + f"pohon:\n  - {node}")
    assert ids(written) == ["o1"]
    assert [one.statement for one in parse(written)] == [one.statement for one in parse(HEAD + f"pohon:\n  - {node}")]


def test_lines_that_end_the_windows_way_stay_so():
    written = with_ids((HEAD + "pohon:\n  - outcome: O\n").replace("\n", "\r\n"))
    assert written.count("\n") == written.count("\r\n")
    assert ids(written) == ["o1"]


def test_a_sentence_without_keys_stays_without_an_id():
    text = HEAD + "pohon:\n  - outcome: O\nbelum_ditempatkan:\n  - sebuah gagasan\n  - antara: A\n"
    assert ["o1", "", "a1"] == ids(with_ids(text))


@pytest.mark.parametrize("path", TREES, ids=lambda path: path.stem)
def test_the_example_trees_change_by_added_lines_only(path):
    text = path.read_text(encoding="utf-8")
    written = with_ids(text)
    assert "" not in ids(written)
    assert [line for line in written.splitlines() if line in set(text.splitlines())] == text.splitlines()
    assert with_ids(written) == written
