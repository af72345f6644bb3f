"""IND15: edges of the rule."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import hits, numbers


def _tree(*indicators: str, more: str = "") -> str:
    return "pohon:\n  - outcome: A\n    indikator:\n" + "".join(f"      - {one}\n" for one in indicators) + more


def test_few_gaps_are_told_one_by_one_and_many_once() -> None:
    assert ["1:indikator.0", "1:indikator.2"] == numbers(
        "IND15", _tree("Jumlah a", "{nama: J, satuan: O}", "Jumlah c"), tahap=4
    )
    (found,) = hits("IND15", _tree("Jumlah a", "Jumlah b", "Jumlah c", "Jumlah d", "{nama: J, satuan: O}"), tahap=4)
    assert "4 dari 5" in found.message


@pytest.mark.parametrize("target", ['"98 %"', "15 OPD", "B (Baik)", "WTP", "Rp1.000.000"])
def test_a_unit_printed_with_the_target_is_a_unit(target: str) -> None:
    assert [] == numbers("IND15", _tree(f"{{nama: Jumlah a, target: {{2025: {target}}}}}"), tahap=4)


def test_a_bare_figure_is_not() -> None:
    assert ["1:indikator.0"] == numbers("IND15", _tree("{nama: Jumlah a, target: {2025: 12}}"), tahap=4)


def test_a_promise_on_paper_makes_it_a_warning() -> None:
    text = _tree("Jumlah a", more="dokumen:\n  perjanjian_kinerja: {tahun: 2025}\n")
    assert [Severity.WARNING] == [hit.severity for hit in hits("IND15", text, tahap=5)]
    assert [Severity.HINT] == [hit.severity for hit in hits("IND15", _tree("Jumlah a"), tahap=4)]
