"""Edges of XCT04 belum-disetujui: what the page's examples do not show."""

import pytest

from pohon.model.finding import Severity
from tests.rules.hits import graded, numbers


def _tree(partner: str, tail: str = "") -> str:
    return f"pohon:\n  - outcome: Meningkatnya mutu\n    crosscutting:\n      - {{{partner}}}\n{tail}"


_PK = "dokumen: {perjanjian_kinerja: {tahun: 2025}}\n"


@pytest.mark.parametrize(
    ("status", "fires"), [("menunggu", True), ("ditolak", True), ("disetujui", False), ("disetujui-existing", False)]
)
def test_only_a_partner_who_did_not_agree_counts(status: str, fires: bool) -> None:
    assert (["1:crosscutting.0"] if fires else []) == numbers(
        "XCT04", _tree(f"mitra: Dinas Sosial, status: {status}", _PK)
    )


def test_before_a_document_it_is_a_hint() -> None:
    assert {"1": Severity.HINT} == graded("XCT04", _tree("mitra: Dinas Sosial, status: menunggu"))
    assert {} == graded("XCT04", _tree("mitra: Dinas Sosial, status: menunggu", _PK))


def test_a_partner_without_a_state_is_left_to_another_rule() -> None:
    assert [] == numbers("XCT04", _tree("mitra: Dinas Sosial", _PK))
