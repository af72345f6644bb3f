"""TGT10 arah-tidak-sejalan: the targets step against the direction."""

from collections.abc import Iterator

from pohon.model.indicator import Indicator, Polarity, Target
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.targets import path, place_of, printed, speaks_of_results, trend
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        if indicator.catatan.strip() or indicator.penjelasan_target.strip():
            continue
        pair = _step_back(indicator) if indicator.arah is not None else _zigzag(tree, node, indicator)
        if pair:
            earlier, later = pair
            known = f"padahal arahnya {indicator.arah.value}" if indicator.arah else "lalu berbalik arah"
            yield Hit(
                node=node.key,
                field=place_of(place, later),
                message=f"Target {earlier.tahun} ke {later.tahun} bergerak dari {quoted(earlier.nilai)} ke "
                f"{quoted(later.nilai)}, {known}.",
                evidence=later.nilai,
                severity=None if indicator.arah else Severity.HINT,
            )


def _step_back(indicator: Indicator) -> tuple[Target, Target] | None:
    """Return the first two years between which the target goes the wrong way."""
    sign = {Polarity.NAIK: 1, Polarity.TURUN: -1}.get(indicator.arah or Polarity.TETAP, 0)
    values, targets = path(indicator), printed(indicator)
    for number in range(1, len(values)):
        if sign * (values[number] - values[number - 1]) < 0:
            return targets[number - 1], targets[number]
    return None


def _zigzag(tree: Tree, node: Node, indicator: Indicator) -> tuple[Target, Target] | None:
    """Without `arah`: a result that both rises and falls; return the step that turns."""
    values, targets = path(indicator), printed(indicator)
    if len(values) < 3 or trend(values) is not None or not speaks_of_results(tree, node):
        return None
    turning = next(number for number in range(3, len(values) + 1) if trend(values[:number]) is None)
    return targets[turning - 2], targets[turning - 1]


RULE = Rule(
    code="TGT10",
    name="arah-tidak-sejalan",
    summary="Urutan target melawan arah indikator.",
    severity=Severity.WARNING,
    stage=5,
    source="praktik: target bergerak searah dengan `arah`, kecuali dijelaskan",
    check=check,
    scope=Scope.NODE,
    hint="Betulkan angkanya atau `arah`; bila memang begitu, tulis alasannya di `catatan`.",
)
