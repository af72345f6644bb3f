"""IND17: edges of the rule."""

import pytest

from tests.rules.hits import numbers


def _tree(*names: str) -> str:
    rows = "".join(f"          - {{dokumen: pk, nama: {name}}}\n" for name in names)
    return f"pohon:\n  - outcome: A\n    indikator:\n      - nama: Persentase pasien puas\n        asal:\n{rows}"


@pytest.mark.parametrize(
    "name", ["PERSENTASE PASIEN  PUAS", "Persentase pasien puas.", "1. Persentase pasien puas", '""']
)
def test_the_same_words_are_the_same_name(name: str) -> None:
    assert [] == numbers("IND17", _tree(name), tahap=4)


def test_each_other_name_is_told_once() -> None:
    found = numbers("IND17", _tree("Persentase kepuasan", "Persentase Kepuasan", "Jumlah pasien puas"), tahap=4)
    assert ["1:indikator.0.asal.0", "1:indikator.0.asal.2"] == found
