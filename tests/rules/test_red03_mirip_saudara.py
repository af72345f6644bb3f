"""Edges of RED03 mirip-saudara: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _siblings(*statements: str) -> str:
    return "pohon:\n  - outcome: Menurunnya kematian ibu\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Terlaksananya bimtek penanganan persalinan", "Terselenggaranya bimbingan teknis penanganan persalinan"),
        (
            "Meningkatnya kepatuhan ibu hamil memeriksakan kandungan",
            "Naiknya kepatuhan ibu hamil memeriksakan kandungan",
        ),
    ],
)
def test_siblings_in_other_words_are_found_at_the_second(one: str, two: str) -> None:
    assert ["1.2"] == numbers("RED03", _siblings(one, two))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Terlaksananya pelatihan bidan desa", "Terlaksananya pelatihan perawat desa"),
        ("Tersedianya alat persalinan", "Terpeliharanya alat persalinan"),
        ("Meningkatnya mutu posyandu", "Meningkatnya mutu posyandu"),
        ("Terlaksananya pencatatan peristiwa penting", "Terlaksananya pencatatan peristiwa kependudukan"),
    ],
)
def test_parallel_siblings_other_work_and_exact_copies_are_left_alone(one: str, two: str) -> None:
    assert [] == numbers("RED03", _siblings(one, two))


def test_cousins_are_not_siblings() -> None:
    text = (
        "pohon:\n  - outcome: Menurunnya kematian ibu\n    sebab:\n      - csf: Meningkatnya mutu bidan\n        sebab:\n"
        "          - utama: Terlaksananya bimtek persalinan bidan\n      - csf: Meningkatnya mutu klinik\n        sebab:\n"
        "          - utama: Terlaksananya bimbingan teknis persalinan bidan\n"
    )
    assert [] == numbers("RED03", text)
