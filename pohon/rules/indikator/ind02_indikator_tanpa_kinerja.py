"""IND02 indikator-tanpa-kinerja: a source row with an indicator and an empty statement."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, listed

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for node in (*tree, *tree.belum.values()):
        for place, row in enumerate(node.asal):
            if row.tahap in (4, 5) and row.teks is not None and not row.teks.strip():
                yield Hit(
                    node=node.key,
                    field=f"asal.{place}",
                    message=f"Baris sumber ini ({listed(row)}) memuat indikator, tetapi kolom kinerjanya kosong.",
                    evidence=row.baris,
                )


RULE = Rule(
    code="IND02",
    name="indikator-tanpa-kinerja",
    summary="Baris sumber memuat indikator tanpa kinerja.",
    severity=Severity.ERROR,
    stage=4,
    source="tahap 4 pohon kinerja: setiap indikator mengukur satu kinerja",
    check=check,
    scope=Scope.NODE,
    hint="Tulis kinerja yang diukur, atau pindahkan indikator ini ke kinerja di atasnya.",
)
