"""BHS20 angka-di-kinerja: figures inside a statement."""

import re
from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import stated
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_FIGURE = re.compile(r"(?<![\w.,-])\d[\d.,]*(?![\w-]|[.,]\d)\s*%?")
_NAMED = re.compile(r"\b[A-Z]{2,}[ -]\d[\d.,/-]*[A-Z]?\b")


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    names = frozenset(lexicon.frasa["angka_wajar"])
    for node in stated(tree):
        found = _FIGURE.search(node.statement)
        if found and not _is_part_of_name(node.statement, names):
            yield Hit(
                node=node.key,
                message=f"Kalimat kinerja memuat angka {quoted(found[0].strip())}; angka adalah target.",
                evidence=found[0].strip(),
            )


def _is_part_of_name(text: str, names: frozenset[str]) -> bool:
    """True when every figure follows a word that takes a number (usia 0-17, pasal 5), is spelt out: 1 (satu), tells
    the hours of a standard (24 jam), or stands behind an abbreviation (TPS 3R, LPG 3 kg).
    """
    if not text.isupper() and not _FIGURE.search(_NAMED.sub(" ", text)):
        return True
    words = tokens(text)
    places = [place for place, word in enumerate(words) if word.isdigit()]
    return all(
        words[place + 1 : place + 2] in (("satu",), ("jam",)) or not names.isdisjoint(words[max(0, place - 4) : place])
        for place in places
    )


RULE = Rule(
    code="BHS20",
    name="angka-di-kinerja",
    summary="Kalimat kinerja memuat angka, tahun atau jumlah lokasi.",
    severity=Severity.HINT,
    stage=1,
    source="praktik: angka adalah target dan mempunyai kolomnya sendiri",
    check=check,
    scope=Scope.NODE,
    hint="Pindahkan angkanya ke target indikator.",
)
