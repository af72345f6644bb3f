"""Edges of PET12 kinerja-atasan-terputus: what the page's examples do not show."""

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


def _tree(cause: str) -> str:
    return f"pohon:\n  - outcome: Meningkatnya mutu\n    jabatan: kadis\n    sebab:\n{cause}{_POSITIONS}"


def test_a_condition_below_the_superiors_or_ones_own_is_linked() -> None:
    text = "      - utama: Meningkatnya A\n        jabatan: kabid\n        sebab:\n          - antara: Meningkatnya B\n            jabatan: jf\n"
    assert [] == numbers("PET12", _tree(text))


def test_below_a_colleague_or_without_an_effect_it_is_not() -> None:
    other = _POSITIONS.replace(
        "      - id: kabid", "      - {id: kabid2, nama: Kepala Bidang Dua, jenjang: administrator}\n      - id: kabid"
    )
    text = "pohon:\n  - outcome: Meningkatnya mutu\n    jabatan: kadis\n    sebab:\n      - utama: Meningkatnya A\n        jabatan: kabid\n      - utama: Meningkatnya C\n        jabatan: kabid2\n        sebab:\n          - antara: Meningkatnya B\n            jabatan: jf\n"
    assert ["1.2.1:jabatan"] == numbers("PET12", text + other)


def test_a_support_edge_is_enough() -> None:
    text = "      - {csf: Meningkatnya A, jabatan: kadis, sebab: [{ref: x}]}\n  - utama: Meningkatnya B\n    id: x\n    jabatan: kabid\n"
    assert [] == numbers("PET12", _tree(text))


def test_an_effect_without_a_holder_proves_nothing() -> None:
    text = "      - csf: Meningkatnya A\n        sebab:\n          - {utama: Meningkatnya B, jabatan: kabid}\n"
    assert [] == numbers("PET12", _tree(text))


def test_a_superior_without_conditions_is_passed_over() -> None:
    assert [] == numbers("PET12", _tree("      - {utama: Meningkatnya A, jabatan: jf}\n"))
