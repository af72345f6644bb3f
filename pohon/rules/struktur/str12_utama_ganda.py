"""STR12 utama-ganda: in profiles with one utama for each CSF, a CSF with several or with none."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, begins_as_plan

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    if not tree.profile.utama_tunggal or begins_as_plan(tree):
        return
    for node in tree.of_kind(Kind.CSF):
        main = [child for child in tree.children(node) if child.kind is Kind.UTAMA]
        if len(main) > 1:
            yield Hit(
                node=node.key,
                message=f"CSF ini punya {len(main)} kondisi antara utama; profil {tree.profile.nama} memakai satu.",
                related=tuple(child.key for child in main),
            )
        elif not main and any(child.kind is Kind.ANTARA for child in tree.children(node)):
            yield Hit(
                node=node.key,
                message=f"CSF ini belum punya kondisi antara utama; profil {tree.profile.nama} memakai satu.",
                hint="Pilih atau rumuskan satu kondisi antara utama, lalu letakkan kondisi antara di bawahnya.",
            )


RULE = Rule(
    code="STR12",
    name="utama-ganda",
    summary="CSF tidak punya tepat satu kondisi antara utama.",
    severity=Severity.WARNING,
    stage=3,
    source="praktik: tabel tahap 3 dengan satu kondisi antara utama untuk setiap CSF",
    check=check,
    scope=Scope.BRANCH,
    hint="Pilih satu sebagai kondisi antara utama; yang lain menjadi kondisi antara di bawahnya atau CSF sendiri.",
)
