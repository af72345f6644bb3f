"""Edges of BHS05 nominal: what the page's examples do not show."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import graded


def _csf(*statements: str) -> str:
    return "pohon:\n  - outcome: Meningkatnya mutu hidup warga kota\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


def test_warning_before_stage_five_and_hint_after() -> None:
    assert {"1.1": Severity.WARNING} == graded("BHS05", _csf("Peningkatan mutu air"), tahap=4)
    assert {"1.1": Severity.HINT} == graded("BHS05", _csf("Peningkatan mutu air"), tahap=5)


@pytest.mark.parametrize(
    "statement",
    ["Pengelolaan sampah berjalan", "Pelayanan kesehatan yang ramah", "Meningkatnya pembinaan", "Pertanian organik"],
)
def test_states_and_other_nouns_are_left_alone(statement: str) -> None:
    assert {} == graded("BHS05", _csf(statement), tahap=1)


def test_a_head_of_two_words_is_known() -> None:
    assert {"1.1": Severity.WARNING} == graded("BHS05", _csf("Bimbingan Teknis Operator"), tahap=1)
