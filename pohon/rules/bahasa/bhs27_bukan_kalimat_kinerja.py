"""BHS27 bukan-kalimat-kinerja: a placeholder or a remark stands where a condition belongs."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import is_placeholder
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for node in tree:
        if node.statement.strip() and is_placeholder(node.statement):
            yield Hit(
                node=node.key,
                message=f"{quoted(node.statement)} bukan kondisi: baris ini pengisi tempat kosong.",
                evidence=node.statement,
            )


RULE = Rule(
    code="BHS27",
    name="bukan-kalimat-kinerja",
    summary="Tempat kalimat kinerja diisi tanda kosong atau keterangan, bukan kondisi.",
    severity=Severity.ERROR,
    stage=1,
    source="praktik: tabel Renstra dan aplikasi menyimpan baris pengisi sebagai sasaran",
    check=check,
    scope=Scope.NODE,
    hint="Tulis kondisinya, atau hapus simpulnya dan pindahkan sebab-sebabnya ke tempat yang benar.",
)
