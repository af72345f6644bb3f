r"""Whether a text holds what a conversion leaves behind: marks of Markdown, HTML, LaTeX, tables, broken letters.

Most texts hold none of the signs that could be debris; one search tells, and only then debris_marks.py is loaded.
Source: domain.md rule DOK09.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from .wording import tokens

__all__ = ["Debris", "debris", "is_fragment"]

_SUSPECT = re.compile(
    "[*_\\\\$&<|#`~\u0080-\u009f\u00ad\u00c2-\u00c5\u00e2\u00ef\u00f0\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]"
)
_LONGEST_FRAGMENT, _MOST_WORDS = 60, 5


class Debris(NamedTuple):
    """What was found: (what it is, the piece of the text); the text without it, "" when that is not known.

    `safe` = everything that changes is certain; else the text is a proposal that a person should read.
    """

    found: tuple[tuple[str, str], ...]
    mended: str = ""
    safe: bool = False


def debris(text: str, *, formula: bool = False) -> Debris | None:
    """Return the debris in a text, None when there is none. In a formula stars and bars are signs of reckoning."""
    return _looked(text, formula) if _SUSPECT.search(text) else None


def is_fragment(text: str, headings: Iterable[str]) -> bool:
    """Tell whether a text is nothing but a heading cut inside a word: "INDIKATOR KI", "NERJA INDIVIDU"."""
    words = tokens(text) if len(text) <= _LONGEST_FRAGMENT and text.count(" ") < _MOST_WORDS else ()
    if len(words) < 2:
        return False
    said = " ".join(words)
    return any(
        (heading.startswith(said) and heading[len(said) : len(said) + 1].isalpha())
        or (heading.endswith(said) and heading[: -len(said)][-1:].isalpha())
        for heading in headings
    )


@lru_cache(4096)
def _looked(text: str, formula: bool) -> Debris | None:
    from . import debris_marks

    found = tuple(debris_marks.found(text, formula=formula))
    if not found:
        return None
    mended = debris_marks.mended(text, formula=formula)
    if mended not in (text, ""):
        return Debris(found, mended, safe=True)
    proposed = debris_marks.spoken(text)
    clean = bool(proposed) and not any(debris_marks.found(proposed, formula=formula))
    return Debris(found, proposed if clean else "")
