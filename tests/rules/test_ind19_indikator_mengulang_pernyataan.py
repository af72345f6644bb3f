"""IND19: edges of the rule."""

import pytest

from tests.rules.hits import numbers


def _found(kind: str, statement: str, name: str) -> list[str]:
    return numbers("IND19", f"pohon:\n  - {kind}: {statement}\n    indikator: [{name}]\n", tahap=4)


def test_the_statement_with_a_measure_in_front_is_a_tautology() -> None:
    assert ["1:indikator.0"] == _found("outcome", "Meningkatnya minat baca", "Tingkat minat baca")


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("operasional", "Jumlah minat baca"),
        ("outcome", "Indeks minat baca"),
        ("outcome", "Persentase minat baca remaja"),
        ("outcome", "Minat baca"),
    ],
    ids=["output", "index", "more-words", "no-measure"],
)
def test_outputs_indices_and_other_words_pass(kind: str, name: str) -> None:
    assert [] == _found(kind, "Meningkatnya minat baca", name)
