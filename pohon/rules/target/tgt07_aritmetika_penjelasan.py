"""TGT07 aritmetika-penjelasan: what the explanation computes is not the target."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pohon.model.explained import figures, of_a_ratio, of_a_survey, of_several, rounded
from pohon.model.formula import FormulaError, compute
from pohon.model.indicator import Indicator, Target
from pohon.model.lexicon import Lexicon
from pohon.model.number import format_angka
from pohon.model.targets import is_percent, place_of, printed, read
from pohon.model.tree import Tree
from pohon.model.wording import contains, head
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["RULE"]

_SURVEY = ("kepuasan masyarakat", "ikm", "skm", "kepuasan pelanggan", "kepuasan")
_COUNTS = frozenset({"jumlah", "banyaknya", "rata rata", "waktu", "lama"})
_NEAR = 20
"""A result further from the target than a twentieth comes from figures that tell of something else."""


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        if indicator.hitung.strip():
            yield from _computed(node.key, place, indicator, lexicon)
        elif len(printed(indicator)) == 1 and any(map(str.isdigit, indicator.penjelasan_target + indicator.rumus)):
            yield from _explained(node.key, place, indicator, lexicon)


def _computed(key: str, place: str, indicator: Indicator, lexicon: Lexicon) -> Iterator[Hit]:
    """`hitung` with `variabel` must give the baseline, a result or a target that is printed."""
    targets = printed(indicator)
    if not indicator.variabel:
        return
    try:
        result = compute(indicator.hitung, indicator.variabel)
    except FormulaError as error:
        message = f"Hitungan ini tidak dapat dihitung ulang. {error}"
        yield Hit(node=key, field=f"{place}.hitung", message=message, evidence=indicator.hitung)
        return
    texts = [indicator.awal, *(one.nilai for one in (*targets, *indicator.realisasi))]
    known = [text for text in texts if read(text).sure is not None]
    settled = len(targets) == 1 or read(indicator.awal).sure is not None
    if known and settled and not any(_agrees(result, text, indicator, lexicon) for text in known):
        yield _hit(key, place, targets, result, known[-1])


def _explained(key: str, place: str, indicator: Indicator, lexicon: Lexicon) -> Iterator[Hit]:
    """The figures of the explanation, put together as the formula says."""
    (target,) = printed(indicator)
    text = indicator.penjelasan_target
    stated = read(target.nilai).sure
    if stated is None:
        return
    named = tuple(one for one in figures(text) if one.sure != stated)
    result = of_a_survey(text) if contains(indicator.nama, _SURVEY) else None
    if result is None:
        result = of_a_ratio(indicator.rumus, named, percent=is_percent(indicator, target.nilai))
    if result is None:
        result = of_several(indicator.rumus, named)
    if result is None and not named:  # "(930 / 1.200) x 100%": the figures stand in the formula itself
        result = of_a_ratio(indicator.rumus, figures(indicator.rumus), percent=is_percent(indicator, target.nilai))
    if result is not None and not _agrees(result, target.nilai, indicator, lexicon) and _near(result, stated):
        yield _hit(key, place, (target,), result, target.nilai)


def _agrees(result: "Decimal", text: str, indicator: Indicator, lexicon: Lexicon) -> bool:
    """Equal at the decimals printed; a percentage or value without any is compared at two, a count at none."""
    reading = read(text)
    if reading.sure is None:
        return False
    whole = head(indicator.nama, lexicon).word in _COUNTS and not is_percent(indicator, text)
    decimals = reading.decimals or (0 if whole else 2)
    return rounded(result, decimals) == rounded(reading.sure, decimals)


def _near(result: "Decimal", stated: "Decimal") -> bool:
    return abs(result - stated) * _NEAR <= abs(stated)


def _hit(key: str, place: str, targets: tuple[Target, ...], result: "Decimal", stated: str) -> Hit:
    shown = format_angka(rounded(result, 2))
    return Hit(
        node=key,
        field=place_of(place, targets[-1]) if targets else place,
        message=f"Angka pada penjelasan menghasilkan {shown}, tetapi tertulis {quoted(stated)}.",
        evidence=shown,
    )


RULE = Rule(
    code="TGT07",
    name="aritmetika-penjelasan",
    summary="Hitungan pada penjelasan tidak menghasilkan angka yang ditulis.",
    severity=Severity.WARNING,
    stage=5,
    source="penjelasan target pada Perjanjian Kinerja (praktik): target dapat dihitung ulang",
    check=check,
    scope=Scope.NODE,
    hint="Betulkan angkanya, atau tulis bahwa target sengaja dibulatkan dan ke mana.",
)
