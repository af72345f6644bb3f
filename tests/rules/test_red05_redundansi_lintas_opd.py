"""Edges of RED05 redundansi-lintas-opd: what the page's examples do not show."""

import pytest

from pohon.model.beside import Group, Placed
from pohon.model.lexicon import default
from pohon.model.tree import Tree
from tests.build import tree
from tests.rules.hits import beside

_SAID = "Meningkatnya kunjungan wisatawan ke desa wisata bahari"


def _office(name: str, said: str = _SAID, more: str = "", head: str = "") -> str:
    return f"instansi: {name}\n{head}pohon:\n  - outcome: {said}\n    id: satu\n{more}"


def _told(ours: str, theirs: str, **head: object) -> str:
    """Return what is found in the later file, "" for nothing."""
    hits = beside("RED05", {"a/satu.pohon.yaml": theirs, "b/dua.pohon.yaml": ours}, **head)
    assert hits.keys() <= {"b/dua.pohon.yaml"}
    return " ".join(hit.message for one in hits.values() for hit in one)


def _fires(ours: str, theirs: str) -> bool:
    return bool(_told(_office("Dinas Pariwisata", ours), _office("Dinas Perikanan", theirs)))


def _row(partner: str, row: str) -> str:
    return f"    crosscutting: [{{mitra: {partner}, {row}}}]\n"


def test_the_later_file_names_the_other_file_agency_and_node() -> None:
    assert _told(_office("Dinas Pariwisata"), _office("Dinas Perikanan")) == (
        "Kondisi ini dinyatakan juga oleh “Dinas Perikanan” (../a/satu.pohon.yaml, simpul 1), tanpa crosscutting di antara keduanya."
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "fires"),
    [
        ("Meningkatnya keterampilan kerja penyandang disabilitas", "Meningkatnya ketrampilan kerja bagi penyandang disabilitas", True),
        ("Terlaksananya pelatihan kerja penyandang disabilitas", "Terselenggaranya pelatihan kerja penyandang disabilitas", True),
        ("Meningkatnya keterampilan kerja penyandang disabilitas", "Terlaksananya keterampilan kerja penyandang disabilitas", False),
        ("Menurunnya harga beras di pasar rakyat", "Meningkatnya harga beras di pasar rakyat", False),
        ("Meningkatnya mutu guru mengaji tingkat pertama di pulau kecil", "Meningkatnya mutu dai mengaji tingkat pertama di pulau kecil", False),
        ("Meningkatnya sanitasi", "Meningkatnya sanitasi", True),
        ("-", "-", False),
        ("Meningkatnya akuntabilitas kinerja", "Meningkatnya akuntabilitas kinerja", False),
        ("Meningkatnya kualitas SDM dan pelayanan", "Meningkatnya kualitas SDM dan pelayanan", False),
        ("Meningkatnya kualitas pelayanan gizi", "Meningkatnya kualitas pelayanan gizi", True),
        ("Meningkatnya tata kelola perikanan dan kelautan", "Meningkatnya tata kelola perikanan dan kelautan", True),
        ("Meningkatnya kelembagaan distribusi pangan", "Meningkatnya kelembagaan distribusi pangan", True),
        ("Meningkatnya nilai maturitas organisasi", "Meningkatnya nilai maturitas organisasi", False),
        ("Terbayarnya jasa listrik gedung kantor kami", "Terbayarnya jasa listrik gedung kantor kami", False),
        ("Tersedianya mebel", "Tersedianya mebel", False),
        ("Terbayarnya gaji dan tunjangan", "Terbayarnya gaji dan tunjangan", False),
    ],
)  # fmt: skip
def test_the_same_condition_is_one_that_nothing_tells_apart(ours: str, theirs: str, fires: bool) -> None:
    assert _fires(ours, theirs) is fires


def test_the_name_of_the_region_is_no_common_word() -> None:
    one = _office("Dinas Pariwisata", "Meningkatnya wisata Kabupaten Suka Maju")
    two = _office("Dinas Perikanan", "Meningkatnya nelayan Kabupaten Suka Maju")
    assert _told(one, two, pemerintah="Kabupaten Suka Maju") == ""
    bare = _office("Dinas Perikanan", "Meningkatnya wisata")
    assert _told(one, bare, pemerintah="Kabupaten Suka Maju")


def test_a_row_on_either_node_ties_them_unless_refused_or_about_another_node() -> None:
    other = "  - outcome: Naiknya tangkapan\n    id: dua\n"
    theirs = _office("Dinas Perikanan") + other

    def told(row: str, *, there: bool = False) -> str:
        ours = _office("Dinas Pariwisata", more="" if there else _row("Dinas Perikanan", row))
        return _told(ours, theirs.replace(other, _row("Dispar", row) + other) if there else theirs)

    assert told("peran: data") == told("peran: data, status: menunggu") == told("peran: data", there=True) == ""
    assert told("rujuk: satu#satu") == ""
    assert told("rujuk: satu#dua")
    assert told("peran: data, status: ditolak")
    assert _told(_office("Dinas Pariwisata", more=_row("Dinas Sosial", "peran: data")), theirs)


@pytest.mark.parametrize(
    ("ours", "theirs", "fires"),
    [
        ("Kecamatan Rimba", "Kecamatan Muara", False),
        ("Kecamatan Rimba", "Kelurahan Muara", False),
        ("UPTD Puskesmas Rimba", "Puskesmas Muara", False),
        ("Kecamatan Rimba", "Dinas Sosial", True),
        ("Dinas Kesehatan", "Dinas Sosial", True),
        ("Dinas Sosial", "Dinsos", False),
        ("Dinas Sosial", "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak", False),
        ("Dinas Sosial Kabupaten Suka Maju", "Dinas Kesehatan Kabupaten Suka Raya", False),
        ("'-'", "Dinas Sosial", False),
    ],
)
def test_two_agencies_of_one_government(ours: str, theirs: str, fires: bool) -> None:
    assert bool(_told(_office(ours), _office(theirs))) is fires


def test_trees_of_other_years_are_no_duplicates() -> None:
    period = "periode: 2025-2029\n"
    for one, two, fires in (
        ("tahun: 2025\n", "tahun: 2026\n", False),
        ("tahun: 2026\n", period, True),
        ("tahun: 2024\n", period, False),
        ("", period, True),
    ):
        found = _told(_office("Dinas Pariwisata", head=one), _office("Dinas Perikanan", head=two))
        assert bool(found) is fires, (one, two)


def test_what_serves_one_sasaran_of_the_government_may_be_said_twice() -> None:
    def both(ours: str, theirs: str) -> bool:
        return bool(_told(_office("Dinas Pariwisata", more=ours), _office("Dinas Perikanan", more=theirs)))

    goal = "    dasar: {mandat: Sasaran 2 RPJMD ekonomi daerah tumbuh}\n"
    assert not both(goal, goal)
    assert not both(goal, "    dasar_hukum: [Sasaran 2 RPJMD Ekonomi Daerah tumbuh]\n")
    assert both(goal, goal.replace("Sasaran 2", "Sasaran 3"))
    assert both(goal, "")
    law = "    dasar: {mandat: UU 23/2014}\n"
    assert both(law, law), "a law is the basis of every agency"


def test_what_stands_below_the_affairs_of_every_office_is_left_out() -> None:
    def both(top: str) -> str:
        below = f"    sebab:\n      - csf: {_SAID}\n"
        return _told(_office("Dinas Pariwisata", top, below), _office("Dinas Perikanan", f"{top} ikan laut", below))

    assert both("Meningkatnya ekonomi")
    assert not both("Meningkatnya ketatausahaan")
    mapped = "    program: [3.26.01]\n"
    assert not _told(_office("Dinas Pariwisata", more=mapped), _office("Dinas Perikanan"))
    assert _told(_office("Dinas Pariwisata", more=mapped.replace("01", "02")), _office("Dinas Perikanan"))


def test_each_of_three_is_told_once_and_a_tied_one_leads_to_the_next() -> None:
    tied = _office("Dinas C", more="    crosscutting: [{mitra: Dinas A, peran: data}]\n")
    hits = beside(
        "RED05", {"a.pohon.yaml": _office("Dinas A"), "b.pohon.yaml": _office("Dinas B"), "c.pohon.yaml": tied}
    )
    assert {name: ["Dinas A" in hit.message for hit in one] for name, one in hits.items()} == {
        "b.pohon.yaml": [True],
        "c.pohon.yaml": [False],
    }


def _many(number: int, *, alike: bool) -> Tree:
    own = "sama" if alike else f"hal{number}"
    lines = [f"  - outcome: Meningkatnya mutu {own} benda{at} kata{at % 7}\n" for at in range(100)]
    return tree(f"instansi: Dinas Urusan{number}\npohon:\n" + "".join(lines))


@pytest.mark.parametrize("alike", [True, False])
def test_every_later_copy_is_told_once_however_many_trees_there_are(alike: bool) -> None:
    trees = [Placed(f"{number}.pohon.yaml", _many(number, alike=alike)) for number in range(20)]
    group = Group(trees, default())
    found = [len(group.seen_from(at).likes) for at in range(len(trees))]
    assert found == ([0, *[100] * 19] if alike else [0] * 20)
