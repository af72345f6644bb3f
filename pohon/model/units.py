"""Names of a government unit as documents print them, and whether two of them mean the same unit.

Source: domain.md rule DOK02 (one agency under four names in one document).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from .wording import tokens

__all__ = ["is_variant", "mentions", "own_name"]

_LONGEST = 6000
_KINDS = "dinas|badan|kantor|inspektorat|sekretariat daerah|sekretariat dprd|satuan polisi|kecamatan"
_NAME = (  # a text: compiled when the first document is read
    rf"(?i)\b({_KINDS})((?:\s+(?:dan|serta)\b|\s*,\s*(?:dan\s+)?|\s+)(?!kabupaten|kab\b|kota\b|provinsi|prov\b|tahun|untuk|pada|di\b|yang|adalah"
    r"|dalam|masing|tanggal|nomor|periode|ini|tersebut|selaku|sebagai)[A-Z][\w-]*)+"
)
_GOVERNMENT = r"(?i)\W*(?:kabupaten|kab\.?|kota|provinsi|prov\.?)\s+(\w+)"
_LINKS = frozenset({"dan", "serta"})


@lru_cache(64)
def own_name(instansi: str) -> tuple[str, ...]:
    """Return the words of a unit's name up to the name of its government."""
    words = tokens(instansi.partition("(")[0])
    stops = [place for place, word in enumerate(words) if place and word in {"kabupaten", "kab", "kota", "provinsi"}]
    return tuple(word for word in words[: stops[0] if stops else None] if word not in _LINKS)


@lru_cache(16_384)
def mentions(text: str, pemerintah: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return (as printed, words) of every unit named in capitals in a text, none of another government."""
    return tuple(_mentions(text, pemerintah))


def _mentions(text: str, pemerintah: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    plain = " ".join(text[:_LONGEST].split())
    if not any(kind in plain.casefold() for kind in _KINDS.split("|")):
        return
    ours = frozenset(tokens(pemerintah))
    for found in re.finditer(_NAME, plain):
        printed = _capitals(found[0])
        behind = re.match(_GOVERNMENT, plain[found.start() + len(printed) :])
        if behind and ours and behind[1].casefold() not in ours:
            continue
        words = tuple(word for word in tokens(printed) if word not in _LINKS)
        if len(words) > 1:
            yield printed, words


def _capitals(printed: str) -> str:
    """Cut a name off at the first word in small letters that joins nothing."""
    kept: list[str] = []
    for word in printed.split(" "):
        if not word[:1].isupper() and word.strip(",").casefold() not in _LINKS:
            break
        kept.append(word)
    while kept and kept[-1].strip(",").casefold() in _LINKS:
        kept.pop()
    return " ".join(kept).rstrip(" ,")


def is_variant(words: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Tell whether a name means the unit but is not its name: the same kind of unit, most words in common."""
    if not words or not own or words[0] != own[0]:
        return False
    shared = min(len(words), len(own))
    if words[:shared] == own[:shared]:  # cut off at a line end, or followed by the next words of a heading
        return False
    theirs, ours = frozenset(words[1:]), frozenset(own[1:])
    common = len(theirs & ours)
    return common >= 2 and common * 5 >= min(len(theirs), len(ours)) * 3
