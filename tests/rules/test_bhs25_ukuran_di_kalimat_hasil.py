"""Edges of BHS25 ukuran-di-kalimat-hasil: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _csf(statement: str) -> str:
    return f"pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - csf: {statement}\n"


@pytest.mark.parametrize(
    "statement",
    [
        "Meningkatnya nilai SAKIP",
        "Tercapainya opini wajar tanpa pengecualian",
        "Meningkatkan indeks pembangunan gender",
        "Peningkatan persentase jalan mantap",
        "Meningkatnya nilai evaluasi reformasi birokrasi",
    ],
)
def test_scores_in_the_statement_are_found(statement: str) -> None:
    assert ["1.1"] == numbers("BHS25", _csf(statement), tahap=1)


@pytest.mark.parametrize(
    "statement",
    [
        "Meningkatnya nilai tambah hasil laut",
        "Meningkatnya nilai budaya lokal",
        "Meningkatnya nilai produksi IKM",
        "Meningkatnya",
        "Indeks gini",
        "Meningkatnya capaian imunisasi",
    ],
)
def test_values_and_quantities_are_left_alone(statement: str) -> None:
    assert [] == numbers("BHS25", _csf(statement), tahap=1)
