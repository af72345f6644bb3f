"""Edges of SEB03 pengukuran-sebagai-sebab: what the page's examples do not show."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import graded, numbers


def _last(statement: str) -> str:
    return f"pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - operasional: {statement}\n"


def test_only_the_first_word_behind_the_head_counts() -> None:
    assert ["1.1"] == numbers("SEB03", _last("Terlaksananya evaluasi jaringan irigasi"))
    assert [] == numbers("SEB03", _last("Terlaksananya tindak lanjut evaluasi jaringan irigasi"))


def test_in_a_plan_monitoring_is_an_output() -> None:
    assert [] == numbers("SEB03", _last("Terlaksananya monitoring irigasi"), profil="renstra-2025")


def test_a_report_that_gets_better_is_a_condition() -> None:
    assert [] == numbers("SEB03", _last("Meningkatnya laporan warga"))


def test_only_a_survey_is_sure_to_measure() -> None:
    survey, check = (_last(f"Terlaksananya {work} irigasi") for work in ("survei", "evaluasi"))
    assert ["1.1"] == numbers("SEB03", survey)
    assert ({}, {"1.1": Severity.HINT}) == (graded("SEB03", survey), graded("SEB03", check))


@pytest.mark.parametrize(
    "statement",
    ["Terlaksananya survei lapangan", "Terlaksananya pemantauan gizi balita", "Tersusunnya laporan keuangan"],
)
def test_measuring_that_is_the_work_itself_is_a_cause(statement: str) -> None:
    assert [] == numbers("SEB03", _last(statement))


def test_measuring_may_cause_what_speaks_of_measuring() -> None:
    text = _last("Terlaksananya evaluasi irigasi").replace("Naiknya a b", "Meningkatnya mutu evaluasi irigasi")
    assert [] == numbers("SEB03", text)
