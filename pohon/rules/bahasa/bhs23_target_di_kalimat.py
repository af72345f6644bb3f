"""BHS23 target-di-kalimat: the target figure stands inside the statement."""

import re
from collections.abc import Iterator
from functools import cache

from pohon.model.lexicon import Lexicon
from pohon.model.statements import results, stated
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_AIMS = (
    "mencapai|menjadi|sebesar|sebanyak|hingga|sampai dengan|minimal|maksimal|sekurang[- ]kurangnya|setidaknya|"
    "paling sedikit|paling lambat|paling banyak|di atas|di bawah|lebih dari|kurang dari|rata[- ]rata|target"
)
_FIGURE = r"(?<![\d.,])\d[\d.,]*"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a share and of a figure to reach; compiled only when a statement holds a figure."""
    share = rf"{_FIGURE}\s*(?:%|persen\b|per\s?sen\b)"
    aimed = rf"\b(?:{_AIMS})\s+(?:Rp\.?\s*)?{_FIGURE}(?![\d.,])(?!\s*(?:tahun|bulan|hari|jam|mil|gt)\b)"
    return re.compile(share, re.IGNORECASE), re.compile(aimed, re.IGNORECASE)


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    goals = frozenset(node.key for node in results(tree))
    for node in stated(tree):
        found = _figure(node.statement, aimed=node.key in goals)
        if found:
            yield Hit(
                node=node.key,
                message=f"Angka target {quoted(found)} tertulis di dalam kalimat kinerja.",
                evidence=found,
            )


def _figure(text: str, *, aimed: bool) -> str:
    if not any(map(str.isdigit, text)):
        return ""
    share, aim = _patterns()
    found = share.search(text) or (aim.search(text) if aimed else None)
    return found[0].strip() if found else ""


RULE = Rule(
    code="BHS23",
    name="target-di-kalimat",
    summary="Kalimat kinerja memuat angka target.",
    severity=Severity.WARNING,
    stage=1,
    source="praktik: kinerja menyebut keadaan, angkanya milik target indikator",
    check=check,
    scope=Scope.NODE,
    hint="Pindahkan angkanya ke `target` indikator; kalimatnya cukup menyebut arah perubahan.",
)
