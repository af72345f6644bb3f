"""Edges of PET10 jabatan-tanpa-kinerja: what the page's examples do not show."""

from tests.rules.hits import hits, numbers

_POSITIONS = """jabatan:
  - id: kadis
    nama: Kepala Dinas
    jenjang: jpt-pratama
    bawahan:
      - id: kabid
        nama: Kepala Bidang
        jenjang: administrator
        bawahan:
          - {id: jf, nama: Ahli Muda, jenjang: jf}
"""


_TREE = "pohon:\n  - outcome: Meningkatnya mutu\n"


def test_before_mapping_begins_nothing_is_said() -> None:
    assert [] == numbers("PET10", _TREE + _POSITIONS)


def test_idle_positions_are_named_at_their_place() -> None:
    found = numbers("PET10", f"{_TREE}    jabatan: kadis\n{_POSITIONS}")
    assert ["jabatan.0.bawahan.0", "jabatan.0.bawahan.0.bawahan.0"] == found


def test_many_idle_positions_are_told_once() -> None:
    rows = "".join(f"  - {{id: p{n}, nama: Pelaksana {n}, jenjang: pelaksana}}\n" for n in range(9))
    (found,) = hits("PET10", f"{_TREE}    jabatan: p0\njabatan:\n{rows}")
    assert "8 jabatan" in found.message


def test_a_remark_on_the_position_is_enough() -> None:
    row = "  - {id: k, nama: Kepala, jenjang: jpt-pratama}\n  - {id: l, nama: Staf, jenjang: pelaksana, catatan: kosong}\n"
    assert [] == numbers("PET10", f"{_TREE}    jabatan: k\njabatan:\n{row}")
