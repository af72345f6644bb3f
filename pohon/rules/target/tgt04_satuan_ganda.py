"""TGT04 satuan-ganda: the unit stands in its column and in the target's cell, or the two differ."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pohon.model.finding import Fix
from pohon.model.indicator import Indicator, Target
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.targets import place_of, printed, read
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

__all__ = ["RULE"]

_FIGURE = re.compile(r"\s*-?\d[\d.,]*(?=\s*[^\s\d.,])")
_PERCENT = frozenset({"%", "persen", "persentase", "prosentase", "presentase"})
_MONEY = frozenset({"rp", "rupiah", "idr", "us$", "usd", "$", "dolar", "eur"})
_SCALES = frozenset({"nilai", "indeks", "skor", "poin", "angka", "predikat", "kategori", "level", "opini"})
Row = tuple[Node, str, Indicator, Target]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    doubled: list[Row] = []
    for node, place, indicator in indicators(tree):
        cells = [target for target in printed(indicator) if read(target.nilai).unit]
        if not cells or not indicator.satuan.strip():
            continue
        other = next((cell for cell in cells if not _same(indicator.satuan, read(cell.nilai).unit)), None)
        if other is None:
            doubled.append((node, place, indicator, cells[0]))
        else:
            yield Hit(
                node=node.key,
                field=place_of(place, other),
                message=f"Kolom satuan berisi {quoted(indicator.satuan)}, tetapi targetnya {quoted(other.nilai)}.",
                evidence=other.nilai,
            )
    if doubled:
        yield _once(doubled, sum(bool(indicator.target) for _, _, indicator in indicators(tree)))


def _once(doubled: list[Row], all_with_targets: int) -> Hit:
    """The habit of a form is told once, not on every row."""
    node, place, indicator, cell = doubled[0]
    rows = f" Begitu pula {len(doubled) - 1} dari {all_with_targets - 1} indikator lain." if len(doubled) > 1 else ""
    return Hit(
        node=node.key,
        field=place_of(place, cell),
        message=f"Satuan tertulis dua kali: kolom {quoted(indicator.satuan)} dan target {quoted(cell.nilai)}.{rows}",
        evidence=cell.nilai,
        related=tuple(dict.fromkeys(row[0].key for row in doubled if row[0] is not node)),
        fix=_bare([row[:3] for row in doubled]),
    )


def _bare(rows: list[tuple[Node, str, Indicator]]) -> Fix | None:
    """Take the unit out of every cell that holds nothing else besides its figure."""
    fixes = [
        Fix(node=node.key, field=place_of(place, target), text=figure[0].strip(), safe=True)
        for node, place, indicator in rows
        for target in printed(indicator)
        if (figure := _FIGURE.match(target.nilai)) and _is_unit(target.nilai[figure.end() :], indicator.satuan)
    ]
    return replace(fixes[0], more=tuple(fixes[1:])) if fixes else None


def _is_unit(rest: str, column: str) -> bool:
    """The unit of the column and no other word, percent in any of its words."""
    cell, unit = rest.strip().casefold(), column.strip().casefold()
    return bool(cell) and (cell == unit or (cell in _PERCENT and unit in _PERCENT))


def _same(column: str, cell: str) -> bool:
    ours, theirs = _words(column), _words(cell)
    return not ours or not theirs or not ours.isdisjoint(theirs) or bool(_families(ours) & _families(theirs))


def _words(unit: str) -> frozenset[str]:
    """The words of a unit; all words for percent and for rupiah are one."""
    plain = unit.casefold().replace("/", " ")
    return frozenset((*tokens(plain), *(part.strip("().,") for part in plain.split()))) - {""}


def _families(words: frozenset[str]) -> set[str]:
    named = {"persen": _PERCENT, "uang": _MONEY}
    return {name for name, family in named.items() if not family.isdisjoint(words)} | (
        {"skala"} if not _SCALES.isdisjoint(words) else set()
    )


RULE = Rule(
    code="TGT04",
    name="satuan-ganda",
    summary="Satuan tertulis di kolomnya dan sekali lagi di target.",
    severity=Severity.WARNING,
    stage=5,
    source="formulir RKT: satuan dan target dua kolom (praktik)",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"indikator"}),
    hint="Tulis satuan sekali saja, pada kunci `satuan`; target hanya angkanya.",
)
