"""Column widths: as the form wants them, but no word is broken in the middle."""

import pytest

from pohon.forms.paper import page, widths
from pohon.forms.tables import Cell, Column, Row, Table


def table(*columns: tuple[str, float, str]) -> Table:
    """Return a table of one row: title, share and text of each column."""
    row = Row(tuple(Cell(text=text) for _, _, text in columns))
    return Table(name="T", columns=tuple(Column(title=t, width=w) for t, w, _ in columns), rows=(row,))


def sizes(made: Table, total: float = 264.0, points: float = 7.0) -> list[float]:
    return widths(made, total, points=points, inside=2.0)


def test_columns_share_the_page_as_the_form_says_when_every_word_fits():
    made = table(("A", 1, "a"), ("B", 3, "b"))
    assert sizes(made, 200.0) == [50.0, 150.0]


def test_a_column_grows_to_its_longest_word_and_the_sum_stays():
    made = table(("Menantang", 2, ""), *((f"K{at}", 10, "kata pendek") for at in range(11)))
    got = sizes(made)
    assert sum(got) == pytest.approx(264.0)
    assert got[0] > len("Menantang") * 7.0 * 25.4 / 72 * 0.56
    assert min(got[1:]) == pytest.approx(max(got[1:]))


def test_an_empty_column_keeps_room_to_write_in():
    made = table(("Target", 2, "12.345 Rekomendasi"), ("Rp", 8, ""), ("Program", 8, "Penyelenggaraan Kependudukan"))
    wanted = 8 * 120.0 / 18
    assert sizes(made, 120.0, 6.0)[1] >= 0.75 * wanted


def test_an_address_without_a_gap_does_not_push_the_other_columns_off_the_page():
    made = table(("Sumber", 1, "https://" + "x" * 4000), ("Kinerja", 9, "Meningkatnya kepatuhan"))
    got = sizes(made)
    assert sum(got) == pytest.approx(264.0)
    assert got[1] > 100


def test_a_table_without_texts_or_shares_has_widths():
    assert sizes(table(("", 0, ""), ("", 0, "")), 100.0) == [0.0, 0.0]
    assert page("F4", landscape=True).text == pytest.approx(297.0)
