"""What changed between two trees: the same node is found again, whatever its number."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pohon.model.changes import What, compare, pairs
from pohon.model.edits import Add, Move, Remove, Reword, SetField, apply
from pohon.model.indicator import Indicator, Target
from pohon.model.node import Kind, Node

from ..build import tree

TEXT = """\
pohon:
  - outcome: Menurunnya angka kematian ibu
    sebab:
      - csf: Meningkatnya mutu pelayanan persalinan
        isu: Masih rendahnya mutu pelayanan persalinan
        sebab:
          - utama: Meningkatnya kemampuan puskesmas menangani persalinan
          - utama: Meningkatnya ketersediaan darah di rumah sakit
      - csf: Meningkatnya kesadaran keluarga memeriksakan kehamilan
        isu: Masih rendahnya kesadaran keluarga
jabatan:
  - {id: kadis, nama: Kepala Dinas, jenjang: jpt-pratama}
"""


def what(before, after):
    return [(change.what, change.field, change.old, change.new) for change in compare(before, after)]


def test_a_tree_does_not_differ_from_itself():
    assert compare(tree(TEXT), tree(TEXT)) == ()


def test_a_new_first_sibling_is_one_change_though_all_numbers_shift():
    before = tree(TEXT)
    new = Node(key="baru", kind=Kind.CSF, statement="Meningkatnya gizi ibu hamil")
    after, _ = apply(before, Add(parent="1", index=0, branch=(new,)))
    assert what(before, after) == [(What.ADDED, (), "", "")]


def test_a_node_taken_out_is_named_by_its_old_key():
    before = tree(TEXT)
    after, _ = apply(before, Remove(key="1.2"))
    assert [(one.what, one.before) for one in compare(before, after)] == [(What.GONE, "1.2")]


def test_a_reworded_node_without_id_is_found_by_its_place_and_words():
    before = tree(TEXT)
    after, _ = apply(before, Reword(key="1.1", statement="Meningkatnya mutu layanan persalinan di puskesmas"))
    assert [(one.what, one.before, one.after) for one in compare(before, after)] == [(What.REWORDED, "1.1", "1.1")]


def test_a_wholly_other_sentence_is_another_node_unless_the_id_says_otherwise():
    before = tree(TEXT)
    after, _ = apply(before, Reword(key="1.1", statement="Terjaganya hutan kota"))
    assert {one.what for one in compare(before, after)} >= {What.ADDED, What.GONE}
    named = tree(TEXT.replace("- csf: Meningkatnya mutu", "- id: c1\n        csf: Meningkatnya mutu"))
    after, _ = apply(named, Reword(key="c1", statement="Terjaganya hutan kota"))
    assert [one.what for one in compare(named, after)] == [What.REWORDED]


def test_a_move_below_another_effect_names_both_effects():
    before = tree(TEXT)
    after, _ = apply(before, Move(key="1.1.2", parent="1.2", index=0))
    (change,) = compare(before, after)
    assert (change.what, change.old, change.new) == (What.MOVED, "1.1", "1.2")


def test_exchanging_two_siblings_is_one_move():
    before = tree(TEXT)
    after, _ = apply(before, Move(key="1.1.1", parent="1.1", index=1))
    assert [one.what for one in compare(before, after)] == [What.MOVED]


def test_facts_are_named_by_their_record_not_by_its_place():
    before = tree(TEXT)
    one = Indicator(nama="Angka kematian ibu", satuan="per 100.000", target=(Target(2025, "120"),))
    measured, _ = apply(before, SetField(key="1", field="indikator", value=(one,)))
    assert what(before, measured) == [(What.CHANGED, ("indikator", "Angka kematian ibu"), "", "Angka kematian ibu")]
    other = Indicator(nama="Persentase persalinan di fasilitas kesehatan")
    later, _ = apply(
        measured, SetField(key="1", field="indikator", value=(other, replace(one, target=(Target(2025, "110"),))))
    )
    assert what(measured, later) == [
        (What.CHANGED, ("indikator", "Angka kematian ibu", "target", "2025"), "120", "110"),
        (What.CHANGED, ("indikator", other.nama), "", other.nama),
    ]


@pytest.mark.parametrize(
    ("field", "value", "path"),
    [("judul", "Lain", ("judul",)), ("tahun", 2025, ("tahun",)), ("jabatan", (), ("jabatan", "kadis"))],
)
def test_what_the_file_says_is_compared_too(field, value, path):
    before = tree(TEXT)
    after, _ = apply(before, SetField(key="", field=field, value=value))
    assert [change.field for change in compare(before, after)] == [path]


@given(st.randoms(use_true_random=False))
def test_shuffled_siblings_are_all_found_again(chance):
    before = tree(TEXT)
    after = before
    for _ in range(6):
        key = chance.choice([node.key for node in after if node.parent])
        target = chance.choice([node.key for node in after if not node.key.startswith(key)])
        after, _ = apply(after, Move(key=key, parent=target, index=0))
    found = pairs(before, after)
    assert len(found) == len(before) == len(set(found.values()))
    assert {one.what for one in compare(before, after)} <= {What.MOVED}


@given(st.permutations(range(7)))
def test_as_few_siblings_as_can_be_are_called_moved(order):
    names = [f"Terjaganya urusan {word}" for word in ("air", "api", "batu", "cahaya", "debu", "embun", "fajar")]
    text = "pohon:\n" + "".join(f"  - outcome: {name}\n" for name in names)
    shuffled = "pohon:\n" + "".join(f"  - outcome: {names[at]}\n" for at in order)
    moved = [one for one in compare(tree(text), tree(shuffled)) if one.what is What.MOVED]
    longest = [1] * len(order)
    for at, one in enumerate(order):
        longest[at] = 1 + max((longest[before] for before in range(at) if order[before] < one), default=0)
    assert len(moved) == len(order) - max(longest)
