"""IND01 kinerja-tanpa-indikator: a condition that nothing measures."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import is_creed
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, is_partner_leaf, named

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    if not tree.nodes:
        return
    bare = [node for node in tree if not node.indikator and not is_partner_leaf(node) and not is_creed(node)]
    if tree.tahap < 5 and len(tree) > 1 and not any(node.indikator for node in tree):
        yield Hit(
            node=tree.roots[0],
            message=f"Belum ada indikator sama sekali pada {len(bare)} kondisi pohon ini.",
            hint="Mulai dari outcome: apa yang menunjukkan kondisi ini terjadi?",
        )
        return
    for node in bare:
        yield Hit(node=node.key, message=f"{named(node)} ini belum punya indikator.")


RULE = Rule(
    code="IND01",
    name="kinerja-tanpa-indikator",
    summary="Kondisi belum punya indikator kinerja.",
    severity=Severity.ERROR,
    stage=4,
    source="tahap 4 pohon kinerja; kriteria perencanaan kinerja PermenPANRB 88/2021",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"crosscutting", "indikator", "kind", "komponen"}),
    hint="Tanyakan: apa yang dihitung atau diukur supaya orang lain percaya kondisi ini terjadi?",
)
