"""Edges of XCT01 tanpa-crosscutting: what the page's examples do not show."""

from tests.rules.hits import numbers


def _tree(nodes: int, first: str = "", isu: str = "        isu: Masih rendahnya mutu\n") -> str:
    rows = "".join(f"      - csf: Meningkatnya mutu {n}\n{isu if n == 0 else ''}" for n in range(nodes - 1))
    return f"pohon:\n  - outcome: Meningkatnya mutu\n{first}    sebab:\n{rows}"


def test_a_large_tree_without_partners_is_told_of_once() -> None:
    assert ["1"] == numbers("XCT01", _tree(10))


def test_a_small_tree_a_plan_and_a_tree_with_one_partner_are_not() -> None:
    assert [] == numbers("XCT01", _tree(9))
    assert [] == numbers("XCT01", _tree(12, isu=""))
    assert [] == numbers("XCT01", _tree(12, "    crosscutting: [{mitra: Dinas Sosial}]\n"))


def test_the_size_is_a_setting() -> None:
    assert ["1"] == numbers("XCT01", _tree(4), {"ambang": {"XCT01.simpul": 4}})
