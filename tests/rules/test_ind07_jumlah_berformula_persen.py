"""IND07: edges of the rule."""

import pytest

from tests.rules.hits import numbers


def _found(name: str, **more: str) -> list[str]:
    fields = "".join(f"        {key}: {value}\n" for key, value in more.items())
    return numbers("IND07", f"pohon:\n  - outcome: A\n    indikator:\n      - nama: {name}\n{fields}", tahap=4)


@pytest.mark.parametrize(
    "formula", ["a dibagi b", "a di bagi b di kali 100 persen", "jumlah a dibagi jumlah b", "(a) x 100%"]
)
def test_a_count_that_divides_is_told(formula: str) -> None:
    assert ["1:indikator.0.rumus"] == _found("Jumlah akta", rumus=formula)


@pytest.mark.parametrize(
    "formula",
    ["jumlah akta dalam satu tahun", "desa dengan cakupan di atas 80%", "a ditambah b", "rekap per kecamatan"],
)
def test_plain_counts_pass(formula: str) -> None:
    assert [] == _found("Jumlah akta", rumus=formula)


def test_a_percentage_may_divide() -> None:
    assert [] == _found("Persentase akta", rumus="a dibagi b dikali 100%")
