"""TGT09 seratus-persen: 100 % from the start, and nothing says of what."""

from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.targets import is_percent, path, place_of, printed, speaks_of_results, value
from pohon.model.tree import Tree
from pohon.model.wording import contains
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators

__all__ = ["RULE"]

_ALL = 100


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        if speaks_of_results(tree, node) and _full(indicator) and not _defined(indicator, lexicon):
            target = printed(indicator)[0]
            yield Hit(
                node=node.key,
                field=place_of(place, target),
                message="Target 100 persen tanpa rumus: belum jelas 100 persen dari apa.",
                evidence=target.nilai,
            )


def _full(indicator: Indicator) -> bool:
    values, start = path(indicator), value(indicator, indicator.awal)
    if start is not None and start < _ALL:
        return False  # it rises to all of them, from a figure that was counted
    return (
        bool(values) and set(values) == {_ALL} and all(is_percent(indicator, one.nilai) for one in printed(indicator))
    )


def _defined(indicator: Indicator, lexicon: Lexicon) -> bool:
    """A formula, an explanation, or a duty by law says what the whole is."""
    told = f"{indicator.nama} {indicator.catatan} {indicator.sumber}"
    stated = (indicator.rumus, indicator.hitung, indicator.penjelasan_target)
    return any(text.strip() for text in stated) or bool(
        contains(told, lexicon.frasa["target_wajib"]) or contains(indicator.nama, lexicon.frasa["bagi_target"])
    )


RULE = Rule(
    code="TGT09",
    name="seratus-persen",
    summary="Target 100 persen tanpa definisi operasional.",
    severity=Severity.HINT,
    stage=5,
    source="kriteria target menantang dan indikator berdefinisi operasional, PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    hint="Tulis `rumus` (apa dibagi apa), atau pilih ukuran yang masih dapat naik.",
)
