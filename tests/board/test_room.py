"""A room on disk: opened, gone on with, started again; ideas, votes, comments, versions, history."""

import shutil
from pathlib import Path

import pytest

from pohon.board.messages import read_message
from pohon.board.room import Room
from pohon.errors import BadInput
from pohon.forms import tree_file
from tests.board.rooms import ANI, BUDI, FASIL, PENONTON, Clock, Replica, do, reopened, room, told
from tests.build import complete

TREES = Path(__file__).parents[2] / "trees"
PLAIN = """\
# Catatan penulis
pohon:
  - outcome: Meningkatnya kesejahteraan
    sebab: [{csf: Meningkatnya mutu layanan}]
belum_ditempatkan:
  - Loket dibuka: sampai sore
  - "Antrean daring"
"""


def on_disk(folder, text):
    path = folder / "uji.pohon.yaml"
    path.write_text(complete(text), encoding="utf-8", newline="")
    return path, folder / ".papan" / "uji.sqlite"


def opened(path, journal):
    return Room.open(path, journal, clock=Clock())


def written(one):
    """Do what the worker does: note the text, write the file."""
    text = tree_file.write(one.tree)
    one.saving(one.seq, text)
    one.path.write_text(text, encoding="utf-8", newline="")


# opening


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_node_gets_an_id_and_every_comment_stays(tmp_path, newline):
    path, journal = on_disk(tmp_path, PLAIN.replace("\n", newline))
    one = opened(path, journal)
    nodes = {**one.tree.nodes, **one.tree.belum}
    assert all(key == node.id for key, node in nodes.items())
    assert [node.statement for node in one.tree.belum.values()] == ["Loket dibuka: sampai sore", "Antrean daring"]
    seq, text = one.base
    assert (seq, tree_file.parse(text)) == (0, one.tree)
    assert text.startswith("# Catatan penulis")
    assert one.pending(0, text) == []
    one.close()


@pytest.mark.parametrize("name", sorted(path.name for path in TREES.glob("*.pohon.yaml")))
def test_the_trees_of_the_repository_open_and_go_on(tmp_path, name):
    path = tmp_path / name
    shutil.copy(TREES / name, path)
    one = opened(path, tmp_path / "a.sqlite")
    client = Replica(one.state(FASIL))
    key = one.tree.roots[0]
    for out in (
        do(one, FASIL, "ubah", id=key, field="isu", nilai="Baru"),
        do(one, FASIL, "tambah", id="zz1", parent=key, sesudah=None, statement="Baru"),
        do(one, FASIL, "pindah", id="zz1", parent=None, sesudah=""),
        do(one, FASIL, "hapus", id="zz1"),
    ):
        assert told(out) == ""
        client.hear(out.broadcast)
    assert client.shows() == Replica(one.state(FASIL)).shows()
    tree = one.tree
    one.close()
    again = opened(path, tmp_path / "a.sqlite")
    assert again.tree == tree, "also when the file was never written"
    assert again.seq == 4
    again.close()


def test_a_file_that_is_no_tree_is_told_and_the_journal_is_let_go(tmp_path):
    path, journal = on_disk(tmp_path, "pohon: [")
    with pytest.raises(BadInput):
        opened(path, journal)
    journal.unlink()


# starting again


def test_a_server_that_is_started_again_goes_on_where_it_stopped(tmp_path):
    path, journal = on_disk(tmp_path, PLAIN)
    one = opened(path, journal)
    one.join(ANI)
    do(one, FASIL, "tambah", id="n1", parent=one.tree.roots[0], sesudah="", statement="Satu")
    written(one)
    do(one, FASIL, "tambah", id="n2", parent="n1", sesudah="", statement="Dua")
    do(one, ANI, "gagasan", id="g9", teks="Tiga", anonim=True)
    do(one, ANI, "suara", id="g9", nilai=1)
    do(one, FASIL, "hapus", id="n2")
    do(one, FASIL, "urung")
    do(one, FASIL, "atur", nilai={"suara_per_orang": 5})
    tree, state, rows = one.tree, one.state(ANI), one.history()
    one.close()
    again = opened(path, journal)
    assert (again.tree, again.state(ANI), again.history()) == (tree, state, rows)
    assert again.base[0] == 1
    made = again.base[1]
    assert [seq for seq, edits in again.pending(1, made) if edits] == [2, 3, 5, 6]
    assert told(do(again, FASIL, "ulang")) == ""
    assert told(do(again, FASIL, "tambah", id="n2", parent="n1", sesudah="", statement="x")), "its id stays taken"
    again.close()


def test_a_text_that_was_noted_and_never_written_is_no_change_from_outside(tmp_path):
    path, journal = on_disk(tmp_path, PLAIN)
    one = opened(path, journal)
    written(one)
    do(one, FASIL, "tambah", id="n1", parent=one.tree.roots[0], sesudah="", statement="Satu")
    one.saving(1, tree_file.write(one.tree))
    tree = one.tree
    one.close()
    again = opened(path, journal)
    assert (again.tree, again.seq, again.base[0]) == (tree, 1, 0)
    again.close()


def test_a_file_changed_while_the_server_was_off_is_merged(tmp_path):
    path, journal = on_disk(tmp_path, PLAIN)
    one = opened(path, journal)
    written(one)
    root = one.tree.roots[0]
    do(one, FASIL, "tambah", id="n1", parent=root, sesudah="", statement="Satu")
    one.close()
    path.write_text(path.read_text(encoding="utf-8").replace("Meningkatnya mutu layanan", "Dari luar"), encoding="utf-8", newline="")  # fmt: skip
    again = opened(path, journal)
    statements = [node.statement for node in again.tree.nodes.values()]
    assert statements == ["Meningkatnya kesejahteraan", "Dari luar", "Satu"]
    assert again.history()[0]["nama"] == "Berkas di luar papan"
    tree = tree_file.parse(again.base[1])
    from pohon.model.edits import apply

    for _, edits in again.pending(*again.base):
        for edit in edits:
            tree, _ = apply(tree, edit)
    assert tree == again.tree
    again.saving(*again.base)
    path.write_text(again.base[1], encoding="utf-8", newline="")
    again.close()
    third = opened(path, journal)
    assert third.tree == tree, "their text with ids on the disk is not taken for ours"
    third.close()


def test_a_resent_operation_is_made_once_even_by_another_server(tmp_path):
    path, journal = on_disk(tmp_path, PLAIN)
    one = opened(path, journal)
    written(one)
    first = do(one, ANI, "gagasan", id="g9", teks="Satu", anonim=False, n="ani-1")
    one.close()
    again = opened(path, journal)
    second = do(again, ANI, "gagasan", id="g9", teks="Satu", anonim=False, n="ani-1")
    assert (second.reply, second.broadcast, second.edits, again.seq) == (first.reply, None, (), 1)
    assert told(do(again, BUDI, "komentar", id="k1", simpul="g9", teks="x", n="ani-1")) == "", (
        "names are each member's own"
    )
    again.close()


# catching up


def test_who_missed_something_hears_it_in_order():
    one = room()
    client = Replica(one.state(ANI))
    do(one, FASIL, "ubah", id="u1", field="isu", nilai="A")
    do(one, ANI, "gagasan", id="g9", teks="Satu", anonim=False, n="ani-1")
    do(one, ANI, "suara", id="g9", nilai=1)
    missed = one.since(0, one.mark, ANI)
    assert [message.get("n") for message in missed][:2] == [None, "ani-1"]
    for message in missed:
        client.hear(message)
    assert (client.pohon, client.papan) == (client.pohon, one.state(ANI)["papan"])
    assert "n" not in one.since(0, one.mark, BUDI)[1]
    assert one.since(3, one.mark, ANI) == []


@pytest.mark.parametrize(("seq", "mark"), [(9, None), (0, "lain"), (-1, None)])
def test_who_knows_another_history_begins_anew(seq, mark):
    one = room()
    assert one.since(seq, mark or one.mark, ANI) is None


# history, versions, comparison


def test_history_is_told_newest_first_in_pages():
    one = room()
    for number in range(5):
        do(one, FASIL, "ubah", id="u1", field="isu", nilai=f"Isu {number}")
    assert [row["seq"] for row in one.history(count=2)] == [5, 4]
    assert [row["seq"] for row in one.history(4, 10)] == [3, 2, 1]
    row = one.history(count=1)[0]
    assert row["ringkas"] == "mengubah isu pada “Meningkatnya kompetensi petugas” menjadi “Isu 4”"
    assert (row["oleh"], row["nama"], row["simpul"], row["bisa_urung"]) == ("f1", "Fasilitator", ["u1"], True)


def test_any_earlier_state_can_be_made_again_and_compared():
    one = room()
    states = [one.tree]
    for o, fields in (
        ("ubah", {"id": "u1", "field": "statement", "nilai": "Diubah"}),
        ("hapus", {"id": "u2"}),
        ("versi", {"nama": "Hari pertama"}),
        ("tambah", {"id": "n1", "parent": "c1", "sesudah": "", "statement": "Baru"}),
        ("pindah", {"id": "a1", "parent": "n1", "sesudah": ""}),
        ("ubah", {"id": "o1", "field": "indikator.0.nama", "nilai": "Indeks"}),
    ):
        assert told(do(one, FASIL, o, **fields)) == ""
        states.append(one.tree)
        if one.seq == 4:
            one.saving(one.seq, tree_file.write(one.tree))
    assert [one.tree_at(seq) for seq in range(7)] == states
    (version,) = one.state(FASIL)["papan"]["versi"]
    assert (version["seq"], version["nama"], version["oleh"]) == (3, "Hari pertama", "f1")
    found = one.compare(3, 0)
    assert {key: row["keadaan"] for key, row in found.items()} == {"n1": "baru", "a1": "pindah", "o1": "berubah"}
    assert found["n1"]["sesudah"] == {"statement": "Baru"}
    assert found["o1"]["sesudah"] == {"indikator › Indeks": "Indeks"}
    back = one.compare(0, 1)
    assert found["a1"]["asal"] == {"induk": "u1", "nomor": "1.1.1.1", "kind": "antara"}
    gone = one.compare(1, 0)["u2"]
    assert (gone["keadaan"], gone["asal"]) == ("hilang", {"induk": "c1", "nomor": "1.1.2", "kind": "utama"})
    assert back["u2"] == {"keadaan": "baru", "sebelum": None, "sesudah": {"statement": "Tersedianya sarana"}}
    with pytest.raises(LookupError):
        one.tree_at(99)


# ideas, votes, comments, settings, timer


def test_votes_have_a_limit_for_each_person():
    one = room()
    do(one, FASIL, "atur", nilai={"suara_per_orang": 2})
    for number in range(3):
        do(one, ANI, "gagasan", id=f"n{number}", teks=f"Gagasan {number}", anonim=False)
    assert told(do(one, ANI, "suara", id="n0", nilai=1)) == ""
    assert told(do(one, ANI, "suara", id="n0", nilai=1)) == "", "twice the same is one vote"
    assert told(do(one, ANI, "suara", id="n1", nilai=1)) == ""
    assert "habis" in told(do(one, ANI, "suara", id="n2", nilai=1))
    assert told(do(one, BUDI, "suara", id="n0", nilai=1)) == ""
    assert told(do(one, ANI, "suara", id="n1", nilai=0)) == ""
    assert told(do(one, ANI, "suara", id="g1", nilai=1)) == "", "ideas of the file take votes too"
    papan = one.state(ANI)["papan"]
    assert {key: row["suara"] for key, row in papan["gagasan"].items()} == {"n0": 2, "n1": 0, "n2": 0, "g1": 1}
    assert (papan["suara_saya"], one.state(BUDI)["papan"]["suara_saya"]) == (["n0", "g1"], ["n0"])
    assert told(do(one, ANI, "suara", id="u1", nilai=1))
    do(one, FASIL, "hapus", id="n0")
    assert told(do(one, ANI, "suara", id="n2", nilai=1)) == "", "a vote for what is gone comes back"


def test_an_anonymous_idea_names_nobody_anywhere():
    one = room()
    one.join(ANI)
    out = do(one, ANI, "gagasan", id="n1", teks="Rahasia", anonim=True)
    for message in (out.broadcast, *one.since(0, one.mark, BUDI), *one.history(), one.state(BUDI)["papan"]):
        assert "Ani" not in str(message)
        assert "p1" not in str({**message, "patch": None, "simpul": None, "gagasan": message.get("gagasan")}) or message is one.state(BUDI)["papan"]  # fmt: skip
    do(one, FASIL, "atur", nilai={"gagasan_anonim": False})
    assert "memakai nama" in told(do(one, ANI, "gagasan", id="n2", teks="Lagi", anonim=True))


def test_comments_are_settled_and_opened_again():
    one = room()
    assert told(do(one, ANI, "komentar", id="k1", simpul="u1", teks="Apa ini?\nJelaskan.")) == ""
    assert told(do(one, BUDI, "komentar-selesai", id="k1", selesai=True)), "it is Ani's"
    assert told(do(one, ANI, "komentar-selesai", id="k1", selesai=True)) == ""
    comment = one.state(ANI)["papan"]["komentar"]["k1"]
    assert (comment["teks"], comment["nama"], comment["selesai"]) == ("Apa ini?\nJelaskan.", "Ani", True)
    assert told(do(one, FASIL, "komentar-selesai", id="k1", selesai=False)) == ""
    assert told(do(one, ANI, "komentar", id="k1", simpul="u1", teks="Lagi"))
    assert told(do(one, ANI, "komentar", id="k2", simpul="tiada", teks="Lagi"))
    assert told(do(one, ANI, "komentar", id="k2", simpul="u1", teks=" "))
    do(one, FASIL, "hapus", id="u1")
    assert told(do(one, ANI, "komentar", id="k3", simpul="u1", teks="Ditulis selagi luring")) == ""


def test_settings_and_timer_are_told_to_all():
    one = room()
    out = do(one, FASIL, "atur", nilai={"peserta_menyunting": True, "bagikan": True})
    assert out.broadcast["patch"]["papan"]["atur"] == {"peserta_menyunting": True, "suara_per_orang": 3, "gagasan_anonim": True, "bagikan": True}  # fmt: skip
    assert out.broadcast["ringkas"] == "mengatur papan: peserta boleh menyunting, pohon ini dibuka untuk peserta"
    out = do(one, FASIL, "timer", detik=90, judul="Diskusi")
    timer = out.broadcast["patch"]["papan"]["timer"]
    assert (timer["sampai"] % 1000, timer["detik"], timer["judul"]) == (0, 90, "Diskusi")
    assert out.broadcast["ringkas"] == "menyetel waktu 1 menit 30 detik"
    assert do(one, FASIL, "timer", detik=0, judul="").broadcast["patch"]["papan"]["timer"] is None


# what the network relies on


def test_models_and_decoded_json_are_both_taken():
    one = room()
    message = {"t": "op", "n": "1", "op": {"o": "hapus", "id": "u2"}}
    assert told(one.handle(FASIL, read_message(message))) == ""
    assert one.handle(FASIL, {"t": "denyut"}).reply[0]["t"] == "tolak"


def test_the_sender_hears_its_own_name_of_the_operation_and_the_others_do_not():
    one = room()
    out = do(one, FASIL, "ubah", id="u1", field="isu", nilai="A", n="f-1")
    assert (out.reply[0]["n"], "n" in out.broadcast) == ("f-1", False)
    assert {**out.reply[0], "n": None} == {**out.broadcast, "n": None}


def test_an_onlooker_sees_and_does_nothing():
    one = room()
    out = do(one, PENONTON, "gagasan", id="n1", teks="x", anonim=True)
    assert (told(out), out.broadcast) == ("Penonton hanya melihat.", None)
    assert one.state(PENONTON)["pohon"]["akar"] == ["o1"]


def test_a_restart_keeps_clashes_comments_and_votes():
    one = room()
    do(one, FASIL, "ubah", id="u1", field="isu", nilai="A", dasar="lain")
    do(one, ANI, "komentar", id="k1", simpul="u1", teks="x")
    do(one, ANI, "suara", id="g1", nilai=1)
    assert reopened(one).state(ANI) == one.state(ANI)


def test_a_file_that_lost_its_ids_is_still_the_same_tree():
    one = room()
    do(one, FASIL, "ubah", id="u1", field="isu", nilai="Papan")
    lines = [line for line in one.journal.saves()[0].text.splitlines() if not line.strip().startswith("id: ") or "kepala" in line.casefold() or "kab" in line or "kadis" in line]  # fmt: skip
    text = (
        "\n".join(line for line in lines if "ref: p1" not in line).replace(
            "Terlatihnya petugas", "Terlatihnya para petugas"
        )
        + "\n"
    )
    one.outside(text)
    assert set(one.tree.nodes) == {"o1", "c1", "u1", "u2", "a1", "p1", "p2"}
    assert (one.tree.nodes["a1"].statement, one.tree.nodes["u1"].isu) == ("Terlatihnya para petugas", "Papan")
    assert one.tree.nodes["u2"].ref == ()
