"""IND04: edges of the rule."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import graded, numbers


def _found(name: str, **more: str) -> list[str]:
    fields = "".join(f"        {key}: {value}\n" for key, value in more.items())
    return numbers("IND04", f"pohon:\n  - outcome: A\n    indikator:\n      - nama: {name}\n{fields}", tahap=4)


@pytest.mark.parametrize(
    "name",
    [
        "Persentase Cakupan air",
        "persentase tingkat huni",
        "Persentase jumlah data",
        "Prosentase jumlah data",
        "Jumlah jumlah akta",
        "Cakupan persentase imunisasi",
        "Jumlah peningkatan kompetensi guru",
    ],
)
def test_two_measures_in_a_row_are_told(name: str) -> None:
    assert ["1:indikator.0"] == _found(name)


@pytest.mark.parametrize(
    "name",
    [
        "Rata-rata Persentase air",
        "Nilai Indeks air",
        "Rasio jumlah guru terhadap murid",
        "Persentase luas lahan",
        "Laju pertumbuhan ekonomi",
        "Jumlah peningkatan pendapatan",
        "Jumlah",
        "Tingkat pengangguran",
        "Persentase tingkat hunian hotel",
    ],
)
def test_pairs_that_mean_something_pass(name: str) -> None:
    assert [] == _found(name)


def test_a_pleonasm_is_a_hint() -> None:
    text = "pohon:\n  - outcome: A\n    indikator: [{}]\n"
    assert {"1": Severity.HINT} == graded("IND04", text.format("Persentase cakupan pasar"), tahap=4)
    assert {} == graded("IND04", text.format("Persentase jumlah pasar"), tahap=4)


@pytest.mark.parametrize("name", ["Persentase angka melek huruf", "Jumlah prevalensi anemia", "Persentase indeks mutu"])
def test_a_second_measure_that_only_repeats_is_a_hint(name: str) -> None:
    text = f"pohon:\n  - outcome: A\n    indikator: [{name}]\n"
    assert {"1": Severity.HINT} == graded("IND04", text, tahap=4)
    assert [] == _found("Persentase angka kredit dosen")
