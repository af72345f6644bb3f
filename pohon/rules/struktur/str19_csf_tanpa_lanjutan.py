"""STR19 csf-tanpa-lanjutan: a CSF that stage 5 turns into no sasaran."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, begins_as_plan, origins

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    if tree.tahap < 5 or begins_as_plan(tree) or not any(_mapped(node) for node in tree):
        return
    for node in tree.of_kind(Kind.CSF):
        if not _mapped(node):
            yield Hit(node=node.key, message="CSF ini tidak berlanjut menjadi sasaran pada tahap 5.")


def _mapped(node: Node) -> bool:
    return bool(node.komponen or node.jabatan or any(row.tahap == 5 for _, row in origins(node)))


RULE = Rule(
    code="STR19",
    name="csf-tanpa-lanjutan",
    summary="CSF tidak menjadi sasaran siapa pun pada tahap 5.",
    severity=Severity.ERROR,
    stage=5,
    source="tahap 5 pohon kinerja: setiap CSF menjadi sasaran perangkat daerah",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"asal", "indikator", "jabatan", "kind", "komponen"}),
    hint="Beri CSF ini komponen (sasaran) dan jabatan pemiliknya.",
)
