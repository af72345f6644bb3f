"""STR14 simpul-hilang: a condition of one stage table that the next table no longer holds."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind, Node
from pohon.model.noted import Note
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, is_partner_leaf, listed, origins

__all__ = ["RULE"]


def _noted(node: Node, _tree: Tree, _lexicon: Lexicon) -> frozenset[int]:
    return _stages(node)


_STAGES = Note(_noted, belum=True)


def _tables(tree: Tree, lexicon: Lexicon) -> frozenset[int]:
    """Return the stages whose tables were read."""
    return frozenset[int]().union(*set(_STAGES.all(tree, lexicon).values()))


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    tables = _tables(tree, lexicon)
    for node in (*tree, *tree.belum.values()):
        before = _lost_after(node, tables)
        if before and not is_partner_leaf(node) and not (node.kind is Kind.CSF and tree.tahap >= 5):
            rows = [listed(row) for _, row in origins(node) if row.tahap == before]
            yield Hit(
                node=node.key,
                message=f"Ada pada tabel tahap {before}, tetapi hilang pada tabel tahap {before + 1}.",
                evidence=rows[0],
            )


def _stages(node: Node) -> frozenset[int]:
    return frozenset(row.tahap for _, row in origins(node) if row.tahap)


def _lost_after(node: Node, tables: frozenset[int]) -> int:
    """Return the stage after which the node is missing though the next table was read, 0 when it is not."""
    stages = _stages(node)
    lost = (before for before in (3, 4) if before in stages and before + 1 in tables and before + 1 not in stages)
    return next(lost, 0)


RULE = Rule(
    code="STR14",
    name="simpul-hilang",
    summary="Kondisi hilang antara tabel satu tahap dan tabel tahap berikutnya.",
    severity=Severity.ERROR,
    stage=4,
    source="tahap 3 sampai 5 pohon kinerja: kondisi yang sama diberi indikator, lalu komponen dan jabatan",
    check=check,
    scope=Scope.NODE,
    context=_tables,
    hint="Masukkan kondisi ini ke tabel berikutnya, atau hapus dari pohon bila memang dieliminasi.",
)
