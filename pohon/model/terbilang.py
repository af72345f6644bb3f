"""Whole numbers in Indonesian words ("terbilang"), as they stand under an amount on a form."""

__all__ = ["terbilang"]

_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SCALES = ("", "ribu", "juta", "miliar", "triliun", "kuadriliun", "kuintiliun", "sekstiliun", "septiliun", "oktiliun")


def terbilang(number: int) -> str:
    """Return a whole number in words: 1.100 is "seribu seratus", 11 "sebelas", -3 "minus tiga".

    Raises ValueError beyond 30 digits, for which Indonesian has no agreed words.
    """
    if number < 0:
        return f"minus {terbilang(-number)}"
    if number == 0:
        return _DIGITS[0]
    if number >= 1000 ** len(_SCALES):
        raise ValueError("Angka lebih dari 30 digit tidak dapat ditulis dengan kata.")
    words: list[str] = []
    for power in range(len(_SCALES) - 1, -1, -1):
        group = number // 1000**power % 1000
        if power == 1 and group == 1:
            words.append("seribu")
        elif group:
            words += [*_below_thousand(group), _SCALES[power]]
    return " ".join(filter(None, words))


def _below_thousand(number: int) -> list[str]:
    """Return the words of 1 to 999."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [] if not hundreds else ["seratus"] if hundreds == 1 else [_DIGITS[hundreds], "ratus"]
    if tens == 1:
        return words + (["sepuluh"] if ones == 0 else ["sebelas"] if ones == 1 else [_DIGITS[ones], "belas"])
    return words + ([_DIGITS[tens], "puluh"] if tens else []) + ([_DIGITS[ones]] if ones else [])
