"""IND11: edges of the rule."""

import pytest

from tests.rules.hits import numbers


def _found(name: str, **more: str) -> list[str]:
    fields = "".join(f"        {key}: {value}\n" for key, value in more.items())
    return numbers("IND11", f"pohon:\n  - outcome: A\n    indikator:\n      - nama: {name}\n{fields}", tahap=4)


@pytest.mark.parametrize(
    "name",
    [
        "Persentase a & Persentase b",
        "Jumlah a dan jumlah b",
        "Indeks a serta Cakupan b",
        "Jumlah a; Jumlah b",
        "Persentase a dan Nilai b",
        "Presentase a dan presentase b",
    ],
)
def test_a_second_measure_after_a_joint_is_told(name: str) -> None:
    assert ["1:indikator.0"] == _found(name)


@pytest.mark.parametrize(
    "name",
    [
        "Persentase sarana & prasarana",
        "Jumlah ibu dan anak",
        "Jumlah produk dan nilai tambah",
        "Persentase guru dan tenaga kependidikan",
        "Jumlah perundangan",
        "Indeks keamanan dan ketertiban",
    ],
)
def test_two_objects_of_one_measure_pass(name: str) -> None:
    assert [] == _found(name)


def test_two_lines_in_one_cell_are_two_indicators() -> None:
    text = "pohon:\n  - outcome: A\n    indikator:\n      - nama: |-\n          Persentase a\n          Persentase b\n"
    assert ["1:indikator.0"] == numbers("IND11", text, tahap=4)
