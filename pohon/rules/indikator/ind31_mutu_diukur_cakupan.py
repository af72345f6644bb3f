"""IND31 mutu-diukur-cakupan: the statement promises quality, the indicator tells how many."""

from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.statements import results
from pohon.model.tree import Tree
from pohon.model.wording import contains, head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in results(tree):
        first = head(node.statement, lexicon)
        promised = tokens(node.statement)[first.size : first.size + 1]
        if not promised or promised[0] not in lexicon.kata["mutu"] or first.lists.isdisjoint({"hasil", "aktif"}):
            continue
        for place, indicator in enumerate(node.indikator):
            if indicator.nama.strip() and not _tells_quality(indicator, lexicon):
                yield Hit(
                    node=node.key,
                    field=f"indikator.{place}",
                    message=f"Kalimatnya menjanjikan {promised[0]}; {quoted(indicator.nama)} tidak mengukurnya.",
                    evidence=indicator.nama,
                )


def _tells_quality(indicator: Indicator, lexicon: Lexicon) -> bool:
    if head(indicator.nama, lexicon).word in lexicon.kata["ukur_berpatokan"]:
        return True
    return bool(contains(f"{indicator.nama} {indicator.satuan}", lexicon.kata["patokan"] | lexicon.kata["bukti_mutu"]))


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
