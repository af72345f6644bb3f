"""Numbered lists inside prose, and the count that the sentence before them announces.

"Terdiri dari 11 Kecamatan yaitu 1. ... 15. ..." announces eleven and lists fifteen.
Source: domain.md rules DOK05 and DOK06.
"""

import re
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Announced", "announced", "gaps"]

_LONGEST = 20_000
_ITEM = re.compile(r"^\s*\(?(\d{1,3})[.)]\s*(?=[^\d\s])")
_NUMBERS = {
    "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9, "sepuluh": 10,
    "sebelas": 11,
}  # fmt: skip
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})(?:\s*\([a-z ]+\))?\s+(?:\([^)]*\)\s*)?(?P<noun>[a-z]+)"
_VERB = (  # a text: compiled when the first list is read
    r"(?i)\b(?:terdiri\s+(?:dari|atas)|memiliki|mempunyai|meliputi|mencakup|terdapat|berjumlah|sebanyak|ada|yaitu|yakni)\s+"
    + _COUNT
)
_OPENING = rf"(?i)^\s*{_COUNT}"
_NO_COUNT = frozenset({
    "tahun", "bulan", "triwulan", "semester", "hari", "minggu", "kali", "persen", "tahap", "tahapan", "jam", "rupiah",
    "orang", "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober",
    "november", "desember",
})  # fmt: skip


class Announced(NamedTuple):
    """The count that a sentence names, the noun it counts, how many items follow, and the sentence."""

    told: int
    noun: str
    items: int
    sentence: str


def announced(text: str) -> list[Announced]:
    """Return every sentence of a text that names a count right before a numbered list."""
    lines = text[:_LONGEST].split("\n") if "\n" in text else []
    found = []
    for place, line in enumerate(lines):
        if _ITEM.match(line) or not line.strip():
            continue
        items = _items(lines[place + 1 :])
        match = _last(line) if items > 1 and "antara lain" not in line.casefold() else None
        if match:
            word = match["count"].casefold()
            count = _NUMBERS.get(word) or int(word)
            found.append(Announced(count, match["noun"], items, " ".join(line.split())))
    return found


def _last(line: str) -> re.Match[str] | None:
    """Return the last count of a line that counts things, not years or percents."""
    every = [*re.finditer(_OPENING, line), *re.finditer(_VERB, line)]
    fitting = [one for one in every if one["noun"].casefold() not in _NO_COUNT]
    return fitting[-1] if fitting else None


def _items(lines: list[str]) -> int:
    """Return how many items are numbered 1, 2, 3 ... at the beginning of the lines; a list may break a line in two."""
    last = 0
    for line in lines:
        match = _ITEM.match(line)
        if match is None:
            if line.strip() and last == 0:
                return 0
            continue
        if int(match[1]) != last + 1:
            return last
        last += 1
    return last


def gaps(text: str) -> list[tuple[int, int]]:
    """Return (number before, number found) where a numbered list of one text skips or repeats a number."""
    numbers = [int(match[1]) for line in text[:_LONGEST].split("\n") if (match := _ITEM.match(line))]
    return [
        (before, after)
        for before, after in pairwise(numbers)
        if after not in (before + 1, 1) and 0 <= after - before <= 2
    ]
