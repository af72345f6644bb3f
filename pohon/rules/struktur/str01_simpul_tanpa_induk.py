"""STR01 simpul-tanpa-induk: a condition that brings nothing about."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, begins_as_plan, named

__all__ = ["RULE"]

_BELOW_CSF = (Kind.UTAMA, Kind.ANTARA, Kind.OPERASIONAL)


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    roots = [tree.nodes[key] for key in tree.roots]
    plan = begins_as_plan(tree)
    top = min((root.kind.rank for root in roots), default=0) if plan else Kind.CSF.rank
    for root in roots:
        if plan and root.jabatan:
            continue  # whose condition hangs in the air is told by position (PET12)
        if root.kind in _BELOW_CSF and root.kind.rank > top:
            yield Hit(
                node=root.key,
                message=f"{named(root)} ini berdiri sendiri: tidak ada akibat di atasnya.",
                severity=Severity.WARNING if plan else None,
            )
    for key in tree.belum_roots:
        node = tree.belum[key]
        if node.kind is not Kind.GAGASAN:
            yield Hit(
                node=key,
                message=f"{named(node)} ini belum ditempatkan: tidak ada akibat di atasnya.",
                severity=Severity.WARNING,
            )


RULE = Rule(
    code="STR01",
    name="simpul-tanpa-induk",
    summary="Kondisi berdiri sendiri, tidak menjadi sebab dari kondisi mana pun.",
    severity=Severity.ERROR,
    stage=3,
    source="praktik (sifat pohon); rangkuman PermenPANRB 89/2021, tahap 3",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"jabatan", "kind"}),
    hint="Tanyakan: kondisi ini menyebabkan apa? Pindahkan ke bawah akibatnya, atau hapus bila tidak berpengaruh.",
)
