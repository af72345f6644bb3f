"""In which notation figures are written: 6.800 and 97,5 the Indonesian way, 6,800 and 97.5 the foreign one."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from .number import Notation, Verdict
from .targets import read

__all__ = ["Figure", "Notations"]

Figure = tuple[str, str]
"""(field path, text as printed)"""


class Notations(NamedTuple):
    """The figures of a node as (field path, text): the first in Indonesian notation, the foreign, the doubtful ones."""

    ours: tuple[Figure, ...] = ()
    foreign: tuple[Figure, ...] = ()
    doubtful: tuple[Figure, ...] = ()

    @classmethod
    def of(cls, figures: Iterable[Figure]) -> "Notations":
        """Sort figures; empty ones say nothing."""
        kinds: dict[object, list[Figure]] = {}
        for figure in figures:
            if figure[1].strip():
                kinds.setdefault(_notation(figure[1]), []).append(figure)
        parts = (kinds.get(kind, ()) for kind in (Notation.INDONESIA, Notation.ASING, Verdict.AMBIGUOUS))
        ours, foreign, doubtful = map(tuple, parts)
        return cls(ours[:1], foreign, doubtful)


@lru_cache(16_384)
def _notation(text: str) -> Notation | Verdict | None:
    """Return the notation of a certain figure, AMBIGUOUS for a doubtful one."""
    reading = read(text)
    return reading.notation if reading.verdict is Verdict.CERTAIN else reading.verdict
