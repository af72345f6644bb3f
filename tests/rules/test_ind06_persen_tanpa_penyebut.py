"""IND06: edges of the rule."""

import pytest

from tests.rules.hits import numbers


def _found(name: str, **more: str) -> list[str]:
    fields = "".join(f"        {key}: {value}\n" for key, value in more.items())
    return numbers("IND06", f"pohon:\n  - outcome: A\n    indikator:\n      - nama: {name}\n{fields}", tahap=4)


@pytest.mark.parametrize(
    "formula",
    [
        "a dibagi b",
        "jumlah a / jumlah b",
        "a terhadap b",
        r"$\\frac{a}{b}$",
        "rata-rata a",
        "a x 100%",
        "(a/b) x 100",
        "a per jumlah b",
    ],
)
def test_a_formula_that_relates_two_things_passes(formula: str) -> None:
    assert [] == _found("Persentase a", rumus=formula)


@pytest.mark.parametrize("name", ["Persentase air", "Prosentase air", "Cakupan air", "Rasio air", "Proporsi air"])
def test_every_share_needs_a_denominator(name: str) -> None:
    assert ["1:indikator.0.rumus"] == _found(name, rumus="Jumlah rumah tangga")


def test_no_formula_a_count_and_a_computed_one_are_not_judged() -> None:
    assert [] == _found("Persentase air")
    assert [] == _found("Jumlah air", rumus="Jumlah rumah tangga")
    assert [] == _found("Persentase air", rumus="Jumlah rumah tangga", hitung="a / b")


def test_a_colon_between_two_counts_divides_and_one_behind_a_label_does_not() -> None:
    row = "pohon:\n  - outcome: A\n    indikator:\n      - nama: Persentase rumah sehat\n        rumus: '{}'\n"
    assert [] == numbers("IND06", row.format("rumah sehat : rumah didata"), tahap=4)
    assert ["1:indikator.0.rumus"] == numbers("IND06", row.format("Cara hitung : rumah sehat didata"), tahap=4)
    assert ["1:indikator.0.rumus"] == numbers("IND06", row.format("rumah sehat: rumah didata"), tahap=4)
