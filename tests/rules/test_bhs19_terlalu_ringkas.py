"""Edges of BHS19 terlalu-ringkas: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _csf(*statements: str) -> str:
    return "pohon:\n  - outcome: Meningkatnya mutu hidup warga kota\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


@pytest.mark.parametrize(
    "statement",
    [
        "Terlaksananya pemanfaatan data",
        "Tersedianya SDM yang berkualitas",
        "Meningkatnya investasi",
        "Meningkatnya",
        "Meningkatnya kualitas dan kualitas",
    ],
)
def test_statements_that_may_mean_anything_are_found(statement: str) -> None:
    assert ["1.1"] == numbers("BHS19", _csf(statement), tahap=1)


@pytest.mark.parametrize(
    "statement",
    ["Meningkatnya pemanfaatan data kependudukan", "Meningkatnya produksi padi", "Menurunnya angka stunting"],
)
def test_short_but_plain_statements_are_left_alone(statement: str) -> None:
    assert [] == numbers("BHS19", _csf(statement), tahap=1)
