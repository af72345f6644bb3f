"""STR09: edges of the rule."""

import pytest

from tests.rules.hits import numbers


def _with(kind: str, causes: int) -> str:
    return f"pohon:\n  - {kind}: A\n    sebab:\n" + "".join(f"      - antara: B{n}\n" for n in range(causes))


@pytest.mark.parametrize(("kind", "causes", "expected"), [("utama", 7, []), ("utama", 8, ["1"]), ("outcome", 8, [])])
def test_seven_causes_pass_and_eight_are_too_many(kind: str, causes: int, expected: list[str]) -> None:
    assert expected == numbers("STR09", _with(kind, causes), tahap=3)


def test_the_threshold_is_the_users() -> None:
    assert ["1"] == numbers("STR09", _with("utama", 3), {"ambang": {"STR09.anak": 2}}, tahap=3)


def test_the_rows_of_a_planning_document_are_given() -> None:
    assert [] == numbers("STR09", _with("utama", 12), tahap=5)
