"""Edges of IND31 mutu-diukur-cakupan: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _one(statement: str, name: str) -> str:
    return f"pohon:\n  - outcome: {statement}\n    indikator:\n      - nama: {name}\n"


@pytest.mark.parametrize(
    "statement", ["Meningkatnya mutu jalan desa", "Meningkatkan kualitas jalan desa", "Terjaganya kualitas jalan desa"]
)
def test_quality_in_first_place_asks_for_proof(statement: str) -> None:
    assert ["1:indikator.0"] == numbers("IND31", _one(statement, "Jumlah jalan desa"))


@pytest.mark.parametrize(
    "name",
    [
        "Persentase jalan mantap",
        "Nilai jalan",
        "Persentase jalan berlisensi sesuai SNI",
        "Persentase keluhan yang selesai",
        "Rata-rata waktu layanan",
    ],
)
def test_proof_of_quality_is_accepted(name: str) -> None:
    assert [] == numbers("IND31", _one("Meningkatnya mutu jalan desa", name))


def test_quality_of_something_later_in_the_sentence_is_not_the_promise() -> None:
    assert [] == numbers("IND31", _one("Meningkatnya jumlah guru kualitas baik", "Jumlah guru"))


def _several(*names: str) -> str:
    rows = "".join(f"      - {{nama: {name}}}\n" for name in names)
    return f"pohon:\n  - outcome: Meningkatnya kualitas jalan dusun\n    indikator:\n{rows}"


def test_a_form_of_a_word_that_proves_quality_proves_it() -> None:
    assert [] == numbers("IND31", _several("Tingkat kemantapan jalan"))
    assert ["1:indikator.0"] == numbers("IND31", _several("Tingkat penggunaan jalan"))


def test_beside_a_proof_another_view_passes() -> None:
    assert [] == numbers("IND31", _several("Persentase jalan mantap", "Jumlah jalan"))
    assert ["1:indikator.1", "1:indikator.2"] == numbers(
        "IND31", _several("Persentase jalan mantap", "Jumlah jalan", "Jumlah jembatan")
    )
