"""IND32 indikator-di-dua-kolom: the same words in the column of the condition and in that of the indicator."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        words = tokens(indicator.nama)
        if words and words == tokens(node.statement):
            measured = "ukur" in head(indicator.nama, lexicon).lists
            wrong, right = ("kinerja", "indikator") if measured else ("indikator", "kinerja")
            yield Hit(
                node=node.key,
                field=place,
                message=f"Kalimat ini berdiri di dua kolom; kolom {wrong} sebenarnya kosong (isinya {right}).",
                evidence=indicator.nama,
            )


RULE = Rule(
    code="IND32",
    name="indikator-di-dua-kolom",
    summary="Kalimat kinerja dan indikatornya sama kata demi kata.",
    severity=Severity.WARNING,
    stage=4,
    source="praktik: baris indikator yang tercetak di kolom kinerja",
    check=check,
    scope=Scope.NODE,
    hint="Tulis kondisinya sendiri, atau pindahkan indikator ke simpul yang diukurnya dan hapus simpul ini.",
)
