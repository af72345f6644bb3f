"""IND23 tahun-keras: a formula that names one year and is wrong in every other."""

import re
from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators

__all__ = ["RULE"]

_YEAR = re.compile(r"(?<![\d./,-])20\d\d(?!\d|[./,-]\d|\s*(?:-|–|/|s\.?d\.?|sampai)\s*\d)")


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        year = _hard_year(indicator.rumus, lexicon)
        if year:
            yield Hit(
                node=node.key,
                field=f"{place}.rumus",
                message=f"Rumus ini menyebut tahun {year}, jadi keliru untuk tahun lain.",
                evidence=year,
            )


def _hard_year(formula: str, lexicon: Lexicon) -> str:
    fixed = lexicon.kata["tahun_tetap"]
    for found in _YEAR.finditer(formula):
        before = tokens(formula[max(0, found.start() - 60) : found.start()])[-6:]
        if fixed.isdisjoint(before):
            return found[0]
    return ""


RULE = Rule(
    code="IND23",
    name="tahun-keras",
    summary="Rumus menyebut tahun tertentu.",
    severity=Severity.WARNING,
    stage=4,
    source="praktik: rumus berlaku untuk seluruh periode",
    check=check,
    scope=Scope.NODE,
    hint="Ganti dengan tahun n atau tahun berjalan.",
)
