"""Edges of BHS10 kata-cara: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _csf(*statements: str) -> str:
    return "pohon:\n  - outcome: Meningkatnya mutu hidup warga kota\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


@pytest.mark.parametrize(
    "statement",
    [
        "Meningkatnya panen melalui irigasi",
        "Meningkatnya panen dengan menyediakan benih",
        "Meningkatnya panen dalam rangka swasembada",
        "Meningkatnya panen guna swasembada",
    ],
)
def test_means_inside_a_result_are_found(statement: str) -> None:
    assert ["1.1"] == numbers("BHS10", _csf(statement), tahap=1)


@pytest.mark.parametrize(
    "statement",
    [
        "Tertatanya tata guna lahan",
        "Meluasnya teknologi tepat guna",
        "Meningkatnya kerja sama dengan swasta",
        "Meningkatnya warga dengan gangguan jiwa yang pulih",
    ],
)
def test_fixed_names_and_plain_with_are_left_alone(statement: str) -> None:
    assert [] == numbers("BHS10", _csf(statement), tahap=1)


def test_output_levels_are_left_alone() -> None:
    text = "pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - operasional: Terlaksananya promosi melalui pameran\n"
    assert [] == numbers("BHS10", text, tahap=1)
