"""Undo and redo: back to the same tree, forward to the same tree, and nobody else's work goes with it."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pohon.board.threeway import Conflict, together
from pohon.model.indicator import Indicator, Target
from tests.board.rooms import ANI, BUDI, FASIL, Replica, do, reopened, room, told


def editing():
    one = room()
    do(one, FASIL, "atur", nilai={"peserta_menyunting": True})
    return one


def some_operation(one, rng, number):
    nodes = sorted({**one.tree.nodes, **one.tree.belum})
    key, other = rng.choice(nodes), rng.choice(nodes)
    do(
        one, FASIL, **rng.choice([
            {"o": "ubah", "id": key, "field": "statement", "nilai": f"Kalimat {number}"},
            {"o": "ubah", "id": key, "field": "indikator.0.nama", "nilai": f"Indikator {number}"},
            {"o": "ubah", "id": key, "field": "indikator.0.target.2026", "nilai": str(number)},
            {"o": "ubah", "id": key, "field": "indikator.0", "nilai": None},
            {"o": "tambah", "id": f"n{number}", "parent": key, "sesudah": rng.choice(["", None, other]), "statement": "Baru"},
            {"o": "pindah", "id": key, "parent": rng.choice([other, other, ""]), "sesudah": rng.choice(["", None])},
            {"o": "hapus", "id": key}, {"o": "sambung", "id": key, "sebab": other}, {"o": "lepas", "id": "u2", "sebab": "p1"},
            {"o": "gagasan", "id": f"g{number}x", "teks": "Gagasan", "anonim": True}, {"o": "tempatkan", "id": key, "parent": other, "sesudah": ""},
            {"o": "berkas", "field": "judul", "nilai": f"Judul {number}"}, {"o": "buka", "tahap": rng.randint(1, 4)},
        ])
    )  # fmt: skip


@settings(max_examples=200)
@given(st.integers(0, 2**32), st.integers(1, 15))
def test_undo_all_the_way_back_and_redo_all_the_way_forward(seed, length):
    one, rng = room(), random.Random(seed)
    states = [Replica(one.state(FASIL)).shows()]
    for number in range(length):
        some_operation(one, rng, number)
        states.append(Replica(one.state(FASIL)).shows())
    states = [state for at, state in enumerate(states) if at == 0 or state != states[at - 1]]
    path, back = list(states), []
    while not told(do(one, FASIL, "urung")):
        back.append(Replica(one.state(FASIL)).shows())
    assert [
        state for at, state in enumerate([path[-1], *back]) if at == 0 or state != [path[-1], *back][at - 1]
    ] == path[::-1]
    assert reopened(one).tree == one.tree
    forward = [states[0]]
    while not told(do(one, FASIL, "ulang")):
        now = Replica(one.state(FASIL)).shows()
        forward += [now] if now != forward[-1] else []
    assert forward == path


def test_a_new_operation_ends_redo():
    one = room()
    do(one, FASIL, "ubah", id="u1", field="isu", nilai="A")
    do(one, FASIL, "urung")
    do(one, FASIL, "ubah", id="u2", field="isu", nilai="B")
    assert "ulangi" in told(do(one, FASIL, "ulang"))


def test_undo_takes_ones_own_last_and_leaves_the_others():
    one = editing()
    do(one, ANI, "ubah", id="u1", field="isu", nilai="Ani")
    do(one, BUDI, "ubah", id="u2", field="isu", nilai="Budi")
    assert told(do(one, ANI, "urung")) == ""
    assert (one.tree.nodes["u1"].isu, one.tree.nodes["u2"].isu) == ("", "Budi")
    assert told(do(one, ANI, "urung"))


def test_what_another_wrote_since_is_not_overwritten():
    one = editing()
    do(one, ANI, "ubah", id="u1", field="isu", nilai="Ani")
    do(one, BUDI, "ubah", id="u1", field="isu", nilai="Budi")
    said = told(do(one, ANI, "urung"))
    assert "sudah diubah lagi" in said
    assert said.endswith("Yang terakhir mengubahnya: Budi.")
    assert one.tree.nodes["u1"].isu == "Budi"
    assert one.tree.nodes["u2"].isu == ""


@pytest.mark.parametrize(
    "then", [{"o": "ubah", "id": "n1", "field": "statement", "nilai": "Kata Budi"}, {"o": "hapus", "id": "n1"}]
)
def test_who_changed_it_is_said_after_a_restart_too(then):
    one = editing()
    do(one, ANI, "tambah", id="n1", parent="c1", sesudah="", statement="Baru")
    do(one, BUDI, **then)
    do(one, BUDI, "ubah", id="u2", field="isu", nilai="Lain")
    after = one.tree
    one = reopened(one)
    assert "mengubahnya: Budi" in told(do(one, ANI, "urung"))
    assert one.tree == after


def test_only_the_own_cell_of_an_indicator_goes_back():
    one = editing()
    do(one, ANI, "ubah", id="u1", field="indikator.0.target.2025", nilai="75")
    do(one, BUDI, "ubah", id="u1", field="indikator.0.target.2026", nilai="85")
    do(one, BUDI, "ubah", id="u1", field="indikator.2.nama", nilai="Baru")
    assert told(do(one, ANI, "urung")) == ""
    first = one.tree.nodes["u1"].indikator[0]
    assert (first.target_of(2025), first.target_of(2026), len(one.tree.nodes["u1"].indikator)) == ("70", "85", 3)


def test_a_node_that_others_built_on_is_not_taken_away():
    one = editing()
    do(one, ANI, "tambah", id="n1", parent="c1", sesudah="", statement="Baru")
    do(one, BUDI, "tambah", id="n2", parent="n1", sesudah="", statement="Sebabnya")
    assert "diberi sebab" in told(do(one, ANI, "urung"))
    assert "n2" in one.tree.nodes


def test_a_move_back_finds_its_place_among_those_who_are_left():
    one = editing()
    do(one, ANI, "pindah", id="u2", parent="u1", sesudah="")
    do(one, BUDI, "tambah", id="n1", parent="c1", sesudah=None, statement="Baru")
    assert told(do(one, ANI, "urung")) == ""
    assert one.tree.nodes["c1"].sebab == ("n1", "u2", "u1") or one.tree.nodes["c1"].sebab == ("n1", "u1", "u2")


@pytest.mark.parametrize(
    "then", [{"o": "pindah", "id": "u2", "parent": "o1", "sesudah": ""}, {"o": "hapus", "id": "u2"}]
)
def test_a_move_that_somebody_went_on_with_stays(then):
    one = editing()
    do(one, ANI, "pindah", id="u2", parent="u1", sesudah="")
    do(one, BUDI, **then)
    tree = one.tree
    assert told(do(one, ANI, "urung"))
    assert one.tree == tree


def test_a_branch_comes_back_only_below_something_that_stands():
    one = room()
    do(one, FASIL, "hapus", id="a1")
    do(one, FASIL, "hapus", id="u1")
    assert told(do(one, FASIL, "urung", seq=1))
    assert told(do(one, FASIL, "urung", seq=2)) == ""
    assert told(do(one, FASIL, "urung", seq=1)) == ""
    assert one.tree.nodes["u1"].sebab == ("a1",)


def test_the_facilitator_takes_back_anything_once():
    one = editing()
    do(one, ANI, "ubah", id="u1", field="isu", nilai="Ani")
    do(one, BUDI, "ubah", id="u2", field="isu", nilai="Budi")
    assert told(do(one, FASIL, "urung", seq=2)) == ""
    assert one.tree.nodes["u1"].isu == ""
    assert "sudah dibatalkan" in told(do(one, FASIL, "urung", seq=2))
    rows = {row["seq"]: row["bisa_urung"] for row in one.history()}
    assert rows == {1: False, 2: False, 3: True, 4: True}
    assert told(do(one, FASIL, "ulang")) == ""
    assert one.tree.nodes["u1"].isu == "Ani"
    assert told(do(one, ANI, "urung")) == ""
    assert one.tree.nodes["u1"].isu == ""


@pytest.mark.parametrize("o", ["suara", "komentar", "versi", "atur", "timer"])
def test_talk_is_not_undone(o):
    fields = {
        "suara": {"id": "g2", "nilai": 1}, "komentar": {"id": "k1", "simpul": "u1", "teks": "x"}, "versi": {"nama": "x"},
        "atur": {"nilai": {"bagikan": True}}, "timer": {"detik": 60, "judul": ""},
    }  # fmt: skip
    one = room()
    assert told(do(one, FASIL, o, **fields[o])) == ""
    assert told(do(one, FASIL, "urung"))
    assert told(do(one, FASIL, "urung", seq=1))


def test_an_undone_anonymous_idea_stays_anonymous():
    one = editing()
    do(one, ANI, "gagasan", id="n1", teks="Baru", anonim=True)
    out = do(one, ANI, "urung")
    assert (out.broadcast["oleh"], out.broadcast["nama"]) == ("", "")
    assert all(row["nama"] != "Ani" for row in one.history())


def test_an_undo_sent_twice_is_made_once():
    one = room()
    for value in ("A", "B"):
        do(one, FASIL, "ubah", id="u1", field="isu", nilai=value)
    first = do(one, FASIL, "urung", n="same")
    again = do(one, FASIL, "urung", n="same")
    assert (first.reply, again.broadcast, one.tree.nodes["u1"].isu) == (again.reply, None, "A")


# the values themselves


@pytest.mark.parametrize(
    ("base", "theirs", "ours", "expected"),
    [
        ("a", "b", "a", "b"), ("a", "a", "c", "c"), ("a", "b", "b", "b"),
        (("a", "b"), ("a", "b", "c"), ("x", "b"), ("x", "b", "c")), (("a", "b"), ("b",), ("a", "b", "c"), ("b", "c")),
        ((("k", "1"),), (("k", "1"), ("l", "2")), (("k", "3"),), (("k", "3"), ("l", "2"))),
        ((Target(2025, "1"),), (Target(2025, "1"), Target(2026, "2")), (Target(2025, "9"),), (Target(2025, "9"), Target(2026, "2"))),
        ((Indicator(nama="A"), Indicator(nama="B")), (Indicator(nama="A2"), Indicator(nama="B")), (Indicator(nama="A", satuan="%"), Indicator(nama="B")), (Indicator(nama="A2", satuan="%"), Indicator(nama="B"))),
        ((Indicator(nama="A"), Indicator(nama="B")), (Indicator(nama="B"),), (Indicator(nama="A"), Indicator(nama="B", satuan="%")), (Indicator(nama="B", satuan="%"),)),
    ],
)  # fmt: skip
def test_two_changes_go_together(base, theirs, ours, expected):
    assert together(base, theirs, ours) == expected


@pytest.mark.parametrize(
    ("base", "theirs", "ours"),
    [
        ("a", "b", "c"), ((Target(2025, "1"),), (Target(2025, "2"),), (Target(2025, "3"),)),
        ((Indicator(nama="A"),), (), (Indicator(nama="A", satuan="%"),)), (None, "a", "b"), (("a", "a"), ("a",), ("a", "a", "b")),
    ],
)  # fmt: skip
def test_two_changes_of_one_part_do_not(base, theirs, ours):
    with pytest.raises(Conflict):
        together(base, theirs, ours)


# a block from Excel


def block(rows: int, first: str = "u1") -> dict:
    cells = {}
    for nth in range(rows):
        cells |= {
            f"indikator.{nth + 2}.nama": f"Persentase hal nomor {nth}", f"indikator.{nth + 2}.satuan": "persen",
            f"indikator.{nth + 2}.target.2025": f"{nth}",
        }  # fmt: skip
    return {first: cells}


def test_a_block_from_excel_is_one_step_of_undo():
    one = editing()
    before = one.tree
    out = do(one, ANI, "isi", simpul={**block(300), "u2": {"komponen": "Sasaran program"}})
    assert told(out) == ""
    assert len(one.tree.find("u1").indikator) == 302
    assert one.tree.find("u1").indikator[301].target_of(2025) == "299"
    assert out.broadcast["ringkas"] == "mengisi 901 isian pada 2 kondisi"
    assert len(out.edits) == 2
    assert told(do(one, ANI, "urung")) == ""
    assert one.tree == before
    assert told(do(one, ANI, "ulang")) == ""
    assert len(one.tree.find("u1").indikator) == 302


def test_a_block_is_taken_whole_or_not_at_all():
    one = room()
    before = one.tree
    bad = {"u2": {"komponen": "Baik"}, "u1": {"indikator.0.target.1999": "3"}}
    assert "1999" in told(do(one, FASIL, "isi", simpul=bad))
    assert "satu demi satu" in told(do(one, FASIL, "isi", simpul={"u1": {"statement": "Tertimpa"}}))
    assert "tidak ada" in told(do(one, FASIL, "isi", simpul={"u2": {"komponen": "Baik"}, "nobody": {"komponen": "x"}}))
    assert one.tree == before
    assert one.seq == 0


def test_a_block_that_another_has_changed_since_stays_and_says_by_whom():
    one = editing()
    do(one, ANI, "isi", simpul=block(3))
    do(one, BUDI, "ubah", id="u1", field="indikator.3.target.2025", nilai="75")
    after = one.tree
    said = told(do(one, ANI, "urung"))
    assert "sudah diubah lagi sesudahnya" in said
    assert "Budi" in said
    assert one.tree == after
