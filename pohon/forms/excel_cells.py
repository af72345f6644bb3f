"""What a cell of a workbook holds and how tall its row is: figures with their format, lines of wrapped text."""

import re
from dataclasses import dataclass

from pohon.model.number import Verdict, parse, parse_rupiah

from .tables import Column, Shape

__all__ = ["Figure", "figure_of", "heights"]

_LINE, _CHARS = 12.9, 1.2
"""Points of one line; characters of prose that fit one unit of column width."""
_INDONESIAN = "[$-421]"
_DIGITS = 15
"""Excel keeps this many digits of a number; a longer one stays text."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the format that prints it as an Indonesian office writes it."""

    value: float
    format: str


def figure_of(text: str, column: Column) -> Figure | None:
    """Return the number of a cell in a column of figures, None when the cell is text."""
    if column.shape not in (Shape.NUMBER, Shape.MONEY) or len(re.sub(r"\D", "", text)) > _DIGITS:
        return None
    if column.shape is Shape.MONEY:
        amount = parse_rupiah(text)
        if amount is None:
            return None
        return Figure(amount, f'{_INDONESIAN}"Rp"#,##0",-"' if text.startswith("Rp") else f"{_INDONESIAN}#,##0")
    reading = parse(text)
    plain = re.fullmatch(r"-?[0-9][0-9.,]*( ?%)?", text)
    if reading.verdict is not Verdict.CERTAIN or reading.value is None or plain is None:
        return None
    decimals = f".{'0' * reading.decimals}" if reading.decimals else ""
    sign = f'"{plain[1]}"' if plain[1] else ""
    return Figure(float(reading.value), f"{_INDONESIAN}#,##0{decimals}{sign}")


def heights(texts: list[str], widths: list[float]) -> float:
    """Return the points a row needs so that no text is cut."""
    lines = max((_lines(text, width) for text, width in zip(texts, widths, strict=True)), default=1)
    return min(409.0, max(15.0, lines * _LINE + 2.5))


def _lines(text: str, width: float) -> int:
    fits = max(3, int(width * _CHARS))
    return sum(max(1, _broken(line, fits)) for line in text.split("\n"))


def _broken(line: str, fits: int) -> int:
    """Return how many lines a paragraph takes when it breaks between words."""
    if len(line) <= fits:
        return 1
    count, room = 1, fits
    for word in line.split(" "):
        needed = len(word) + (room < fits)
        if needed <= room:
            room -= needed
            continue
        count += 1 + (len(word) - 1) // fits
        room = fits - ((len(word) - 1) % fits + 1)
    return count
