"""Edges of PET05 kode-salah-bentuk: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _tree(program: str, kegiatan: str, sub: str, node: str = "") -> str:
    mapped = f"    program: {node}\n" if node else ""
    return (
        f"pohon:\n  - outcome: Meningkatnya mutu\n{mapped}program:\n  - kode: {program}\n    nama: P\n    kegiatan:\n"
        f"      - kode: {kegiatan}\n        nama: K\n        sub_kegiatan:\n          - kode: {sub}\n            nama: S\n"
    )


@pytest.mark.parametrize(
    ("codes", "fires"),
    [
        (("2.12.02", "2.12.02.2.01", "2.12.02.2.01.0003"), []),
        (("X.XX.01", "X.XX.01.2.01", "X.XX.01.2.01.03"), []),
        (("2.12.2", "2.12.02.2.01", "2.12.02.2.01.0003"), ["program.0.kode"]),
        (("2.12.02", "2.12.02.01", "2.12.02.2.01.0003"), ["program.0.isi.0.kode"]),
        (("2.12.02", "2.12.02.2.01", "2.12.02.2.01.00003"), ["program.0.isi.0.isi.0.kode"]),
        (("2.12.02.2.01", "2.12.02.2.01", "2.12.02.2.01.0003"), ["program.0.kode"]),
    ],
)
def test_shape_and_level_of_a_code_are_checked(codes: tuple[str, str, str], fires: list[str]) -> None:
    assert fires == numbers("PET05", _tree(*codes))


def test_ministries_have_other_codes() -> None:
    assert [] == numbers("PET05", _tree("054.01", "2901", "2901.BMA"), jenis="kl")


def test_a_row_without_a_code_is_fine() -> None:
    assert [] == numbers("PET05", "pohon:\n  - outcome: Meningkatnya mutu\nprogram:\n  - {nama: P}\n")
