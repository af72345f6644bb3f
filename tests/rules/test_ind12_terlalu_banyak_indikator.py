"""IND12: edges of the rule."""

import pytest

from tests.rules.hits import numbers


def _tree(count: int) -> str:
    return "pohon:\n  - outcome: A\n    indikator:\n" + "".join(f"      - Jumlah a{n}\n" for n in range(count))


@pytest.mark.parametrize(("count", "expected"), [(4, []), (5, ["1"])])
def test_four_indicators_pass_and_five_are_too_many(count: int, expected: list[str]) -> None:
    assert expected == numbers("IND12", _tree(count), tahap=4)


def test_the_threshold_is_the_users() -> None:
    assert [] == numbers("IND12", _tree(5), {"ambang": {"IND12.indikator": 6}}, tahap=4)
