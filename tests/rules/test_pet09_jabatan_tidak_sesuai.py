"""Edges of PET09 jabatan-tidak-sesuai: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers

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


@pytest.mark.parametrize(
    ("kind", "holder", "fires"),
    [
        ("outcome", "kadis", False),
        ("outcome", "kabid", True),
        ("utama", "kabid", False),
        ("utama", "jf", True),
        ("antara", "jf", False),
        ("antara", "kabid", True),
    ],
)
def test_the_class_of_the_holder_is_that_of_the_profile(kind: str, holder: str, fires: bool) -> None:
    text = f"pohon:\n  - {kind}: Meningkatnya mutu\n    jabatan: {holder}\n{_POSITIONS}"
    assert (["1:jabatan"] if fires else []) == numbers("PET09", text)


@pytest.mark.parametrize("name", ["Camat Suka Maju", "Kepala UPTD Pasar", "Dinas Kesehatan", "Bidang Bina Marga"])
def test_heads_of_small_units_and_units_as_such_are_left_alone(name: str) -> None:
    text = f"pohon:\n  - outcome: Meningkatnya mutu\n    jabatan: j\njabatan:\n  - {{id: j, nama: {name}, jenjang: administrator}}\n"
    assert [] == numbers("PET09", text)


def test_in_a_short_tree_the_antara_below_a_csf_may_be_held_like_a_program() -> None:
    text = "pohon:\n  - csf: Meningkatnya A\n    sebab:\n      - antara: Meningkatnya B\n        jabatan: kabid\n"
    assert [] == numbers("PET09", text + _POSITIONS)
    assert ["1.1:jabatan"] == numbers("PET09", text + "  - utama: Meningkatnya C\n" + _POSITIONS)
