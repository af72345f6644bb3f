"""IND33 ukuran-hasil-lain-topik: a result measured by something that shares no word and no known topic with it."""

from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.statements import results
from pohon.model.topic import abbreviated, speaks_of
from pohon.model.tree import Tree
from pohon.model.unit_words import kinds_of
from pohon.model.wording import head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_FEW = 3


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in results(tree):
        fits = [_fits(node.statement, one.nama, lexicon) for one in node.indikator]
        # told by most of its measures, or one of a few: another measure is a second view of it
        told = 2 * sum(fits) >= len(fits) or (len(fits) <= _FEW and any(fits))
        for place, indicator in enumerate(node.indikator):
            if not fits[place] and not (told and _is_measure(indicator, lexicon)):
                yield Hit(
                    node=node.key,
                    field=f"indikator.{place}",
                    message=f"Apakah {quoted(indicator.nama)} membuktikan kalimat ini? Tidak ada kata yang sama.",
                    evidence=indicator.nama,
                )


def _fits(statement: str, name: str, lexicon: Lexicon) -> bool:
    return not tokens(name) or speaks_of(name, statement, lexicon) or abbreviated(name, statement)


def _is_measure(indicator: Indicator, lexicon: Lexicon) -> bool:
    return "ukur" in head(indicator.nama, lexicon).lists or not kinds_of(indicator.satuan, lexicon) <= {"benda"}


RULE = Rule(
    code="IND33",
    name="ukuran-hasil-lain-topik",
    summary="Indikator hasil tidak menyebut apa pun dari kalimatnya.",
    severity=Severity.HINT,
    stage=4,
    source="kriteria indikator relevan (SMART), PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    hint="Bila hubungannya memang ada, tulis di `relevansi`; bila tidak, cari ukuran yang membuktikan kalimatnya.",
)
