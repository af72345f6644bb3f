"""Messages that nobody would send: nothing breaks, no role does what it may not, and all clients see the same."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pohon.board.roles import OPERATIONS, may
from pohon.forms import tree_file
from tests.board.rooms import ANI, FASIL, PENONTON, Replica, do, room

_IDS = st.one_of(
    st.sampled_from(["o1", "c1", "u1", "u2", "a1", "p1", "p2", "g1", "g2", "n1", "n2", "b3", "k1", "", "tiada"]),
    st.text(max_size=70),
)
_TEXTS = st.one_of(st.text(max_size=40), st.sampled_from(["", " ", "Baru", "x" * 2001, "\x00", "\ud800", "<script>", "a: b #c", "- [x", '"']))  # fmt: skip
_PATHS = st.one_of(
    st.sampled_from(
        [
            "statement", "isu", "kind", "uraian", "indikator", "indikator.0", "indikator.0.nama", "indikator.1.target.2026",
            "indikator.0.target", "indikator.0.variabel", "indikator.0.arah", "indikator.0.iku", "indikator.2", "jabatan", "program",
            "crosscutting", "crosscutting.0.status", "dasar", "dasar.mandat", "jawab.TNY11", "abaikan.RED01", "abaikan", "waktu",
            "status", "bukti", "anggaran", "judul", "periode", "tahun", "tahap", "sebab", "id", "parent", "catatan", "jenis",
        ]
    ),
    st.text("abcindkator.0129-_", max_size=20),
)  # fmt: skip
_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), _TEXTS, st.sampled_from(["2025-2029", "naik", "kadis", "90,5", 2026])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(["nama", "target", "mitra", "id", "jenjang", "tahun", "nilai", "kode", "alasan"]), st.text(max_size=5)), inner, max_size=4),
        st.fixed_dictionaries({"nama": inner, "target": inner}),
        st.fixed_dictionaries({"id": inner, "nama": inner, "jenjang": st.just("jf"), "bawahan": inner}),
    ),
    max_leaves=8,
)  # fmt: skip
_FIELDS = {
    "id": _IDS, "parent": st.one_of(st.none(), _IDS), "sesudah": st.one_of(st.none(), _IDS), "statement": _TEXTS,
    "field": _PATHS, "nilai": _JSON, "dasar": _JSON, "sebab": _IDS, "teks": _TEXTS, "anonim": st.booleans(),
    "kode": _TEXTS, "tahap": st.integers(-1, 7), "bentrok": _IDS, "pakai": st.sampled_from(["kini", "usul", "lain", "x"]),
    "simpul": _IDS, "selesai": st.booleans(), "nama": _TEXTS, "detik": st.integers(-1, 10**6), "judul": _TEXTS,
    "kind": st.sampled_from(["outcome", "csf", "utama", "antara", "operasional", "gagasan", "x"]),
}  # fmt: skip
_NEEDS = {
    "tambah": "id parent sesudah statement", "ubah": "id field nilai", "pindah": "id parent sesudah", "hapus": "id",
    "sambung": "id sebab", "lepas": "id sebab", "berkas": "field nilai", "gagasan": "id teks anonim",
    "tempatkan": "id parent sesudah", "perbaiki": "id kode field", "tutup": "tahap", "buka": "tahap",
    "pilih": "bentrok pakai", "suara": "id nilai", "komentar": "id simpul teks", "komentar-selesai": "id selesai",
    "versi": "nama", "atur": "nilai", "timer": "detik judul",
}  # fmt: skip


@st.composite
def operations(draw):
    name = draw(st.sampled_from(sorted(_NEEDS)))
    op = {"o": name, **{field: draw(_FIELDS[field]) for field in _NEEDS[name].split()}}
    if name == "suara":
        op["nilai"] = draw(st.sampled_from([0, 1, 1, 2, True]))
    if name == "atur":
        op["nilai"] = draw(st.one_of(_JSON, st.fixed_dictionaries({"peserta_menyunting": st.booleans()})))
    spoiled = draw(st.integers(0, 7))
    if spoiled == 0:
        op[draw(st.sampled_from(sorted(_FIELDS)))] = draw(_JSON)
    elif spoiled == 1:
        del op[draw(st.sampled_from(sorted(op)))]
    elif spoiled == 2 and name in ("ubah", "tambah", "pindah", "tempatkan"):
        op |= {"dasar": draw(_JSON)} if name == "ubah" else {"kind": draw(_FIELDS["kind"])}
    return op


_MESSAGES = st.one_of(
    st.builds(lambda op, n: {"t": "op", "n": n, "op": op}, operations(), st.text("ab12", min_size=1, max_size=2)),
    st.builds(lambda op, n: {"t": "op", "n": n, "op": op}, operations(), st.uuids().map(str)),
    st.builds(lambda op, n: {"t": "op", "n": n, "op": op}, operations(), st.uuids().map(str)),
    st.builds(lambda t, n: {"t": t, "n": str(n)}, st.sampled_from(["urung", "ulang"]), st.uuids()),
    st.builds(lambda n, seq: {"t": "urung", "n": str(n), "seq": seq}, st.uuids(), st.integers(-1, 12)),
    _JSON,
)
_WHO = st.sampled_from([FASIL, FASIL, ANI, PENONTON])
_SCENES = st.lists(st.tuples(_WHO, _MESSAGES), min_size=1, max_size=10)


def play(scene, *, editing):
    """Send what the scene has; look after each message whether all is as it must be. Return how many were sent."""
    one = room()
    do(one, FASIL, "atur", nilai={"peserta_menyunting": editing})
    do(one, ANI, "komentar", id="k1", simpul="u1", teks="Bagaimana?")
    do(one, FASIL, "ubah", id="u1", field="isu", nilai="Isu", dasar="yang lama")
    clients = [Replica(one.state(member)) for member in (FASIL, ANI)]
    for member, message in scene:
        before, seq, allowed = one.tree, one.seq, one.setting("peserta_menyunting")
        out = one.handle(member, message)
        json.dumps([out.reply, out.broadcast])
        assert out.reply
        assert not out.failed
        if out.broadcast is None:
            assert (one.tree, one.seq) == (before, seq)
            continue
        assert one.seq == seq + 1
        name = message["op"]["o"] if message["t"] == "op" else message["t"]
        assert name in OPERATIONS
        assert may(member.peran, name, editing=allowed)
        for client in clients:
            client.hear(out.broadcast)
    for client in clients:
        assert client.shows() == Replica(one.state(FASIL)).shows()
    assert tree_file.parse(tree_file.write(one.tree)) == one.tree
    return len(scene)


@settings(max_examples=150)
@given(_SCENES, st.booleans())
def test_no_message_breaks_the_room(scene, editing):
    play(scene, editing=editing)


@pytest.mark.slow
def test_ten_thousand_messages():
    sent = 0

    @settings(max_examples=4_000)
    @given(_SCENES, st.booleans())
    def scenes(scene, editing):
        nonlocal sent
        if sent < 10_000:
            sent += play(scene, editing=editing)

    scenes()
    assert sent >= 10_000
