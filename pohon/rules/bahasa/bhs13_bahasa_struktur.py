"""BHS13 bahasa-struktur: a condition that names a part of the organisation."""

import re
from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import stated
from pohon.model.tree import Tree
from pohon.model.wording import contains, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_MODALS = frozenset({"belum", "telah", "sudah", "masih", "tidak", "mampu", "dapat", "siap", "akan"})
_WITHIN = 6
_PLACES = ("kecamatan", "kelurahan", "puskesmas", "kantor")


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    severity = Severity.WARNING if tree.tahap < 5 else Severity.HINT
    for node in stated(tree):
        unit = _unit(node.statement, lexicon)
        if unit:
            yield Hit(
                node=node.key,
                message=f"Kalimat ini menyebut bagian organisasi ({quoted(unit)}).",
                evidence=unit,
                severity=severity,
            )


def _unit(text: str, lexicon: Lexicon) -> str:
    sure = contains(text, lexicon.kata["struktur_pasti"])
    if sure:
        return sure
    word = contains(text, lexicon.kata["struktur_nama"], lexicon.frasa["struktur_wajar"])
    return word if word and _is_named(text, word) else _actor(text, lexicon)


def _actor(text: str, lexicon: Lexicon) -> str:
    """Return the office that acts: "Bidang Rehabilitasi mampu ...", "Inspektorat belum ...", "... oleh Satpol PP"."""
    words = tokens(text)
    offices = lexicon.kata["struktur_pelaku"]
    deeds = lexicon.kata["aktif"] | _MODALS
    first = next((name for name in (" ".join(words[:2]), words[0] if words else "") if name in offices), "")
    if first and not deeds.isdisjoint(words[1:_WITHIN]) and not contains(text, lexicon.frasa["struktur_wajar"]):
        return first
    place = words.index("oleh") + 1 if "oleh" in words else len(words)
    said = next((one for one in (" ".join(words[place : place + 2]), *words[place : place + 1]) if one in offices), "")
    return said if said and not said.startswith(_PLACES) else ""


def _is_named(text: str, word: str) -> bool:
    """True when a capitalised name follows: "Dinas Perikanan", but not "kepatuhan pada aturan dinas"."""
    return re.search(rf"\b{re.escape(word.title())}\s+[A-Z]|\b{re.escape(word.upper())}\s+[A-Z]", text) is not None


RULE = Rule(
    code="BHS13",
    name="bahasa-struktur",
    summary="Kalimat kinerja menyebut bagian organisasi, bukan kondisi.",
    severity=Severity.WARNING,
    stage=1,
    source="rangkuman PermenPANRB 89/2021, tahap 3: jangan kaitkan dulu dengan struktur organisasi",
    check=check,
    scope=Scope.NODE,
    hint="Tulis kondisinya dari sisi penerima layanan; unit dan jabatan dipasangkan pada tahap 5.",
)
