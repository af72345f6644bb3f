"""IND02: edges of the rule."""

import pytest

from tests.rules.hits import numbers


@pytest.mark.parametrize(
    ("row", "fires"),
    [
        ('{tahap: 4, teks: ""}', True),
        ('{tahap: 5, teks: " "}', True),
        ('{tahap: 3, teks: ""}', False),
        ("{tahap: 4}", False),
        ("{tahap: 4, teks: B}", False),
    ],
)
def test_only_an_empty_statement_in_the_tables_of_stages_four_and_five_counts(row: str, fires: bool) -> None:
    text = f"pohon:\n  - outcome: A\n    asal: [{row}]\n"
    assert (["1:asal.0"] if fires else []) == numbers("IND02", text, tahap=5)
