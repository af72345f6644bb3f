"""The journal: what was noted is there after a torn process, a full disk says so, and nothing is noted twice."""

import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pohon.board.codec import edit_from_json, edit_to_json, from_json, to_json
from pohon.board.journal import Entry, JournalError, MemoryJournal, SqliteJournal, digest
from pohon.errors import BadEdit
from pohon.model.edits import Add, SetField, apply, branch_of
from pohon.model.node import Node
from pohon.model.profile import load_builtin
from tests.board.rooms import ANI, FASIL, do, reopened, room, told
from tests.strategies import edits, trees


def entry(seq, **more):
    given_ = {"seq": seq, "at": 5, "member": "p1", "nama": "Ani", "n": f"n{seq}", "o": "ubah", "op": {"o": "ubah"}}
    return Entry(**{**given_, "ringkas": "mengubah “é”", "patch": {"simpul": {}}, "edits": [], **more})


@pytest.fixture(params=["sqlite", "memory"])
def journal(request, tmp_path):
    one = SqliteJournal(tmp_path / ".papan" / "a.sqlite") if request.param == "sqlite" else MemoryJournal()
    yield one
    one.close()


def test_entries_come_back_as_they_were(journal):
    first = entry(1, edits=[{"e": "kalimat", "key": "a", "statement": "é\n"}], undo=[], puts=[["atur", "bagikan", True]], unputs=[], gone=[], simpul=["a"])  # fmt: skip
    second = entry(2, n=None, can_undo=False, of=1, undo=[], puts=[], unputs=[], gone=[["a", "A"]], simpul=[])
    for one in (first, second):
        journal.append(one)
    assert list(journal.since(0)) == [first, second]
    assert list(journal.since(1)) == [second]
    assert journal.before(2, 5) == [first]
    assert (journal.entry(2), journal.entry(3), journal.last()) == (second, None, 2)
    assert (journal.find("p1", "n1"), journal.find("p2", "n1"), journal.find("p1", "n2")) == (first, None, None)
    assert [(one.seq, one.of, one.gone, one.puts) for one in journal.outline()] == [(1, 0, [], [["atur", "bagikan", True]]), (2, 1, [["a", "A"]], [])]  # fmt: skip


def test_the_same_operation_twice_is_not_noted(journal):
    journal.append(entry(1))
    with pytest.raises(JournalError):
        journal.append(entry(2, n="n1"))
    assert journal.last() == 1
    journal.append(entry(2, n="n1", member="p2"))
    journal.append(entry(3, n=None))
    journal.append(entry(4, n=None))


def test_members_keep_their_key_and_take_a_new_name(journal):
    journal.remember(ANI, "abc")
    journal.remember(FASIL)
    journal.remember(type(ANI)(id=ANI.id, nama="Ani Baru", peran=ANI.peran))
    assert [(one.nama, hashed) for one, hashed in journal.members()] == [("Ani Baru", "abc"), ("Fasilitator", "")]


def test_texts_of_the_file_newest_first(journal):
    for seq in (0, 3):
        journal.save(seq, f"teks {seq}\n")
    assert [(one.seq, one.text, one.sha) for one in journal.saves()] == [(3, "teks 3\n", digest("teks 3\n")), (0, "teks 0\n", digest("teks 0\n"))]  # fmt: skip


def test_old_texts_go_but_one_in_two_hundred_operations_stays(tmp_path):
    one = SqliteJournal(tmp_path / "a.sqlite")
    for seq in range(0, 1000, 10):
        one.save(seq, str(seq))
    assert [save.seq for save in one.saves()] == [990, 980, 970, 960, 950, 940, 800, 600, 400, 200, 0]
    one.close()


def test_another_journal_has_another_mark(tmp_path):
    one, other = SqliteJournal(tmp_path / "a.sqlite"), SqliteJournal(tmp_path / "b.sqlite")
    again = SqliteJournal(tmp_path / "a.sqlite")
    assert one.mark == again.mark != other.mark
    for each in (one, other, again):
        each.close()


def test_it_survives_power_cuts_as_far_as_sqlite_can(tmp_path):
    one = SqliteJournal(tmp_path / "a.sqlite")
    assert [one._db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "user_version")] == ["wal", 2, 1]  # fmt: skip
    one.close()


def test_a_later_version_is_left_alone(tmp_path):
    path = tmp_path / "a.sqlite"
    SqliteJournal(path).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version=99")
    db.close()
    with pytest.raises(JournalError, match="lebih baru"):
        SqliteJournal(path)


def test_what_is_no_journal_is_told(tmp_path):
    path = tmp_path / "a.sqlite"
    path.write_bytes(b"bukan jurnal" * 1000)
    with pytest.raises(JournalError, match="rusak"):
        SqliteJournal(path)
    (tmp_path / "berkas").write_text("x")
    with pytest.raises(JournalError):
        SqliteJournal(tmp_path / "berkas" / "a.sqlite")


def test_a_locked_journal_is_told_and_nothing_changes(tmp_path):
    path = tmp_path / "a.sqlite"
    one = room(journal=SqliteJournal(path))
    one.journal._db.execute("PRAGMA busy_timeout=50")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    out = do(one, FASIL, "ubah", id="u1", field="isu", nilai="A")
    assert out.failed
    assert "dipakai program lain" in told(out)
    assert (one.seq, one.tree.nodes["u1"].isu) == (0, "")
    other.execute("COMMIT")
    other.close()
    assert told(do(one, FASIL, "ubah", id="u1", field="isu", nilai="A")) == ""
    one.close()


def test_a_full_disk_is_told_and_nothing_changes(tmp_path):
    one = room(journal=SqliteJournal(tmp_path / "a.sqlite"))
    (pages,) = one.journal._db.execute("PRAGMA page_count").fetchone()
    one.journal._db.execute(f"PRAGMA max_page_count={pages}")
    made = 0
    for number in range(200):
        out = do(one, FASIL, "ubah", id="u1", field="isu", nilai=f"Isu {number} " + "x" * 1000)
        if out.failed:
            break
        made += 1
    assert "penuh" in told(out)
    assert one.seq == made == one.journal.last()
    assert one.tree.nodes["u1"].isu.startswith(f"Isu {made - 1} ")
    assert one.history()[0]["seq"] == made, "the board stays readable"
    one.close()


def test_a_failing_journal_leaves_the_room_as_it_was():
    one = room()
    do(one, FASIL, "ubah", id="u1", field="isu", nilai="A")
    before = one.tree, one.seq, one.state(FASIL)
    one.journal.failing = True
    for out in (
        do(one, FASIL, "hapus", id="u1"),
        do(one, FASIL, "atur", nilai={"bagikan": True}),
        do(one, FASIL, "urung"),
    ):
        assert out.failed
        assert out.broadcast is None
    assert (one.tree, one.seq, one.state(FASIL)) == before
    one.journal.failing = False
    assert told(do(one, FASIL, "urung")) == ""


CHILD = """
import sys
from pathlib import Path
from pohon.board.journal import SqliteJournal
from tests.board.rooms import FASIL, do, room
one = room(journal=SqliteJournal(Path(sys.argv[1])))
for number in range(10**6):
    do(one, FASIL, "ubah", id="u1", field="isu", nilai=f"Isu {number}")
    print(one.seq, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a thing of POSIX")
def test_everything_acknowledged_is_there_after_a_torn_process(tmp_path):
    for attempt in range(10):
        path = tmp_path / f"{attempt}.sqlite"
        child = subprocess.Popen([sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE)
        child.stdout.readline()
        time.sleep(0.05 * (attempt + 1))
        child.send_signal(signal.SIGKILL)
        lines = child.stdout.read().split()
        child.wait()
        child.stdout.close()
        acknowledged = int(lines[-1]) if lines else 1
        one = room(journal=MemoryJournal())
        one.journal = SqliteJournal(path)
        again = reopened(one)
        assert again.seq in (acknowledged, acknowledged + 1)
        assert again.tree.nodes["u1"].isu == f"Isu {again.seq - 1}"
        again.close()


# what the journal holds: edits without loss


@given(st.data())
def test_every_edit_survives_the_journal(data):
    tree = data.draw(trees())
    edit = data.draw(edits(tree))
    assert edit_from_json(edit_to_json(edit)) == edit
    try:
        _, undo = apply(tree, edit)
    except BadEdit:
        return
    assert edit_from_json(edit_to_json(undo)) == undo


@given(trees())
def test_every_node_and_file_field_survives_the_journal(tree):
    for node in tree:
        assert from_json(Node, to_json(node)) == node
    for root in tree.roots:
        edit = Add(parent=None, index=0, branch=branch_of(tree, root))
        assert edit_from_json(edit_to_json(edit)) == edit
    for field in ("profile", "periode", "jabatan", "program", "dokumen", "abaikan", "tahun", "catatan"):
        edit = SetField(key="", field=field, value=getattr(tree, field))
        assert edit_from_json(edit_to_json(edit)) == edit


def test_a_profile_of_the_users_own_comes_back():
    own = load_builtin("balangan")
    edit = SetField(key="", field="profile", value=own)
    assert edit_from_json({**edit_to_json(edit), "value": "kami"}, {"kami": own}).value is own


@pytest.mark.parametrize("data", [{"e": "lain"}, {"e": "hapus"}, {"e": "isi", "key": "a", "field": "apa"}, {"e": "kalimat", "key": 5, "statement": "x"}])  # fmt: skip
def test_a_strange_edit_is_refused(data):
    with pytest.raises((KeyError, ValueError, TypeError)):
        edit_from_json(data)
