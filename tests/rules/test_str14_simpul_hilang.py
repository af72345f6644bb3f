"""STR14: edges of the rule."""

import pytest

from tests.rules.hits import numbers


def _tree(*stages: str, kind: str = "utama", more: str = "") -> str:
    rows = [
        f"  - {kind}: A{number}\n{more}    asal: [{', '.join(f'{{tahap: {stage}}}' for stage in given.split())}]\n"
        for number, given in enumerate(stages)
    ]
    return "pohon:\n" + "".join(rows)


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        (("3 4 5", "3 4"), ["2"]),
        (("3 4 5", "3"), ["2"]),
        (("3 4", "3"), ["2"]),
        (("3", "3"), []),
        (("3 4", "4"), []),
        (("3 5", "3"), []),
        (("3 4 5", "5"), []),
        (("3 4 5", "1 2"), []),
    ],
)
def test_a_row_is_missed_only_in_the_next_table_that_was_read(stages: tuple[str, ...], expected: list[str]) -> None:
    assert expected == numbers("STR14", _tree(*stages), tahap=5)


def test_a_csf_missing_at_stage_five_belongs_to_another_rule() -> None:
    assert [] == numbers("STR14", _tree("3 4 5", "3 4", kind="csf"), tahap=5)
    assert ["2"] == numbers("STR14", _tree("3 4", "3", kind="csf"), tahap=4)


def test_the_row_of_a_partner_need_not_return() -> None:
    assert [] == numbers("STR14", _tree("3 4", "3", more="    crosscutting: [{mitra: M}]\n"), tahap=4)


def test_rows_of_indicators_count_and_unplaced_conditions_are_judged() -> None:
    text = "pohon:\n  - utama: A\n    asal: [{tahap: 3}]\n    indikator: [{nama: J, asal: [{tahap: 4}]}]\nbelum_ditempatkan:\n  - operasional: B\n    asal: [{tahap: 3}]\n"
    assert ["?1"] == numbers("STR14", text, tahap=4)


def test_a_tree_that_was_not_imported_is_quiet() -> None:
    assert [] == numbers("STR14", "pohon:\n  - outcome: A\n", tahap=5)
