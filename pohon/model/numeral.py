"""The digits of a figure: which separators group, which one begins the decimals, and whether that is sure.

Indonesia groups with a dot and begins decimals with a comma; foreign notation does the opposite. Offices mix both
(domain.md 5.12: 1,188 comma-thousands beside 19,635 dot-thousands), so every figure gets a verdict and is never
converted silently.
"""

from enum import StrEnum

from pohon.frozen import dataclass

__all__ = ["LONGEST", "Notation", "Numeral", "Verdict", "read_numeral"]

LONGEST = 24
"""Most digits a figure may have; more than any budget, and exact in decimal arithmetic."""


class Verdict(StrEnum):
    """How sure the reading of a figure is; the value is the Indonesian word for reports."""

    CERTAIN = "pasti"
    AMBIGUOUS = "meragukan"
    RANGE = "rentang"
    """Two figures, "0-18": `value` is the lower, `upper` the upper end."""
    INVALID = "salah"
    """Meant as a figure, but it cannot be read as one."""
    NONE = "bukan angka"
    """Not a figure at all: empty, "-", "B (Baik)", "WTP", a date, a sentence."""


class Notation(StrEnum):
    """Which convention the separators of a figure follow."""

    POLOS = "polos"
    """No separator: fits every convention."""
    INDONESIA = "indonesia"
    """Dot groups thousands, comma begins decimals."""
    ASING = "asing"
    """Comma (or a space) groups thousands, dot begins decimals."""
    MERAGUKAN = "meragukan"
    """Fits both conventions, with different values."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """Digits in computer form ("6800", "81.33"); `other` is the second possible value when it is ambiguous."""

    verdict: Verdict
    notation: Notation = Notation.POLOS
    digits: str = ""
    other: str = ""
    reason: str = ""


def read_numeral(core: str, *, closed: bool = False, money: bool = False, percent: bool = False) -> Numeral:
    """Judge digits with dots, commas and spaces between them ("5.581.884.078").

    `closed`: the figure ended in ",-", so all of it is whole units. `money` and `percent` tell what is counted:
    rupiah with three decimals and percentages in thousands are unlikely, which makes a lone separator doubtful.
    """
    marks = [mark for mark in ".,\N{NO-BREAK SPACE}" if mark in core]
    if sum(map(str.isdigit, core)) > LONGEST:
        return _invalid(f"Angka lebih dari {LONGEST} digit.")
    if not marks:
        return Numeral(Verdict.CERTAIN, Notation.POLOS, core)
    if len(marks) > 1:
        return _mixed(core, closed=closed, money=money)
    return _single(core, marks[0], closed=closed, doubtful_dot=percent)


def _single(core: str, mark: str, *, closed: bool, doubtful_dot: bool) -> Numeral:
    """Judge a figure with one kind of separator."""
    parts = core.split(mark)
    grouped, joined = _is_grouped(parts), "".join(parts)
    thousands = Notation.INDONESIA if mark == "." else Notation.ASING
    if len(parts) > 2 or closed or mark == "\N{NO-BREAK SPACE}":
        if grouped:
            return Numeral(Verdict.CERTAIN, thousands, joined)
        return _invalid(f"Kelompok ribuan pada {core} tidak tiga digit.")
    decimal = ".".join(parts)
    if not grouped:
        return Numeral(Verdict.CERTAIN, Notation.ASING if mark == "." else Notation.INDONESIA, decimal)
    if mark == "," or doubtful_dot:
        return _doubt(*((decimal, joined) if mark == "," else (joined, decimal)))
    return Numeral(Verdict.CERTAIN, thousands, joined)


def _mixed(core: str, *, closed: bool, money: bool) -> Numeral:
    """Judge a figure with two kinds of separator: the last one begins the decimals and stands once."""
    mark = "," if core.rfind(",") > core.rfind(".") else "."
    whole, _, decimals = core.rpartition(mark)
    group = ({".": ",", ",": "."})[mark]
    spaced = "\N{NO-BREAK SPACE}" in whole
    parts = whole.split("\N{NO-BREAK SPACE}" if spaced and group not in whole else group)
    if closed or not decimals.isdigit() or not _is_grouped(parts):
        return _invalid(f"Titik dan koma pada {core} bercampur tanpa aturan.")
    joined = "".join(parts)
    if money and len(decimals) == 3:
        return _doubt(f"{joined}.{decimals}", joined + decimals)
    return Numeral(Verdict.CERTAIN, Notation.INDONESIA if mark == "," else Notation.ASING, f"{joined}.{decimals}")


def _is_grouped(parts: list[str]) -> bool:
    """Tell whether the parts are thousands: one to three digits without a leading zero, then always three."""
    head, *rest = parts
    return 1 <= len(head) <= 3 and head[0] != "0" and all(len(part) == 3 and part.isdigit() for part in rest)


def _doubt(indonesian: str, foreign: str) -> Numeral:
    return Numeral(Verdict.AMBIGUOUS, Notation.MERAGUKAN, indonesian, foreign)


def _invalid(reason: str) -> Numeral:
    return Numeral(Verdict.INVALID, reason=reason)
