"""The operations on the file itself, ideas, repairs and stages, and what is no operation at all."""

import pytest

from pohon.board.messages import read_message
from pohon.board.operations import Offer
from pohon.board.refusal import NotMade
from pohon.model.finding import Fix
from pohon.model.node import Kind, Waiver
from pohon.model.tree import Periode
from tests.board.rooms import ANI, FASIL, Replica, do, made, refused, room, told

# berkas


@pytest.mark.parametrize(
    ("field", "nilai", "attribute", "value"),
    [
        ("judul", "Pohon baru", "judul", "Pohon baru"), ("periode", "2025 - 2029", "periode", Periode(2025, 2029)),
        ("periode", None, "periode", None), ("tahun", 2026, "tahun", 2026), ("tahun", "2026", "tahun", 2026),
        ("dasar_hukum", ["UU 1", "UU 2"], "dasar_hukum", ("UU 1", "UU 2")), ("jenis", "opd", "jenis", "opd"),
        ("abaikan.STR03", "dua urusan", "abaikan", (Waiver(kode="STR03", alasan="dua urusan"),)),
    ],
)  # fmt: skip
def test_a_field_of_the_file(field, nilai, attribute, value):
    one = room()
    made(one, "berkas", field=field, nilai=nilai)
    assert getattr(one.tree, attribute) == value


@pytest.mark.parametrize(
    ("field", "nilai", "words"),
    [
        ("judul", "", "kosong"), ("tahap", 5, "tidak dapat diubah"), ("profil", "kl", "tidak dapat diubah"),
        ("versi", 2, "tidak dapat diubah"), ("pohon", [], "tidak dapat diubah"), ("periode", "2029-2025", "terbalik"),
        ("periode", "2026-2029", "periode"), ("tahun", 1, "tahun"), ("tahun", True, "tahun"),
        ("jabatan", [{"id": "kadis", "nama": "a", "jenjang": "jpt-pratama"}], "daftar jabatan"),
        ("jabatan", [{"id": "kabid", "nama": "a", "jenjang": "apa"}], "tidak dikenal"),
        ("jabatan", [{"id": "kabid", "nama": "a", "jenjang": "jf"}] * 2, "dua kali"),
        ("program", [{"nama": "P", "anggaran": "banyak"}], "rupiah"), ("program", [{"kode": "1"}], "nama"),
    ],
)  # fmt: skip
def test_a_wrong_field_of_the_file(field, nilai, words):
    assert words in refused(room(), "berkas", field=field, nilai=nilai)


def test_positions_and_programs_travel_and_come_back():
    one = room()
    rows = Replica(one.state(FASIL)).pohon["berkas"]["jabatan"]
    rows[0]["bawahan"].append({"id": "jf1", "nama": "Pranata Komputer", "jenjang": "jf", "fungsi": ["a", "b"]})
    made(one, "berkas", field="jabatan", nilai=rows)
    assert one.tree.positions["jf1"].fungsi == ("a", "b")
    rows = [
        {
            "nama": "P",
            "kode": "2.12.02",
            "kegiatan": [{"nama": "K", "sub_kegiatan": [{"nama": "S", "pagu": "100.000"}]}],
        }
    ]
    made(one, "berkas", field="program", nilai=rows)
    assert one.tree.program[0].rupiah == 100_000
    assert Replica(one.state(FASIL)).pohon["berkas"]["program"] == rows


# gagasan, tempatkan


def test_an_idea_is_placed_and_its_votes_end():
    one = room()
    do(one, ANI, "gagasan", id="g9", teks="Buka hari Sabtu", anonim=False)
    do(one, ANI, "suara", id="g9", nilai=1)
    assert one.state(ANI)["papan"]["gagasan"]["g9"]["suara"] == 1
    made(one, "tempatkan", id="g9", parent="u2", sesudah="p2")
    assert one.tree.nodes["g9"].kind is Kind.OPERASIONAL
    assert one.state(ANI)["papan"]["gagasan"]["g9"] == {"oleh": "p1", "nama": "Ani", "at": 1001000, "suara": 0}
    assert one.state(ANI)["papan"]["suara_saya"] == []
    made(one, "urung")
    assert one.tree.belum["g9"].kind is Kind.GAGASAN
    assert one.state(ANI)["papan"]["gagasan"]["g9"]["suara"] == 1
    assert one.state(ANI)["papan"]["suara_saya"] == ["g9"]


def test_wrong_placements():
    one = room()
    assert "sudah ditempatkan" in refused(one, "tempatkan", id="u1", parent="c1", sesudah="")
    assert "belum ditempatkan" in refused(one, "tempatkan", id="g2", parent="g1", sesudah="")
    assert "jenis" in refused(one, "tempatkan", id="g2", parent="c1", sesudah="", kind="gagasan")
    assert refused(one, "tempatkan", id="tiada", parent="c1", sesudah="")


# perbaiki, tutup, buka


def test_a_repair_of_a_finding():
    one = room()
    assert "tidak ditawarkan" in refused(one, "perbaiki", id="u1", kode="BHS01", field="")
    fix = Fix(node="u1", field="", text="Meningkatnya kemampuan petugas")
    one.fixes = lambda node, code, field: Offer(fix, 0) if (node, code, field) == ("u1", "BHS01", "") else None
    made(one, "perbaiki", id="u1", kode="BHS01", field="")
    assert one.tree.nodes["u1"].statement == "Meningkatnya kemampuan petugas"
    assert "tidak diperlukan" in refused(one, "perbaiki", id="u1", kode="BHS01", field="")
    made(one, "urung")
    assert "baru saja diubah" in refused(one, "perbaiki", id="u1", kode="BHS01", field="")


def test_a_repair_that_makes_two_indicators_of_one():
    one = room()
    fix = Fix(node="u1", field="indikator.0", parts=("Jumlah", "Mutu"))
    one.fixes = lambda *_: Offer(fix, 0)
    made(one, "perbaiki", id="u1", kode="IND05", field="indikator.0")
    assert [each.nama for each in one.tree.nodes["u1"].indikator] == ["Jumlah", "Mutu", "Jumlah pelatihan"]


def test_a_repair_whose_place_is_gone():
    one = room()
    one.fixes = lambda *_: Offer(Fix(node="u1", field="indikator.7", parts=("a", "b")), 0)
    assert refused(one, "perbaiki", id="u1", kode="IND05", field="indikator.7")


def test_stages_are_closed_by_the_gate_and_opened_again():
    one = room()
    assert "belum siap" in refused(one, "tutup", tahap=4)
    one.gate = lambda _stage: ["Kondisi ini belum punya indikator."]
    out = do(one, FASIL, "tutup", tahap=4)
    assert "1 hal" in told(out)
    assert out.reply[0]["saran"] == "Kondisi ini belum punya indikator."
    one.gate = lambda _stage: []
    assert "sedang di tahap 4" in refused(one, "tutup", tahap=3)
    made(one, "tutup", tahap=4)
    assert one.tree.tahap == 5
    made(one, "tutup", tahap=5)
    assert one.tree.tahap == 5
    made(one, "buka", tahap=2)
    assert one.tree.tahap == 2
    assert "belum ditutup" in refused(one, "buka", tahap=2)


# messages


@pytest.mark.parametrize(
    "message",
    [
        None, [], "x", 5, {}, {"t": "op"}, {"t": "lain"}, {"t": "op", "n": "1", "op": {"o": "lain"}},
        {"t": "op", "n": "1", "op": {"o": "hapus", "id": "a", "lebih": 1}},
        {"t": "op", "n": "1", "op": {"o": "hapus", "id": "1a"}}, {"t": "op", "n": "1", "op": {"o": "hapus", "id": "a\n"}},
        {"t": "op", "n": "1" * 65, "op": {"o": "hapus", "id": "a"}}, {"t": "op", "n": 1, "op": {"o": "hapus", "id": "a"}},
        {"t": "op", "n": "1", "op": {"o": "gagasan", "id": "a", "teks": "x" * 2001, "anonim": True}},
        {"t": "op", "n": "1", "op": {"o": "gagasan", "id": "a", "teks": "x", "anonim": 1}},
        {"t": "op", "n": "1", "op": {"o": "tutup", "tahap": "3"}}, {"t": "op", "n": "1", "op": {"o": "timer", "detik": -1, "judul": ""}},
        {"t": "op", "n": "1", "op": {"o": "ubah", "id": "a", "field": "a" * 400, "nilai": 1}},
        {"t": "op", "n": "1", "op": {"o": "ubah", "id": "a", "field": "isu", "nilai": [0] * 2001}},
        {"t": "op", "n": "1", "op": {"o": "ubah", "id": "a", "field": "isu", "nilai": "x" * 20_001}},
        {"t": "op", "n": "1", "op": {"o": "ubah", "id": "a", "field": "isu", "nilai": float("nan")}},
        {"t": "op", "n": "1", "op": {"o": "ubah", "id": "a", "field": "isu", "nilai": 10**400}},
        {"t": "op", "n": "1", "op": {"o": "atur", "nilai": {"apa": True}}},
        {"t": "op", "n": "1", "op": {"o": "atur", "nilai": {"suara_per_orang": 101}}},
        {"t": "urung", "n": "1", "seq": 0}, {"t": "masuk", "kunci": "a", "pandang": {"mode": "x", "arah": "bawah", "lipat": []}},
    ],
)  # fmt: skip
def test_a_message_that_is_not_in_the_protocol_is_refused(message):
    with pytest.raises(NotMade):
        read_message(message)
    out = room().handle(FASIL, message)
    assert [one["t"] for one in out.reply] == ["tolak"]


def test_a_deep_value_is_refused():
    value = "x"
    for _ in range(2000):
        value = [value]
    with pytest.raises(NotMade):
        read_message({"t": "op", "n": "1", "op": {"o": "ubah", "id": "a", "field": "isu", "nilai": value}})
