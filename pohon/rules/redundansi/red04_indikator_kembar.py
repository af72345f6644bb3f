"""RED04 indikator-kembar: one indicator on two nodes without a declared relation."""

from collections.abc import Iterator
from typing import NamedTuple

from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.likeness import Likeness, compare, similar_pairs
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


class _Use(NamedTuple):
    node: Node
    place: int
    indicator: Indicator


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    uses = [
        _Use(node, place, indicator)
        for node in tree
        for place, indicator in enumerate(node.indikator)
        if indicator.nama.strip() and not indicator.hubungan.strip()
    ]
    region = frozenset(tokens(tree.pemerintah))
    twice: set[int] = set()
    levels = _levels(tree)
    kinds = [levels[use.node.key] for use in uses]
    names = [use.indicator.nama for use in uses]
    for first, second in similar_pairs(names, lexicon, passed_over=region, groups=kinds):
        apart = kinds[first] != kinds[second]
        if second not in twice and _is_same(
            uses[first].indicator.nama, uses[second].indicator.nama, lexicon, region, apart=apart
        ):
            twice.add(second)
            yield _hit(tree, uses[first], uses[second])


def _levels(tree: Tree) -> dict[str, tuple[Kind, int]]:
    """Return kind and depth of every node: a condition below one of its own kind stands at another level."""
    depths: dict[str, tuple[Kind, int]] = {}
    for node in tree:
        above = depths.get(node.parent or "")
        depths[node.key] = (node.kind, above[1] + 1 if above and above[0] is node.kind else 0)
    return depths


def _is_same(one: str, two: str, lexicon: Lexicon, region: frozenset[str], *, apart: bool) -> bool:
    """Equal words, or at two levels an equal measure of an equal object."""
    return tokens(one) == tokens(two) or (apart and compare(one, two, lexicon, passed_over=region) is Likeness.SAME)


def _hit(tree: Tree, first: _Use, second: _Use) -> Hit:
    return Hit(
        node=second.node.key,
        field=f"indikator.{second.place}",
        message=f"Indikator ini mengukur hal yang sama dengan indikator simpul {tree.number(first.node.key)}.",
        evidence=f"{quoted(second.indicator.nama)} dan {quoted(first.indicator.nama)}",
        related=(first.node.key,),
    )


RULE = Rule(
    code="RED04",
    name="indikator-kembar",
    summary="Indikator yang sama dipakai pada dua simpul tanpa keterangan hubungan.",
    severity=Severity.WARNING,
    stage=4,
    source="praktik penilaian: satu ukuran tidak membuktikan dua kinerja yang berbeda",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"indikator", "kind"}),
    hint="Pilih ukuran yang khas bagi tiap kinerja. Bila yang satu dihitung dari yang lain, isi `hubungan`.",
)
