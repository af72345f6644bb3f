r"""Formulas as printed on forms: "Jumlah A dibagi Jumlah B dikali 100%", \frac{A}{B} x 100, (a/b) x 100.

A printed formula is prose and is never computed; what can be seen in it are its operators, its numerator and its
denominator. Source: domain.md rules IND06, IND07, IND08, IND25 and the forms of the seeds.
"""

import re

from pohon.frozen import dataclass

__all__ = ["Rumus", "looks_like_division", "read_rumus"]

_LONGEST = 5000
_TOTALS = r"(?:(?:jumlah|total|seluruh|keseluruhan|semua|banyaknya|target|rencana|populasi|sasaran|pagu)\b|[∑Σ])"
_DIVISIONS = (
    r"÷|\bdi ?bagi(?:kan)?\b(?: dengan| oleh)?|\bdi ?banding(?:kan)?\b(?: dengan)?|\bberbanding\b(?: dengan)?"
    rf"|\b(?:terhadap|per) (?={_TOTALS})"
    rf"| ?/ ?(?=\(|{_TOTALS})|(?<=\)) ?/ ?|(?<=[0-9]) ?/ ?(?=[0-9])| / (?=[0-9]|[a-z]\b)|(?<=\b[a-z])/(?=[a-z]\b)"
)
_TIMES = (
    r"(?:×|(?<=[\w)] )\*(?= ?[\w(])|(?<=[\w)])\*(?=[0-9(])|\bdi ?kali(?:kan)?\b(?: dengan)?|\bkali(?= ?[0-9]| seratus)"
    r"|(?:(?<=[)0-9%] )|(?<=[)%]))x(?= ?[(\w])|(?<![^\W_])x(?= ?(?:[(0-9]|seratus|seribu|bobot|nilai|jumlah|total)))"
)
_NUMBER = r"(?:[0-9][0-9.]{0,14}(?:,[0-9]{1,4})?|seratus|seribu)"
_FACTORS = (  # "x 100%" wins over "100% x": in "/ 6 x 100%" the six is a divisor
    rf"{_TIMES} ?\(?(?P<number>{_NUMBER})\b ?(?:%|persen\b)?\)?",
    rf"\b(?P<number>{_NUMBER}) ?(?:%|persen)? ?{_TIMES}",
)
_RATIO_MARKS = (r" / ", r"(?<=\w)/(?=\w)", r" : ")
_WORDS = {"seratus": "100", "seribu": "1000"}
_OPERATORS = {
    "kali": _TIMES,
    "tambah": r"(?<=[\w)])\+(?=[\w(])| \+ ?(?=[\w(])|\bdi ?tambah(?:kan)?\b",
    "kurang": r"\bdi ?kurang(?:i|kan)\b",
    "selisih": r"(?<=[\w)]) - (?=[\w(])",
    "rata": r"\brata[- ]?rata\b|\brerata\b",
    "terhadap": r"\bterhadap\b|\brasio\b|\bperbandingan\b",
}
_STRONG = frozenset({"bagi", "kali", "tambah", "kurang"})


@dataclass(frozen=True, slots=True)
class Rumus:
    """What can be seen in a printed formula.

    `teks`: on one line and without LaTeX. `pembilang`, `penyebut`: "" without a division. `faktor`: the number it is
    multiplied by ("100", "100000"), "" without one. `operator`: of {"bagi", "kali", "tambah", "kurang", "selisih",
    "rata", "terhadap"}; the last three are weak signs that also occur in plain wording. `bertumpuk`: the division was
    seen from two lines one above the other, the fraction bar is lost.
    """

    teks: str
    pembilang: str = ""
    penyebut: str = ""
    faktor: str = ""
    operator: frozenset[str] = frozenset()
    bertumpuk: bool = False

    @property
    def ada_pembagian(self) -> bool:
        """Whether something is divided by something."""
        return "bagi" in self.operator

    @property
    def dikali_seratus(self) -> bool:
        """Whether it is multiplied by one hundred (100, 100%, seratus persen)."""
        return self.faktor == "100"

    @property
    def ada_operator(self) -> bool:
        """Whether it computes anything: divides, multiplies, adds or subtracts."""
        return bool(self.operator & _STRONG)


def looks_like_division(text: str) -> bool:
    """Tell whether a printed formula divides something by something."""
    return read_rumus(text).ada_pembagian


def read_rumus(text: str) -> Rumus:
    """Read a printed formula; never raises, and looks into the first 5,000 characters only."""
    plain = _unlatex(text[:_LONGEST].replace("÷", " ÷ "))
    lines = [" ".join(line.split()) for line in plain.splitlines()]
    lines = [line for line in lines if line]
    one_line = " ".join(lines)
    factor = next(filter(None, (_find(pattern, one_line) for pattern in _FACTORS)), None)
    faktor = _digits(factor["number"]) if factor else ""
    bare = [_without(line, factor.re) if factor else line.strip(" ;.") for line in lines]
    bare = [line for line in bare if line]
    divided, stacked = _divided(" ".join(bare), faktor), False
    if divided is None and len(bare) == 2 and all(_find(rf"^(?:[^=]{{1,80}}= ?)?{_TOTALS}", line) for line in bare):
        divided, stacked = (bare[0], bare[1]), True
    seen = {name for name, pattern in _OPERATORS.items() if _find(pattern, one_line)}
    if divided is None:
        return Rumus(one_line, faktor=faktor, operator=frozenset(seen))
    above, below = _numerator(divided[0]), _denominator(divided[1])
    return Rumus(one_line, above, below, faktor, frozenset(seen | {"bagi"}), stacked)


def _find(pattern: str, text: str) -> re.Match[str] | None:
    return re.search(pattern, text, re.IGNORECASE)


def _digits(number: str) -> str:
    """Return a factor in plain digits: "100.000" is "100000"."""
    word = number.casefold()
    return _WORDS.get(word, word.rstrip(".").replace(".", "").removesuffix(",00"))


def _without(line: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(" ", line, count=1).strip(" ;.")


def _divided(text: str, faktor: str) -> tuple[str, str] | None:
    """Return what stands left and right of the first division, None when nothing is divided."""
    found = _find(_DIVISIONS, text)
    if found is None and faktor:  # a bare slash between words divides only in a ratio
        found = next(filter(None, (_find(mark, text) for mark in _RATIO_MARKS)), None)
    if found:
        return text[: found.start()], text[found.end() :]
    ratio = _find(r"\b(?:perbandingan|rasio)(?: antara)? ([^()]{1,300}?) (?:dengan|terhadap|dan) ([^()]{1,300})", text)
    return (ratio[1], ratio[2]) if ratio else None


def _numerator(text: str) -> str:
    """Return the bracket that ends the text, else the text without "Name =" and open brackets."""
    left = text.rstrip()
    if left.endswith(")"):
        start = _opening(left)
        if start >= 0:
            return _trimmed(left[start + 1 : -1])
    return _trimmed(left.rpartition("=")[2])


def _denominator(text: str) -> str:
    """Return the bracket that begins the text, else the text up to a bracket that closes nothing."""
    right = text.lstrip()
    depth = 0
    for index, char in enumerate(right):
        depth += {"(": 1, ")": -1}.get(char, 0)
        if depth < 0 or (depth == 0 and char == ")" and right.startswith("(")):
            return _trimmed(right[:index])
    return _trimmed(right)


def _opening(text: str) -> int:
    """Return where the bracket opens that the last character closes, -1 when it does not."""
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(text[index], 0)
        if depth == 0:
            return index
    return -1


def _trimmed(text: str) -> str:
    return text.strip(" ()[].,;:=∑Σ$")


def _unlatex(text: str) -> str:
    r"""Return the text with \frac{A}{B} as (A) ÷ (B) and without other LaTeX."""
    if "\\" in text or "$" in text:
        for _ in range(20):
            plain = _unfraction(text)
            if plain == text:
                break
            text = plain
        text = re.sub(r"\\(?:times|cdot|ast)(?![a-zA-Z])", " × ", text)
        text = re.sub(r"\\div(?![a-zA-Z])", " ÷ ", text)
        text = re.sub(r"\\sum(?![a-zA-Z])", " Σ ", text)
        text = re.sub(r"\\[a-zA-Z]+\*?|\\(?=[%${}&# ])|\\[,;:!]", "", text)
        text = re.sub(r"(?<!US)\$|[{}]", "", text)
    return text


def _unfraction(text: str) -> str:
    r"""Replace the first \frac{A}{B}; the text as it is when there is none or its braces do not close."""
    found = re.search(r"\\[dt]?frac\s*(?=\{)", text)
    if found is None:
        return text
    above = _group(text, found.end())
    start = above + (len(text[above:]) - len(text[above:].lstrip()))
    below = _group(text, start) if above > 0 and text[start : start + 1] == "{" else -1
    if below < 0:
        return text
    fraction = f"({text[found.end() + 1 : above - 1]}) ÷ ({text[start + 1 : below - 1]})"
    return f"{text[: found.start()]} {fraction} {text[below:]}"


def _group(text: str, start: int) -> int:
    """Return the position after the brace group that opens at `start`, -1 when it does not close."""
    depth = 0
    for index in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[index], 0)
        if depth == 0:
            return index + 1
    return -1
