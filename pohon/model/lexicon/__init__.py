"""The lexicon: word lists, glossary and thresholds as data, so that offices can add their own words.

Every `*.toml` file beside this module is read; a `paket_*.toml` file is the pack of one field. A list is one string of
words or phrases separated by commas or line ends (quick to read); pairs are lines `left: right`.
Source: domain.md sections 3.0.1 and 3.0.3, libraries.md section 3.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pohon.frozen import dataclass, field, replace

__all__ = ["Lexicon", "default", "extend"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lexicon:
    """Words of the trade. Equal only to itself, so that answers can be remembered by lexicon.

    `kata` word lists, `frasa` phrases in the author's order, `ejaan` misspelt -> right, `glosarium` written -> read as,
    `gabungan` one name for several parts, `satuan` measure -> fitting units, `ambang` thresholds ("STR09.anak"),
    `nomenklatur` official names of program, kegiatan and sub kegiatan (the user's file fills it).
    """

    kata: Mapping[str, frozenset[str]] = field(default_factory=dict)
    frasa: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ejaan: Mapping[str, str] = field(default_factory=dict)
    glosarium: tuple[tuple[str, str], ...] = ()
    gabungan: Mapping[str, frozenset[str]] = field(default_factory=dict)
    satuan: Mapping[str, frozenset[str]] = field(default_factory=dict)
    ambang: Mapping[str, float] = field(default_factory=dict)
    nomenklatur: tuple[str, ...] = ()


@cache
def default() -> Lexicon:
    """Return the lexicon that ships with `pohon`."""
    lexicon = Lexicon()
    for entry in sorted(Path(__file__).parent.glob("*.toml")):
        lexicon = extend(lexicon, tomllib.loads(entry.read_text(encoding="utf-8")))
    return lexicon


def extend(base: Lexicon, data: Mapping[str, Any]) -> Lexicon:
    """Return the lexicon with the words of `data` added (the tables of a data file or of pohon.toml).

    A word with a minus in front is taken out of its list. Raises ValueError for an unknown table or a misshapen value.
    """
    unknown = sorted(set(data) - set(_MERGE))
    if unknown:
        raise ValueError(f"kamus: tabel tidak dikenal: {', '.join(unknown)}")
    changed = {table: _MERGE[table](getattr(base, table), value) for table, value in data.items()}
    return replace(base, **changed)


def _misshapen(wanted: str, value: object) -> ValueError:
    return ValueError(f"kamus: {wanted} diharapkan, bukan {str(value)[:80]!r}")


def _ready(value: object) -> tuple[str, ...]:
    """Return the words of a list whose text needs nothing done to its single words, as in nearly all data files."""
    text = value.casefold().replace("\n", ",") if isinstance(value, str) else ""
    if "-" in text or "  " in text or not text.isprintable():
        return ()
    return tuple([word for word in map(str.strip, text.split(",")) if word])


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.replace("\n", ",").split(",")
    if not isinstance(value, list | tuple | set | frozenset) or not all(isinstance(word, str) for word in value):
        raise _misshapen("daftar kata", value)
    return tuple(word for word in map(str.strip, value) if word)


def _pairs(value: object) -> Iterable[tuple[str, str]]:
    if isinstance(value, Mapping):
        return [(_plain(str(left)), str(right).strip()) for left, right in value.items()]
    if not isinstance(value, str):
        raise _misshapen("pasangan kata", value)
    parts = (line.partition(":") for line in value.splitlines() if line.strip())
    return [(_plain(left), right.strip()) for left, _, right in parts]


def _plain(word: str) -> str:
    if word.isalpha() and word.islower() and word.isascii():
        return word
    return " ".join(word.casefold().replace("-", " ").split())


def _table(value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise _misshapen("tabel", value)
    return value


def _merge_sets(base: Mapping[str, frozenset[str]], value: object) -> dict[str, frozenset[str]]:
    return _merge_lists(base, value, plain=True)


def _merge_units(base: Mapping[str, frozenset[str]], value: object) -> dict[str, frozenset[str]]:
    return _merge_lists(base, value, plain=False)


def _merge_lists(base: Mapping[str, frozenset[str]], value: object, *, plain: bool) -> dict[str, frozenset[str]]:
    merged = dict(base)
    for name, listed in _table(value).items():
        ready = _ready(listed)
        if ready:
            merged[name] = merged.get(name, frozenset()).union(ready)
            continue
        words = _words(listed)
        form = _plain if plain else str.casefold
        added = {form(word) for word in words if word[0] != "-"}
        removed = {form(word.lstrip("-")) for word in words if word[0] == "-"}
        merged[name] = (merged.get(name, frozenset()) | added) - removed
    return merged


def _merge_phrases(base: Mapping[str, tuple[str, ...]], value: object) -> dict[str, tuple[str, ...]]:
    merged = dict(base)
    for name, listed in _table(value).items():
        added = _ready(listed) or map(_plain, _words(listed))
        merged[name] = tuple(dict.fromkeys((*merged.get(name, ()), *added)))
    return merged


def _merge_spelling(base: Mapping[str, str], value: object) -> dict[str, str]:
    return {**base, **dict(_pairs(value))}


def _merge_glossary(base: tuple[tuple[str, str], ...], value: object) -> tuple[tuple[str, str], ...]:
    return tuple({**dict(base), **{left: _plain(right) for left, right in _pairs(value)}}.items())


def _merge_thresholds(base: Mapping[str, float], value: object) -> dict[str, float]:
    merged = dict(base)
    for name, number in _table(value).items():
        if isinstance(number, bool) or not isinstance(number, int | float):
            raise _misshapen(f"angka untuk ambang {name}", number)
        merged[name] = number
    return merged


def _merge_names(base: tuple[str, ...], value: object) -> tuple[str, ...]:
    names = value.splitlines() if isinstance(value, str) else value
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        raise _misshapen("daftar nama", names)
    return tuple(dict.fromkeys((*base, *(name.strip() for name in names if name.strip()))))


_MERGE: Mapping[str, Any] = {
    "kata": _merge_sets,
    "frasa": _merge_phrases,
    "ejaan": _merge_spelling,
    "glosarium": _merge_glossary,
    "gabungan": _merge_sets,
    "satuan": _merge_units,
    "ambang": _merge_thresholds,
    "nomenklatur": _merge_names,
}
