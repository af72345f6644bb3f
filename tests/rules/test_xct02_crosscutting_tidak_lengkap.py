"""XCT02: edges of the rule."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import hits


def _found(partner: str, stage: int) -> list[tuple[str, object]]:
    text = f"pohon:\n  - csf: A\n    isu: X\n    crosscutting:\n      - {partner}\n"
    return [(hit.evidence, hit.severity) for hit in hits("XCT02", text, tahap=stage)]


@pytest.mark.parametrize(
    ("partner", "stage", "missing"),
    [
        ("{mitra: M}", 3, "peran atau kontribusi"),
        ("{mitra: M, peran: P}", 3, ""),
        ("{mitra: M, kontribusi: K}", 4, ""),
        ("{mitra: M, kontribusi: K}", 5, "status"),
        ("{mitra: M}", 5, "peran atau kontribusi, status"),
        ("{mitra: M, peran: P, status: menunggu}", 5, ""),
        ("{mitra: M, peran: P, status: ditolak}", 3, "alasan penolakan"),
        ("{mitra: M, peran: P, status: ditolak, alasan: A}", 5, ""),
    ],
)
def test_what_must_be_known_grows_with_the_stage(partner: str, stage: int, missing: str) -> None:
    assert [missing] * bool(missing) == [evidence for evidence, _ in _found(partner, stage)]


def test_a_gap_is_a_warning_and_at_stage_five_an_error() -> None:
    assert [None] == [severity for _, severity in _found("{mitra: M}", 3)]
    assert [Severity.ERROR] == [severity for _, severity in _found("{mitra: M}", 5)]


def test_each_partner_is_judged_by_itself() -> None:
    text = "pohon:\n  - csf: A\n    crosscutting: [{mitra: M, peran: P}, {mitra: N}]\n"
    assert ["crosscutting.1"] == [hit.field for hit in hits("XCT02", text, tahap=3)]
