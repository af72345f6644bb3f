"""IND31 mutu-diukur-cakupan: the statement promises quality, the indicator tells how many."""

from collections.abc import Iterator
from functools import lru_cache

from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.statements import results
from pohon.model.topic import root
from pohon.model.tree import Tree
from pohon.model.wording import contains, head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_SHORTEST = 5


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in results(tree):
        first = head(node.statement, lexicon)
        promised = tokens(node.statement)[first.size : first.size + 1]
        if not promised or promised[0] not in lexicon.kata["mutu"] or first.lists.isdisjoint({"hasil", "aktif"}):
            continue
        told = [_tells_quality(one, lexicon) for one in node.indikator]
        for place, indicator in enumerate(node.indikator):
            if indicator.nama.strip() and not told[place] and 2 * sum(told) < len(told):
                yield Hit(
                    node=node.key,
                    field=f"indikator.{place}",
                    message=f"Kalimatnya menjanjikan {promised[0]}; {quoted(indicator.nama)} tidak mengukurnya.",
                    evidence=indicator.nama,
                )


def _tells_quality(indicator: Indicator, lexicon: Lexicon) -> bool:
    if head(indicator.nama, lexicon).word in lexicon.kata["ukur_berpatokan"]:
        return True
    proofs = lexicon.kata["patokan"] | lexicon.kata["bukti_mutu"]
    return bool(contains(f"{indicator.nama} {indicator.satuan}", proofs)) or not _roots(lexicon).isdisjoint(
        map(root, tokens(indicator.nama))
    )


@lru_cache(8)
def _roots(lexicon: Lexicon) -> frozenset[str]:
    """Roots of the words that prove quality: "mantap" also proves as "kemantapan"."""
    return frozenset(root(word) for word in lexicon.kata["bukti_mutu"] if len(word) > _SHORTEST)


RULE = Rule(
    code="IND31",
    name="mutu-diukur-cakupan",
    summary="Kalimat menjanjikan mutu, indikatornya hanya menghitung cakupan atau banyaknya.",
    severity=Severity.HINT,
    stage=4,
    source="kriteria indikator relevan (SMART), PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    hint="Ukur mutunya: kepuasan, ketepatan waktu, pemenuhan standar, akreditasi, nilai penilaian.",
)
