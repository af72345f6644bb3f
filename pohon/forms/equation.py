r"""Formulas of indicators as prose and fractions, so that a document can print a real fraction bar.

Three printed shapes hold a fraction for sure: LaTeX \frac{A}{B}, two lines one above the other, and one "A dibagi B"
with nothing else computed in it. Everything else stays prose. Source: the forms of domain.md 5.4 and 5.5.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pohon.model.rumus import read_rumus

__all__ = ["Equation", "Fraction", "linear", "pieces", "spoken"]

_LONGEST = 2000
_LATEX = re.compile(r"\$([^$]*\\[^$]*)\$")
_WORDS = {"times": "×", "cdot": "·", "div": "÷", "sum": "∑", "pm": "±", "le": "≤", "ge": "≥", "ldots": "…"}
_ONE_DIVISION = re.compile(
    r"(?P<name>[^=\n]{1,80}= ?)?(?P<above>[^=\n]{3,400}?) di ?bagi (?:dengan )?(?P<below>[^=\n]{3,400}?)"
    r"(?:,? (?:di ?kali|x|×) ?(?:dengan )?(?P<factor>100 ?(?:%|persen)?))?[ .;]*",
    re.IGNORECASE,
)
_MORE = re.compile(r"\bdi ?(?:bagi|kali|tambah|kurang)\w*\b|[+×*÷=/]|\bx\b|\([^)]*$|^[^(]*\)|[.;] ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fraction:
    """A numerator above a denominator."""

    above: str
    below: str


@dataclass(frozen=True, slots=True)
class Equation:
    """Words and fractions on one line."""

    parts: tuple[str | Fraction, ...]


def pieces(text: str) -> tuple[str | Equation, ...]:
    """Return a formula as prose and equations; never raises."""
    if len(text) > _LONGEST:
        return (text,)
    if _LATEX.search(text):
        return tuple(_latex(text))
    return _stacked(text) or _divided(text) or (text,)


def linear(text: str) -> str:
    """Return a formula on plain lines, without LaTeX: "A / B × 100%"."""
    if not _LATEX.search(text) or len(text) > _LONGEST:
        return text
    return "".join(piece if isinstance(piece, str) else _flat(piece) for piece in _latex(text))


def spoken(text: str) -> str:
    """Return what a formula says, however a form prints it: "A dibagi B dikali 100%" and "A / B × 100%" are equal."""
    parts = (piece if isinstance(piece, str) else _flat(piece) for piece in pieces(text))
    return " ".join("".join(f"{part} " for part in parts).replace("$", "").casefold().split()).rstrip(" .;")


def _flat(equation: Equation) -> str:
    return "".join(part if isinstance(part, str) else f"{part.above} / {part.below}" for part in equation.parts)


def _latex(text: str) -> Iterator[str | Equation]:
    at = 0
    for found in _LATEX.finditer(text):
        if text[at : found.start()]:
            yield text[at : found.start()]
        parts = tuple(part for part in _parts(found[1]) if part)
        yield Equation(parts) if parts else found[0]
        at = found.end()
    if text[at:]:
        yield text[at:]


def _parts(latex: str) -> Iterator[str | Fraction]:
    """Yield the words and fractions of one LaTeX formula; a fraction inside a fraction is written on one line."""
    at = 0
    for found in re.finditer(r"\\[dt]?frac\s*(?=\{)", latex):
        if found.start() < at:
            continue
        above_end = _group(latex, found.end())
        below_start = above_end if above_end > 0 and latex[above_end : above_end + 1] == "{" else -1
        below_end = _group(latex, below_start) if below_start > 0 else -1
        if below_end < 0:
            continue
        yield _words(latex[at : found.start()])
        yield Fraction(_words(latex[found.end() : above_end]).strip(), _words(latex[below_start:below_end]).strip())
        at = below_end
    yield _words(latex[at:])


def _group(text: str, start: int) -> int:
    """Return the position after the brace group that opens at `start`, -1 when it does not close."""
    depth = 0
    for index in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[index], 0)
        if depth == 0:
            return index + 1
    return -1


def _words(latex: str) -> str:
    text = re.sub(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}", r"(\1) / (\2)", latex)
    text = re.sub(r"\\([a-zA-Z]+)\*?", lambda found: _WORDS.get(found[1], ""), text)
    return re.sub(r"[{}]|\\(?=[%&#$_ ,;:!])", "", text)


def _stacked(text: str) -> tuple[str | Equation, ...]:
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(lines) != 2 or not read_rumus(text).bertumpuk:
        return ()
    return (Equation((Fraction(lines[0], lines[1]),)),)


def _divided(text: str) -> tuple[str | Equation, ...]:
    found = _ONE_DIVISION.fullmatch(text.strip())
    if found is None or _MORE.search(found["above"]) or _MORE.search(found["below"]):
        return ()
    factor = f" × {found['factor'].replace(' ', '').casefold().replace('persen', '%')}" if found["factor"] else ""
    parts = (found["name"] or "", Fraction(found["above"].strip(), found["below"].strip()), factor)
    return (Equation(tuple(part for part in parts if part)),)
