"""Names of agencies: when two names mean the same one, and which of several agencies a name means.

A name is compared by its words without the region, so that "Dinas Sosial" of one regency is no partner in another.
Short names are read as offices make them: by initials ("Dinas PUPR") or from pieces of the words ("Dinsos").
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from .lexicon import Lexicon
from .wording import expand, tokens

__all__ = ["Agencies", "Agency", "agency", "same", "same_region"]

_JOINTS = frozenset({"dan", "serta"})
_REGIONS = {
    "kabupaten": "kabupaten", "kab": "kabupaten", "kota": "kota", "provinsi": "provinsi", "prov": "provinsi",
    "republik": "republik",
}  # fmt: skip
_BEFORE_REGIONS = frozenset({"pemerintah", "pemda", "pemkab", "pemkot", "pemprov", "daerah"})
_BRACKETS = re.compile(r"\([^()]*\)")
_SEVERAL = frozenset({
    "kecamatan", "kelurahan", "desa", "puskesmas", "rsud", "rumah", "uptd", "sekolah", "kantor", "pengadilan", "bagian",
    "bidang", "balai", "cabang",
})  # fmt: skip
"""First words of names that tell many units apart by what follows: a longer name is another unit."""
_ALONE = "*"
"""Behind the first letter of a name of one word."""
_PIECED = range(5, 31)
"""So many letters has a word that is put together from pieces of a name."""
_MOST_WORDS = 24


class Agency(NamedTuple):
    """The words of an agency's name, and the region it belongs to (empty = not said)."""

    words: tuple[str, ...]
    region: tuple[str, ...] = ()


def agency(name: str, government: str = "", lexicon: Lexicon | None = None) -> Agency:
    """Return what a name says; where it names no region, that of the government (`pemerintah`) counts.

    With a lexicon abbreviations of its glossary are read out.
    """
    words = tokens(_BRACKETS.sub(" ", name))
    if lexicon is not None:
        words = expand(words, lexicon)
    ruled = _region(tokens(government))
    cut = next((at for at, word in enumerate(words) if at and word in _REGIONS), len(words))
    own = _region(words[cut:])
    if own == ruled[:1]:  # "Dinas Kesehatan Kota": a kind of region, not which
        own = ruled
    core = words[:cut]
    if not own and ruled and core[-len(ruled) :] == ruled and len(core) > len(ruled):
        core = core[: -len(ruled)]
    return Agency(tuple(word for word in core if word not in _JOINTS)[:_MOST_WORDS], own or ruled)


def _region(words: tuple[str, ...]) -> tuple[str, ...]:
    while words and words[0] in _BEFORE_REGIONS:
        words = words[1:]
    return (_REGIONS.get(words[0], words[0]), *words[1:]) if words else ()


def same(one: Agency, other: Agency) -> bool:
    """Tell whether two full names mean the same agency."""
    return bool(one.words) and one.words == other.words and same_region(one, other)


def same_region(one: Agency, other: Agency) -> bool:
    """Tell whether two agencies can belong to one region; who names none may belong to any."""
    return all(word == like for word, like in zip(one.region, other.region, strict=False))


class Agencies:
    """Several agencies, to be found by a name: the full one, a short one, or one that is longer or shorter."""

    def __init__(self, agencies: Iterable[Agency]) -> None:
        self._all = tuple(agencies)
        self._full: dict[tuple[str, ...], list[int]] = {}
        self._opening: dict[tuple[str, ...], list[int]] = {}
        self._letters: dict[str, set[tuple[str, ...]]] = {}
        for place, one in enumerate(self._all):
            if one.words:
                self._full.setdefault(one.words, []).append(place)
                self._opening.setdefault(one.words[:2], []).append(place)
                alone = _ALONE if len(one.words) == 1 else ""
                for letters in (one.words[0][0], _initials(one.words[:2]) + alone):
                    self._letters.setdefault(letters, set()).add(one.words)
        self._found: dict[Agency, tuple[int, ...]] = {}

    def find(self, asked: Agency) -> tuple[int, ...]:
        """Return the places of the agency that a name means (several trees of one agency), none when it is unclear."""
        if asked not in self._found:
            self._found[asked] = self._find(asked) if asked.words else ()
        return self._found[asked]

    def kin(self, place: int, *, loosely: bool = False) -> tuple[int, ...]:
        """Return the places of the same agency, its own among them: under its full name and under a short one.

        `loosely` also those whose name goes on where the other ends: offices are merged and renamed between years.
        """
        own = self._all[place]
        if not own.words:
            return (place,)
        longer = self._near(own, self._longer(own)) if loosely else ()
        return tuple(sorted({*self.find(own), *self._only(own, self._shortened(own)), *longer}))

    def _find(self, asked: Agency) -> tuple[int, ...]:
        full = self._near(asked, self._full.get(asked.words, ()))
        return full or self._only(asked, self._shortened(asked)) or self._only(asked, self._longer(asked))

    def _near(self, asked: Agency, places: Iterable[int]) -> tuple[int, ...]:
        return tuple(place for place in places if same_region(asked, self._all[place]))

    def _only(self, asked: Agency, places: Iterable[int]) -> tuple[int, ...]:
        found = self._near(asked, places)
        return found if len({self._all[place].words for place in found}) == 1 else ()

    def _shortened(self, asked: Agency) -> list[int]:
        """Return the agencies of which the name is a short form, or that are called by a short form of it."""
        words = asked.words
        near = {full for letters in _beginnings(words) for full in self._letters.get(letters, ())}
        same = [full for full in near if _is_short(words, full) or _is_short(full, words)]
        return sorted(place for full in same for place in self._full[full])

    def _longer(self, asked: Agency) -> list[int]:
        if len(asked.words) < 2 or asked.words[0] in _SEVERAL:
            return []
        near = self._opening.get(asked.words[:2], ())
        return [place for place in near if _opens(asked.words, self._all[place].words)]


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words)


def _beginnings(words: tuple[str, ...]) -> set[str]:
    """Return the first letter or the first two initials of every name that can be short or long for these words."""
    if len(words) == 1:
        return {words[0][0]}
    return {_initials(words[:2]), words[0][:2], words[0][0] + _ALONE}


def _opens(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    size = min(len(one), len(other))
    return one[:size] == other[:size]


def _is_short(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether words are a short form of a name: "dinsos", "dinas pupr", "dinas kominfo", "dinas sosial pppa"."""
    if len(short) >= len(full) or short[0][0] != full[0][0]:
        return False
    if _spelt(short, full):
        return True
    word = short[-1]
    if len(short) > 2 or len(word) not in _PIECED or word in full:
        return False
    from .office import is_made_of, is_pieced

    if len(short) == 1:
        return is_made_of(word.upper(), full)
    return short[0] == full[0] and is_pieced(word, full[1:], telling=True)


def _spelt(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether each word is the next of the name or the initials of several that follow."""
    place = 0
    for word in short:
        following = full[place : place + len(word)]
        if following[:1] == (word,):
            place += 1
        elif len(word) > 1 and word == _initials(following):
            place += len(word)
        else:
            return False
    return place == len(full)
