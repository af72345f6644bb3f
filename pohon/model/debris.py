r"""Whether a text holds what a conversion leaves behind: marks of Markdown, HTML, LaTeX, tables, broken letters.

Most texts hold none of the signs that could be debris; one search tells, and only then debris_marks.py is loaded.
Source: domain.md rule DOK09.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .wording import tokens

if TYPE_CHECKING:
    from .debris_marks import Debris

__all__ = ["debris", "is_fragment"]

_SIGNS = re.compile(r"[*_\\$&<|#`~]")
_ODD = frozenset(map(chr, (
    *range(0x80, 0xA0), 0xAD, *range(0xC2, 0xC6), 0xE2, 0xEF, 0xF0, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
    *range(0x2060, 0x206A), 0xFEFF, 0xFFFD,
)))  # fmt: skip
"""Signs beyond ASCII: controls, what broken letters begin with, invisible signs, the sign of a lost letter."""
_LONGEST_FRAGMENT, _MOST_WORDS = 60, 5


def debris(text: str, *, formula: bool = False) -> "Debris | None":
    """Return the debris in a text, None when there is none. In a formula stars and bars are signs of reckoning."""
    if not _SIGNS.search(text) and (text.isascii() or _ODD.isdisjoint(text)):
        return None
    from .debris_marks import looked

    return looked(text, formula)


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
