"""IND29 rumus-hilang: in a tree whose indicators carry formulas, one that carries none."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

__all__ = ["RULE"]

_MOST = 0.5


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    every = [(node, place, one) for node, place, one in indicators(tree) if one.nama.strip()]
    bare = [(node, place, one) for node, place, one in every if not (one.rumus.strip() or one.hitung.strip())]
    if not bare or len(bare) >= _MOST * len(every):
        return
    for node, place, indicator in bare:
        yield Hit(
            node=node.key,
            field=place,
            message=f"Indikator {quoted(indicator.nama)} belum punya rumus, padahal sebagian besar yang lain punya.",
            evidence=indicator.nama,
        )


RULE = Rule(
    code="IND29",
    name="rumus-hilang",
    summary="Indikator lain punya rumus, yang ini tidak.",
    severity=Severity.HINT,
    stage=5,
    source="formulir IKU dan IKI: kolom formulasi",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"indikator"}),
    hint="Isi kunci `rumus`: apa yang dihitung, dibagi apa, dalam kurun waktu apa.",
)
