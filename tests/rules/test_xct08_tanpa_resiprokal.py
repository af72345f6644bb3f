"""Edges of XCT08 tanpa-resiprokal: what the page's examples do not show."""

import pytest

from tests.rules.hits import beside

_KELUARGA = "Menurunnya jumlah keluarga rawan pangan"


def _dinkes(row: str, more: str = "") -> str:
    return (
        f"instansi: Dinas Kesehatan\npohon:\n  - outcome: Menurunnya angka gizi buruk\n    id: gizi\n{more}"
        f"    crosscutting:\n      - {{mitra: Dinas Sosial, {row}}}\n"
    )


def _dinsos(row: str = "", statement: str = _KELUARGA, more: str = "") -> str:
    text = f"instansi: Dinas Sosial\npohon:\n  - outcome: {statement}\n    id: pangan\n{more}"
    return text + (f"    crosscutting:\n      - {{mitra: Dinas Kesehatan, {row}}}\n" if row else "")


def _told(ours: str, theirs: str, **head: object) -> str:
    """Return what is found on our side, "" for nothing."""
    hits = beside("XCT08", {"a/dinkes.pohon.yaml": ours, "b/dinsos.pohon.yaml": theirs}, **head)
    assert all(hit.field == "crosscutting.0" for hits in hits.values() for hit in hits)
    return " ".join(hit.message for hit in hits.get("a/dinkes.pohon.yaml", ()))


def test_a_partner_that_is_silent_is_told_with_its_file_as_seen_from_here() -> None:
    said = _told(_dinkes("peran: memberi bantuan"), _dinsos())
    assert said.startswith("Pohon mitra “Dinas Sosial” (../b/dinsos.pohon.yaml) belum memuat kondisi")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("peran: memberi bantuan", _dinsos("peran: memberi data")),
        ("kontribusi: Menurunnya keluarga rawan pangan", _dinsos()),
        ("rujuk: dinsos.pohon.yaml#pangan", _dinsos()),
        ("rujuk: ../b/dinsos#pangan", _dinsos()),
        ("rujuk: '#pangan'", _dinsos()),
        ("peran: memberi bantuan", _dinsos("rujuk: dinkes#gizi")),
        ("peran: memberi bantuan, status: ditolak", _dinsos()),
        ("rujuk: renstra.pdf#halaman-3", _dinsos("peran: memberi data")),
    ],
)
def test_a_partner_that_answers_in_any_way_is_enough(ours: str, theirs: str) -> None:
    assert _told(_dinkes(ours), theirs) == ""


def test_an_id_that_is_not_there_is_named() -> None:
    assert "tidak memuat simpul “beras” yang dirujuk" in _told(_dinkes("rujuk: dinsos#beras"), _dinsos("peran: data"))


def test_a_partner_without_a_tree_here_or_still_at_stage_2_is_not_blamed() -> None:
    assert _told(_dinkes("peran: memberi bantuan"), _dinsos().replace("Dinas Sosial", "Dinas Pangan")) == ""
    assert _told(_dinkes("peran: memberi bantuan"), _dinsos() + "tahap: 2\n") == ""
    assert _told(_dinkes("peran: memberi bantuan"), _dinsos() + "pemerintah: Kota Jaya\n", pemerintah="Kota Raya") == ""


def test_a_refusal_counts_when_it_is_this_condition_or_all_that_is_said() -> None:
    refused = "status: ditolak, alasan: tidak ada petugas"
    said = _told(_dinkes("peran: memberi bantuan"), _dinsos(refused))
    assert "ditolak karena “tidak ada petugas” (simpul 1)" in said
    other = "      - {mitra: Dinas Kesehatan, peran: memberi data}\n"
    assert _told(_dinkes("peran: memberi bantuan"), _dinsos(refused) + other) == ""
    asked = f"{refused}, kontribusi: Menurunnya angka gizi buruk"
    assert "ditolak" in _told(_dinkes("peran: memberi bantuan"), _dinsos(asked) + other)


def test_the_referred_node_must_be_the_contribution() -> None:
    said = _told(_dinkes("kontribusi: Tersedianya air bersih, rujuk: dinsos#pangan"), _dinsos())
    assert f"kontribusi lain pada simpul 1: “{_KELUARGA}”." in said
    near = "kontribusi: Berkurangnya keluarga yang rawan pangan di desa, rujuk: dinsos#pangan"
    assert _told(_dinkes(near), _dinsos()) == ""


@pytest.mark.parametrize(
    ("ours", "theirs", "differ"),
    [
        ("14", "12", True),
        ("14", "14,0", False),
        ("14 %", "14", False),
        ("Baik", "baik.", False),
        ("Baik", "Sangat Baik", True),
        ("14", "belum ditentukan", False),
        ("1.250", "1250", False),
    ],
)
def test_targets_of_one_indicator_are_compared_by_value(ours: str, theirs: str, differ: bool) -> None:
    def indicator(value: str) -> str:
        return (
            f'    indikator:\n      - {{nama: Angka gizi buruk, satuan: "%", target: {{2024: "1", 2025: "{value}"}}}}\n'
        )

    row = "peran: memberi bantuan"
    said = _told(_dinkes(row, indicator(ours)), _dinsos("peran: memberi data", more=indicator(theirs)))
    assert bool(said) is differ
    assert ("tahun 2025" in said) is differ


def test_two_trees_of_the_partner_answer_for_each_other_and_own_versions_are_no_partner() -> None:
    files = {
        "dinkes.pohon.yaml": _dinkes("peran: memberi bantuan"),
        "dinkes-lama.pohon.yaml": _dinkes("peran: memberi bantuan"),
        "dinsos-lama.pohon.yaml": _dinsos(),
        "dinsos.pohon.yaml": _dinsos("peran: memberi data"),
    }
    assert beside("XCT08", files) == {}
    ours = {"a.pohon.yaml": _dinsos().replace("Sosial", "Kesehatan"), "b.pohon.yaml": _dinsos("peran: data").replace("Sosial", "Kesehatan")}  # fmt: skip
    assert beside("XCT08", ours) == {}


def test_a_file_named_by_rujuk_is_the_partner_whatever_it_is_called() -> None:
    files = {
        "a.pohon.yaml": _dinkes("rujuk: dinsos#beras").replace("Dinas Sosial", "Panti Kasih"),
        "dinsos.pohon.yaml": _dinsos(),
    }
    assert list(beside("XCT08", files)) == ["a.pohon.yaml"]
