"""PET01: edges of the rule."""

from tests.rules.hits import numbers

_TAIL = "jabatan:\n  - id: k\n    nama: Kepala Dinas\n    jenjang: jpt-pratama\n"


def test_a_position_or_a_row_of_stage_five_maps_a_condition() -> None:
    text = "pohon:\n  - outcome: A\n    jabatan: k\n    sebab:\n      - utama: B\n        asal: [{tahap: 5}]\n      - utama: C\n        komponen: sasaran program\n        asal: [{tahap: 3}]\n"
    assert ["1.2"] == numbers("PET01", text + _TAIL, tahap=5)


def test_while_nothing_is_mapped_it_is_told_once() -> None:
    text = "pohon:\n  - outcome: A\n    dasar: {mandat: M}\n    sebab: [{csf: B}, {csf: C}]\n"
    assert ["1"] == numbers("PET01", text, tahap=5)
    assert [] == numbers("PET01", text, tahap=4)


def test_csf_partners_and_unplaced_conditions_are_left_out() -> None:
    text = "pohon:\n  - outcome: A\n    dasar: {mandat: M}\n    jabatan: k\n    sebab:\n      - csf: B\n        sebab:\n          - antara: C\n            crosscutting: [{mitra: M}]\nbelum_ditempatkan:\n  - operasional: D\n"
    assert [] == numbers("PET01", text + _TAIL, tahap=5)


def test_planning_documents_need_no_positions() -> None:
    assert [] == numbers("PET01", "pohon:\n  - csf: A\n    komponen: sasaran\n", tahap=5)
