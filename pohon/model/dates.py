"""Years, periods and dates as Indonesian offices write them: "2021-2026", "2 Januari 2019", "Maret 2024" (day blank).

Source: domain.md section 5.12. Nothing here raises for any text; what cannot be read is None.
"""

import re
from dataclasses import dataclass

__all__ = ["MONTHS", "Tanggal", "format_tanggal", "is_month", "parse_periode", "parse_tahun", "parse_tanggal"]

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

_SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "agu": 8, "ags": 8, "agt": 8, "agust": 8,
          "sep": 9, "sept": 9, "okt": 10, "nov": 11, "nop": 11, "des": 12, "pebruari": 2, "nopember": 11}  # fmt: skip
_NUMBER_OF_MONTH = {name.casefold(): number for number, name in enumerate(MONTHS, start=1)} | _SHORT
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FIRST_YEAR, _LAST_YEAR = 1945, 2199
_LONGEST = 120
_YEAR = r"[12][0-9]{3}"
_PERIOD = rf"({_YEAR}) ?(?:[-/]|s\.? ?d\.?|s/d|sampai(?: dengan)?|hingga) ?({_YEAR})"
_FIGURES = rf"([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\2({_YEAR})|({_YEAR})-([0-9]{{2}})-([0-9]{{2}})"


@dataclass(frozen=True, slots=True, order=True)
class Tanggal:
    """A date; `hari` is 0 where the form leaves the day blank."""

    tahun: int
    bulan: int
    hari: int = 0


def _plain(text: str) -> str:
    """Return short text in lower case with single spaces and one kind of dash; "" for anything long."""
    words = text.split() if len(text) <= _LONGEST else []
    return " ".join(words).casefold().replace("–", "-").replace("—", "-").replace("‑", "-").replace("−", "-")


def _without_word(text: str) -> str:
    """Drop the word "tahun" or "tahun anggaran" in front of a year."""
    for word in ("tahun anggaran ", "tahun ", "periode ", "ta. ", "t.a. ", "ta "):
        text = text.removeprefix(word)
    return text


def _is_ascii_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def is_month(word: str) -> bool:
    """Tell whether a word is the name of a month, written out or shortened."""
    return word.casefold().rstrip(".") in _NUMBER_OF_MONTH


def parse_tahun(text: str) -> int | None:
    """Return the year of "2024", "Tahun 2024" or "T.A. 2024", None for anything else."""
    digits = _without_word(_plain(text))
    if len(digits) != 4 or not _is_ascii_digits(digits):
        return None
    return int(digits) if _FIRST_YEAR <= int(digits) <= _LAST_YEAR else None


def parse_periode(text: str) -> tuple[int, int] | None:
    """Return first and last year of "2021-2026" (any dash, "s.d.", "sampai dengan"), None when it is not a period."""
    match = re.fullmatch(_PERIOD, _without_word(_plain(text)))
    first, last = (parse_tahun(match[1]), parse_tahun(match[2])) if match else (None, None)
    return (first, last) if first is not None and last is not None and first <= last else None


def parse_tanggal(text: str) -> Tanggal | None:
    """Read a date, with or without place and weekday in front: "Blora, 2 Januari 2019", "Maret 2024", "02-01-2019".

    A day that the form leaves blank (spaces, dots or underlines) gives `hari` 0.
    """
    plain = _plain(text).rpartition(",")[2].strip()
    figures = re.fullmatch(_FIGURES, plain)
    if figures:
        day, month, year = (figures[1], figures[3], figures[4]) if figures[1] else (figures[7], figures[6], figures[5])
        return _checked(int(year), int(month), int(day)) if int(day) else None
    words = plain.replace("_", " ").split()
    if len(words) < 2 or words[-2].rstrip(".") not in _NUMBER_OF_MONTH:
        return None
    before = "".join(words[:-2]).strip(".…-")
    tahun, bulan = parse_tahun(words[-1]), _NUMBER_OF_MONTH[words[-2].rstrip(".")]
    if tahun is None or (before and not (_is_ascii_digits(before) and 1 <= len(before) <= 2 and int(before))):
        return None
    return _checked(tahun, bulan, int(before or 0))


def _checked(tahun: int, bulan: int, hari: int) -> Tanggal | None:
    """Return the date when the calendar has it."""
    if not (_FIRST_YEAR <= tahun <= _LAST_YEAR and 1 <= bulan <= 12 and 0 <= hari <= _DAYS[bulan - 1]):
        return None
    leap = tahun % 4 == 0 and (tahun % 100 != 0 or tahun % 400 == 0)
    return None if bulan == 2 and hari == 29 and not leap else Tanggal(tahun, bulan, hari)


def format_tanggal(tanggal: Tanggal) -> str:
    """Write a date in words: "2 Januari 2019", without a day "Maret 2024"."""
    day = f"{tanggal.hari} " if tanggal.hari else ""
    return f"{day}{MONTHS[tanggal.bulan - 1]} {tanggal.tahun}"
