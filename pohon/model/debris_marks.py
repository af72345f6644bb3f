r"""The marks that a conversion leaves in a text: how each is found, and how what is certain is taken away.

What is a legitimate use of such a sign stays quiet: R&D, US$, "*)" and "**)" of a footnote, a blank of underscores,
a ** b of a formula, "< 5 hari", A | B. Source: domain.md rule DOK09.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Debris", "looked"]

_ROUNDS = 5


class Debris(NamedTuple):
    """What was found: (what it is, the piece of the text); the text without it, "" when that is not known.

    `safe` = everything that changes is certain; else the text is a proposal that a person should read.
    """

    found: tuple[tuple[str, str], ...]
    mended: str = ""
    safe: bool = False


_ENTITY = re.compile(
    r"&(?:nbsp|amp|lt|gt|quot|apos|[lr][sd]quo|[nm]dash|bull|middot|hellip|shy|ensp|emsp|deg|times|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});"
)
_TAG = re.compile(
    r"</?(?:br|hr|div|span|strong|em|font|center|ul|ol|li|table|tbody|thead|tr|td|th|sup|sub|h[1-6]|img|script|style)"
    r"(?:\s+[\w:-]{1,40}\s*=[^<>]{0,300})?\s*/?>|</[abipsu]>|</?[ovw]:\w{1,40}[^<>]{0,300}>",
    re.IGNORECASE,
)
_PLAIN_TAG = re.compile(
    r"(?P<gap></?(?:br|hr|div|p)(?:\s[^<>]{0,300})?/?>)|</?(?:span|strong|em|font|center|[abisu])(?:\s[^<>]{0,300})?>",
    re.IGNORECASE,
)
_LATEX = re.compile(
    r"(?<![:\\])\\(?:[dt]?frac|times|text(?:bf|it|rm)?|math(?:rm|bf|it|bb)|left|right|sum|cdot|sqrt|begin|end|div|leq?|geq?"
    r"|approx|bar|overline|ldots|quad|pm)(?![A-Za-z])"
)
_DOLLARS = re.compile(r"(?<![\w$])\$(?=[^\s$])([^$\n]{1,300})(?<!\s)\$(?![\w$])")
_MATHS = re.compile(r"[\\^{}_=]|\A[A-Za-z]\Z")
_ESCAPE = re.compile(r"(?<!\\)\\(?=[$%&#*_|\[\]{}<>~^`!])|(?<=\d)\\(?=[.)])|(?:(?<=\s)|\A)\\(?=[-+])")
_BOLD_PAIR = re.compile(r"(?<!\*)(\*{2,3})(?=[^\s*)])([^*\n]+)(?<!\s)\1(?!\*)")
_BOLD = re.compile(r"(?<![*\w])\*\*(?=[^\s*)])|(?<=[^\s*])\*\*(?![*)\w])")
_BOLD_OPENED = re.compile(r"\A\s*\*\*(?=[^\W\d_])(?!.*\*\*)", re.DOTALL)
_ITALIC = re.compile(r"(?<![\w*)])\*(?=[^\s*)])([^*\n]{1,300})(?<!\s)\*(?![\w*()])")
_LINED_PAIR = re.compile(r"(?<![\w])__(?=[^\W_])([^_\n]+)(?<!\s)__(?![\w])")
_LINED = re.compile(r"(?<!\w)__(?=[^\W\d_])")
_TICKS = re.compile(r"`([^`\n]{1,300})`")
_STRUCK = re.compile(r"~~(?=[^\s~])([^~\n]{1,300})~~")
_TITLE = re.compile(r"\A\s*#{1,6}\s+(?=\S)")
_RULED = re.compile(r"\|\s*:?-{2,}:?\s*(?:\||$)", re.MULTILINE)
_EDGES = re.compile(r"^\s*\||\|\s*$", re.MULTILINE)
_BROKEN = re.compile(
    "[\u00c2-\u00c5][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|[\u00e2\u00ef][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2}"
    "|\u00f0[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{3}"
)
_HALF_BROKEN = re.compile("\u00e2\u20ac|\u00c2(?=\\s)")
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u2060\ufeff]|(?<=[\\x20-\\x7e])[\u200c\u200d\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_LOST = "\ufffd"


@lru_cache(4096)
def looked(text: str, formula: bool) -> Debris | None:
    """Return the debris in a text, None when there is none; in a formula stars and bars are signs of reckoning."""
    found = tuple(_found(text, formula=formula))
    if not found:
        return None
    mended = _mended(text, formula=formula)
    if mended not in (text, ""):
        return Debris(found, mended, safe=True)
    proposed = _spoken(text)
    clean = bool(proposed) and not any(_found(proposed, formula=formula))
    return Debris(found, proposed if clean else "")


def _found(text: str, *, formula: bool) -> Iterator[tuple[str, str]]:
    """Yield each kind of debris once, with the first piece of it."""
    kinds: tuple[tuple[str, Callable[[str], str]], ...] = (
        ("kode HTML", lambda text: _first(text, _ENTITY, _TAG)),
        ("rumus LaTeX", lambda text: _first(text, _LATEX) or _dollars(text)),
        ("garis miring terbalik", _escape),
        ("tanda Markdown", lambda text: _markdown(text, formula=formula)),
        ("garis tabel", lambda text: _first(text, _RULED) or ("" if formula else _first(text, _EDGES))),
        ("huruf yang rusak", _broken),
        ("tanda yang tidak terlihat", _invisible),
    )
    for name, look in kinds:
        piece = look(text)
        if piece:
            yield name, piece


def _first(text: str, *patterns: re.Pattern[str]) -> str:
    return next((found[0].strip() for pattern in patterns if (found := pattern.search(text))), "")


def _dollars(text: str) -> str:
    return next((found[0] for found in _DOLLARS.finditer(text) if _MATHS.search(found[1])), "")


def _escape(text: str) -> str:
    found = None if _LATEX.search(text) else _ESCAPE.search(text)
    return text[found.start() : found.end() + 1] if found else ""


def _markdown(text: str, *, formula: bool) -> str:
    usual = _first(text, _BOLD_PAIR, _LINED_PAIR, _BOLD, _LINED, _TICKS, _STRUCK, _TITLE)
    return usual or ("" if formula else _first(text, _ITALIC))


def _broken(text: str) -> str:
    if _LOST in text:
        return _LOST
    whole = next((found[0] for found in _BROKEN.finditer(text) if _read_right(found[0])), "")
    return whole or _first(text, _HALF_BROKEN)


def _invisible(text: str) -> str:
    found = next(_unseen(text), None)
    return f"U+{ord(found[0]):04X}" if found else ""


def _unseen(text: str) -> Iterator[re.Match[str]]:
    """Yield the invisible signs that say nothing; writing from right to left needs some of them."""
    other_way = _RIGHT_TO_LEFT.search(text) is not None
    return (found for found in _INVISIBLE.finditer(text) if not other_way or found[0] in "\u00ad\ufeff")


def _read_right(piece: str) -> str:
    """Return what a piece of UTF-8 that was read as Windows-1252 really says, "" when it is no such piece."""
    try:
        return b"".join(map(_byte, piece)).decode("utf-8")
    except UnicodeError:
        return ""


def _byte(letter: str) -> bytes:
    return letter.encode("latin-1") if ord(letter) < 0x100 else letter.encode("cp1252")


def _mended(text: str, *, formula: bool) -> str:
    """Return the text without what is certainly debris; one layer may lie below another ("&amp;nbsp;")."""
    for _ in range(_ROUNDS):
        better = _peeled(text, formula=formula)
        if better == text:
            break
        text = better
    return text


def _peeled(text: str, *, formula: bool) -> str:
    gone = {found.start() for found in _unseen(text)}
    better = "".join(sign for place, sign in enumerate(text) if place not in gone) if gone else text
    better = _BROKEN.sub(lambda found: _read_right(found[0]) or found[0], better)
    better = re.sub("\u00c2(?=\\s)", "", better)
    better = _ENTITY.sub(_entity, better)
    better = _without_tags(better)
    if not _LATEX.search(better):
        better = _ESCAPE.sub("", better)
    better = _TITLE.sub("", _BOLD_OPENED.sub("", _BOLD_PAIR.sub(r"\2", better)))
    for pattern in (_LINED_PAIR, _TICKS, _STRUCK, *(() if formula else (_ITALIC,))):
        better = pattern.sub(r"\1", better)
    if not formula and "\n" not in better and not better.strip().strip("|").count("|"):
        better = better.strip().strip("|").strip() if _EDGES.search(better) else better
    return better if better == text else re.sub("[ \u00a0]{2,}", " ", better).strip()


def _entity(found: re.Match[str]) -> str:
    from html import unescape

    return unescape(found[0]).replace("\u00a0", " ")


def _without_tags(text: str) -> str:
    """Return the text without tags when they only break lines or change letters; "m<sup>2</sup>" stays."""
    if not _TAG.search(text):
        return text
    bare = _PLAIN_TAG.sub(lambda found: " " if found["gap"] else "", text)
    return text if _TAG.search(bare) else bare


def _spoken(text: str) -> str:
    r"""Return a LaTeX formula in signs that forms use, "" when there is none: \frac{A}{B} becomes (A) / (B)."""
    if not _LATEX.search(text) and not _dollars(text):
        return ""
    plain = re.sub(r"\\(?:text|math)(?:rm|bf|it|bb)?\s*\{([^{}]*)\}", r"\1", text)
    plain = re.sub(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}", r"(\1) / (\2)", plain)
    plain = re.sub(r"\\(?:left|right)(?![A-Za-z])", "", plain)
    plain = re.sub(r"\\(?:times|cdot)(?![A-Za-z])", "x", plain)
    plain = re.sub(r"\\sum(?![A-Za-z])", "jumlah", plain)
    plain = _ESCAPE.sub("", plain.replace("$$", "$"))
    plain = re.sub(r"(?<![\w$])\$(?=\S)([^$\n]*)(?<!\s)\$(?![\w$])", r"\1", plain)
    return " ".join(plain.split())
