"""IND25: edges of the rule."""

import pytest

from tests.rules.hits import numbers


def _found(name: str, **more: str) -> list[str]:
    fields = "".join(f"        {key}: {value}\n" for key, value in more.items())
    return numbers("IND25", f"pohon:\n  - outcome: A\n    indikator:\n      - nama: {name}\n{fields}", tahap=4)


@pytest.mark.parametrize(
    "formula",
    [
        "jumlah a dibagi jumlah b dikali 100%",
        "(a/b) x 100",
        "persen a dibagi jumlah b",
        "jumlah enam cakupan dibagi enam",
        "jumlah a",
        "jumlah a dibagi jumlah b kali seratus",
    ],
)
def test_percent_somewhere_or_a_mean_of_percentages_passes(formula: str) -> None:
    assert [] == _found("Persentase a", rumus=formula)


def test_a_bare_division_is_told_for_percentages_only() -> None:
    formula = "jumlah warga terlayani dibagi jumlah warga"
    assert ["1:indikator.0.rumus"] == _found("Persentase a", rumus=formula)
    assert ["1:indikator.0.rumus"] == _found("Cakupan a", satuan='"%"', rumus=formula)
    assert [] == _found("Cakupan a", rumus=formula)
    assert [] == _found("Persentase a", satuan="Rasio", rumus=formula)
    assert [] == _found("Persentase a", rumus=formula, hitung="a / b")
