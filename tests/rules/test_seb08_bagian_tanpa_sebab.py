"""Edges of SEB08 bagian-tanpa-sebab: what the page's examples do not show."""

from tests.rules.hits import numbers


def _tree(statement: str, *causes: str) -> str:
    return f"pohon:\n  - outcome: {statement}\n    sebab:\n" + "".join(f"      - csf: {one}\n" for one in causes)


def test_where_no_part_is_named_below_other_rules_speak() -> None:
    assert [] == numbers("SEB08", _tree("Meningkatnya mutu garam dan akses pasar", "Meningkatnya disiplin jam kerja"))


def test_single_results_and_leaves_are_left_alone() -> None:
    assert [] == numbers("SEB08", _tree("Meningkatnya mutu garam", "Meningkatnya disiplin"))
    assert [] == numbers("SEB08", "pohon:\n  - outcome: Meningkatnya mutu garam dan akses pasar\n")


def test_grandchildren_answer_too() -> None:
    text = _tree("Meningkatnya mutu garam dan akses pasar", "Meningkatnya kadar garam", "Terbukanya jalan")
    assert ["1"] == numbers("SEB08", text)
    assert [] == numbers("SEB08", text + "        sebab:\n          - utama: Meningkatnya pembeli di pasar\n")
