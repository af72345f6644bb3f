"""Each operation with right and wrong inputs: what the tree is afterwards, and what the author is told."""

import pytest

from pohon.board.messages import read_message
from pohon.board.operations import Offer
from pohon.board.refusal import NotMade
from pohon.forms import tree_file
from pohon.model.finding import Fix
from pohon.model.node import Kind, Waiver
from pohon.model.tree import Periode
from tests.board.rooms import ANI, FASIL, Replica, do, room, told


def made(one, o, **fields):
    out = do(one, FASIL, o, **fields)
    assert told(out) == ""
    assert tree_file.parse(tree_file.write(one.tree)) == one.tree, "the file holds what the board has accepted"
    return out


def refused(one, o, **fields):
    before = one.tree, one.seq
    out = do(one, FASIL, o, **fields)
    assert told(out)
    assert (one.tree, one.seq) == before
    assert out.broadcast is None
    return told(out).casefold()


# tambah


def test_a_node_is_added_behind_its_sibling_with_its_kind():
    one = room()
    made(one, "tambah", id="n1", parent="c1", sesudah="u1", statement="  Baru\nsaja ")
    assert one.tree.nodes["c1"].sebab == ("u1", "n1", "u2")
    assert (one.tree.nodes["n1"].kind, one.tree.nodes["n1"].statement) == (Kind.UTAMA, "Baru saja")


@pytest.mark.parametrize(("parent", "kind"), [("o1", "csf"), ("u2", "operasional"), ("a1", "operasional"), ("p2", "operasional"), (None, "outcome")])  # fmt: skip
def test_a_new_node_is_of_the_next_level(parent, kind):
    one = room()
    made(one, "tambah", id="n1", parent=parent, sesudah="", statement="Baru")
    assert one.tree.nodes["n1"].kind == kind


def test_first_and_last():
    one = room()
    made(one, "tambah", id="n1", parent="c1", sesudah=None, statement="Pertama")
    made(one, "tambah", id="n2", parent="c1", sesudah="", statement="Terakhir")
    made(one, "tambah", id="n3", parent="c1", sesudah="tiada", statement="Juga terakhir")
    assert one.tree.nodes["c1"].sebab == ("n1", "u1", "u2", "n2", "n3")


def test_a_node_below_a_removed_one_becomes_an_idea():
    one = room()
    made(one, "hapus", id="a1")
    made(one, "tambah", id="n1", parent="a1", sesudah="", statement="Diketik selagi luring")
    assert one.tree.belum["n1"].kind is Kind.GAGASAN
    made(one, "tambah", id="n2", parent="n1", sesudah="", statement="Lanjutannya")
    assert one.tree.belum["n1"].sebab == ("n2",)


def test_wrong_additions():
    one = room()
    assert "kosong" in refused(one, "tambah", id="n1", parent="c1", sesudah="", statement="   ")
    assert "dipakai" in refused(one, "tambah", id="u1", parent="c1", sesudah="", statement="Baru")
    assert "tidak ada" in refused(one, "tambah", id="n1", parent="tiada", sesudah="", statement="Baru")
    assert "gagasan" in refused(one, "tambah", id="n1", parent="c1", sesudah="", kind="gagasan", statement="Baru")
    made(one, "hapus", id="p2")
    assert "dipakai" in refused(one, "tambah", id="p2", parent="c1", sesudah="", statement="Baru")


def test_a_tree_has_a_deepest_level():
    one = room()
    parent = "a1"
    for number in range(30):
        out = do(one, FASIL, "tambah", id=f"n{number}", parent=parent, sesudah="", kind="antara", statement="Lagi")
        if told(out):
            break
        parent = f"n{number}"
    assert "terlalu dalam" in told(out)
    assert tree_file.parse(tree_file.write(one.tree)) == one.tree


# ubah


@pytest.mark.parametrize(
    ("field", "nilai", "attribute", "value"),
    [
        ("statement", "Baru: “ya” #1", "statement", "Baru: “ya” #1"),
        ("isu", "", "isu", ""),
        ("isu", None, "isu", ""),
        ("uraian", "satu\r\n\r\ndua", "uraian", "satu\n\ndua"),
        ("kind", "antara", "kind", Kind.ANTARA),
        ("waktu", "depan", "waktu", "depan"),
        ("komponen", "Sasaran program", "komponen", "Sasaran program"),
        ("jabatan", ["kadis", "kabid"], "jabatan", ("kadis", "kabid")),
        ("jabatan", "kadis", "jabatan", ("kadis",)),
        ("jabatan", [], "jabatan", ()),
        ("program", ["2.12.02"], "program", ("2.12.02",)),
        ("bukti", ["survei", "laporan"], "bukti", ("survei", "laporan")),
        ("jawab.TNY11", "Ya, ada", "jawab", (("TNY11", "Ya, ada"),)),
        ("jawab", [["TNY11", "Ya"]], "jawab", (("TNY11", "Ya"),)),
        ("abaikan.RED01", "memang berbeda", "abaikan", (Waiver(kode="RED01", alasan="memang berbeda"),)),
        ("abaikan", [{"kode": "RED01", "alasan": "a", "oleh": "b"}], "abaikan", (Waiver(kode="RED01", alasan="a", oleh="b"),)),
    ],
)  # fmt: skip
def test_a_field_is_set(field, nilai, attribute, value):
    one = room()
    made(one, "ubah", id="u1", field=field, nilai=nilai)
    assert getattr(one.tree.nodes["u1"], attribute) == value


@pytest.mark.parametrize(
    ("field", "nilai", "words"),
    [
        ("statement", "", "kosong"),
        ("statement", 5, "teks"),
        ("statement", ["a"], "teks"),
        ("kind", "gagasan", "belum_ditempatkan"),
        ("kind", "apa", "jenis"),
        ("kind", {"a": 1}, "jenis"),
        ("sebab", ["p1"], "tidak dikenal"),
        ("id", "x", "tidak dikenal"),
        ("key", "x", "tidak dikenal"),
        ("asal", [], "tidak dikenal"),
        ("places", "x", "tidak dikenal"),
        ("waktu", "lampau", "tidak dikenal"),
        ("jabatan", "presiden", "daftar jabatan"),
        ("jabatan", [["kadis"]], "kata"),
        ("indikator.9.nama", "x", "tidak ada"),
        ("indikator.-1.nama", "x", "tidak ada"),
        ("indikator.0.apa", "x", "tidak dikenal"),
        ("indikator.0.asal", [], "tidak dikenal"),
        ("indikator.0.nama", "", "kosong"),
        ("indikator.0.nama.x", "a", "tidak mempunyai"),
        ("indikator.0.arah", "miring", "tidak dikenal"),
        ("indikator.0.iku", "mungkin", "tidak dapat dipakai"),
        ("indikator.0.target.2025", "9,8,5x,,", "angka"),
        ("indikator.0.target.2030", "90", "periode"),
        ("indikator.0.target.besok", "90", "tahun"),
        ("indikator.0.target", {"2025": {"a": 1}}, "bukan daftar"),
        ("indikator.2.satuan", "persen", "belum ada"),
        ("indikator", "teks", "x"),
        ("indikator", [{"nama": "a", "lain": "b"}], "tidak dikenal"),
        ("indikator", [{"satuan": "a"}], "nama"),
        ("indikator", {"nama": "a"}, "daftar"),
        ("abaikan.RED01", "", "alasan"),
        ("abaikan.RED01", ["x"], "alasan"),
        ("dasar.apa", "x", "tidak dikenal"),
        ("crosscutting", [{"peran": "x"}], "mitra"),
        ("isu", ["a"], "daftar"),
        ("isu", "x" * 2001, "terlalu panjang"),
        ("statement", "x" * 2001, "terlalu panjang"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_refused_with_the_words_of_the_file(field, nilai, words):
    one = room()
    if (field, nilai) == ("indikator", "teks"):
        made(one, "ubah", id="u1", field=field, nilai=nilai)  # a lone sentence is an indicator's name, as in the file
        assert [each.nama for each in one.tree.nodes["u1"].indikator] == ["teks"]
        return
    assert words in refused(one, "ubah", id="u1", field=field, nilai=nilai)


def test_cells_of_an_indicator():
    one = room()
    for field, nilai in (
        ("indikator.0.target.2027", "85,5"), ("indikator.0.target.2025", None), ("indikator.0.satuan", "%"),
        ("indikator.0.arah", "naik"), ("indikator.0.iku", True), ("indikator.0.variabel.a", "1.000"),
        ("indikator.0.awal", "65"), ("indikator.2.nama", "Baru"), ("indikator.3", {"nama": "Lagi", "target": [{"tahun": 2026, "nilai": "5"}]}),
        ("indikator.1", None),
    ):  # fmt: skip
        made(one, "ubah", id="u1", field=field, nilai=nilai)
    first, second, third = one.tree.nodes["u1"].indikator
    assert [(each.tahun, each.nilai) for each in first.target] == [(2026, "80"), (2027, "85,5")]
    assert (first.satuan, first.arah, first.iku, first.variabel, first.awal) == (
        "%",
        "naik",
        True,
        (("a", "1.000"),),
        "65",
    )
    assert (second.nama, third.nama, third.target_of(2026)) == ("Baru", "Lagi", "5")


def test_parts_of_other_records():
    one = room()
    made(one, "ubah", id="o1", field="dasar.harapan", nilai="Antrean pendek")
    assert one.tree.nodes["o1"].dasar.harapan == "Antrean pendek"
    made(one, "ubah", id="o1", field="dasar.harapan", nilai="")
    assert one.tree.nodes["o1"].dasar is None
    made(one, "ubah", id="a1", field="crosscutting", nilai=[{"mitra": "Dinas Sosial", "status": "menunggu"}])
    made(one, "ubah", id="a1", field="crosscutting.0.status", nilai="disetujui")
    assert one.tree.nodes["a1"].crosscutting[0].status == "disetujui"
    made(one, "ubah", id="u1", field="abaikan.RED01", nilai="a")
    made(one, "ubah", id="u1", field="abaikan.RED01", nilai=None)
    assert one.tree.nodes["u1"].abaikan == ()


def test_the_same_value_again_is_acknowledged_and_changes_nothing():
    one = room()
    out = made(one, "ubah", id="u1", field="jabatan", nilai="kabid")
    assert out.edits == ()
    assert out.broadcast["patch"] == {}


def test_control_signs_never_reach_the_tree():
    one = room()
    made(one, "ubah", id="u1", field="statement", nilai="\x00Baru\x1b[31m\u2028baris\ud800\ufeff")
    assert one.tree.nodes["u1"].statement == "Baru[31m baris"


# pindah


def test_a_branch_moves_and_its_kinds_follow():
    one = room()
    made(one, "pindah", id="a1", parent="c1", sesudah=None)
    assert (one.tree.nodes["a1"].kind, one.tree.nodes["p1"].kind) == (Kind.UTAMA, Kind.OPERASIONAL)
    made(one, "pindah", id="u1", parent="a1", sesudah="")
    assert one.tree.nodes["u1"].kind is Kind.ANTARA
    made(one, "pindah", id="p2", parent="c1", sesudah="", kind="utama")
    assert one.tree.nodes["p2"].kind is Kind.UTAMA


def test_a_branch_with_causes_stays_between():
    one = room()
    made(one, "pindah", id="u2", parent="a1", sesudah="")
    assert (one.tree.nodes["u2"].kind, one.tree.nodes["p2"].kind) == (Kind.ANTARA, Kind.OPERASIONAL)


def test_order_among_siblings():
    one = room()
    made(one, "pindah", id="u1", parent="c1", sesudah="u2")
    assert one.tree.nodes["c1"].sebab == ("u2", "u1")
    made(one, "pindah", id="u1", parent="c1", sesudah=None)
    assert one.tree.nodes["c1"].sebab == ("u1", "u2")
    assert one.tree.nodes["u1"].kind is Kind.UTAMA


def test_wrong_moves():
    one = room()
    assert "dirinya sendiri" in refused(one, "pindah", id="c1", parent="p2", sesudah="")
    assert "dirinya sendiri" in refused(one, "pindah", id="c1", parent="c1", sesudah="")
    assert "menempatkan" in refused(one, "pindah", id="g2", parent="c1", sesudah="")
    assert "kondisi puncak" in refused(one, "pindah", id="o1", parent="", sesudah="")
    assert refused(one, "pindah", id="tiada", parent="c1", sesudah="")


def test_no_move_makes_a_cause_go_round_through_a_support_edge():
    one = room()
    assert "dirinya sendiri" in refused(one, "pindah", id="u2", parent="p1", sesudah="")


def test_back_to_the_ideas_and_their_order():
    one = room()
    made(one, "pindah", id="u2", parent="", sesudah=None)
    assert one.tree.belum_roots[0] == "u2"
    made(one, "pindah", id="u2", parent=None, sesudah="")
    assert one.tree.belum_roots[-1] == "u2"


# hapus, sambung, lepas


def test_a_branch_is_removed_with_the_edges_into_it():
    one = room()
    made(one, "hapus", id="u1")
    assert {"u1", "a1", "p1"}.isdisjoint(one.tree.nodes)
    assert one.tree.nodes["u2"].ref == ()
    made(one, "urung")
    assert one.tree.nodes["u2"].ref == ("p1",)


def test_the_last_root_stays():
    assert "kondisi puncak" in refused(room(), "hapus", id="o1")


def test_support_edges():
    one = room()
    made(one, "sambung", id="a1", sebab="p2")
    assert one.tree.nodes["a1"].ref == ("p2",)
    assert "sudah" in refused(one, "sambung", id="a1", sebab="p2")
    assert "berputar" in refused(one, "sambung", id="p2", sebab="a1")
    assert "berputar" in refused(one, "sambung", id="p2", sebab="p2")
    assert "berputar" in refused(one, "sambung", id="p1", sebab="o1")
    assert "sudah menjadi sebab" in refused(one, "sambung", id="a1", sebab="p1")
    assert "ditempatkan" in refused(one, "sambung", id="a1", sebab="g2")
    made(one, "lepas", id="a1", sebab="p2")
    assert "bukan sebab" in refused(one, "lepas", id="a1", sebab="p2")


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
