"""TGT03 di-luar-rentang: a target that its unit or scale cannot take."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pohon.model.indicator import Indicator, Target
from pohon.model.lexicon import Lexicon
from pohon.model.number import format_angka
from pohon.model.targets import is_percent, outliers, place_of, printed, value
from pohon.model.tree import Tree
from pohon.model.wording import contains, head, normalise, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["RULE"]

_INDEX = frozenset({"indeks", "index", "nilai", "skor", "ikm", "skm", "capaian", "hasil"})
_TEXT = frozenset({"opini", "predikat"})
_FRACTION, _WHOLE = 1, 50


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        known = [(one, found) for one in printed(indicator) if (found := value(indicator, one.nilai)) is not None]
        fractions = _fractions(indicator, known)
        far = outliers([value(indicator, indicator.awal), *(found for _, found in known)])
        limits = _limits(indicator, lexicon) if known else []
        for target, found in known:
            why = _scale(target, found, limits) or _unit(indicator, target, found, lexicon)
            if not why and found in far:
                why = f"Target {quoted(target.nilai)} jauh dari tahun lain: periksa koma dan nolnya."
            if not why and target in fractions:
                why = f"Target {quoted(target.nilai)} tampaknya pecahan, sedangkan tahun lain ditulis dalam persen."
            if why:
                yield Hit(node=node.key, field=place_of(place, target), message=why, evidence=target.nilai)


def _unit(indicator: Indicator, target: Target, found: "Decimal", lexicon: Lexicon) -> str:
    measure = head(indicator.nama, lexicon).word
    if is_percent(indicator, target.nilai) or (measure == "persentase" and not indicator.satuan.strip()):
        free = contains(f"{indicator.nama} {indicator.rumus}", lexicon.frasa["lewat_seratus"])
        return "" if free or 0 <= found <= 100 else f"Persentase {quoted(target.nilai)} di luar 0 sampai 100."
    if measure in _TEXT and normalise(indicator.satuan) in ("", measure):
        return f"Target {measure} ditulis dengan angka {quoted(target.nilai)}; tulis sebutannya."
    if measure in ("jumlah", "banyaknya") and not _can_be(indicator, found, lexicon):
        return f"Target {quoted(target.nilai)} bukan jumlah {indicator.satuan.strip() or 'benda'} yang utuh."
    return ""


def _can_be(indicator: Indicator, found: "Decimal", lexicon: Lexicon) -> bool:
    """A count is not negative, and of whole things it is whole."""
    whole = normalise(indicator.satuan) in lexicon.kata["satuan_utuh"]
    grows = contains(indicator.nama, lexicon.frasa["lewat_seratus"])
    return (found >= 0 or bool(grows)) and (found == found.to_integral_value() or not whole)


def _limits(indicator: Indicator, lexicon: Lexicon) -> list[tuple[str, str, float]]:
    """Known scales (satisfaction 25-100 or 1-4, SAKIP up to 100 ...), from the thresholds "TGT03.<name>.<side>"."""
    if head(indicator.nama, lexicon).word not in _INDEX | lexicon.kata["ukur"] or _counts(indicator, lexicon):
        return []
    named = (
        (name.removeprefix("TGT03.").rpartition("."), limit)
        for name, limit in lexicon.ambang.items()
        if name.startswith("TGT03.")
    )
    plain = f" {' '.join(tokens(indicator.nama))} "
    return [(phrase, side, limit) for (phrase, _, side), limit in named if phrase and f" {phrase} " in plain]


def _scale(target: Target, found: "Decimal", limits: list[tuple[str, str, float]]) -> str:
    """Judge one value; "75.000" on a scale up to 100 is more likely 75 with three decimals, and left alone."""
    for phrase, side, limit in limits:
        raw_mean = side == "bawah" and 1 <= found <= 4
        decimals = "." in target.nilai and found / 1000 <= limit
        above = side == "atas" and found > limit and not decimals
        if above or (side == "bawah" and found < limit and not raw_mean):
            side_word = "paling tinggi" if side == "atas" else "paling rendah"
            return f"Nilai {format_angka(found)} di luar skala {phrase} ({side_word} {limit:g})."
    return ""


def _counts(indicator: Indicator, lexicon: Lexicon) -> bool:
    first = head(indicator.nama, lexicon).word
    return first in ("jumlah", "banyaknya", "persentase", "cakupan", "proporsi", "rasio") or is_percent(indicator)


def _fractions(indicator: Indicator, known: "list[tuple[Target, Decimal]]") -> list[Target]:
    """Percentages written as 0,95 between others written as 95: residue of a spreadsheet."""
    high = any(found >= _WHOLE for _, found in known)
    if not high or not all(is_percent(indicator, target.nilai) for target, _ in known):
        return []
    return [target for target, found in known if 0 < found <= _FRACTION]


RULE = Rule(
    code="TGT03",
    name="di-luar-rentang",
    summary="Target di luar rentang satuan atau skalanya.",
    severity=Severity.ERROR,
    stage=5,
    source="skala satuan; skala survei kepuasan masyarakat 25 sampai 100",
    check=check,
    scope=Scope.NODE,
    hint="Periksa angka dan satuannya.",
)
