"""Figures as Indonesian offices write them: read with a verdict, written back by the Indonesian convention.

`parse` never raises and never guesses: "6,800" is 6,8 or 6.800, so the verdict is AMBIGUOUS and both values are given.
Dates and amounts in words are re-exported, so that this module is the one door to figures.
Source: domain.md section 5.12.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from pohon.frozen import dataclass, replace

from .dates import Tanggal, format_tanggal, is_month, parse_periode, parse_tahun, parse_tanggal
from .numeral import Notation, Numeral, Verdict, read_numeral
from .terbilang import terbilang

if TYPE_CHECKING:  # decimal costs 1 ms, and most trees are linted without one figure
    from decimal import Decimal

__all__ = [
    "Notation",
    "Reading",
    "Tanggal",
    "Verdict",
    "format_angka",
    "format_persen",
    "format_rupiah",
    "format_tanggal",
    "parse",
    "parse_periode",
    "parse_rupiah",
    "parse_tahun",
    "parse_tanggal",
    "terbilang",
]

_LONGEST_TEXT = 200
_FOREIGN_CHARS = str.maketrans(
    dict.fromkeys("–—−‐‑‒﹣－", "-")  # the dashes that office programs put in
    | {"％": "%", "，": ",", "．": ".", "：": ":", "／": "/", "＋": "+"}
    | dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF, 0xAD])
)
_BOUNDS = {
    "<=": "<=", "=<": "<=", "≤": "<=", "<": "<", ">=": ">=", "=>": ">=", "≥": ">=", ">": ">",
    "±": "~", "~": "~", "≈": "~",
    "minimal": ">=", "min": ">=", "paling sedikit": ">=", "sekurang-kurangnya": ">=", "maksimal": "<=", "maks": "<=",
    "paling banyak": "<=", "kurang dari": "<", "di bawah": "<", "lebih dari": ">", "di atas": ">", "sekitar": "~",
    "kurang lebih": "~",
}  # fmt: skip
_CURRENCIES = {"rp": "Rp", "idr": "Rp", "us$": "US$", "usd": "US$", "$": "US$", "€": "EUR", "eur": "EUR", "s$": "S$"}
_POWERS = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12, "trilyun": 12}
_SHORT_POWERS = {"rb": 3, "jt": 6}
_PERCENT = frozenset({"%", "persen", "prosen"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a printed figure says.

    `value`: the figure (lower end of a range; by the Indonesian convention when ambiguous), `other`: the second
    possible value when ambiguous, `upper`: the end of a range. `unit`: "%", "Rp", "OPD", "/100.000 KH", "".
    `bound`: "<=", "<", ">=", ">", "~" or "". `note`: what stood in brackets behind it. `explanation`: Indonesian,
    "" when there is nothing to say.
    """

    text: str
    verdict: Verdict
    value: "Decimal | None" = None
    other: "Decimal | None" = None
    upper: "Decimal | None" = None
    unit: str = ""
    bound: str = ""
    notation: Notation = Notation.POLOS
    note: str = ""
    explanation: str = ""

    @property
    def sure(self) -> "Decimal | None":
        """The value when the verdict is CERTAIN, else None."""
        return self.value if self.verdict is Verdict.CERTAIN else None

    @property
    def decimals(self) -> int:
        """How many decimals were written."""
        exponent = self.value.as_tuple().exponent if self.value is not None else 0
        return max(0, -exponent) if isinstance(exponent, int) else 0


def parse(text: str, *, satuan: str = "") -> Reading:
    """Read a figure as printed; `satuan` is the unit of its column when the cell itself holds none.

    Linear in the length of the text; text longer than any figure is not looked into.
    """
    plain = _plain(text[: _LONGEST_TEXT * 4])
    if len(text) > _LONGEST_TEXT * 4 or len(plain) > _LONGEST_TEXT:
        return _long(text, plain)
    match = _pattern().fullmatch(plain)
    if match is None:
        return _nothing(text, plain, satuan)
    reading = _figure(text, match, satuan)
    bound = _BOUNDS.get((match["bound"] or "").rstrip(". ").casefold(), "")
    return replace(reading, bound=bound) if bound else reading


@cache
def _pattern() -> re.Pattern[str]:
    """Bound, sign, currency, sign, digits, closing mark, rest."""
    bounds = "|".join(re.escape(word) for word in sorted(_BOUNDS, key=len, reverse=True))
    money = "|".join(re.escape(word) for word in sorted(_CURRENCIES, key=len, reverse=True))
    return re.compile(
        rf"(?P<bound>(?:{bounds})\.?)? ?(?P<open>\()?(?P<minus>[-+]|minus )? ?(?:(?P<money>{money})\.? ?)?"
        r"(?P<inner>[-+])?(?P<core>[0-9]+(?:[.,\u00a0][0-9]+)*)(?P<closed>[.,] ?(?:-+|=)(?![0-9]))?(?P<rest>.*)",
        re.IGNORECASE | re.DOTALL,
    )


def _plain(text: str) -> str:
    """Return the text with ASCII digits, one kind of dash and single spaces; a hard space between groups stays one."""
    text = text.replace("\0", " ")
    if not text.isascii():
        text = "".join(_ascii_digit(char) for char in text.translate(_FOREIGN_CHARS))
        text = re.sub(r"(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))", "\0", text)
    words = " ".join(text.replace("\\$", "$").replace("\\%", "%").split())
    return words.replace("\0", "\N{NO-BREAK SPACE}").strip(" ;*")


def _ascii_digit(char: str) -> str:
    return str(int(char)) if char.isdecimal() else char


def _long(text: str, plain: str) -> Reading:
    """Judge a text that is longer than any figure."""
    if plain[:40].strip("-+0123456789., "):
        return Reading(text=text, verdict=Verdict.NONE, explanation="Ini kalimat, bukan angka.")
    return Reading(text=text, verdict=Verdict.INVALID, explanation="Angka terlalu panjang untuk dibaca.")


def _nothing(text: str, plain: str, satuan: str) -> Reading:
    """Judge a text without digits at its beginning: NIHIL is zero, all else is not a figure."""
    word, _, unit = plain.partition(" ")
    if word.casefold() in {"nihil", "nol"}:
        return Reading(text=text, verdict=Verdict.CERTAIN, value=_decimal("0"), unit=_unit_name(unit) or satuan)
    if plain.strip("-. ") == "":
        return Reading(text=text, verdict=Verdict.NONE, explanation="Tidak ada angka yang ditulis.")
    if plain[:1] in ".,":
        reason = "Angka diawali tanda baca: tulis nol di depannya, misalnya 0,5."
        return Reading(text=text, verdict=Verdict.INVALID if plain[1:2].isdigit() else Verdict.NONE, explanation=reason)
    return Reading(text=text, verdict=Verdict.NONE, explanation="Ini bukan angka.")


def _figure(text: str, match: re.Match[str], satuan: str) -> Reading:
    """Judge a text that begins with a figure: first a range, then the unit, then the digits."""
    sign = "-" if (match["minus"] or match["inner"] or "").startswith(("-", "m", "M")) else ""
    rest = match["rest"]
    if match["open"]:
        return _bracketed(text, match, satuan)
    tail = re.fullmatch(r" ?(%|persen)? ?(?:--?|s\.? ?d\.?|s/d|sampai(?: dengan)?|hingga) ?(?=[0-9R+-])(.+)", rest)
    if tail and not match["closed"]:
        return _range(text, sign + match["core"] + (tail[1] or ""), tail[2], satuan)
    trouble = _trouble(match["core"], rest)
    if trouble:
        return Reading(text=text, verdict=trouble[0], explanation=trouble[1])
    currency = _CURRENCIES.get((match["money"] or "").casefold(), "")
    unit, note, power, second = _unit(rest, currency)
    unit = unit or satuan.strip()
    numeral = read_numeral(
        match["core"], closed=match["closed"] is not None, money=bool(currency), percent=unit.casefold() in _PERCENT
    )
    reading = _reading(text, numeral, sign, power, unit)
    if second is not None and reading.verdict is Verdict.CERTAIN:
        reading = replace(
            reading, verdict=Verdict.AMBIGUOUS, other=_decimal(f"{sign}{numeral.digits}E{second}"),
            explanation="Huruf M dapat berarti miliar atau juta: tulis katanya.",
        )  # fmt: skip
    return replace(reading, note=note)


def _bracketed(text: str, match: re.Match[str], satuan: str) -> Reading:
    """Judge "(2,5)": a negative amount in accounts, a plain remark elsewhere."""
    inner, bracket, after = match[0].removeprefix("(").partition(")")
    if not bracket or after:
        return Reading(text=text, verdict=Verdict.NONE, explanation="Ini bukan angka.")
    reading = parse(inner, satuan=satuan)
    if reading.verdict is not Verdict.CERTAIN or reading.value is None:
        return replace(reading, text=text)
    return replace(
        reading, text=text, verdict=Verdict.AMBIGUOUS, value=-reading.value, other=reading.value,
        explanation="Tanda kurung dapat berarti negatif: tulis tanda minus, atau hapus kurungnya.",
    )  # fmt: skip


def _range(text: str, lower: str, upper: str, satuan: str) -> Reading:
    """Judge "0-18 tahun": both ends must be certain and in order."""
    first, last = parse(lower), parse(upper, satuan=satuan)
    if first.sure is None or last.sure is None or last.bound or last.upper is not None:
        return Reading(text=text, verdict=Verdict.INVALID, explanation="Kedua ujung rentang harus angka yang jelas.")
    if first.sure > last.sure:
        return Reading(text=text, verdict=Verdict.INVALID, explanation="Rentang terbalik: tulis dari kecil ke besar.")
    return replace(
        last, text=text, verdict=Verdict.RANGE, value=first.value, upper=last.value,
        notation=last.notation if first.notation is Notation.POLOS else first.notation,
    )  # fmt: skip


def _trouble(core: str, rest: str) -> tuple[Verdict, str] | None:
    """Tell why what stands behind the digits makes the text something else than one figure with a unit."""
    behind = rest.lstrip()
    first, after = behind[:1], behind[1:].lstrip()[:1]
    glued = re.match(r"[^\W\d]+[0-9]", rest) and not re.match(r"(?:[kdch]?m)[23]\b", rest, re.IGNORECASE)
    without_rates = re.sub(r"(?:\bper|/) ?[0-9.,]+", "", behind.partition("(")[0])
    found = (
        (first in {".", ")", ":"} and after.isalpha(), Verdict.NONE, "Ini butir bernomor, bukan angka."),
        (is_month(behind.partition(" ")[0]) and len(core) <= 2, Verdict.NONE, "Ini tanggal, bukan angka."),
        (first.isdigit(), Verdict.INVALID, "Angka terpisah spasi: tulis ribuan dengan titik, misalnya 6.800."),
        (first == "/" and not any(map(str.isalpha, behind)), Verdict.INVALID,
         "Ini pecahan atau tanggal: tulis hasilnya sebagai satu angka."),
        (first and not (first.isalpha() or first in "%‰°/$€(*.,;'\""), Verdict.INVALID,
         f"Ada tanda yang tidak dikenal sesudah angka {core}."),
        (glued or re.match(r"[.,;'\"]+[^.,;'\"]", behind), Verdict.INVALID,
         f"Tanda sesudah {core} tidak dapat dibaca sebagai angka atau satuan."),
        (re.search(r"(?<!\w)[0-9]", without_rates), Verdict.INVALID,
         "Ada lebih dari satu angka: tulis satu angka dengan satu satuan."),
    )  # fmt: skip
    return next(((verdict, told) for hit, verdict, told in found if hit), None)


def _unit(rest: str, currency: str) -> tuple[str, str, int, int | None]:
    """Split what stands behind the digits into unit, bracketed note, power of ten and a second possible power."""
    words, note = re.sub(r"\*+\)?$", "", rest).strip(" *.,;"), ""
    bracket = re.match(r"([^()]*)\(([^()]*)\)?([^()]*)", words)
    if bracket:
        words, note = f"{bracket[1]} {bracket[3]}".strip(" ,;"), bracket[2].strip()
    word, _, after = words.partition(" ")
    short = word.casefold().rstrip(".")
    power, second = _POWERS.get(short) or _SHORT_POWERS.get(short, 0), None
    if currency and word in {"M", "T"}:
        power, second = (9, 6) if word == "M" else (12, None)
    words = after if power else words
    if words.casefold().startswith("rupiah"):
        currency, words = "Rp", words[6:]
    return f"{currency} {_unit_name(words)}".strip(), note, power, second


def _unit_name(words: str) -> str:
    """Return the unit token; every word for percent is "%"."""
    unit = words.strip(" .,;*")
    return "%" if unit.casefold() in _PERCENT else unit


def _reading(text: str, numeral: Numeral, sign: str, power: int, unit: str) -> Reading:
    """Turn judged digits into a reading with its explanation."""
    if numeral.verdict is Verdict.INVALID:
        return Reading(text=text, verdict=Verdict.INVALID, unit=unit, explanation=numeral.reason)
    value, told = _decimal(f"{sign}{numeral.digits}E{power}"), ""
    other = _decimal(f"{sign}{numeral.other}E{power}") if numeral.other else None
    if other is not None:
        told = f"Dapat berarti dua angka: tulis {_unmistakable(value, unit)} atau {_unmistakable(other, unit)}."
    elif numeral.notation is Notation.ASING:
        told = f"Ditulis dengan notasi asing; di Indonesia ditulis {format_angka(value)}."
    return Reading(
        text=text, verdict=numeral.verdict, value=value, other=other, unit=unit, notation=numeral.notation,
        explanation=told,
    )  # fmt: skip


def _unmistakable(value: "Decimal", unit: str) -> str:
    """Write a value so that it is read for sure: three decimals get a zero, a percentage no grouping dots."""
    whole, _, decimals = format(value, "f").partition(".")
    if decimals := decimals.rstrip("0"):
        return format_angka(_decimal(f"{whole}.{decimals}{'0' if len(decimals) == 3 else ''}"))
    return whole if unit in _PERCENT else format_angka(_decimal(whole))


def _decimal(digits: str) -> "Decimal":
    from decimal import Decimal

    return Decimal(format(Decimal(digits), "f"))


def parse_rupiah(text: str) -> int | None:
    """Return whole rupiah of "Rp5.581.884.078,-" or "437.531.700", None when it is no sure whole amount.

    Another currency, a percentage, a unit, a range, a bound, cents and a doubtful separator all give None.
    """
    reading = parse(text)
    value = reading.sure
    if value is None or reading.bound or reading.unit not in {"", "Rp"} or value != int(value):
        return None
    return int(value)


def format_angka(value: "Decimal | int", desimal: int | None = None) -> str:
    """Write a figure by the Indonesian convention: "76.226", "81,33".

    `desimal` rounds to that many decimals, half away from zero (81,325 is 81,33); without it all digits stay.
    """
    from decimal import ROUND_HALF_UP, Context, Decimal

    number = Decimal(value)
    if not number.is_finite() or number.adjusted() > 99:
        raise ValueError(f"bukan angka yang dapat ditulis: {value}")
    if desimal is not None:
        number = number.quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP, Context(prec=120 + desimal))
    whole, _, decimals = format(number, ",f").partition(".")
    written = whole.replace(",", ".") + (f",{decimals}" if decimals else "")
    return written.removeprefix("-") if not number else written


def format_persen(value: "Decimal | int", desimal: int | None = None) -> str:
    """Write a percentage: "97,73%"."""
    return f"{format_angka(value, desimal)}%"


def format_rupiah(amount: int) -> str:
    """Write an amount as offices do: "Rp5.581.884.078,-", negative "-Rp5.000,-"."""
    return f"{'-' if amount < 0 else ''}Rp{abs(amount):,}".replace(",", ".") + ",-"
