"""STR18 kolom-bergeser: the cells of a source row stood in the wrong columns."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, joined, listed, origins

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for node in (*tree, *tree.belum.values()):
        moved = [(place, row) for place, row in origins(node) if row.geser]
        if moved:
            rows = joined([listed(row) for _, row in moved if listed(row)])
            yield Hit(
                node=node.key,
                field=moved[0][0],
                message=f"Isi sel bergeser kolom pada {rows or 'baris sumber ini'}; hasil bacanya perlu diperiksa.",
                evidence=", ".join(row.baris for _, row in moved),
            )


RULE = Rule(
    code="STR18",
    name="kolom-bergeser",
    summary="Isi sel pada tabel sumber berada di kolom yang salah.",
    severity=Severity.WARNING,
    stage=3,
    source="praktik: tabel tahap yang disalin antar aplikasi",
    check=check,
    scope=Scope.NODE,
    hint="Bandingkan dengan naskah sumber, betulkan tabelnya, lalu hapus `geser`.",
)
