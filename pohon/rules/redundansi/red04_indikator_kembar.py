"""RED04 indikator-kembar: one indicator on two nodes without a declared relation."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.likeness import Likeness, compare, similar_pairs
from pohon.model.namesakes import MOST, NAMES, Use, Words, akin, near_sets, uses_of
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    shown, tree = tree, tree.whole
    uses = uses_of(tree, lexicon)
    if len(uses) > MOST:
        yield from _among_many(tree, lexicon)
        return
    near = near_sets(tree, uses)
    told = NAMES.all(tree, lexicon)
    region = frozenset(tokens(tree.pemerintah))
    order = {key: number for number, key in enumerate(told)}
    for node in shown:
        for place, words in told.get(node.key, ()):
            use = (node.key, place)
            others = uses[words][:1]  # copies are told of the first one alone
            if others[0] == use:
                firsts = [uses[other][0] for other in near.of(words) if other in uses]
                ranked = sorted((order[one[0]], one[1], one) for one in firsts)
                others = [one for *rank, one in ranked if rank < [order[node.key], place] and _apart(tree, one, use)]
            same = next((one for one in others if _is_same(tree, one, use, lexicon, region)), None)
            if same:
                yield _hit(tree, same, use)


def _among_many(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    uses = [(key, place) for key, names in NAMES.all(tree, lexicon).items() for place, _ in names]
    region = frozenset(tokens(tree.pemerintah))
    kinds = [(tree.find(key).kind, _depth(tree, tree.find(key))) for key, _ in uses]
    names = [tree.find(key).indikator[place].nama for key, place in uses]
    twice: set[int] = set()
    for first, second in similar_pairs(names, lexicon, passed_over=region, groups=kinds):
        if second not in twice and _is_same(tree, uses[first], uses[second], lexicon, region):
            twice.add(second)
            yield _hit(tree, uses[first], uses[second])


def _apart(tree: Tree, one: Use, two: Use) -> bool:
    """Tell whether two uses stand at two levels: of two kinds, or at two depths of conditions of one kind."""
    left, right = tree.find(one[0]), tree.find(two[0])
    return left.kind is not right.kind or _depth(tree, left) != _depth(tree, right)


def _depth(tree: Tree, node: Node) -> int:
    """Return how many conditions of its own kind stand right above a node."""
    depth, above = 0, tree.parent(node)
    while above is not None and above.kind is node.kind:
        depth, above = depth + 1, tree.parent(above)
    return depth


def _is_same(tree: Tree, one: Use, two: Use, lexicon: Lexicon, region: Words) -> bool:
    """Equal words, or at two levels an equal measure of an equal object."""
    left, right = (tree.find(key).indikator[place].nama for key, place in (one, two))
    if tokens(left) == tokens(right):
        return True
    return _apart(tree, one, two) and compare(left, right, lexicon, passed_over=region) is Likeness.SAME


def _hit(tree: Tree, first: Use, second: Use) -> Hit:
    ours, theirs = (tree.find(key).indikator[place].nama for key, place in (second, first))
    return Hit(
        node=second[0],
        field=f"indikator.{second[1]}",
        message=f"Indikator ini mengukur hal yang sama dengan indikator simpul {tree.number(first[0])}.",
        evidence=f"{quoted(ours)} dan {quoted(theirs)}",
        related=(first[0],),
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
    akin=akin,
    hint="Pilih ukuran yang khas bagi tiap kinerja. Bila yang satu dihitung dari yang lain, isi `hubungan`.",
)
