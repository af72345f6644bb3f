"""TGT14 sisa-hitungan: decimals that only a spreadsheet makes (0.9500000001)."""

import re
from collections.abc import Iterator

from pohon.model.finding import Fix
from pohon.model.lexicon import Lexicon
from pohon.model.number import format_angka
from pohon.model.targets import place_of, sure
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

__all__ = ["RULE"]

_DECIMALS = re.compile(r"-?(\d+)[.,](\d+)\s*(?:%|persen)?", re.IGNORECASE)
_POWER = re.compile(r"\d+(?:[.,]\d+)?[Ee][+-]?\d{1,3}")
_LONG, _SHORTEST = 7, 5


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        cells = [(place_of(place, target), target.nilai) for target in indicator.target]
        cells.append((f"{place}.awal", indicator.awal))
        for field, printed in cells:
            text = " ".join(printed.split())
            if _residue(text):
                fix = _fix(node.key, field, text)
                yield Hit(node=node.key, field=field, message=_message(text), evidence=text, fix=fix)


def _residue(text: str) -> bool:
    """Seven decimals or more, five with a run of 0 or 9 among them, or a power of ten; very small values are meant."""
    found = _DECIMALS.fullmatch(text)
    if found is None:
        return bool(_POWER.fullmatch(text))
    whole, decimals = found.groups()
    if not whole.strip("0") and decimals.startswith("00"):
        return False
    run = "0000" in decimals or "9999" in decimals
    return len(decimals) >= _LONG or (len(decimals) >= _SHORTEST and run)


def _fix(key: str, field: str, text: str) -> Fix | None:
    value = sure(text)
    unit = "%" if text.endswith("%") else ""
    return None if value is None else Fix(node=key, field=field, text=format_angka(round(value, 2)) + unit)


def _message(text: str) -> str:
    value = sure(text)
    meant = f" Mungkin maksudnya {format_angka(round(value, 2))}." if value is not None else ""
    return f"Angka {quoted(text)} adalah sisa hitungan lembar kerja.{meant}"


RULE = Rule(
    code="TGT14",
    name="sisa-hitungan",
    summary="Target memuat desimal sisa hitungan lembar kerja.",
    severity=Severity.WARNING,
    stage=5,
    source="praktik: target ditulis dengan paling banyak empat desimal",
    check=check,
    scope=Scope.NODE,
    hint="Bulatkan angkanya, paling banyak empat desimal.",
)
