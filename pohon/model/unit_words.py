"""The words of a unit of measurement: when two ways of writing it may mean the same."""

from functools import lru_cache

from .wording import tokens

__all__ = ["PERCENT", "same_unit"]

PERCENT = frozenset({"%", "persen", "persentase", "prosentase", "presentase"})
_MONEY = frozenset({"rp", "rupiah", "idr", "us$", "usd", "$", "dolar", "eur"})
_SCALES = frozenset({"nilai", "indeks", "skor", "poin", "angka", "predikat", "kategori", "level", "opini"})


@lru_cache(16_384)
def same_unit(column: str, cell: str) -> bool:
    """Tell whether two ways of writing a unit may mean one: a word in common, or both percent, money, or a scale."""
    ours, theirs = _words(column), _words(cell)
    return not ours or not theirs or not ours.isdisjoint(theirs) or bool(_families(ours) & _families(theirs))


def _words(unit: str) -> frozenset[str]:
    """The words of a unit; all words for percent and for rupiah are one."""
    plain = unit.casefold().replace("/", " ")
    return frozenset((*tokens(plain), *(part.strip("().,") for part in plain.split()))) - {""}


def _families(words: frozenset[str]) -> set[str]:
    named = {"persen": PERCENT, "uang": _MONEY}
    return {name for name, family in named.items() if not family.isdisjoint(words)} | (
        {"skala"} if not _SCALES.isdisjoint(words) else set()
    )
