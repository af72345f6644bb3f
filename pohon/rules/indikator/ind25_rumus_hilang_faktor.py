"""IND25 rumus-hilang-faktor: a percentage whose formula divides but is never multiplied by 100."""

from collections.abc import Iterator

from pohon.model.finding import Fix
from pohon.model.formula import Rumus, read_rumus
from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import contains, head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators

__all__ = ["RULE"]

_PERCENT = frozenset({"%", "persen", "persentase"})


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        if not indicator.rumus or indicator.hitung or not _is_percent(indicator, lexicon):
            continue
        read = read_rumus(indicator.rumus)
        if read.ada_pembagian and not read.faktor and not _percent_already(read, lexicon):
            yield Hit(
                node=node.key,
                field=f"{place}.rumus",
                message="Rumus persentase ini membagi, tetapi tidak dikali 100%.",
                evidence=read.teks,
                fix=Fix(node=node.key, field=f"{place}.rumus", text=f"{indicator.rumus.rstrip(' .')} dikali 100%"),
            )


def _is_percent(indicator: Indicator, lexicon: Lexicon) -> bool:
    unit = indicator.satuan.strip().casefold()
    return unit in _PERCENT or (not unit and head(indicator.nama, lexicon).word in ("persentase", "persen"))


def _percent_already(read: Rumus, lexicon: Lexicon) -> bool:
    """A mean of percentages, or a formula that speaks of percent anyway."""
    averaged = bool(contains(read.pembilang, lexicon.kata["berpersen"])) or len(tokens(read.penyebut)) <= 1
    return averaged or "%" in read.teks or bool(contains(read.teks, ("persen", "seratus", "100")))


RULE = Rule(
    code="IND25",
    name="rumus-hilang-faktor",
    summary="Rumus persentase tidak dikali 100.",
    severity=Severity.WARNING,
    stage=4,
    source="formulir IKU dan IKI: kolom formulasi",
    check=check,
    scope=Scope.NODE,
    hint="Tambahkan “dikali 100%” di ujung rumus.",
)
