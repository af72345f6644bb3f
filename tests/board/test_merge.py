"""A file changed outside while the board runs: what only one side touched goes together, the rest is a choice."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pohon.board.coherence import check
from pohon.board.difference import difference
from pohon.board.merge import merge
from pohon.errors import BadInput
from pohon.forms import tree_file
from pohon.model.edits import apply
from tests.board.rooms import FASIL, Replica, do, reopened, room, told
from tests.board.test_undo import some_operation


def text_of(one):
    return one.journal.saves()[0].text


def clashes(one):
    return {(each["simpul"], each["field"]): (each["kini"], each["usul"]) for each in one.state(FASIL)["papan"]["bentrok"].values()}  # fmt: skip


def brought(one, text):
    """Bring a changed text in; what the worker would write for it must be the room's tree."""
    client = Replica(one.state(FASIL))
    found = one.outside(text)
    if found.outcome.broadcast is not None:
        client.hear(found.outcome.broadcast)
    assert client.shows() == Replica(one.state(FASIL)).shows()
    tree = tree_file.parse(found.base)
    for edit in found.base_edits:
        tree, _ = apply(tree, edit)
    assert tree == one.tree
    assert one.pending(one.seq, found.base) == ([(one.seq, found.base_edits)] if found.base_edits else [])
    assert one.pending(one.seq, "teks lain") == []
    return found


def test_a_file_that_says_the_same_changes_nothing():
    one = room()
    do(one, FASIL, "ubah", id="u1", field="isu", nilai="Papan")
    found = brought(one, "# komentar baru\n" + text_of(one))
    assert found.outcome.broadcast is None
    assert one.seq == 1
    assert found.base.startswith("# komentar baru\n"), "their comments and layout are what is written on"
    assert one.tree.nodes["u1"].isu == "Papan"


def test_other_nodes_go_together():
    one = room()
    do(one, FASIL, "ubah", id="u1", field="statement", nilai="Diubah di papan")
    text = (
        text_of(one).replace("Tersedianya sarana", "Diubah di berkas").replace("judul: Pohon Uji", "judul: Judul baru")
    )
    found = brought(one, text)
    assert (one.tree.nodes["u1"].statement, one.tree.nodes["u2"].statement) == ("Diubah di papan", "Diubah di berkas")
    assert one.tree.judul == "Judul baru"
    assert clashes(one) == {}
    assert (found.outcome.broadcast["oleh"], found.outcome.broadcast["o"]) == ("berkas", "berkas-luar")
    assert told(do(one, FASIL, "urung", seq=one.seq)) == ""
    assert one.tree.nodes["u2"].statement == "Tersedianya sarana"


def test_other_fields_and_cells_of_one_node_go_together():
    one = room()
    do(one, FASIL, "ubah", id="u1", field="indikator.0.target.2026", nilai="88")
    text = text_of(one).replace('2025: "70"', '2025: "71"').replace("Jumlah pelatihan", "Banyaknya pelatihan")
    brought(one, text)
    first, second = one.tree.nodes["u1"].indikator
    assert (first.target_of(2025), first.target_of(2026), second.nama) == ("71", "88", "Banyaknya pelatihan")


def test_the_same_sentence_on_both_sides_is_a_choice():
    one = room()
    do(one, FASIL, "ubah", id="u1", field="statement", nilai="Papan")
    text = text_of(one).replace("Meningkatnya kompetensi petugas", "Berkas")
    brought(one, text)
    assert clashes(one) == {("u1", "statement"): ("Papan", "Berkas")}
    brought(one, text)
    assert len(clashes(one)) == 1, "the same file again asks no second time"
    (clash,) = one.state(FASIL)["papan"]["bentrok"]
    assert told(do(one, FASIL, "pilih", bentrok=clash, pakai="usul")) == ""
    assert one.tree.nodes["u1"].statement == "Berkas"


@pytest.mark.parametrize(
    ("field", "papan", "old", "berkas", "path"),
    [
        ("indikator.0.target.2025", "72", '2025: "70"', '2025: "71"', "indikator.0.target.2025"),
        ("indikator.0.satuan", "%", "satuan: persen", "satuan: orang", "indikator.0.satuan"),
    ],
)
def test_the_same_cell_on_both_sides_is_a_choice(field, papan, old, berkas, path):
    one = room()
    do(one, FASIL, "ubah", id="u1", field=field, nilai=papan)
    brought(one, text_of(one).replace(old, berkas))
    new = berkas.rpartition(": ")[2].strip('"')
    assert clashes(one) == {("u1", path): (papan, new)}
    (clash,) = one.state(FASIL)["papan"]["bentrok"]
    assert told(do(one, FASIL, "pilih", bentrok=clash, pakai="usul")) == ""
    assert new in str(one.tree.nodes["u1"].indikator[0])


def test_the_title_on_both_sides_is_a_choice():
    one = room()
    do(one, FASIL, "berkas", field="judul", nilai="Papan")
    brought(one, text_of(one).replace("Pohon Uji", "Berkas"))
    assert clashes(one) == {("", "judul"): ("Papan", "Berkas")}
    (clash,) = one.state(FASIL)["papan"]["bentrok"]
    assert told(do(one, FASIL, "pilih", bentrok=clash, pakai="usul")) == ""
    assert one.tree.judul == "Berkas"


def test_new_nodes_of_the_file_come_in_and_get_ids_that_nobody_has():
    one = room()
    do(one, FASIL, "tambah", id="p3", parent="u2", sesudah="", statement="Papan")
    new = "              - operasional: Dari berkas\n              - operasional: Tersedianya komputer\n"
    text = text_of(one).replace("              - operasional: Tersedianya komputer\n", new)
    text += "catatan: selesai\n"
    brought(one, text)
    added = [one.tree.nodes[key].statement for key in one.tree.nodes["u2"].sebab]
    assert added == ["Dari berkas", "Tersedianya komputer", "Papan"]
    assert one.tree.nodes["p3"].statement == "Papan"


def test_a_new_node_below_one_that_the_board_removed_becomes_an_idea():
    one = room()
    do(one, FASIL, "hapus", id="p2")
    text = text_of(one).replace(
        "                id: p2\n",
        "                id: p2\n                sebab:\n                  - operasional: Dari berkas\n",
    )
    brought(one, text)
    assert "Dari berkas" in [node.statement for node in one.tree.belum.values()]


def test_moved_nodes():
    one = room()
    do(one, FASIL, "pindah", id="p2", parent="a1", sesudah="")
    text = tree_file.write(apply_all(room(), [("pindah", {"id": "a1", "parent": "u2", "sesudah": ""})]).tree)
    brought(one, text)
    assert one.tree.nodes["a1"].parent == "u2"
    assert one.tree.nodes["p2"].parent == "a1"


def apply_all(one, operations):
    for name, fields in operations:
        assert told(do(one, FASIL, name, **fields)) == ""
    return one


def test_a_node_that_both_have_moved_is_a_choice():
    one = room()
    do(one, FASIL, "pindah", id="p2", parent="a1", sesudah="")
    text = tree_file.write(apply_all(room(), [("pindah", {"id": "p2", "parent": "u1", "sesudah": ""})]).tree)
    brought(one, text)
    assert clashes(one) == {("p2", "parent"): ("a1", "u1")}
    (clash,) = one.state(FASIL)["papan"]["bentrok"]
    assert told(do(one, FASIL, "pilih", bentrok=clash, pakai="usul")) == ""
    assert one.tree.nodes["p2"].parent == "u1"


def test_removed_nodes():
    one = room()
    text = tree_file.write(apply_all(room(), [("hapus", {"id": "u2"})]).tree)
    brought(one, text)
    assert "u2" not in one.tree.nodes


def test_a_node_that_the_file_dropped_and_the_board_worked_on_is_a_choice():
    one = room()
    do(one, FASIL, "ubah", id="u2", field="statement", nilai="Dikerjakan di papan")
    text = tree_file.write(apply_all(room(), [("hapus", {"id": "u2"})]).tree)
    brought(one, text)
    assert one.tree.nodes["u2"].statement == "Dikerjakan di papan"
    assert list(clashes(one)) == [("u2", "hapus")]
    (clash,) = one.state(FASIL)["papan"]["bentrok"]
    assert told(do(one, FASIL, "pilih", bentrok=clash, pakai="usul")) == ""
    assert "u2" not in one.tree.nodes


def test_a_sentence_of_the_file_for_a_node_that_the_board_removed_is_kept():
    one = room()
    do(one, FASIL, "hapus", id="u2")
    brought(one, text_of(one).replace("Tersedianya sarana", "Diubah di berkas"))
    assert clashes(one) == {("u2", "statement"): (None, "Diubah di berkas")}


def test_a_position_that_the_board_uses_is_not_taken_away_by_the_file():
    one = room()
    do(one, FASIL, "ubah", id="a1", field="jabatan", nilai="kadis")
    text = text_of(one).replace("            jabatan: kabid\n", "")
    text = text[: text.index("jabatan:\n")] + text[text.index("versi:") :]
    brought(one, text)
    assert one.tree.nodes["a1"].jabatan == ("kadis",)
    assert "kadis" in one.tree.positions


def test_a_file_that_is_no_tree_changes_nothing():
    one = room()
    with pytest.raises(BadInput):
        one.outside("pohon: [")
    assert one.seq == 0


def test_the_text_that_a_changed_file_began_as_is_found():
    one = room()
    first = text_of(one)
    do(one, FASIL, "ubah", id="u1", field="statement", nilai="Kedua")
    one.saving(1, first.replace("Meningkatnya kompetensi petugas", "Kedua"))
    brought(one, first.replace("Tersedianya sarana", "Dari berkas lama"))
    assert (one.tree.nodes["u1"].statement, one.tree.nodes["u2"].statement) == ("Kedua", "Dari berkas lama")


def someone(seed, length):
    one, rng = room(), random.Random(seed)
    for number in range(length):
        some_operation(one, rng, f"{seed % 7}{number}")
    return one


def made(tree, edits):
    for edit in edits:
        tree, _ = apply(tree, edit)
    return tree


_SEEDS = st.integers(0, 2**32)


@settings(max_examples=200)
@given(_SEEDS, _SEEDS, st.integers(0, 12), st.integers(0, 12))
def test_the_difference_of_two_trees_is_exact(left, right, some, many):
    one, other = someone(left, some).tree, someone(right, many).tree
    assert made(one, difference(one, other)) == other


@settings(max_examples=300)
@given(_SEEDS, _SEEDS, st.integers(0, 10), st.integers(0, 10))
def test_any_two_sides_can_be_merged(left, right, some, many):
    base, ours, theirs = room().tree, someone(left, some), someone(right, many).tree
    found = merge(base, theirs, ours._desk(FASIL))
    tree = ours.tree
    for edit in found.edits:
        after, _ = apply(tree, edit)
        check(tree, after, (edit,))
        tree = after
    assert tree_file.parse(tree_file.write(tree)) == tree
    if not some:
        assert (tree, found.puts, found.beda) == (theirs, (), ())
    if not many or theirs == base:
        assert found.edits == found.puts == ()
    kept = {one.statement for one in (*tree.nodes.values(), *tree.belum.values())} | {
        put.value["usul"] for put in found.puts if put.value
    }
    for was, side in ((base, theirs), (base, ours.tree)):
        for node in (*side.nodes.values(), *side.belum.values()):
            known = was.nodes.get(node.key) or was.belum.get(node.key)
            if known is None or known.statement != node.statement:
                assert node.statement in kept, "what either side wrote is there to be read"
    brought(ours, tree_file.write(theirs))
    assert reopened(ours).tree == ours.tree
