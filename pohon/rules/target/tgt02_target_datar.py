"""TGT02 target-datar: targets that do not move, or that do not pass the baseline."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pohon.model.indicator import Indicator, Polarity
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.targets import (
    direction,
    is_percent,
    kept,
    path,
    place_of,
    printed,
    read,
    speaks_of_results,
    trend,
    value,
)
from pohon.model.tree import Tree
from pohon.model.wording import contains, head, normalise
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["RULE"]

_YEARS = 3


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        values = path(indicator)
        if kept(node, indicator, lexicon) or any(read(one.nilai).bound for one in indicator.target):
            continue
        if values:
            why = _below(node, indicator, values, lexicon) or _flat(tree, node, indicator, values, lexicon)
        else:
            why = _same_grade(indicator, lexicon) if speaks_of_results(tree, node) else ""
        if why:
            first = place_of(place, printed(indicator)[0])
            # a rate of growth after an extraordinary year: asked, not told
            swings = Severity.HINT if contains(indicator.nama, lexicon.frasa["berayun"]) else None
            yield Hit(node=node.key, field=first, message=why, evidence=printed(indicator)[-1].nilai, severity=swings)


def _below(node: Node, indicator: Indicator, values: "tuple[Decimal, ...]", lexicon: Lexicon) -> str:
    """Targets on the wrong side of the baseline, judged only where the way up is known."""
    start, way = value(indicator, indicator.awal), trend(values)
    better = direction(node, indicator, lexicon) or way
    if start is None or (way is not None and better not in (way, Polarity.TETAP) and way is not Polarity.TETAP):
        return ""
    short = better is Polarity.NAIK and max(values) < start
    over = better is Polarity.TURUN and min(values) > start
    if not (short or over):
        return ""
    side = "di bawah" if short else "di atas"
    return f"Target terakhir {quoted(printed(indicator)[-1].nilai)} masih {side} kondisi awal {quoted(indicator.awal)}."


def _flat(tree: Tree, node: Node, indicator: Indicator, values: "tuple[Decimal, ...]", lexicon: Lexicon) -> str:
    start = value(indicator, indicator.awal)
    points = values if start is None else (start, *values)
    if len(points) < 2 or len(set(points)) > 1 or _at_limit(indicator, values[-1]):
        return ""
    if indicator.arah is None and not _should_move(tree, node, indicator, lexicon, len(points)):
        return ""
    if len(values) > 1:
        return f"Target sama pada {len(values)} tahun: {quoted(indicator.target[0].nilai)}."
    return f"Target sama dengan kondisi awal: {quoted(indicator.awal)}."


def _should_move(tree: Tree, node: Node, indicator: Indicator, lexicon: Lexicon, points: int) -> bool:
    """Without `arah` only a result measured over some years, not the yearly number of routine papers."""
    unit = normalise(indicator.satuan or read(indicator.target[0].nilai).unit)
    if not speaks_of_results(tree, node) or unit in lexicon.kata["satuan_rutin"]:
        return False
    harm = contains(indicator.nama, lexicon.kata["buruk"])
    promised = head(node.statement, lexicon).word in lexicon.kata["naik"] | lexicon.kata["turun"]
    return points >= _YEARS or (promised and not harm)


def _at_limit(indicator: Indicator, reached: "Decimal") -> bool:
    return reached == 0 or (
        reached == 100 and (is_percent(indicator, indicator.target[0].nilai) or not indicator.satuan)
    )


def _same_grade(indicator: Indicator, lexicon: Lexicon) -> str:
    """The same grade every year although a better one exists ("BB" five times; WTP has no better one)."""
    grades = {normalise(text) for text in (indicator.awal, *(one.nilai for one in indicator.target)) if text.strip()}
    if len(printed(indicator)) < _YEARS or len(grades) != 1 or grades.isdisjoint(lexicon.kata["predikat_bawah"]):
        return ""
    return f"Target sama setiap tahun: {quoted(printed(indicator)[0].nilai)}."


RULE = Rule(
    code="TGT02",
    name="target-datar",
    summary="Target tidak bergerak atau tidak melampaui kondisi awal.",
    severity=Severity.WARNING,
    stage=5,
    source="kriteria target menantang dan dapat dicapai, PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    hint="Naikkan targetnya, atau tulis di `catatan` mengapa nilai itu dipertahankan.",
)
