"""IND08: edges of the rule."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import graded, numbers


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


def test_a_count_of_papers_that_says_which_papers_is_a_hint() -> None:
    text = "pohon:\n  - outcome: A\n    indikator:\n      - nama: Jumlah {0} tambak\n        rumus: Jumlah {0} tambak\n"
    assert {"1": Severity.HINT} == graded("IND08", text.format("dokumen"), tahap=4)
    assert {} == graded("IND08", text.format("penataan"), tahap=4)
