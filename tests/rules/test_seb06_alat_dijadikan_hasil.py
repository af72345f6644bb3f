"""Edges of SEB06 alat-dijadikan-hasil: what the page's examples do not show."""

from tests.rules.hits import numbers


def _csf(statement: str) -> str:
    return f"pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - csf: {statement}\n"


def test_the_use_of_a_tool_is_a_condition() -> None:
    assert [] == numbers("SEB06", _csf("Meningkatnya pemakaian aplikasi tani"))
    assert ["1.1"] == numbers("SEB06", _csf("Optimalnya sistem peringatan dini"))


def test_output_heads_are_the_business_of_bhs03() -> None:
    assert [] == numbers("SEB06", _csf("Tersedianya aplikasi tani"))


def test_a_tool_that_works_or_grows_fewer_is_a_condition() -> None:
    text = "pohon:\n  - outcome: Berfungsinya sistem peringatan dini\n  - outcome: Berkurangnya aplikasi ganda\n"
    assert [] == numbers("SEB06", text)
