"""Words that are one slip of the pen away from a frequent word: "pelaynan", "kesehtan".

No dictionary of Indonesian is needed: a word counts as misspelt only when it is no form of a known word and one letter
added, lost or swapped makes it one of the frequent words of performance documents (list `baku`), with or without -nya.
A letter exchanged for another does not count: pengawalan and pengawasan, penyidikan and pendidikan are all right.
"""

from collections.abc import Mapping
from functools import lru_cache
from itertools import chain

from .lexicon import Lexicon

__all__ = ["known_words", "slips"]

_SHORTEST = 7
_SHORTEST_HEAD = 9
_HEAD_OPENINGS = ("ter", "me", "ber", "di")
_ENDINGS = ("nya", "lah", "kan", "an", "i")
_BEGINNINGS = (
    "memper", "diper", "pember", "penge", "peng", "peny", "pem", "pen", "per", "pe", "meng", "meny", "mem", "men", "me",
    "ber", "be", "ter", "te", "ke", "di", "se", "antar", "non", "pasca", "pra", "multi", "sub",
)  # fmt: skip


@lru_cache(16_384)
def slips(word: str, lexicon: Lexicon) -> str:
    """Return the frequent word that this one misspells, "" when it is right, short or unknown."""
    known = known_words(lexicon)
    if len(word) < _SHORTEST or word in known or not word.isascii() or not word.isalpha() or _is_form(word, known):
        return ""
    if word[-1] == word[-2] and word[:-1] in known:
        return word[:-1]  # no word of the language ends in a doubled letter
    by_part = _frequent(lexicon)
    return _nearest(word, by_part) or _owned(word, known, by_part)


def _nearest(word: str, by_part: Mapping[str, tuple[str, ...]]) -> str:
    """Return the one frequent word a slip away; of two of one stem (pengelola, pengelolaan) that with the same end."""
    near = by_part.get(word[:4], ()) + by_part.get("-" + word[-4:], ())
    found = [right for right in dict.fromkeys(near) if _one_slip(word, right)]
    alike = [right for right in found if right[-2:] == word[-2:]] if len(found) > 1 else found
    return alike[0] if len(alike) == 1 else ""


def _owned(word: str, known: frozenset[str], by_part: Mapping[str, tuple[str, ...]]) -> str:
    """Return what a word with -nya misspells: "ketersediannya", "prasaranaya"."""
    bare = word.removesuffix("nya")
    if bare == word or len(bare) < _SHORTEST or bare in known:
        return ""
    right = _nearest(bare, by_part)
    return f"{right}nya" if right else ""


@lru_cache(8)
def known_words(lexicon: Lexicon) -> frozenset[str]:
    """Return every word that the lexicon holds in whatever list."""
    phrases = chain(*lexicon.kata.values(), *lexicon.frasa.values(), *lexicon.glosarium)
    return frozenset(" ".join(phrases).split())


@lru_cache(8)
def _frequent(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """Return the frequent words by their first and their last four letters."""
    listed = lexicon.kata["hasil"] | lexicon.kata["keluaran"]
    heads = {word for word in listed if word.startswith(_HEAD_OPENINGS) and len(word) >= _SHORTEST_HEAD}
    parts: dict[str, list[str]] = {}
    for word in sorted(lexicon.kata["baku"] | heads):
        if len(word) >= _SHORTEST and word.isalpha():
            parts.setdefault(word[:4], []).append(word)
            parts.setdefault("-" + word[-4:], []).append(word)
    return {part: tuple(words) for part, words in parts.items()}


def _is_form(word: str, known: frozenset[str]) -> bool:
    """True when affixes make the word out of a known one, or a known one out of it ("kebijakannya", "terdaftar")."""
    if word.endswith("ii"):
        return False  # no word takes -i behind an i
    stems = {word, *(word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))}
    stems |= {stem.removesuffix("nya").removesuffix("an") for stem in stems}
    bare = {stem.removeprefix(begin) for stem in stems for begin in _BEGINNINGS if stem.startswith(begin)}
    return any(len(stem) > 3 and stem in known for stem in (stems - {word}) | bare)


def _one_slip(word: str, right: str) -> bool:
    """True when one letter was added, lost or swapped with its neighbour."""
    gap = len(word) - len(right)
    if abs(gap) > 1:
        return False
    pairs = zip(word, right, strict=False)
    place = next((at for at, (one, two) in enumerate(pairs) if one != two), min(len(word), len(right)))
    if gap > 0 and word.endswith("kan") and right == word[:-3] + "an":
        return False  # rumuskan, sasarkan: the verb beside the noun
    if gap > 0:
        return word[place + 1 :] == right[place:]
    if gap < 0:
        return word[place:] == right[place + 1 :]
    return word[place : place + 2] == right[place : place + 2][::-1] and word[place + 2 :] == right[place + 2 :]
