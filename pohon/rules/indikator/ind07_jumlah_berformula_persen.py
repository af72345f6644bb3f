"""IND07 jumlah-berformula-persen: called a count, computed as a percentage."""

from collections.abc import Iterator

from pohon.model.formula import read_rumus
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import head
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        if not indicator.rumus or head(indicator.nama, lexicon).word not in ("jumlah", "banyaknya"):
            continue
        read = read_rumus(indicator.rumus)
        if read.ada_pembagian or read.dikali_seratus:
            yield Hit(
                node=node.key,
                field=f"{place}.rumus",
                message=f"Indikator {quoted(indicator.nama)} menyebut jumlah, tetapi rumusnya menghitung persentase.",
                evidence=read.teks,
            )


RULE = Rule(
    code="IND07",
    name="jumlah-berformula-persen",
    summary="Indikator bernama jumlah, tetapi rumusnya persentase.",
    severity=Severity.ERROR,
    stage=4,
    source="formulir IKU dan IKI: nama, satuan, dan formulasi harus sejalan",
    check=check,
    scope=Scope.NODE,
    hint="Ganti nama menjadi Persentase ..., atau ganti rumus menjadi hitungan biasa.",
)
