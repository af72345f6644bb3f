"""Edges of SEB10 penunjang-sebagai-sebab: what the page's examples do not show."""

from tests.rules.hits import numbers

_ROWS = "program:\n  - kode: 1.03.01\n    nama: PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH\n  - kode: 1.03.10\n    nama: Program Penyelenggaraan Jalan\n"


def _tree(*mapped: str) -> str:
    rows = "".join(
        f"      - utama: Terpenuhinya {one}\n        program: {code}\n"
        for one, _, code in (row.partition(" = ") for row in mapped)
    )
    return f"pohon:\n  - outcome: Meningkatnya jalan mantap\n    sebab:\n{rows}{_ROWS}"


def test_beside_another_program_only_the_supporting_one_is_named() -> None:
    assert ["1.1"] == numbers("SEB10", _tree("gaji = 1.03.01", "jalan = 1.03.10"))


def test_a_common_word_ties_them_but_does_not_suffice_alone() -> None:
    assert ["1"] == numbers("SEB10", _tree("listrik jalan = 1.03.01"))


def test_without_a_supporting_program_nothing_is_said() -> None:
    assert [] == numbers("SEB10", _tree("jalan = 1.03.10"))
