"""Edges of PET04 csf-tanpa-sasaran: what the page's examples do not show."""

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


def _tree(*held: bool, isu: str = "") -> str:
    rows = "".join(
        f"      - csf: Meningkatnya mutu {n}\n{isu}" + ("        jabatan: kadis\n" if one else "")
        for n, one in enumerate(held)
    )
    return f"pohon:\n  - outcome: Meningkatnya mutu\n    sebab:\n{rows}{_POSITIONS}"


def test_the_one_left_out_is_found() -> None:
    assert ["1.2"] == numbers("PET04", _tree(True, False, True))


def test_when_most_are_left_out_mapping_has_not_begun() -> None:
    assert [] == numbers("PET04", _tree(True, False, False))


def test_a_tree_that_passed_the_stages_is_left_to_another_rule() -> None:
    assert [] == numbers("PET04", _tree(True, False, True, isu="        isu: Masih rendahnya mutu\n"))
