"""Whether a statement names the office itself: by its name, by a short name made of it, or as "perangkat daerah".

Names of places inside the name ("Kecamatan Rimba") do not count when the statement means the place.
Source: domain.md rule BHS13, rangkuman PermenPANRB 89/2021 (tahap 3 without the organisation).
"""

import re
from functools import lru_cache

from .lexicon import Lexicon
from .wording import tokens

__all__ = ["is_made_of", "is_pieced", "named_office"]

_JOINTS = frozenset({"dan", "serta", "yang", "untuk", "di", "pada"})
_REGIONS = frozenset({"kabupaten", "kota", "provinsi", "republik", "ri"})
_PLACES = frozenset({"kecamatan", "kelurahan", "desa", "kabupaten", "kota", "provinsi"})
_BEFORE_PLACES = frozenset(
    {"di", "wilayah", "masyarakat", "warga", "penduduk", "se", "antar", "tingkat", "ke", "dari", "desa", "oleh"}
)
_SERVICES = frozenset({"pelayanan", "administrasi"})
"""What a kecamatan or kelurahan does for the people of the place it is named after."""
_OPENINGS = {
    "dinas": ("dis", "din", "d"), "badan": ("ba", "b"), "sekretariat": ("set", "sek"), "kecamatan": ("kec",),
    "inspektorat": ("insp", "it"), "kementerian": ("kemen", "kem"), "direktorat": ("ditjen", "dit"),
}  # fmt: skip
_SHORTEST_NAME = 5
_TELLING = 3


def named_office(text: str, office: str, lexicon: Lexicon) -> str:
    """Return the words of the statement that name the office (`instansi`), "" when none do."""
    words = tokens(text)
    own = _own_words(office)
    return _full_name(words, own) or _short_name(text, own, lexicon) or _generic(words, own, lexicon)


@lru_cache(64)
def _own_words(office: str) -> tuple[str, ...]:
    """Return the words of the office's name up to the name of the region, joints left out."""
    words = tokens(re.sub(r"\([^()]*\)", " ", office))
    cut = next((place for place, word in enumerate(words) if word in _REGIONS and place), len(words))
    return tuple(word for word in words[:cut] if word not in _JOINTS)


def _full_name(words: tuple[str, ...], own: tuple[str, ...]) -> str:
    """The first two words of the name one after the other: "Dinas Perikanan", "Badan Pusat"."""
    if len(own) < 2:
        return ""
    for place, word in enumerate(words[:-1]):
        if word == own[0] and words[place + 1] == own[1]:
            before = words[place - 1] if place else ""
            if own[0] not in _PLACES or before not in _BEFORE_PLACES:
                return " ".join(words[place : place + 2])
    return ""


def _short_name(text: str, own: tuple[str, ...], lexicon: Lexicon) -> str:
    if len(own) < 2:
        return ""
    initials = "".join(word[0] for word in own)
    common = lexicon.kata["bukan_kantor"]
    for found in _capitalised(text):
        word = found.casefold()
        if found.isupper() and len(initials) > 2 and word == initials:
            return found
        if len(word) >= _SHORTEST_NAME and word not in common and word not in own and is_made_of(found, own):
            return found
    return ""


def _capitalised(text: str) -> list[str]:
    words = (word.strip(".,;:()/\"'") for word in text.split())
    return [word for word in words if len(word) > 2 and word.isalpha() and word[0].isupper()]


def is_made_of(found: str, own: tuple[str, ...]) -> bool:
    """True for a word put together from pieces of the name in order: "dispar" of "dinas pariwisata".

    One letter for the kind of office is enough in capitals only ("DISDIK", but not "Darat").
    """
    word = found.casefold()
    openings = (one for one in _OPENINGS.get(own[0], ()) if len(one) > 1 or found.isupper())
    return any(word.startswith(one) and is_pieced(word[len(one) :], own[1:], telling=False) for one in openings)


def is_pieced(rest: str, words: tuple[str, ...], *, telling: bool) -> bool:
    """True when the rest consists of pieces of the words, in order: two letters or more each, one of three at least.

    Short pieces alone are found in any word ("ba-ca-an"); with `telling` they are enough.
    """
    reached = {(0, telling)}  # how much of the rest the words so far can make up, and whether one piece tells
    for word in words:
        reached |= {
            (start + size, told or size >= _TELLING)
            for start, told in reached
            for size in range(2, min(len(rest) - start, len(word)) + 1)
            if rest[start : start + size] in word
        }
    return (len(rest), True) in reached


def _generic(words: tuple[str, ...], own: tuple[str, ...], lexicon: Lexicon) -> str:
    """The performance, accountability or management of "perangkat daerah", unless guiding offices is the job."""
    text = f" {' '.join(words)} "
    owners = set(lexicon.kata["kantor_umum"])
    if not lexicon.kata["pembina_kantor"].isdisjoint(own) or "sekretariat daerah" in " ".join(own):
        return ""
    if own and own[0] in ("kecamatan", "kelurahan"):
        owners.add(own[0])
    for owner in owners:
        place = text.find(f" {owner} ")
        if place < 0:
            continue
        before = text[:place].split()[-4:]
        if not before or before[-1] in _BEFORE_PLACES:
            continue
        served = _SERVICES if owner in _PLACES else frozenset[str]()
        if not (lexicon.kata["kinerja_kantor"] - served).isdisjoint(before):
            return owner
    return ""
