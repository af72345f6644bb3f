"""Edges of IND13 belum-cukup: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _one(statement: str, *names: str) -> str:
    rows = "".join(f"      - nama: {name}\n" for name in names)
    return f"pohon:\n  - outcome: {statement}\n    indikator:\n{rows}"


def test_every_part_counts_by_words_of_its_own() -> None:
    text = "Meningkatnya mutu benih, ketersediaan pupuk dan pendapatan petani"
    assert ["1"] == numbers("IND13", _one(text, "Persentase benih bersertifikat", "Jumlah pupuk tersedia"))
    assert [] == numbers("IND13", _one(text, "Persentase benih unggul", "Jumlah pupuk", "Nilai pendapatan petani"))


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("Meningkatnya mutu sarana dan prasarana sekolah", "Persentase ruang kelas baik"),
        ("Meningkatnya kelayakan terminal dan keselamatan dermaga", "Indeks kepuasan penumpang"),
        ("Terminal dan dermaga", "Jumlah terminal"),
        ("Terwujudnya layanan yang cepat dan tepat", "Waktu layanan"),
    ],
)
def test_where_no_part_is_named_other_rules_speak(statement: str, name: str) -> None:
    assert [] == numbers("IND13", _one(statement, name))


def test_outputs_at_the_last_level_are_left_alone() -> None:
    text = "pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - operasional: Terlaksananya uji pompa dan servis mesin\n        indikator:\n          - Jumlah pompa\n"
    assert [] == numbers("IND13", text)
