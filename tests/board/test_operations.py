"""Each operation with right and wrong inputs: what the tree is afterwards, and what the author is told."""

import pytest

from pohon.forms import tree_file
from pohon.model.node import Kind, Waiver
from tests.board.rooms import FASIL, do, made, refused, room, told

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
