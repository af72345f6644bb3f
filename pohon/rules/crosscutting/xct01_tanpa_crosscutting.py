"""XCT01 tanpa-crosscutting: a whole tree without one partner."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, begins_as_plan

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    everyone = (*tree, *tree.belum.values())
    if begins_as_plan(tree) or len(tree) < lexicon.ambang["XCT01.simpul"]:
        return
    if not any(node.crosscutting for node in everyone):
        yield Hit(
            node=tree.roots[0],
            message=f"Tidak satu pun dari {len(tree)} kondisi menyebut mitra (crosscutting).",
            evidence=str(len(tree)),
        )


RULE = Rule(
    code="XCT01",
    name="tanpa-crosscutting",
    summary="Pohon tidak memuat satu pun crosscutting.",
    severity=Severity.WARNING,
    stage=5,
    source="kriteria perencanaan kinerja PermenPANRB 88/2021 (crosscutting); tahap 4 pohon kinerja",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"crosscutting"}),
    hint="Tanyakan pada setiap kondisi: unit lain mana yang ikut mewujudkannya? Tulis pada `crosscutting`.",
)
