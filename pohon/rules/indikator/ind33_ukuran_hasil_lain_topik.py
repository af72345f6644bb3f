"""IND33 ukuran-hasil-lain-topik: a result measured by something that shares no word and no known topic with it."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import results
from pohon.model.topic import speaks_of
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in results(tree):
        for place, indicator in enumerate(node.indikator):
            if tokens(indicator.nama) and not speaks_of(indicator.nama, node.statement, lexicon):
                yield Hit(
                    node=node.key,
                    field=f"indikator.{place}",
                    message=f"Apakah {quoted(indicator.nama)} membuktikan kalimat ini? Tidak ada kata yang sama.",
                    evidence=indicator.nama,
                )


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
