"""Edges of BHS26 gaya-nomenklatur: what the page's examples do not show."""

from tests.rules.hits import numbers


def _last(statement: str) -> str:
    return f"pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - operasional: {statement}\n"


def test_two_process_words_are_not_a_string() -> None:
    assert [] == numbers("BHS26", _last("Terlaksananya pendataan dan pembinaan pedagang"))
    assert ["1.1"] == numbers("BHS26", _last("Terlaksananya pendataan, penataan serta pembinaan pedagang"))


def test_in_a_plan_outputs_are_named_so() -> None:
    text = _last("Terlaksananya pendataan, penataan serta pembinaan pedagang")
    assert [] == numbers("BHS26", text, profil="renstra-2025")


def test_other_lists_are_left_alone() -> None:
    assert [] == numbers("BHS26", _last("Tersedianya beras, gula, minyak dan telur"))
