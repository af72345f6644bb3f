"""Printed words for levels, components and positions -> what they are in the tree, in the vocabularies of all profiles.

Source: domain.md sections 1.1, 1.2, 2.5 to 2.7 and 4.
"""

import re
from difflib import get_close_matches
from functools import lru_cache

from pohon.model.node import Kind
from pohon.model.position import Jenjang

__all__ = [
    "jenjang_of", "kinds_of", "looks_like_component", "looks_like_position", "names_position", "partner_of",
    "split_label", "stage_of",
]  # fmt: skip

_WORD = re.compile(r"[a-z]+")
_PARTNER = re.compile(
    r"\s*(?:cross\s*-?\s*c?ut+ing|crosscuting|lintas\s+(?:sektor|opd|perangkat\s+daerah))\s*(?:dengan|dgn|:|-|,)?\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_DEEP = re.compile(r"\s*\((\d)\)\s*$")
_STAGE = re.compile(r"\s*tahap(?:an)?\s*([1-5]|iv|v|i{1,3})\b", re.IGNORECASE)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_VOCABULARY = (
    "strategis", "taktikal", "taktis", "intermediate", "immediate", "operasional", "kondisi", "antara", "utama",
    "kinerja", "outcome", "output", "ultimate", "final", "tujuan", "sasaran", "program", "kegiatan", "csf", "critical",
    "dampak", "hasil", "keluaran", "teknis", "langsung", "subkegiatan",
)  # fmt: skip
_ORDINARY = frozenset({
    "skpd", "opd", "pd", "sub", "pertama", "kedua", "ketiga", "keempat", "kelima", "i", "ii", "iii", "jenjang", "level",
    "renstra", "rpjmd", "factor", "success", "perangkat", "daerah", "paling", "akhir", "dan", "menjadi", "pk", "jpt",
    "individu", "ke", "unit", "kerja", "dinas",
})  # fmt: skip


@lru_cache(2048)
def kinds_of(label: str) -> frozenset[Kind]:
    """Return the kinds that a printed level label may mean; none for a text that is no label."""
    words = _WORD.findall(label.casefold())
    if not words or len(words) > 7:
        return frozenset()
    read = [_spelt(word) for word in words]
    if sum(bool(word) for word in read) == 0 or any(
        not word and raw not in _ORDINARY for word, raw in zip(read, words, strict=True)
    ):
        return frozenset()
    return _kinds(frozenset(read) - {""}, frozenset(words))


def _spelt(word: str) -> str:
    if word in _ORDINARY:
        return ""
    return next(iter(get_close_matches(word, _VOCABULARY, n=1, cutoff=0.82)), "")


_BY_WORDS = (
    ({"operasional"}, Kind.OPERASIONAL),
    ({"teknis"}, Kind.OPERASIONAL),
    ({"subkegiatan"}, Kind.OPERASIONAL),
    ({"immediate"}, Kind.ANTARA),
    ({"intermediate"}, Kind.UTAMA),
    ({"antara", "utama"}, Kind.UTAMA),
    ({"antara"}, Kind.ANTARA),
    ({"langsung", "hasil"}, Kind.ANTARA),
    ({"csf"}, Kind.CSF),
    ({"critical"}, Kind.CSF),
    ({"final"}, Kind.OUTCOME),
    ({"ultimate"}, Kind.OUTCOME),
    ({"program"}, Kind.UTAMA),
    ({"kegiatan"}, Kind.ANTARA),
    ({"taktikal"}, Kind.ANTARA),
    ({"taktis"}, Kind.ANTARA),
    ({"tujuan"}, Kind.OUTCOME),
    ({"sasaran"}, Kind.CSF),
    ({"output"}, Kind.OPERASIONAL),
    ({"keluaran"}, Kind.OPERASIONAL),
    ({"outcome"}, Kind.OUTCOME),
    ({"dampak"}, Kind.OUTCOME),
)


def _kinds(read: frozenset[str], words: frozenset[str]) -> frozenset[Kind]:
    if "strategis" in read:
        return frozenset({Kind.CSF} if "sasaran" in read else {Kind.OUTCOME, Kind.CSF})
    if "sub" in words and "kegiatan" in read:
        return frozenset({Kind.OPERASIONAL})
    return frozenset(next(([kind] for needed, kind in _BY_WORDS if needed <= read), []))


def partner_of(label: str) -> str | None:
    """Return the partner that a crosscutting label names ("" when it names none), None for any other label."""
    found = _PARTNER.fullmatch(label)
    return None if found is None else found[1].strip(" ():").strip()


def split_label(label: str) -> tuple[str, int, tuple[str, ...]]:
    """Return the level of "kondisi antara (2); crosscutting Dinas X", its depth among its own level, and partners."""
    first, *rest = (part.strip() for part in re.split(r"[;\n]", label))
    partners = tuple(name for part in rest if (name := partner_of(part)))
    if len(partners) != len(rest):
        first, partners = label, ()
    deep = _DEEP.search(first)
    return (first[: deep.start()] if deep else first), int(deep[1]) if deep else 1, partners


def stage_of(text: str) -> int:
    """Return n for "Tahap n", 0 for any other text."""
    found = _STAGE.match(text)
    if found is None:
        return 0
    return int(found[1]) if found[1].isdigit() else _ROMAN[found[1].casefold()]


_CLASS_WORDS = frozenset({
    "jabatan", "jpt", "jf", "pimpinan", "tinggi", "pratama", "madya", "utama", "administrator", "pengawas",
    "fungsional", "pelaksana", "eselon", "es", "i", "ii", "iii", "iv", "staf", "dan", "atau",
})  # fmt: skip
_JENJANG = (
    (r"\bjpt\s+madya\b|eselon\s+i\b|es\.?\s*i\b", Jenjang.JPT_MADYA),
    (
        (
            r"\bjpt\b|pimpinan tinggi|kepala (?:dinas|badan|kantor|perangkat daerah)|\bkadis\b|kaban\b|eselon\s+ii\b"
            r"|inspektur$|\bcamat\b"
        ),
        Jenjang.JPT_PRATAMA,
    ),
    (
        (
            r"sub\s*-?\s*ba(?:g|gian)\b|\bkasubb?ag\b|kepala seksi\b|\bkasi\b|pengawas\b|kasubbid\b|sub\s*bidang"
            r"|eselon\s+iv\b|\blurah\b"
        ),
        Jenjang.PENGAWAS,
    ),
    (
        (
            r"administrator\b(?!\s+(?:database|kesehatan))|kepala bidang\b|\bkabid\b|sekretaris\b"
            r"|kepala bagian\b|\bkabag\b|eselon\s+iii\b|\birban\b"
        ),
        Jenjang.ADMINISTRATOR,
    ),
    (r"\bjf\b|fungsional\b|ketua tim\b|\bahli (?:muda|madya|pertama)\b|sub\s*koordinator", Jenjang.JF),
    (r"pelaksana\b|staf\b", Jenjang.PELAKSANA),
)


@lru_cache(2048)
def jenjang_of(text: str) -> Jenjang | None:
    """Return the class of a position that a printed position or "PK/SKP ..." cell names."""
    plain = " ".join(text.casefold().split())
    return next((jenjang for pattern, jenjang in _JENJANG if re.search(pattern, plain)), None)


def looks_like_position(text: str) -> bool:
    """Tell whether a cell without heading names a position: it speaks of PK, SKP or a class of positions."""
    plain = text.casefold()
    return len(text.split()) < 12 and (bool(re.search(r"\b(?:pk|skp|jpt|jf)\b", plain)) or jenjang_of(text) is not None)


def names_position(text: str) -> bool:
    """Tell whether a cell names one position ("Kepala Bidang Air") and not only a class or a document of it."""
    words = _WORD.findall(text.casefold())
    return bool(set(words) - _CLASS_WORDS) and not {"pk", "skp"} & set(words)


def looks_like_component(text: str) -> bool:
    """Tell whether a cell without heading names a planning component: Tujuan, sasaran program ..."""
    first = (_WORD.findall(text.casefold()) or [""])[0]
    return first in {"tujuan", "sasaran", "program", "kegiatan", "sub", "outcome", "output"} and len(text.split()) < 6
