"""Text widths and line breaking: one answer for SVG, PDF and PNG.

Widths are those of Liberation Sans, which Arial and Helvetica share, so a line that fits here fits on every machine.
Characters outside the table (emoji, Chinese, Javanese ...) get a width that no common font exceeds.
"""

import unicodedata
from functools import lru_cache

from pohon.frozen import dataclass

from .glyphs import BOLD, REGULAR

__all__ = ["Line", "clean", "count_lines", "known", "missing", "widest", "width", "wrap"]

_EM = 2048
_TABLES = tuple(
    {character: advance / _EM for advance, characters in table.items() for character in characters}
    for table in (REGULAR, BOLD)
)
_WIDE, _EMOJI, _OTHER = 1.0, 1.45, 1.3
_SLACK = 1e-9
_JOINERS = {"\u200d", "\ufe0e", "\ufe0f"}
_DIRECTION = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text and its width at the size it was broken for."""

    text: str
    width: float


def clean(text: str) -> str:
    """Return the text as it is drawn: one space between words, no control characters, no hidden direction marks."""
    if text.isprintable():
        return " ".join(text.split())
    words = " ".join(text.translate(_DIRECTION).split())
    return "".join(character for character in words if not _hidden(character))


def _hidden(character: str) -> bool:
    code = ord(character)
    return unicodedata.category(character) in {"Cc", "Cs"} or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def known(character: str) -> bool:
    """True when the print fonts hold the character."""
    return character in _TABLES[0]


def missing(text: str) -> str:
    """Return the characters of a text that the print fonts do not hold, each once, in code point order."""
    return "".join(sorted({character for character in text if character not in _TABLES[0]}))


@lru_cache(maxsize=8192)
def _advance(character: str, bold: bool) -> float:
    found = _TABLES[bold].get(character)
    if found is not None:
        return found
    if character in _JOINERS or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0.0
    if unicodedata.category(character) == "So" or 0x1F000 <= ord(character) <= 0x1FAFF:
        return _EMOJI
    return _WIDE if unicodedata.east_asian_width(character) in {"W", "F"} else _OTHER


@lru_cache(maxsize=65536)
def _em(word: str, bold: bool) -> float:
    table = _TABLES[bold]
    try:
        return sum([table[character] for character in word])
    except KeyError:
        return sum([_advance(character, bold) for character in word])


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of text at a font size."""
    return _em(text, bold) * size


@lru_cache(maxsize=32768)
def _words(text: str, bold: bool) -> tuple[tuple[str, float], ...]:
    return tuple((word, _em(word, bold)) for word in text.split())


def widest(text: str, *, bold: bool = False) -> float:
    """Return the width of the widest word of a text, in em."""
    return max([advance for _, advance in _words(text, bold)], default=0.0)


def _split_word(word: str, limit: float, bold: bool) -> list[tuple[str, float]]:
    """Break a word that is wider than a line; after a hyphen or slash where one stands, else anywhere."""
    pieces: list[tuple[str, float]] = []
    start, used, good = 0, 0.0, 0
    for place, character in enumerate(word):
        advance = _advance(character, bold)
        while used + advance > limit and place > start and advance:
            end = good if good > start else place
            pieces.append((word[start:end], _em(word[start:end], bold)))
            start, used = end, _em(word[end:place], bold)
        used += advance
        if character in "-/\u2013":
            good = place + 1
    pieces.append((word[start:], _em(word[start:], bold)))
    return pieces


def _fitting(text: str, limit: float, bold: bool) -> list[tuple[str, float, bool]]:
    """Words no wider than a line; the flag tells a piece that continues the word before it."""
    fitting: list[tuple[str, float, bool]] = []
    for word, advance in _words(text, bold):
        if advance <= limit:
            fitting.append((word, advance, False))
        else:
            pieces = _split_word(word, limit, bold)
            fitting.extend((piece, length, place > 0) for place, (piece, length) in enumerate(pieces))
    return fitting


def count_lines(text: str, limit: float, *, bold: bool = False) -> int:
    """Return how many lines a text takes when a line is `limit` em wide."""
    space = _TABLES[bold][" "]
    lines, used = 1, -space
    for _, advance in _words(text, bold):
        if advance > limit:
            return len(_greedy(_fitting(text, limit, bold), limit, space))
        used += space + advance
        if used > limit + _SLACK:
            lines += 1
            used = advance
    return lines


def _greedy(words: list[tuple[str, float, bool]], limit: float, space: float) -> list[tuple[str, float]]:
    lines: list[tuple[str, float]] = []
    parts: list[str] = []
    used = 0.0
    for word, advance, continues in words:
        if parts and not continues and used + space + advance <= limit + _SLACK:
            parts.append(word)
            used += space + advance
        else:
            if parts:
                lines.append((" ".join(parts), used))
            parts, used = [word], advance
    lines.append((" ".join(parts), used))
    return lines


def _even(words: list[tuple[str, float, bool]], limit: float, space: float) -> list[tuple[str, float]]:
    """Break words into the fewest lines; of all ways to do that take the one with the least uneven ends."""
    if not words:
        return []
    greedy = _greedy(words, limit, space)
    if len(greedy) == 1:
        return greedy
    if len(greedy) == 2 and not any(continues for _, _, continues in words):
        return _halves(words, limit, space)
    ends = _ends(words, limit, space)
    made, end = list[tuple[str, float]](), len(words)
    while end:
        _, _, start, used = ends[end]
        made.append((" ".join([word for word, _, _ in words[start:end]]), used))
        end = start
    return made[::-1]


def _halves(words: list[tuple[str, float, bool]], limit: float, space: float) -> list[tuple[str, float]]:
    """Break words that take two lines where the ends are least uneven: as `_ends` would, in one pass."""
    first = words[0][1]
    second = sum([advance for _, advance, _ in words]) + space * (len(words) - 2) - first
    least, made = float("inf"), (0, 0.0, 0.0)
    for at in range(1, len(words)):
        if second <= limit + _SLACK:
            cost = (limit - first) ** 2 + (limit - second) ** 2
            if cost < least:
                least, made = cost, (at, first, second)
        advance = words[at][1]
        first, second = first + space + advance, second - space - advance
        if first > limit + _SLACK:
            break
    at, first, second = made
    said = [word for word, _, _ in words]
    return [(" ".join(said[:at]), first), (" ".join(said[at:]), second)]


def _ends(words: list[tuple[str, float, bool]], limit: float, space: float) -> list[tuple[int, float, int, float]]:
    """Return for every number of words the best last line: lines so far, unevenness, its first word, its width."""
    best: list[tuple[int, float, int, float]] = [(0, 0.0, 0, 0.0)]
    room = limit + _SLACK
    for end in range(1, len(words) + 1):
        _, used, continues = words[end - 1]
        lines, cost, _, _ = best[end - 1]
        start, fewest, least, wide = end - 1, lines + 1, cost + (limit - used) ** 2, used
        for at in range(end - 2, -1, -1):
            if continues:
                break
            _, advance, continues = words[at]
            used += space + advance
            if used > room:
                break
            lines, cost, _, _ = best[at]
            if lines + 1 <= fewest:
                cost += (limit - used) ** 2
                if lines + 1 < fewest or cost <= least:
                    start, fewest, least, wide = at, lines + 1, cost, used
        best.append((fewest, least, start, wide))
    return best


def wrap(text: str, limit: float, size: float, *, bold: bool = False) -> tuple[Line, ...]:
    """Break a text into the fewest lines of at most `limit`, as even as possible; no character is lost."""
    em = limit / size
    words = _fitting(text, em, bold)
    return tuple(Line(line, used * size) for line, used in _even(words, em, _TABLES[bold][" "]))
