"""IND29 rumus-hilang: in a tree whose indicators carry formulas, one that carries none."""

from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.noted import Note
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

__all__ = ["RULE"]

_MOST = 0.5


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    if not _most_have_one(tree, lexicon):
        return
    for node, place, indicator in indicators(tree):
        if _is_bare(indicator):
            told = f"Indikator {quoted(indicator.nama)} belum punya rumus, padahal sebagian besar yang lain punya."
            yield Hit(node=node.key, field=place, message=told, evidence=indicator.nama)


def _is_bare(indicator: Indicator) -> bool:
    return bool(indicator.nama.strip()) and not (indicator.rumus.strip() or indicator.hitung.strip())


def _counts(node: Node, _tree: Tree, _lexicon: Lexicon) -> tuple[int, int] | None:
    """Return how many named indicators a node has, and how many of them are without a formula."""
    every = [indicator for indicator in node.indikator if indicator.nama.strip()]
    return (len(every), sum(map(_is_bare, every))) if every else None


_COUNTS = Note(_counts)


def _most_have_one(tree: Tree, lexicon: Lexicon) -> bool:
    counts = _COUNTS.all(tree, lexicon).values()
    return bool(sum(bare for _, bare in counts) < _MOST * sum(every for every, _ in counts))


RULE = Rule(
    code="IND29",
    name="rumus-hilang",
    summary="Indikator lain punya rumus, yang ini tidak.",
    severity=Severity.HINT,
    stage=5,
    source="formulir IKU dan IKI: kolom formulasi",
    check=check,
    scope=Scope.NODE,
    context=_most_have_one,
    hint="Isi kunci `rumus`: apa yang dihitung, dibagi apa, dalam kurun waktu apa.",
)
