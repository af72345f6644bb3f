"""Edits: what they do, what they refuse, and that each is undone by its inverse."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pohon.errors import BadEdit
from pohon.model.edits import Add, Edit, Link, Move, Remove, Reword, SetField, Unlink, apply, branch_of
from pohon.model.indicator import Indicator
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree

from ..build import tree
from ..strategies import edits, trees

TEXT = """pohon:
  - outcome: A
    id: o1
    sebab:
      - csf: B
        sebab:
          - utama: C
          - ref: c2
      - csf: D
        id: c2
"""


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_every_edit_is_undone_by_its_inverse(data: st.DataObject):
    before = data.draw(trees())
    edit = data.draw(edits(before))
    try:
        after, undo = apply(before, edit)
    except BadEdit:
        return
    back, redo = apply(after, undo)
    assert before == back
    assert after == apply(back, redo)[0]


def test_removing_and_adding_back_keeps_the_branch():
    before = tree(TEXT)
    after, undo = apply(before, Remove(key="1.1"))
    assert ["A", "D"] == [node.statement for node in after]
    assert before == apply(after, undo)[0]


def test_moving_gives_new_numbers_and_keeps_ids():
    after, _ = apply(tree(TEXT), Move(key="1.1.1", parent="c2", index=0))
    assert {"o1": "1", "1.1": "1.1", "c2": "1.2", "1.2.1": "1.2.1"} == dict(after.numbers)
    assert "c2" == after.find("1.2.1").parent


def test_setting_an_id_renames_the_references_to_it():
    after, undo = apply(tree(TEXT), SetField(key="c2", field="id", value="x9"))
    assert ("x9",) == after.find("1.1").ref
    assert tree(TEXT) == apply(after, undo)[0]


@pytest.mark.parametrize(
    ("edit", "part"),
    [
        (Move(key="o1", parent="1.1.1", index=0), "di bawah dirinya sendiri"),
        (Remove(key="c2"), "masih dirujuk"),
        (Remove(key="o1"), "tidak boleh kosong"),
        (Remove(key="zz"), "tidak ada simpul"),
        (Move(key="1.1", parent="c2", index=3), "tempat ke-4 tidak ada"),
        (Reword(key="c2", statement="  "), "tidak boleh kosong"),
        (Link(key="1.1", cause="c2"), "sudah menjadi sebab"),
        (Link(key="1.1", cause="c7"), "tidak ada simpul"),
        (Unlink(key="c2", cause="o1"), "bukan sebab"),
        (SetField(key="c2", field="id", value="o1"), "sudah dipakai"),
        (SetField(key="c2", field="parent", value="o1"), "tidak dapat diubah"),
        (SetField(key="c2", field="kind", value=Kind.GAGASAN), "gagasan hanya"),
        (Add(parent="c2", index=0, branch=()), "tidak ada simpul yang ditambahkan"),
        (Add(parent="c2", index=0, branch=(Node(key="k", kind=Kind.UTAMA, statement="E", id="o1"),)), "sudah dipakai"),
    ],
)
def test_an_edit_that_does_not_fit_is_refused_with_its_reason(edit: Edit, part: str):
    with pytest.raises(BadEdit, match=part):
        apply(tree(TEXT), edit)


def test_file_fields_are_set_and_undone():
    before = tree(TEXT)
    after, undo = apply(before, SetField(key="", field="tahap", value=3))
    assert (3, before) == (after.tahap, apply(after, undo)[0])


def test_a_branch_keeps_its_inner_links():
    before: Tree = tree(TEXT)
    fields: dict[str, Any] = {"indikator": (Indicator(nama="X"),)}
    after, _ = apply(before, SetField(key="1.1.1", field="indikator", value=fields["indikator"]))
    assert ["B", "C"] == [node.statement for node in branch_of(after, "1.1")]
