"""What two agencies of one government state alike, each in its own tree.

Left out is what they state alike by nature: the affairs of every office, what serves one sasaran of the government,
what offices of one kind do in other places. Source: domain.md rule RED05.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from .agencies import Agencies, Agency, same_region
from .every_office import EveryOffice
from .lexicon import Lexicon
from .likeness import Likeness, Names, compare
from .node import Kind, Node
from .tree import Tree
from .wording import contains, head, heads_alike, tokens

__all__ = ["Shared", "Twin", "same_time"]

_GOALS = ("sasaran", "tujuan", "misi", "prioritas", "rpjmd", "rpjpd", "rpjmn")
_LOOKED_AT = 100
"""So many nodes that say the same are looked at: copies in hundreds of trees stay linear."""


class Twin(NamedTuple):
    """A node of an earlier tree that states the same; `at` = the place of that tree."""

    at: int
    node: Node


class Shared:
    """The statements of several trees, to be found by their words."""

    def __init__(self, trees: Sequence[Tree], names: Sequence[Agency], known: Agencies, lexicon: Lexicon) -> None:
        self._trees, self._names, self._known, self._lexicon = trees, names, known, lexicon
        self._kinds = [_kind_of_office(name, lexicon) for name in names]
        self._regions = [
            frozenset((*tokens(tree.pemerintah), *name.region)) for tree, name in zip(trees, names, strict=True)
        ]
        self._apart: dict[tuple[int, int], bool] = {}
        self._reached: dict[frozenset[str], list[int]] = {}
        self._families: dict[int, frozenset[int]] = {}

    def twins(self, at: int) -> Iterator[tuple[Node, Iterator[Twin]]]:
        """Yield each node of a tree that has a like in earlier trees of other agencies, with those, nearest first."""
        for words, node in self._said[at]:
            yield node, (twin for twin in self._near(words, at) if self._alike(at, node, twin))

    def _near(self, words: frozenset[str], at: int) -> Iterator[Twin]:
        names, holders = self._index
        if words not in self._reached:
            self._reached[words] = names.reaching(words)
        held = (twin for number in self._reached[words] for twin in holders[number])
        return (twin for twin in islice(held, _LOOKED_AT) if twin.at < at and self._are_two(twin.at, at))

    @cached_property
    def _said(self) -> list[list[tuple[frozenset[str], Node]]]:
        """Return for each tree the statements that are an agency's own, by their words without the region's name."""
        every = EveryOffice(self._lexicon)
        return [list(every.others(tree, region)) for tree, region in zip(self._trees, self._regions, strict=True)]

    @cached_property
    def _index(self) -> tuple[Names, list[list[Twin]]]:
        found: dict[frozenset[str], list[Twin]] = {}
        for at, said in enumerate(self._said):
            for words, node in said:
                found.setdefault(words, []).append(Twin(at, node))
        return Names(list(found), self._lexicon.ambang["RED05.mirip"]), list(found.values())

    def _are_two(self, one: int, other: int) -> bool:
        """Tell whether two trees are those of two agencies that could share a condition needlessly."""
        if (one, other) not in self._apart:
            self._apart[one, other] = self._two(one, other)
        return self._apart[one, other]

    def _two(self, one: int, other: int) -> bool:
        left, right = self._names[one], self._names[other]
        if not left.words or not right.words or not same_region(left, right):
            return False
        if self._kinds[one] and self._kinds[one] == self._kinds[other]:
            return False
        if not same_time(self._trees[one], self._trees[other]):
            return False
        return one not in self._kin(other) and other not in self._kin(one)

    def _kin(self, at: int) -> frozenset[int]:
        if at not in self._families:
            self._families[at] = frozenset(self._known.kin(at, loosely=True))
        return self._families[at]

    def _alike(self, at: int, node: Node, twin: Twin) -> bool:
        lexicon = self._lexicon
        if _serve_one_goal(node, twin.node, lexicon):
            return False
        region = self._regions[at] | self._regions[twin.at]
        verdict = compare(node.statement, twin.node.statement, lexicon, passed_over=region)
        if verdict in (Likeness.SAME, Likeness.DIFFERENT):
            return verdict is Likeness.SAME
        return heads_alike(head(node.statement, lexicon).word, head(twin.node.statement, lexicon).word, lexicon)


def same_time(one: Tree, other: Tree) -> bool:
    """Tell whether two trees can speak of the same year; who names none may speak of any."""
    left, right = _years(one), _years(other)
    return not left or not right or (left[0] <= right[1] and right[0] <= left[1])


def _years(tree: Tree) -> tuple[int, int] | None:
    if tree.tahun is not None:
        return tree.tahun, tree.tahun
    return (tree.periode.awal, tree.periode.akhir) if tree.periode else None


def _kind_of_office(agency: Agency, lexicon: Lexicon) -> str:
    """Return the kind of an office that stands in every place ("kecamatan"), "" for one that stands once."""
    opening = f" {' '.join(agency.words[:3])} "
    for kinds in lexicon.frasa["kantor_setempat"]:
        if any(f" {kind.strip()} " in opening for kind in kinds.split("=")):
            return kinds
    return ""


def _serve_one_goal(one: Node, other: Node, lexicon: Lexicon) -> bool:
    """Tell whether two outcomes name one sasaran of the government as what they rest on."""
    if one.kind is not Kind.OUTCOME or other.kind is not Kind.OUTCOME:
        return False
    return not _goals(one, lexicon).isdisjoint(_goals(other, lexicon))


def _goals(node: Node, lexicon: Lexicon) -> set[tuple[str, ...]]:
    said = (node.dasar.mandat if node.dasar else "", *node.dasar_hukum)
    return {tokens(text) for text in said if contains(text, _GOALS) or head(text, lexicon).lists}
