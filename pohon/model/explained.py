"""Figures in the explanation of a target: which ones it names, and what they give.

"1. Selesai 76.226 layanan; 2. Ditargetkan 78.000 layanan" holds two figures; numbering, years and articles of law are
none. Source: domain.md 6.3 (recomputed explanations of a Perjanjian Kinerja).
"""

import re
from typing import TYPE_CHECKING

from .number import Reading, parse
from .rumus import read_rumus

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["figures", "of_a_ratio", "of_a_survey", "of_several", "rounded"]

_LONGEST = 4000
_SURVEY_FACTOR = 25
_NUMBERING = r"(?m)(?:^|(?<=[;,:]))\s*\(?\d{1,2}[.)](?=\s+[A-Za-z]|[A-Za-z])"
_NO_FIGURE = (
    r"(?i)\b(?:tahun|nomor|no|pasal|ayat|peraturan|bab|tabel|lampiran|triwulan|tw|semester|unsur ke|usia|umur)\b\.?"
    r"\s*\d[\d./-]*"
    r"|\b(?:19|20)\d\d\b(?![.,]\d)|[x×*:/=]\s*\(?100\s*%?|\bdikali(?:kan)?\s*(?:dengan\s*)?100\s*%?|\b\d{1,2}\s*\(?(?:tahun|bulan|hari)\b"
)
_FIGURE = r"(?<![\w.,])\d[\d.,]*(?<![.,])(?:\s?%)?(?!\w)"


def figures(text: str) -> tuple[Reading, ...]:
    """Return the readings of the figures that a text names, in order."""
    plain = re.sub(_NO_FIGURE, " ", re.sub(_NUMBERING, " ", text[:_LONGEST]))
    return tuple(parse(found[0]) for found in re.finditer(_FIGURE, plain))


def of_a_ratio(rumus: str, named: tuple[Reading, ...], *, percent: bool) -> "Decimal | None":
    """Return numerator by denominator when the formula divides and exactly two certain figures are named."""
    formula = read_rumus(rumus)
    values = [one.sure for one in named]
    if not formula.ada_pembagian or len(values) != 2 or "tambah" in formula.operator or "rata" in formula.operator:
        return None
    above, below = values
    if above is None or not below:
        return None
    return above / below * (100 if percent or formula.dikali_seratus else 1)


def of_several(rumus: str, named: tuple[Reading, ...]) -> "Decimal | None":
    """Return the sum or the mean of three or more certain figures, as the formula says; None when it says neither."""
    formula = read_rumus(rumus)
    values = [one.sure for one in named]
    known = [value for value in values if value is not None]
    if len(known) != len(values):
        return None
    if len(known) - 1 in known:  # "tiga nilai" beside the three values: their number is none of them
        known.remove(next(value for value in known if value == len(known) - 1))
    if len(known) < 3:
        return None
    if "rata" in formula.operator or (formula.ada_pembagian and "tambah" in formula.operator):
        return sum(known[1:], known[0]) / len(known)
    adds = "tambah" in formula.operator and not formula.operator & {"bagi", "kali", "kurang"}
    return sum(known[1:], known[0]) if adds else None


def of_a_survey(text: str) -> "Decimal | None":
    """Return 25 times the mean of a satisfaction survey ("3,253" -> 81,325) when exactly one such mean is named."""
    from decimal import Decimal

    means = []
    for one in figures(text):
        for value in (one.value, one.other):
            if value is not None and 1 < value < 4 and one.decimals >= 2:
                means.append(value)
                break
    return Decimal(_SURVEY_FACTOR) * means[0] if len(means) == 1 else None


def rounded(value: "Decimal", decimals: int) -> "Decimal":
    """Round half up, as offices do."""
    from decimal import ROUND_HALF_UP, Decimal

    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
