"""PET01 simpul-belum-dipetakan: at stage 5 a condition that no position holds."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind, Node
from pohon.model.noted import Note
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, begins_as_plan, is_partner_leaf, named, origins

__all__ = ["RULE"]


def _open(node: Node, _tree: Tree, _lexicon: Lexicon) -> bool:
    return not _mapped(node)


_OPEN = Note(_open)


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    if tree.tahap < 5 or not tree.nodes or begins_as_plan(tree):
        return
    open_ones = [tree.find(key) for key in _OPEN.all(tree, lexicon)]
    open_ones = [node for node in open_ones if not is_partner_leaf(node)]
    if len(_OPEN.all(tree, lexicon)) == len(tree):
        yield Hit(
            node=tree.roots[0],
            message=f"Belum ada satu pun dari {len(open_ones)} kondisi yang dipetakan ke jabatan.",
            hint="Tulis susunan jabatan pada kunci `jabatan` di tingkat berkas, lalu isi `jabatan` pada tiap kondisi.",
        )
        return
    for node in open_ones:
        if node.kind is not Kind.CSF:
            yield Hit(node=node.key, message=f"{named(node)} ini belum dipetakan ke jabatan.")


def _mapped(node: Node) -> bool:
    return bool(node.jabatan) or any(row.tahap == 5 for _, row in origins(node))


RULE = Rule(
    code="PET01",
    name="simpul-belum-dipetakan",
    summary="Kondisi belum diterjemahkan ke kinerja jabatan.",
    severity=Severity.ERROR,
    stage=5,
    source="tahap 5 pohon kinerja: setiap kondisi menjadi komponen perencanaan dan kinerja jabatan",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"asal", "crosscutting", "indikator", "jabatan", "kind"}),
    hint="Isi `jabatan` dengan id jabatan yang memegang kinerja ini.",
)
