"""BHS16 terlalu-panjang: a statement too long to be one condition."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import stated
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    most = int(lexicon.ambang["BHS16.kata"])
    for node in stated(tree):
        count = len(node.statement.split())
        if count >= most:
            yield Hit(
                node=node.key,
                message=f"Kalimat ini {count} kata; {most} kata ke atas sulit dibaca sebagai satu kondisi.",
                evidence=f"{count} kata",
            )


RULE = Rule(
    code="BHS16",
    name="terlalu-panjang",
    summary="Kalimat kinerja terlalu panjang.",
    severity=Severity.HINT,
    stage=1,
    source="pengukuran: setengah dari keluaran resmi paling banyak 9 kata, sembilan dari sepuluh kurang dari 18 kata",
    check=check,
    scope=Scope.NODE,
    hint="Pecah menjadi beberapa kondisi, atau pindahkan rinciannya ke `uraian`.",
)
