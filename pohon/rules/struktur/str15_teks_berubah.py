"""STR15 teks-berubah: the statement reads differently in another stage table."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import normalise
from pohon.rules._base import Hit, Rule, Scope, Severity, listed, quoted

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for node in (*tree, *tree.belum.values()):
        for place, row in enumerate(node.asal):
            if row.tahap and row.teks and normalise(row.teks) != normalise(node.statement):
                yield Hit(
                    node=node.key,
                    field=f"asal.{place}",
                    message=f"Bunyi kondisi pada {listed(row)} lain: {quoted(row.teks)}.",
                    evidence=row.teks,
                )


RULE = Rule(
    code="STR15",
    name="teks-berubah",
    summary="Bunyi kondisi berubah dari satu tahap ke tahap lain.",
    severity=Severity.WARNING,
    stage=4,
    source="tahap 3 sampai 5 pohon kinerja: kondisi yang sama dibawa dari tahap ke tahap",
    check=check,
    scope=Scope.NODE,
    hint="Tentukan satu bunyi yang disepakati dan pakai di semua tahap.",
)
