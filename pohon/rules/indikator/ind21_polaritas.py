"""IND21 polaritas: the direction of the indicator contradicts the condition."""

from collections.abc import Iterator

from pohon.model.indicator import Indicator, Polarity
from pohon.model.lexicon import Lexicon
from pohon.model.likeness import behind_measures
from pohon.model.targets import is_percent, sure
from pohon.model.tree import Tree
from pohon.model.wording import contains, content, head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        direction = indicator.arah or _path(indicator)
        if direction is None:
            continue
        if contains(indicator.nama, lexicon.frasa["tertangani"]) and not _is_wait(indicator, lexicon):
            continue
        why = _contradiction(node.statement, indicator, direction, lexicon)
        if why:
            yield Hit(node=node.key, field=place, message=why, evidence=direction.value)


def _contradiction(statement: str, indicator: Indicator, direction: Polarity, lexicon: Lexicon) -> str:
    said = content(statement, lexicon) - lexicon.kata["lemah"]
    measured = bool(said) and said <= content(indicator.nama, lexicon)
    promise = head(statement, lexicon).word
    if direction is Polarity.NAIK and (_is_wait(indicator, lexicon) or _counts_harm(indicator.nama, lexicon)):
        return "Indikator ini menghitung hal yang lebih baik bila turun, tetapi arahnya naik."
    if direction is Polarity.NAIK and measured and promise in lexicon.kata["turun"]:
        return "Kondisinya menurun, tetapi arah indikatornya naik."
    if indicator.arah is Polarity.TURUN and measured and promise in lexicon.kata["naik"]:
        return "Kondisinya meningkat, tetapi arah indikatornya turun."
    return ""


def _counts_harm(name: str, lexicon: Lexicon) -> bool:
    first = head(name, lexicon)
    counted = tokens(name)[first.size : first.size + 1]
    if first.word in lexicon.kata["ukur_kejadian"] and not lexicon.kata["buruk"].isdisjoint(counted):
        return True
    damaged = contains(name, lexicon.frasa["sifat_buruk"])
    rest = tokens(name)[tokens(name).index(damaged.split()[-1]) + 1 :] if damaged else ()
    mended = any(word.startswith(("di", "ter", "ber")) for word in rest)  # "jalan rusak yang diperbaiki"
    return bool(damaged) and not mended and first.word in lexicon.kata["ukur_hamparan"]


def _is_wait(indicator: Indicator, lexicon: Lexicon) -> bool:
    """True for how long people wait or an office takes, False for how long pupils learn, and for a share in time."""
    measured, rest = behind_measures(indicator.nama, lexicon)
    return (
        not is_percent(indicator)
        and measured in lexicon.kata["ukur_lama"]
        and not lexicon.kata["lama_buruk"].isdisjoint(rest[:1])
    )


def _path(indicator: Indicator) -> Polarity | None:
    """Return the way the printed targets go, None when fewer than two can be read for certain."""
    figures = (indicator.awal, *(target.nilai for target in sorted(indicator.target, key=lambda one: one.tahun)))
    printed = [text for text in figures if text]
    known = [value for text in printed if len(printed) > 1 and (value := sure(text)) is not None]
    if len(known) < 2 or known[0] == known[-1]:
        return None
    return Polarity.NAIK if known[-1] > known[0] else Polarity.TURUN


RULE = Rule(
    code="IND21",
    name="polaritas",
    summary="Arah indikator bertentangan dengan kondisinya.",
    severity=Severity.WARNING,
    stage=4,
    source="praktik: setiap indikator punya arah (naik, turun, tetap)",
    check=check,
    scope=Scope.NODE,
    hint="Isi `arah` dengan benar, atau betulkan urutan targetnya.",
)
