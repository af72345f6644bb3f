"""STR13: edges of the rule."""

import pytest

from tests.rules.hits import numbers


def _branch(depth: int, kind: str = "operasional") -> str:
    text, indent = "", 6
    for number in range(depth - 1):
        text += f"{' ' * indent}- antara: A{depth}{number}\n{' ' * indent}  sebab:\n"
        indent += 4
    return text + f"{' ' * indent}- {kind}: B{depth}\n"


def _tree(*branches: str) -> str:
    return "pohon:\n  - csf: A\n    isu: X\n    sebab:\n" + "".join(branches)


@pytest.mark.parametrize(
    ("depths", "expected"), [((3, 3), []), ((2, 3), []), ((2, 4), ["1"]), ((1, 2, 3), ["1"]), ((4,), [])]
)
def test_two_levels_of_difference_are_told(depths: tuple[int, ...], expected: list[str]) -> None:
    assert expected == numbers("STR13", _tree(*map(_branch, depths)), tahap=3)


def test_a_leaf_that_is_not_operational_yet_does_not_count() -> None:
    assert [] == numbers("STR13", _tree(_branch(1, "antara"), _branch(4)), tahap=3)
