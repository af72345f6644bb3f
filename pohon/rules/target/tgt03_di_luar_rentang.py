"""TGT03 di-luar-rentang: a target that its unit or scale cannot take."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pohon.model.indicator import Indicator, Target
from pohon.model.lexicon import Lexicon
from pohon.model.number import format_angka
from pohon.model.targets import is_percent, place_of, printed, sure
from pohon.model.tree import Tree
from pohon.model.wording import contains, head, normalise
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["RULE"]

_INDEX = frozenset({"indeks", "index", "nilai", "skor", "ikm", "skm", "capaian", "hasil"})
_TEXT = frozenset({"opini", "predikat"})
_FRACTION, _WHOLE = 1, 50


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        known = [(target, value) for target in printed(indicator) if (value := sure(target.nilai)) is not None]
        fractions = _fractions(indicator, known)
        for target, value in known:
            why = _scale(indicator, value, lexicon) or _unit(indicator, target, value, lexicon)
            if not why and target in fractions:
                why = f"Target {quoted(target.nilai)} tampaknya pecahan, sedangkan tahun lain ditulis dalam persen."
            if why:
                yield Hit(node=node.key, field=place_of(place, target), message=why, evidence=target.nilai)


def _unit(indicator: Indicator, target: Target, value: "Decimal", lexicon: Lexicon) -> str:
    measure = head(indicator.nama, lexicon).word
    if is_percent(indicator, target.nilai):
        free = contains(f"{indicator.nama} {indicator.rumus}", lexicon.frasa["lewat_seratus"])
        return "" if free or 0 <= value <= 100 else f"Persentase {quoted(target.nilai)} di luar 0 sampai 100."
    if measure in _TEXT and not indicator.satuan.strip():
        return f"Target {measure} ditulis dengan angka {quoted(target.nilai)}; tulis sebutannya."
    if measure in ("jumlah", "banyaknya") and not _can_be(indicator, value, lexicon):
        return f"Target {quoted(target.nilai)} bukan jumlah {indicator.satuan.strip() or 'benda'} yang utuh."
    return ""


def _can_be(indicator: Indicator, value: "Decimal", lexicon: Lexicon) -> bool:
    """A count is not negative, and of whole things it is whole."""
    whole = normalise(indicator.satuan) in lexicon.kata["satuan_utuh"]
    grows = contains(indicator.nama, lexicon.frasa["lewat_seratus"])
    return (value >= 0 or bool(grows)) and (value == value.to_integral_value() or not whole)


def _scale(indicator: Indicator, value: "Decimal", lexicon: Lexicon) -> str:
    """Known scales (satisfaction 25-100 or 1-4, SAKIP up to 100 ...), from the thresholds "TGT03.<name>.<side>"."""
    if head(indicator.nama, lexicon).word not in _INDEX | lexicon.kata["ukur"] or _counts(indicator, lexicon):
        return ""
    for name, limit in lexicon.ambang.items():
        family, _, rest = name.partition(".")
        phrase, _, side = rest.rpartition(".")
        if family != "TGT03" or not phrase or not contains(indicator.nama, (phrase,)):
            continue
        raw_mean = side == "bawah" and 1 <= value <= 4
        if (side == "atas" and value > limit) or (side == "bawah" and value < limit and not raw_mean):
            side_word = "paling tinggi" if side == "atas" else "paling rendah"
            return f"Nilai {format_angka(value)} di luar skala {phrase} ({side_word} {limit:g})."
    return ""


def _counts(indicator: Indicator, lexicon: Lexicon) -> bool:
    first = head(indicator.nama, lexicon).word
    return first in ("jumlah", "banyaknya", "persentase", "cakupan", "proporsi", "rasio") or is_percent(indicator)


def _fractions(indicator: Indicator, known: "list[tuple[Target, Decimal]]") -> list[Target]:
    """Percentages written as 0,95 between others written as 95: residue of a spreadsheet."""
    high = any(value >= _WHOLE for _, value in known)
    if not high or not all(is_percent(indicator, target.nilai) for target, _ in known):
        return []
    return [target for target, value in known if 0 < value <= _FRACTION]


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
