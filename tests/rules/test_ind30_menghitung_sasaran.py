"""Edges of IND30 menghitung-sasaran: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _one(statement: str, name: str) -> str:
    return f"pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - operasional: {statement}\n        indikator:\n          - nama: {name}\n"


def test_an_output_that_counts_its_clients_is_found() -> None:
    assert ["1.1:indikator.0"] == numbers(
        "IND30", _one("Terlaksananya pendataan lansia terlantar", "Jumlah lansia terlantar")
    )


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("Terlaksananya pendataan lansia", "Jumlah lansia terdata"),
        ("Terlaksananya pendataan lansia", "Jumlah pendataan lansia"),
        ("Terlaksananya penyusunan dokumen", "Jumlah dokumen"),
        ("Tersedianya buku bacaan", "Jumlah buku bacaan"),
        ("Meningkatnya produksi padi", "Jumlah produksi padi"),
        ("Terlaksananya pelatihan nelayan", "Persentase nelayan"),
        ("Terlaksananya pelatihan nelayan", "Jumlah kapal"),
        ("Terlaksananya gladi kesiapsiagaan", "Jumlah gladi"),
        ("Terlaksananya pembangunan lumbung padi", "Jumlah lumbung padi"),
    ],
)
def test_what_was_done_and_what_was_made_are_left_alone(statement: str, name: str) -> None:
    assert [] == numbers("IND30", _one(statement, name))


def test_those_who_received_it_and_harm_that_is_to_fall_are_counted_rightly() -> None:
    row = "pohon:\n  - outcome: {}\n    indikator: [{}]\n"
    assert [] == numbers("IND30", row.format("Terselenggaranya pelatihan petambak", "Jumlah petambak penerima modul"))
    assert ["1:indikator.0"] == numbers("IND30", row.format("Terselenggaranya pelatihan petambak", "Jumlah petambak"))
    assert [] == numbers("IND30", row.format("Menurunnya gangguan ketertiban", "Jumlah gangguan pasar"))
