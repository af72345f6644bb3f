"""Edges of IND29 rumus-hilang: what the page's examples do not show."""

from tests.rules.hits import numbers


def _rows(*formulas: str) -> str:
    rows = "".join(
        f"      - nama: Jumlah a{place}\n        rumus: {formula}\n" if formula else f"      - nama: Jumlah a{place}\n"
        for place, formula in enumerate(formulas)
    )
    return f"pohon:\n  - outcome: Naiknya mutu\n    indikator:\n{rows}"


def test_only_where_most_have_a_formula() -> None:
    assert ["1:indikator.2"] == numbers("IND29", _rows("a / b", "c / d", ""))
    assert [] == numbers("IND29", _rows("a / b", ""))
    assert [] == numbers("IND29", _rows("", "", ""))


def test_a_computed_one_counts_as_one_with_a_formula() -> None:
    text = "pohon:\n  - outcome: Naiknya mutu\n    indikator:\n      - nama: A\n        hitung: x / y\n        variabel: {x: 1, y: 2}\n      - nama: B\n        rumus: c / d\n"
    assert [] == numbers("IND29", text)
