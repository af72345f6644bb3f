"""Edges of PET02 pasangan-level-komponen: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _tree(kind: str, component: str, profil: str = "balangan") -> list[str]:
    return numbers("PET02", f"pohon:\n  - {kind}: Meningkatnya mutu\n    komponen: {component}\n", profil=profil)


@pytest.mark.parametrize(
    ("kind", "component", "fires"),
    [
        ("csf", "sasaran pertama SKPD", False),
        ("csf", "Sasaran Strategis", False),
        ("csf", "SASARAN PROGRAM", True),
        ("outcome", "Tujuan", False),
        ("outcome", "sasaran strategis", True),
        ("utama", "Outcome program", False),
        ("utama", "sasaran kegiatan", True),
        ("antara", "sasaran sub kegiatan", True),
        ("operasional", "Sasaran Subkegiatan", False),
        ("csf", "kinerja utama", False),
        ("outcome", "Tujuan dan sasaran", False),
    ],
)
def test_the_component_is_recognised_in_many_wordings(kind: str, component: str, fires: bool) -> None:
    assert (["1:komponen"] if fires else []) == _tree(kind, component)


def test_the_profile_decides() -> None:
    assert [] == _tree("csf", "Sasaran program", "kl")
    assert ["1:komponen"] == _tree("utama", "Sasaran program", "kl")


def test_in_a_short_tree_the_antara_below_a_csf_may_be_a_program() -> None:
    text = "pohon:\n  - csf: Meningkatnya A\n    sebab:\n      - antara: Meningkatnya B\n        komponen: sasaran program\n"
    assert [] == numbers("PET02", text)
    assert ["1.1:komponen"] == numbers("PET02", text + "  - utama: Meningkatnya C\n")


def test_a_row_of_the_source_that_prints_another_component_is_told_of() -> None:
    row = "{tahap: 5, komponen: sasaran program}"
    text = f"pohon:\n  - csf: Meningkatnya A\n    komponen: sasaran SKPD\n    asal:\n      - {row}\n"
    assert ["1:asal.0"] == numbers("PET02", text)
