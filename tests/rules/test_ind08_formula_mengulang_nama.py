"""IND08: edges of the rule."""

import pytest

from tests.rules.hits import numbers


def _found(name: str, **more: str) -> list[str]:
    fields = "".join(f"        {key}: {value}\n" for key, value in more.items())
    return numbers("IND08", f"pohon:\n  - outcome: A\n    indikator:\n      - nama: {name}\n{fields}", tahap=4)


@pytest.mark.parametrize("formula", ["Akta terbit", "jumlah akta yang terbit", "AKTA YANG TERBIT.", "akta"])
def test_words_of_the_name_alone_explain_nothing(formula: str) -> None:
    assert ["1:indikator.0.rumus"] == _found("Jumlah akta yang terbit", rumus=formula)


@pytest.mark.parametrize(
    "formula",
    ["akta terbit dalam satu tahun", "akta yang sudah diambil warga", "akta dibagi terbit", "akta x 100", "-"],
)
def test_a_time_a_new_word_or_an_operation_explains(formula: str) -> None:
    assert [] == _found("Jumlah akta yang terbit", rumus=f'"{formula}"')
