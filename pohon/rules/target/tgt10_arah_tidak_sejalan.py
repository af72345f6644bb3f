"""TGT10 arah-tidak-sejalan: the targets step against the direction."""

from collections.abc import Iterator
from dataclasses import replace

from pohon.model.indicator import Indicator, Polarity, Target
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.targets import direction, path, place_of, printed, speaks_of_results, trend
from pohon.model.topic import mentioned
from pohon.model.tree import Tree
from pohon.model.wording import contains, content, head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

__all__ = ["RULE"]

_STEM = 6


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        if indicator.catatan.strip() or indicator.penjelasan_target.strip():
            continue
        pair, known = _turned(tree, node, indicator, lexicon)
        if pair:
            earlier, later = pair
            yield Hit(
                node=node.key,
                field=place_of(place, later),
                message=f"Target {earlier.tahun} ke {later.tahun} bergerak dari {quoted(earlier.nilai)} ke "
                f"{quoted(later.nilai)}, {known}.",
                evidence=later.nilai,
                severity=None if indicator.arah else Severity.HINT,
            )


def _turned(tree: Tree, node: Node, indicator: Indicator, lexicon: Lexicon) -> tuple[tuple[Target, Target] | None, str]:
    """Return the two years between which the target goes the wrong way, and what it goes against."""
    if indicator.arah is not None:
        return _step_back(indicator), f"padahal arahnya {indicator.arah.value}"
    if not speaks_of_results(tree, node):
        return None, ""
    fall = _falls(node, indicator, lexicon)
    return (
        (fall, f"padahal kalimatnya {quoted(head(node.statement, lexicon).shown)}")
        if fall
        else (_zigzag(indicator), "lalu berbalik arah")
    )


def _falls(node: Node, indicator: Indicator, lexicon: Lexicon) -> tuple[Target, Target] | None:
    """Without `arah`: a result is to rise, and its targets only fall, in a measure of something good."""
    targets = (Target(0, indicator.awal), *printed(indicator)) if indicator.awal.strip() else printed(indicator)
    if len(targets) < 3 or not _is_to_rise(node, indicator, lexicon):
        return None
    values = path(replace(indicator, target=targets))
    steps = [number for number in range(1, len(values)) if values[number] != values[number - 1]]
    if len(steps) * 2 < len(values) - 1 or trend(values) is not Polarity.TURUN:
        return None
    return targets[steps[-1] - 1], targets[steps[-1]]


def _is_to_rise(node: Node, indicator: Indicator, lexicon: Lexicon) -> bool:
    """A share or score of anything but harm; a number only of what the statement itself speaks of."""
    if contains(indicator.nama, lexicon.frasa["turun_wajar"]):
        return False
    if head(indicator.nama, lexicon).word in lexicon.kata["jumlah"]:
        said = content(node.statement, lexicon) - lexicon.kata["lemah"]
        promised = head(node.statement, lexicon).word in lexicon.kata["naik"]
        harm = contains(indicator.nama, lexicon.kata["buruk"])
        return promised and not harm and (mentioned(said, [indicator.nama], lexicon) or _alike(said, indicator.nama))
    return direction(node, indicator, lexicon) is Polarity.NAIK


def _alike(said: frozenset[str], name: str) -> bool:
    """True for words that begin alike: "ekspor" and "eksportir"."""
    stems = {word[:_STEM] for word in said if len(word) >= _STEM}
    return any(word[:_STEM] in stems for word in tokens(name))


def _step_back(indicator: Indicator) -> tuple[Target, Target] | None:
    """Return the first two years between which the target goes the wrong way."""
    sign = {Polarity.NAIK: 1, Polarity.TURUN: -1}.get(indicator.arah or Polarity.TETAP, 0)
    values, targets = path(indicator), printed(indicator)
    for number in range(1, len(values)):
        if sign * (values[number] - values[number - 1]) < 0:
            return targets[number - 1], targets[number]
    return None


def _zigzag(indicator: Indicator) -> tuple[Target, Target] | None:
    """Without `arah`: a result that both rises and falls; return the step that turns."""
    values, targets = path(indicator), printed(indicator)
    if len(values) < 3 or trend(values) is not None:
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
