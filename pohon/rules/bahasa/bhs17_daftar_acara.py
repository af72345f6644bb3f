"""BHS17 daftar-acara: a list of events in one node."""

import re
from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind
from pohon.model.tree import Tree
from pohon.model.wording import contains
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]

_JOINTS = re.compile(r"[,;/&]|\bdan\b|\bserta\b", re.IGNORECASE)


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    least = int(lexicon.ambang["BHS17.pemisah"])
    for node in tree.of_kind(Kind.ANTARA, Kind.OPERASIONAL):
        parts = _parts(node.statement) if _may_list(node.statement, least) else []
        if len(parts) <= least:
            continue
        listed = [part for part in parts if contains(part, lexicon.kata["acara"])]
        if len(listed) < 2:
            listed = _proper(parts[1:]) if _mixes_cases(node.statement, lexicon.kata["henti"]) else []
        if len(listed) >= 2:
            yield Hit(
                node=node.key,
                message=f"Simpul ini memuat daftar {len(parts)} hal, di antaranya nama acara atau tempat.",
                evidence=", ".join(listed),
            )


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _JOINTS.split(text) if part.strip()]


def _may_list(text: str, least: int) -> bool:
    """A quick look before the text is split: few statements hold enough signs that part a list."""
    plain = text.casefold()
    return sum(plain.count(sign) for sign in (",", ";", "/", "&", "dan", "serta")) >= least


def _mixes_cases(text: str, stop: frozenset[str]) -> bool:
    """True when the sentence writes common words small, so that capitals mean names."""
    return sum(word.islower() and len(word) > 3 and word not in stop for word in text.split()) >= 3


def _proper(parts: list[str]) -> list[str]:
    """Return the parts that are names: every long word capitalised. Fewer than three names are no list."""
    long_words = [(part, [word for word in part.split() if len(word) > 3]) for part in parts]
    names = [part for part, words in long_words if words and all(word.istitle() for word in words)]
    return names if len(names) >= 3 else []


RULE = Rule(
    code="BHS17",
    name="daftar-acara",
    summary="Satu simpul memuat daftar acara atau nama tempat.",
    severity=Severity.WARNING,
    stage=3,
    source="praktik: satu simpul satu kondisi",
    check=check,
    scope=Scope.NODE,
    hint="Sebut kondisinya satu kali; daftar acaranya pindahkan ke `uraian`.",
)
