"""Years, periods and dates are read as offices write them, blank days included."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pohon.model import number
from pohon.model.number import Tanggal

DATES = [
    ("2 Januari 2019", Tanggal(2019, 1, 2)),
    ("Blora, 2 Januari 2019", Tanggal(2019, 1, 2)),
    ("Maret 2024", Tanggal(2024, 3)),
    ("Malili,      Maret 2024", Tanggal(2024, 3)),
    ("Malili, ...... Maret 2024", Tanggal(2024, 3)),
    ("Senin, 4 Maret 2024", Tanggal(2024, 3, 4)),
    ("10 Nopember 2023", Tanggal(2023, 11, 10)),
    ("29 Feb. 2024", Tanggal(2024, 2, 29)),
    ("02-01-2019", Tanggal(2019, 1, 2)),
    ("2/1/2019", Tanggal(2019, 1, 2)),
    ("2019-01-02", Tanggal(2019, 1, 2)),
    ("29 Februari 2023", None),
    ("31 April 2024", None),
    ("0 Maret 2024", None),
    ("13-13-2019", None),
    ("Maret", None),
    ("2 Januari", None),
    ("2 Januarius 2019", None),
    ("", None),
]

PERIODS = [
    ("2021-2026", (2021, 2026)),
    ("2021–2026", (2021, 2026)),
    ("2021 — 2026", (2021, 2026)),
    ("2021 s.d. 2026", (2021, 2026)),
    ("2021 s/d 2026", (2021, 2026)),
    ("Tahun 2021 sampai dengan 2026", (2021, 2026)),
    ("2026-2021", None),
    ("2024", None),
    ("21-26", None),
    ("2021-2026-2030", None),
    ("", None),
]

YEARS = [
    ("2024", 2024),
    ("Tahun 2024", 2024),
    ("T.A. 2024", 2024),
    ("Tahun Anggaran 2024", 2024),
    ("2.024", None),
    ("0024", None),
    ("24", None),
    ("２０２４", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_dates_are_read_with_or_without_a_day(text, date):
    assert date == number.parse_tanggal(text)


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_periods_are_read_with_every_dash(text, period):
    assert period == number.parse_periode(text)


@pytest.mark.parametrize(("text", "year"), YEARS)
def test_years_are_four_plain_digits(text, year):
    assert year == number.parse_tahun(text)


@given(st.dates())
def test_a_written_date_is_read_back(date):
    written = Tanggal(max(date.year, 1945) if date.year < 2199 else 2199, date.month, min(date.day, 28))
    assert written == number.parse_tanggal(number.format_tanggal(written))


def test_a_date_without_day_is_written_without_day():
    assert ["Maret 2024", "2 Januari 2019"] == [
        number.format_tanggal(Tanggal(2024, 3)),
        number.format_tanggal(Tanggal(2019, 1, 2)),
    ]
