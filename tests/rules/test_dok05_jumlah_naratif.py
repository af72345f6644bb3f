"""Edges of DOK05 jumlah-naratif: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _told(opening: str, items: int, extra: str = "") -> list[str]:
    lines = [opening, *(f"{number}. Terminal {number}" for number in range(1, items + 1))]
    block = "".join(f"      {line}\n" for line in lines)
    return numbers("DOK05", f"pohon:\n  - outcome: Meningkatnya mutu\n    uraian: |-\n{block}{extra}")


@pytest.mark.parametrize(
    ("opening", "items", "fires"),
    [
        ("Terdiri dari 11 Kecamatan yaitu", 15, True),
        ("Sasaran ini memiliki 3(tiga) Indikator yaitu :", 3, False),
        ("Sasaran ini memiliki 3(tiga) Indikator yaitu :", 4, True),
        ("4 Komponen penilaian sebagai berikut :", 4, False),
        ("4 Komponen penilaian sebagai berikut :", 3, True),
        ("Meliputi tiga terminal:", 4, True),
        ("Layanan dalam satu Tahun meliputi :", 5, False),
        ("Berlaku selama 5 tahun, meliputi:", 3, False),
        ("Terdiri dari 20 terminal, antara lain:", 3, False),
        ("Pasal 5 menetapkan:", 3, False),
        ("Terdiri dari 11 Kecamatan", 0, False),
    ],
)
def test_a_count_is_held_against_the_list_below_it(opening: str, items: int, fires: bool) -> None:
    assert (["1:uraian"] if fires else []) == _told(opening, items)


def test_a_count_of_indicators_is_held_against_the_condition() -> None:
    row = "pohon:\n  - outcome: Meningkatnya mutu\n    uraian: Sasaran ini memiliki 3 (tiga) indikator\n    indikator: [A, B{}]\n"
    assert ["1:uraian"] == numbers("DOK05", row.format(""))
    assert [] == numbers("DOK05", row.format(", C"))


def test_the_texts_of_a_document_are_read_too() -> None:
    text = "pohon:\n  - outcome: Meningkatnya mutu\ndokumen:\n  rkt:\n    uraian:\n      isi: |-\n        Memiliki 2 tujuan:\n        1. A\n        2. B\n        3. C\n"
    assert ["dokumen.rkt.uraian.isi"] == numbers("DOK05", text)
