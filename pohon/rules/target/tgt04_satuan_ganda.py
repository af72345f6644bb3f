"""TGT04 satuan-ganda: the unit stands in its column and in the target's cell, or the two differ."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from pohon.model.finding import Fix
from pohon.model.indicator import Indicator, Target
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.noted import Note
from pohon.model.targets import place_of, printed, read
from pohon.model.tree import Tree
from pohon.model.unit_words import PERCENT, same_unit
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_FIGURE = re.compile(r"\s*-?\d[\d.,]*(?=\s*[^\s\d.,])")
Cell = tuple[str, Indicator, Target]
Row = tuple[str, str, Indicator, Target]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    rows = [(key, *row) for key, cells in CELLS.all(tree, lexicon).items() for row in cells]
    for key, place, indicator, other in rows:
        if not same_unit(indicator.satuan, read(other.nilai).unit):
            yield Hit(
                node=key,
                field=place_of(place, other),
                message=f"Kolom satuan berisi {quoted(indicator.satuan)}, tetapi targetnya {quoted(other.nilai)}.",
                evidence=other.nilai,
            )
    doubled = [row for row in rows if same_unit(row[2].satuan, read(row[3].nilai).unit)]
    if doubled:
        yield _once(doubled, sum(_WITH_TARGETS.all(tree, lexicon).values()))


def _cells(node: Node, _tree: Tree, _lexicon: Lexicon) -> tuple[Cell, ...]:
    """Return of each indicator the target that names another unit than the column, else the first that names one."""
    found: list[Cell] = []
    for number, indicator in enumerate(node.indikator):
        cells = [one for one in printed(indicator) if read(one.nilai).unit] if indicator.satuan.strip() else []
        other = next(
            (cell for cell in cells if not same_unit(indicator.satuan, read(cell.nilai).unit)),
            cells[0] if cells else None,
        )
        if other is not None:
            found.append((f"indikator.{number}", indicator, other))
    return tuple(found)


def _with_targets(node: Node, _tree: Tree, _lexicon: Lexicon) -> int:
    return sum(bool(indicator.target) for indicator in node.indikator)


CELLS, _WITH_TARGETS = Note(_cells), Note(_with_targets)


def _once(doubled: list[Row], all_with_targets: int) -> Hit:
    """The habit of a form is told once, not on every row."""
    first, place, indicator, cell = doubled[0]
    rows = f" Begitu pula {len(doubled) - 1} dari {all_with_targets - 1} indikator lain." if len(doubled) > 1 else ""
    return Hit(
        node=first,
        field=place_of(place, cell),
        message=f"Satuan tertulis dua kali: kolom {quoted(indicator.satuan)} dan target {quoted(cell.nilai)}.{rows}",
        evidence=cell.nilai,
        related=tuple(dict.fromkeys(key for key, _, _, _ in doubled if key != first)),
        fix=_bare(doubled),
    )


def _bare(rows: list[Row]) -> Fix | None:
    """Take the unit out of every cell that holds nothing else besides its figure."""
    fixes = [
        Fix(node=key, field=place_of(place, target), text=text, safe=True)
        for key, place, indicator, _ in rows
        for target in printed(indicator)
        if (text := _without_unit(target.nilai, indicator.satuan))
    ]
    return replace(fixes[0], more=tuple(fixes[1:])) if fixes else None


@lru_cache(16_384)
def _without_unit(cell: str, column: str) -> str:
    figure = _FIGURE.match(cell)
    return figure[0].strip() if figure and _is_unit(cell[figure.end() :], column) else ""


def _is_unit(rest: str, column: str) -> bool:
    """The unit of the column and no other word, percent in any of its words."""
    cell, unit = rest.strip().casefold(), column.strip().casefold()
    return bool(cell) and (cell == unit or (cell in PERCENT and unit in PERCENT))


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
    notes=(CELLS, _WITH_TARGETS),
    hint="Tulis satuan sekali saja, pada kunci `satuan`; target hanya angkanya.",
)
