"""The words of a unit of measurement: what kind of unit it is, and when two ways of writing it may mean the same."""

from functools import lru_cache

from .lexicon import Lexicon
from .wording import tokens

__all__ = ["PERCENT", "kinds_of", "same_unit", "told"]

PERCENT = frozenset({"%", "persen", "persentase", "prosentase", "presentase"})
_MONEY = frozenset({"rp", "rupiah", "idr", "us$", "usd", "$", "dolar", "eur"})
_SCALES = frozenset({"nilai", "indeks", "skor", "poin", "angka", "predikat", "kategori", "level", "opini"})


@lru_cache(16_384)
def same_unit(column: str, cell: str) -> bool:
    """Tell whether two ways of writing a unit may mean one: a word in common, or both percent, money, or a scale."""
    ours, theirs = _words(column), _words(cell)
    return not ours or not theirs or not ours.isdisjoint(theirs) or bool(_families(ours) & _families(theirs))


@lru_cache(4096)
def kinds_of(unit: str, lexicon: Lexicon) -> frozenset[str]:
    """Return what a unit is made of: persen, skala, uang, besaran (length, weight, time), per, benda; empty = unknown.

    A unit that is known to count something else is a fault; one that nobody here has met is not.
    """
    words = frozenset(lexicon.ejaan.get(word, word) for word in _words(unit))
    found = {name for name in ("skala", "uang", "besaran") if not lexicon.kata[f"satuan_{name}"].isdisjoint(words)}
    if not PERCENT.isdisjoint(words) or any(word.startswith("%") for word in words):
        found.add("persen")
    if "per" in words or any(":" in word for word in words):
        found.add("per")
    if not words.isdisjoint(lexicon.kata["satuan_utuh"] | lexicon.kata["cacah"]):
        found.add("benda")
    if any(map(str.isdigit, unit)) and not found:
        found.add("skala")  # "0-100", "1-5"
    return frozenset(found)


def told(unit: str) -> str:
    """Return the unit of a column, "" for a dash or another sign that only fills the cell."""
    plain = unit.strip()
    return plain if any(sign.isalnum() or sign in "%‰°$" for sign in plain) else ""


def _words(unit: str) -> frozenset[str]:
    """The words of a unit; all words for percent and for rupiah are one."""
    plain = unit.casefold().replace("/", " ")
    return frozenset((*tokens(plain), *(part.strip("().,") for part in plain.split()))) - {""}


def _families(words: frozenset[str]) -> set[str]:
    named = {"persen": PERCENT, "uang": _MONEY}
    return {name for name, family in named.items() if not family.isdisjoint(words)} | (
        {"skala"} if not _SCALES.isdisjoint(words) else set()
    )
