"""Edges of TGT05 format-angka-campur: what the page's examples do not show."""

import pytest

from pohon.model.finding import Severity
from tests.rules.hits import hits, numbers


def _targets(*values: str) -> str:
    rows = "".join(f'      - {{nama: U{n}, target: {{2025: "{value}"}}}}\n' for n, value in enumerate(values))
    return f"pohon:\n  - outcome: Meningkatnya mutu\n    indikator:\n{rows}"


@pytest.mark.parametrize(
    ("values", "fires"),
    [
        (("98,5", "97.5"), ["1:indikator.1.target.2025"]),
        (("97.5", "98,5", "96.5"), ["1:indikator.0.target.2025"]),
        (("5.581.884", "437,531,700"), ["1:indikator.1.target.2025"]),
        (("98,5", "6.800", "93"), []),
        (("98.5", "97.25", "93"), []),
        (("X", "", "B (Baik)"), []),
    ],
)
def test_two_notations_are_told_once_at_the_foreign_one(values: tuple[str, ...], fires: list[str]) -> None:
    assert fires == numbers("TGT05", _targets(*values))


def test_a_doubtful_figure_is_a_hint_with_both_readings() -> None:
    (found,) = hits("TGT05", _targets("6,800"))
    assert found.severity is Severity.HINT
    assert "dua angka" in found.message


def test_budgets_are_compared_with_budgets_only() -> None:
    money = 'program:\n  - {nama: A, anggaran: "Rp 437,531,700,-"}\n  - {nama: B, anggaran: "Rp 5.581.884.078,-"}\n'
    assert [":program.0.anggaran".lstrip(":")] == numbers("TGT05", _targets("93") + money)
    alone = 'program:\n  - {nama: A, anggaran: "Rp 437,531,700,-"}\n'
    assert [] == numbers("TGT05", _targets("98,5") + alone)


def test_other_printings_of_the_source_count() -> None:
    row = '{nama: U, target: {2025: "81,33"}, asal: [{dokumen: pk, target: "81.33"}]}'
    assert ["1:indikator.0.asal.0"] == numbers(
        "TGT05", f"pohon:\n  - outcome: Meningkatnya mutu\n    indikator:\n      - {row}\n"
    )


def test_three_decimals_of_a_percentage_prove_no_notation() -> None:
    row = 'pohon:\n  - outcome: A\n    indikator:\n      - {{nama: Persentase a, satuan: "{}", target: {{2025: "54.34", 2026: "76.786"}}}}\n'
    assert [] == numbers("TGT05", row.format("%"))
    assert 1 == len(numbers("TGT05", row.format("Orang")))
