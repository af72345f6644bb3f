"""PET04 csf-tanpa-sasaran: among mapped CSFs one that became nobody's sasaran (plans; STR19 tells of other trees)."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, begins_as_plan

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    everyone = list(tree.of_kind(Kind.CSF))
    loose = [node for node in everyone if not node.jabatan and not node.komponen.strip()]
    if not begins_as_plan(tree) or len(loose) * 2 > len(everyone):
        return
    for node in loose:
        yield Hit(node=node.key, message="CSF ini tidak menjadi sasaran jabatan mana pun, padahal CSF lain sudah.")


RULE = Rule(
    code="PET04",
    name="csf-tanpa-sasaran",
    summary="CSF tidak punya sasaran dan jabatan, padahal CSF lain sudah dipetakan.",
    severity=Severity.ERROR,
    stage=5,
    source="tahap 5 pohon kinerja: setiap CSF menjadi sasaran perangkat daerah",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"jabatan", "kind", "komponen"}),
    hint="Isi `komponen` dan `jabatan` CSF ini.",
)
