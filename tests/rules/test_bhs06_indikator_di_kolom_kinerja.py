"""Edges of BHS06 indikator-di-kolom-kinerja: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _csf(*statements: str) -> str:
    return "pohon:\n  - outcome: Meningkatnya mutu hidup warga kota\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


@pytest.mark.parametrize(
    "statement",
    [
        "Jumlah desa siaga",
        "Persentase jalan mantap",
        "Presentase jalan mantap",
        "Rata-rata lama sekolah",
        "IKM layanan",
        "1. Indeks gini",
    ],
)
def test_measure_words_at_the_head_are_found(statement: str) -> None:
    assert ["1.1"] == numbers("BHS06", _csf(statement), tahap=1)


@pytest.mark.parametrize(
    "statement",
    [
        "Meningkatnya cakupan air bersih",
        "Angka kematian ibu menurun",
        "Nilai-nilai budaya lestari",
        "Nilai-nilai adat di sekolah",
        "Terlaksananya survei indeks kepuasan",
    ],
)
def test_measure_words_elsewhere_and_stated_conditions_are_left_alone(statement: str) -> None:
    assert [] == numbers("BHS06", _csf(statement), tahap=1)


def test_unplaced_conditions_are_not_judged() -> None:
    assert [] == numbers(
        "BHS06", _csf("Naiknya mutu air") + "belum_ditempatkan:\n  - operasional: Jumlah survei\n", tahap=1
    )
