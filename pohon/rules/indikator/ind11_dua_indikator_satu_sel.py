"""IND11 dua-indikator-satu-sel: two indicators joined in one cell."""

import re
from collections.abc import Iterator

from pohon.model.finding import Fix
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

__all__ = ["RULE"]

_JOINED = re.compile(
    r"(?<=\w)[\s.]*(?:&|;|\n|\b(?:dan|serta)\b)\s*(?:\d[.)]\s*)?"
    r"(?P<measure>p[re]{2}sentase|prosentase|jumlah|cakupan|indeks|rasio|rata-rata|nilai(?!\s+(?:tambah|budaya|nilai|luhur|dan|jual)))\b",
    re.IGNORECASE,
)


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        found = _JOINED.search(indicator.nama)
        if found:
            second = indicator.nama[found.start("measure") :]
            yield Hit(
                node=node.key,
                field=place,
                message=f"Dua indikator dalam satu sel; yang kedua mulai dari {quoted(second)}.",
                evidence=found[0].strip(),
                fix=Fix(node=node.key, field=place, parts=(indicator.nama[: found.start()].rstrip(" .&;"), second)),
            )


RULE = Rule(
    code="IND11",
    name="dua-indikator-satu-sel",
    summary="Dua indikator digabung dalam satu sel.",
    severity=Severity.ERROR,
    stage=4,
    source="kriteria indikator SMART (spesifik), PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    hint="Pecah menjadi dua indikator, masing-masing dengan satuan dan target sendiri.",
)
