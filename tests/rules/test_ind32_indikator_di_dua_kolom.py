"""Edges of IND32 indikator-di-dua-kolom: what the page's examples do not show."""

from tests.rules.hits import hits, numbers


def _one(statement: str, name: str) -> str:
    return f"pohon:\n  - outcome: {statement}\n    indikator:\n      - nama: {name}\n"


def test_case_and_signs_do_not_matter() -> None:
    assert ["1:indikator.0"] == numbers("IND32", _one("JUMLAH KAPAL", "Jumlah kapal."))


def test_the_empty_column_is_named() -> None:
    (found,) = hits("IND32", _one("Meningkatnya hasil laut", "Meningkatnya hasil laut"))
    assert "kolom indikator sebenarnya kosong" in found.message


def test_a_measure_in_front_makes_the_difference() -> None:
    assert [] == numbers("IND32", _one("Meningkatnya hasil laut", "Jumlah hasil laut"))
