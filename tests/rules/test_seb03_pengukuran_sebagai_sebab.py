"""Edges of SEB03 pengukuran-sebagai-sebab: what the page's examples do not show."""

from tests.rules.hits import numbers


def _last(statement: str) -> str:
    return f"pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - operasional: {statement}\n"


def test_only_the_first_word_behind_the_head_counts() -> None:
    assert ["1.1"] == numbers("SEB03", _last("Terlaksananya evaluasi jaringan irigasi"))
    assert [] == numbers("SEB03", _last("Terlaksananya tindak lanjut evaluasi jaringan irigasi"))


def test_in_a_plan_monitoring_is_an_output() -> None:
    assert [] == numbers("SEB03", _last("Terlaksananya monitoring irigasi"), profil="renstra-2025")


def test_a_report_that_gets_better_is_a_condition() -> None:
    assert [] == numbers("SEB03", _last("Meningkatnya laporan warga"))
