"""Edges of PET06 kode-yatim: what the page's examples do not show."""

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
        (("X.XX.01", "2.12.01.2.01", "2.12.01.2.01.0003"), []),
        (("2.12.02", "2.12.03.2.01", "2.12.03.2.01.0003"), ["program.0.isi.0.kode"]),
        (("2.12.02", "2.12.02.2.01", "2.12.02.2.04.0003"), ["program.0.isi.0.isi.0.kode"]),
        (("2.12.02", "2.12.03.2.1", "2.12.03.2.1.0003"), []),
    ],
)
def test_a_code_continues_the_code_above_it(codes: tuple[str, str, str], fires: list[str]) -> None:
    assert fires == numbers("PET06", _tree(*codes))


def test_a_condition_names_codes_of_the_register() -> None:
    codes = ("2.12.02", "2.12.02.2.01", "2.12.02.2.01.0003")
    assert [] == numbers("PET06", _tree(*codes, node="2.12.02.2.01"))
    assert ["1:program"] == numbers("PET06", _tree(*codes, node="2.12.04"))


def test_without_a_register_codes_of_conditions_are_not_judged() -> None:
    assert [] == numbers("PET06", "pohon:\n  - outcome: Meningkatnya mutu\n    program: 2.12.04\n")
