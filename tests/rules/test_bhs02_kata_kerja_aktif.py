"""Edges of BHS02 kata-kerja-aktif: what the page's examples do not show."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import graded


def test_results_are_graded_errors_and_outputs_warnings() -> None:
    text = "pohon:\n  - outcome: Mewujudkan kota sehat\n    sebab:\n      - operasional: Melaksanakan senam\n"
    assert {"1": Severity.ERROR, "1.1": Severity.WARNING} == graded("BHS02", text, tahap=1)


@pytest.mark.parametrize(
    "statement",
    ["Mebel kantor tersedia", "Media warga tumbuh", "Mesin pompa terpasang", "Meningkatnya mutu", "Mengalirnya air"],
)
def test_words_that_only_begin_with_me_are_left_alone(statement: str) -> None:
    assert {} == graded("BHS02", f"pohon:\n  - outcome: {statement}\n", tahap=1)


def test_unplaced_ideas_are_not_judged() -> None:
    assert {} == graded(
        "BHS02", "pohon:\n  - outcome: Naiknya mutu air\nbelum_ditempatkan:\n  - Melaksanakan senam\n", tahap=1
    )
