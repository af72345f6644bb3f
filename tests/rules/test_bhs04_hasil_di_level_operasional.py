"""Edges of BHS04 hasil-di-level-operasional: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _tree(statement: str, more: str = "") -> str:
    return f"pohon:\n  - outcome: Naiknya mutu air\n    sebab:\n      - operasional: {statement}\n{more}"


@pytest.mark.parametrize("statement", ["Meningkatnya kesadaran warga", "Terwujudnya taman kota"])
def test_result_heads_on_the_lowest_output_level_are_found(statement: str) -> None:
    assert ["1.1"] == numbers("BHS04", _tree(statement))


@pytest.mark.parametrize("statement", ["Terpenuhinya bak sampah", "Tersedianya bak sampah", "Bak sampah terpasang"])
def test_heads_of_both_lists_and_output_heads_are_left_alone(statement: str) -> None:
    assert [] == numbers("BHS04", _tree(statement))


def test_an_output_with_outputs_below_it_is_left_alone() -> None:
    text = "pohon:\n  - outcome: Naiknya mutu air\n    sebab:\n      - antara: Naiknya layanan\n        sebab:\n          - operasional: Naiknya debit\n"
    assert ["1.1.1"] == numbers("BHS04", text, profil="renstra-2025")


def test_an_official_output_is_left_alone() -> None:
    assert [] == numbers(
        "BHS04", _tree("Meningkatnya kesadaran warga kota"), {"nomenklatur": ["Meningkatnya Kesadaran Warga Kota"]}
    )
