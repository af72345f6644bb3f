"""Edges of BHS03 keluaran-di-level-hasil: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _csf(*statements: str) -> str:
    return "pohon:\n  - outcome: Meningkatnya mutu hidup warga kota\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


@pytest.mark.parametrize("statement", ["Tersedianya dokter", "TERLAKSANANYA senam", "Tersusunya peta", "Adanya taman"])
def test_output_heads_on_a_result_level_are_found_even_when_misspelt(statement: str) -> None:
    assert ["1.1"] == numbers("BHS03", _csf(statement))


@pytest.mark.parametrize("statement", ["Terpenuhinya gizi", "Terwujudnya taman", "Taman yang tersedia"])
def test_heads_of_both_lists_and_output_words_elsewhere_are_left_alone(statement: str) -> None:
    assert [] == numbers("BHS03", _csf(statement))


def test_a_level_that_speaks_of_outputs_is_left_alone() -> None:
    assert [] == numbers(
        "BHS03", "pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - operasional: Tersedianya obat\n"
    )
