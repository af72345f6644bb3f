"""Edges of TGT01 tanpa-target: what the page's examples do not show."""

import pytest

from pohon.model.finding import Severity
from tests.rules.hits import graded, hits, numbers


def _level(*rows: str, tail: str = "") -> str:
    return (
        "pohon:\n  - outcome: Meningkatnya mutu jalan\n    indikator:\n"
        + "".join(f"      - {row}\n" for row in rows)
        + tail
    )


_WITH = '{nama: Persentase jalan mantap, satuan: "%", target: {2025: "90", 2026: "91"}}'
_WITHOUT = "{nama: Panjang jalan baru, satuan: km}"


def test_a_tree_without_year_and_documents_may_wait_for_its_targets() -> None:
    assert [] == numbers("TGT01", _level(_WITHOUT, _WITHOUT))


def test_a_tree_with_a_year_is_asked_once() -> None:
    assert {"1": Severity.HINT} == graded("TGT01", _level(_WITHOUT, _WITHOUT), tahun="2025")


@pytest.mark.parametrize(
    ("jenis", "severity"), [("rkt", Severity.ERROR), ("perjanjian_kinerja", Severity.ERROR), ("iki", Severity.HINT)]
)
def test_a_document_that_promises_targets_and_has_none_is_a_fault(jenis: str, severity: Severity) -> None:
    assert {"1": severity} == graded("TGT01", _level(_WITHOUT, tail=f"dokumen: {{{jenis}: {{tahun: 2025}}}}\n"))


def test_the_one_without_a_target_among_others_is_named() -> None:
    assert ["1:indikator.1"] == numbers("TGT01", _level(_WITH, _WITHOUT, _WITH))


def test_a_whole_level_without_targets_is_asked_once_as_a_hint() -> None:
    below = "    sebab:\n      - csf: Meningkatnya pemeliharaan\n        indikator: [Jumlah ruas, Jumlah jembatan]\n"
    (found,) = hits("TGT01", _level(_WITH, tail=below))
    assert (found.node, found.severity) == ("1.1", Severity.HINT)


def test_a_level_with_hardly_a_target_is_asked_once() -> None:
    (found,) = hits("TGT01", _level(_WITH, *(_WITHOUT for _ in range(9))))
    assert found.severity is Severity.HINT
    assert "9 indikator" in found.message


def test_an_empty_cell_is_no_target() -> None:
    assert ["1:indikator.1"] == numbers("TGT01", _level(_WITH, '{nama: Panjang jalan, target: {2025: " "}}'))


def test_a_year_that_the_neighbours_have_is_missed() -> None:
    (found,) = hits("TGT01", _level(_WITH, _WITH, _WITH, '{nama: Panjang jalan, target: {2025: "3"}}'))
    assert (found.field, found.severity) == ("indikator.3.target", Severity.WARNING)
    assert "2026" in found.message


def test_a_baseline_that_the_neighbours_have_is_asked_for() -> None:
    row = '{nama: Panjang jalan, awal: "1", target: {2025: "3"}}'
    (found,) = hits("TGT01", _level(row, row, row, '{nama: Lebar jalan, target: {2025: "3"}}'))
    assert (found.field, found.severity) == ("indikator.3", Severity.HINT)


def test_a_tree_without_indicators_is_left_to_other_rules() -> None:
    assert [] == numbers("TGT01", "pohon:\n  - outcome: Meningkatnya mutu jalan\n", tahun="2025")
