"""The table of roles on the protocol page, operation by operation, against the room itself."""

import itertools
import re
from pathlib import Path

import pytest

from pohon.board.messages import OpMessage
from pohon.board.operations import Offer
from pohon.board.roles import OPERATIONS, Role, may
from pohon.model.finding import Fix
from tests.board.rooms import ANI, BUDI, FASIL, PENONTON, do, room, told

PAGE = (Path(__file__).parents[2] / "docs/papan/protokol.md").read_text(encoding="utf-8")

OPS = {
    "tambah": {"id": "n1", "parent": "c1", "sesudah": "", "statement": "Baru"},
    "ubah": {"id": "u1", "field": "isu", "nilai": "Baru"},
    "isi": {"simpul": {"u1": {"komponen": "Sasaran"}}},
    "pindah": {"id": "u1", "parent": "c1", "sesudah": ""},
    "hapus": {"id": "u2"},
    "sambung": {"id": "a1", "sebab": "p2"},
    "lepas": {"id": "u2", "sebab": "p1"},
    "berkas": {"field": "judul", "nilai": "Baru"},
    "gagasan": {"id": "n1", "teks": "Baru", "anonim": False},
    "tempatkan": {"id": "g2", "parent": "c1", "sesudah": ""},
    "perbaiki": {"id": "u1", "kode": "BHS01", "field": ""},
    "tutup": {"tahap": 4},
    "buka": {"tahap": 1},
    "pilih": {"bentrok": "own", "pakai": "usul"},
    "pilih any": {"bentrok": "other", "pakai": "usul"},
    "suara": {"id": "g2", "nilai": 1},
    "komentar": {"id": "k9", "simpul": "u1", "teks": "Baik"},
    "komentar-selesai": {"id": "own", "selesai": True},
    "komentar-selesai any": {"id": "other", "selesai": True},
    "versi": {"nama": "Hari pertama"},
    "atur": {"nilai": {"bagikan": True}},
    "timer": {"detik": 60, "judul": "Diskusi"},
    "urung": {},
    "urung any": {"seq": 3},
    "ulang": {},
}


def expected(role, name, *, editing):
    """The table of the page, written once more by hand."""
    if role is Role.PENONTON:
        return False
    if role is Role.FASILITATOR:
        return True
    if name in ("gagasan", "suara", "komentar", "komentar-selesai"):
        return True
    return editing and name in ("tambah", "ubah", "isi", "pindah", "hapus", "sambung", "lepas", "perbaiki", "pilih", "urung", "ulang")  # fmt: skip


def furnished(member, *, editing):
    """A room in which every operation would succeed for somebody who may."""
    one = room()
    do(one, FASIL, "atur", nilai={"peserta_menyunting": True})
    do(one, member if member is not PENONTON else ANI, "ubah", id="p2", field="statement", nilai="Diubah")
    do(one, BUDI, "ubah", id="p2", field="uraian", nilai="Uraian Budi")
    for author, name in ((member, "own"), (BUDI, "other")):
        do(one, author, "komentar", id=name, simpul="u1", teks="Bagaimana?")
        if author is PENONTON:
            do(one, ANI, "komentar", id=name, simpul="u1", teks="Bagaimana?")
    clashes = {}
    for author, name in ((member if member is not PENONTON else ANI, "own"), (BUDI, "other")):
        out = do(one, author, "ubah", id="c1", field="isu", nilai=f"Isu {name}", dasar="yang lama")
        clashes[name] = out.reply[-1]["bentrok"]
    one.fixes = lambda *_: Offer(Fix(node="u1", field="", text="Diperbaiki"), 100)
    one.gate = lambda _stage: []
    do(one, FASIL, "atur", nilai={"peserta_menyunting": editing})
    return one, clashes


MEMBERS = {Role.FASILITATOR: FASIL, Role.PESERTA: ANI, Role.PENONTON: PENONTON}
CASES = list(itertools.product(Role, OPS, (True, False)))


@pytest.mark.parametrize(("role", "name", "editing"), CASES)
def test_the_room_makes_what_the_table_allows_and_nothing_else(role, name, editing):
    member = MEMBERS[role]
    one, clashes = furnished(member, editing=editing)
    fields = dict(OPS[name])
    if "bentrok" in fields:
        fields["bentrok"] = clashes[fields["bentrok"]]
    allowed = expected(role, name, editing=editing)
    if name == "ulang":
        do(one, FASIL, "atur", nilai={"peserta_menyunting": True})
        assert do(one, member, "urung").broadcast is not None or role is Role.PENONTON
        do(one, FASIL, "atur", nilai={"peserta_menyunting": editing})
    before = one.tree, one.seq
    out = do(one, member, name.split()[0], **fields)
    assert (out.broadcast is not None) is allowed, told(out)
    assert bool(told(out)) is not allowed
    if not allowed:
        assert (one.tree, one.seq) == before


def test_every_operation_of_the_messages_has_a_row():
    operations = {word for model in OpMessage.model_fields["op"].annotation.__args__ for word in model.model_fields["o"].annotation.__args__}  # fmt: skip
    assert operations | {"urung", "ulang"} == set(OPERATIONS)
    assert {name.split()[0] for name in OPS} == set(OPERATIONS)


def test_the_page_has_the_same_table():
    rows = re.findall(r"^\| ([^|]+) \| (yes) \| ([^|]+) \| (no) \|$", PAGE, re.MULTILINE)
    assert len(rows) == 5
    found = {}
    for names, _, participant, _ in rows:
        for name in re.sub(r"\([^)]*\)", lambda match: " any" if "any" in match[0] else "", names).split(","):
            found[" ".join(name.replace("of any `seq`", "any").split())] = participant
    for name, participant in found.items():
        assert expected(Role.PESERTA, name, editing=True) is (participant != "no"), name
        assert expected(Role.PESERTA, name, editing=False) is (participant == "yes"), name
    assert set(OPS) == set(found)


def test_an_unknown_operation_is_nobodys():
    assert not may(Role.FASILITATOR, "hapus-semua", editing=True)


def test_a_participant_may_take_back_their_own_by_number_and_no_other():
    one, _ = furnished(ANI, editing=True)
    assert "fasilitator" in told(do(one, ANI, "urung", seq=3))
    assert told(do(one, ANI, "urung", seq=2)) == ""
