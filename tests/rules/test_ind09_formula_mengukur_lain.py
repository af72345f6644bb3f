"""Edges of IND09 formula-mengukur-lain: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _one(name: str, formula: str) -> str:
    return f"pohon:\n  - outcome: Naiknya a b\n    indikator:\n      - nama: {name}\n        rumus: {formula}\n"


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("Persentase pasien puas", "Jumlah pasien dilayani dibagi jumlah pasien dikali 100%"),
        ("Persentase laporan tepat waktu", "Jumlah laporan / jumlah sekolah x 100%"),
        ("Persentase data pedagang yang valid", "Jumlah pedagang terdata dibagi jumlah pedagang"),
    ],
)
def test_a_promise_that_the_formula_does_not_keep_is_found(name: str, formula: str) -> None:
    assert ["1:indikator.0.rumus"] == numbers("IND09", _one(name, formula))


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("Persentase kepuasan pasien", "Jumlah pasien yang puas dibagi jumlah pasien"),
        ("Persentase data valid", "Jumlah data"),
        ("Persentase balita ditimbang", "Jumlah balita ditimbang dibagi jumlah balita"),
        ("Tingkat akurasi ramalan", "Ramalan yang sesuai dengan kenyataan dibagi seluruh ramalan"),
    ],
)
def test_kept_promises_and_plain_restatements_are_left_alone(name: str, formula: str) -> None:
    assert [] == numbers("IND09", _one(name, formula))


def test_a_word_that_only_proves_promises_nothing() -> None:
    row = "pohon:\n  - outcome: A\n    indikator:\n      - nama: Persentase {}\n        rumus: Jumlah {} dibagi jumlah pegawai dikali 100%\n"
    assert [] == numbers("IND09", row.format("pegawai yang memenuhi jam belajar", "pegawai yang ikut"), tahap=4)
    assert [] == numbers("IND09", row.format("kepatuhan pegawai", "pegawai yang melanggar"), tahap=4)
    assert ["1:indikator.0.rumus"] == numbers("IND09", row.format("kepatuhan pegawai", "pegawai yang hadir"), tahap=4)
