"""Edges of TGT04 satuan-ganda: what the page's examples do not show."""

import pytest

from tests.rules.hits import hits, numbers


def _one(indicator: str, statement: str = "Meningkatnya mutu layanan", kind: str = "outcome") -> str:
    return f"pohon:\n  - {kind}: {statement}\n    indikator:\n      - {indicator}\n"


@pytest.mark.parametrize(
    ("unit", "cell", "fires"),
    [
        ('"%"', '"93%"', True),
        ("Persen", '"93 %"', True),
        ("OPD", "15 OPD/Lembaga", True),
        ("Rupiah", '"Rp 5.000.000,-"', True),
        ("Orang", "15 kelompok", True),
        ("Nilai", '"81,33 %"', True),
        ('"%"', '"93"', False),
        ('""', '"93%"', False),
        ("Predikat", "B (Baik)", False),
        ("Nilai", "85 (nilai A)", False),
    ],
)
def test_a_unit_in_both_places_is_found(unit: str, cell: str, fires: bool) -> None:
    row = f"{{nama: Ukuran, satuan: {unit}, target: {{2025: {cell}}}}}"
    assert (["1:indikator.0.target.2025"] if fires else []) == numbers("TGT04", _one(row))


def test_the_habit_is_told_once_and_a_contradiction_each_time() -> None:
    rows = "".join(f'      - {{nama: U{n}, satuan: "%", target: {{2025: "9{n}%"}}}}\n' for n in range(4))
    other = '      - {nama: V, satuan: Orang, target: {2025: "5 ekor"}}\n'
    text = f"pohon:\n  - outcome: Meningkatnya mutu\n    indikator:\n{rows}{other}"
    found = hits("TGT04", text)
    assert ["indikator.4.target.2025", "indikator.0.target.2025"] == [hit.field for hit in found]
    assert "3 dari 4" in found[1].message
