"""A tree under construction: nodes that can still move, made into a `Tree` at the end.

The only mutable description of a tree; import builds it up from many tables and then freezes it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from pohon.errors import Place
from pohon.forms.tree_ids import LETTERS
from pohon.model.indicator import Indicator
from pohon.model.node import Crosscutting, Dasar, Kind, Node
from pohon.model.origin import Origin

__all__ = ["Draft", "Forest", "freeze"]


@dataclass(slots=True, eq=False)
class Draft:
    """One node. `key` is given when the forest is frozen; `leaf` marks what later rows must not hang under,
    `deep` how deep it stands among nodes of its own level where the document says so.
    """

    kind: Kind
    statement: str
    place: Place = Place()
    parent: "Draft | None" = None
    children: list["Draft"] = field(default_factory=list)
    indikator: list[Indicator] = field(default_factory=list)
    asal: list[Origin] = field(default_factory=list)
    crosscutting: list[Crosscutting] = field(default_factory=list)
    id: str = ""
    isu: str = ""
    dasar: Dasar | None = None
    komponen: str = ""
    jabatan: tuple[str, ...] = ()
    program: list[str] = field(default_factory=list)
    uraian: str = ""
    dasar_hukum: tuple[str, ...] = ()
    leaf: bool = False
    deep: int = 1
    after_gap: bool = False
    key: str = ""

    def walk(self) -> Iterator["Draft"]:
        """Yield this node and everything below it, depth-first."""
        pending = [self]
        while pending:
            one = pending.pop()
            yield one
            pending.extend(reversed(one.children))

    def hang(self, parent: "Draft", index: int | None = None) -> None:
        """Put this node under another one."""
        self.parent = parent
        parent.children.insert(len(parent.children) if index is None else index, self)

    @property
    def last_line(self) -> int:
        """The last line of the file that this node or one below it came from."""
        return max((one.place.line for one in self.walk()), default=0)


@dataclass(slots=True)
class Forest:
    """The roots of a tree under construction, and what has no place yet."""

    roots: list[Draft] = field(default_factory=list)
    belum: list[Draft] = field(default_factory=list)

    def walk(self) -> Iterator[Draft]:
        """Yield every placed node, depth-first."""
        for root in self.roots:
            yield from root.walk()

    def everything(self) -> Iterator[Draft]:
        """Yield every node, placed or not."""
        yield from self.walk()
        for root in self.belum:
            yield from root.walk()

    def take_out(self, draft: Draft) -> None:
        """Take a node with its branch out of where it stands."""
        home = self.roots if draft.parent is None else draft.parent.children
        if draft in home:
            home.remove(draft)
        draft.parent = None

    def unplace(self, draft: Draft) -> None:
        """Move a node with its branch to what has no place yet."""
        self.take_out(draft)
        self.belum.append(draft)


def give_ids(forest: Forest) -> None:
    """Give every node without an id a short one that stays: c1, u1 ... in the order of the tree, x1 for partners."""
    taken = {one.id for one in forest.everything() if one.id}
    numbers = {letter: count(1) for letter in (*LETTERS.values(), "x")}
    for one in forest.everything():
        if one.id or (one.kind is Kind.GAGASAN and not one.children):
            continue
        letter = "x" if one.crosscutting and not one.indikator and not one.children else LETTERS[one.kind]
        one.id = next(name for number in numbers[letter] if (name := f"{letter}{number}") not in taken)


def freeze(forest: Forest, *, ids: bool) -> tuple[dict[str, Node], tuple[str, ...], dict[str, Node], tuple[str, ...]]:
    """Return nodes, roots, unplaced nodes and their roots as the fields of a Tree."""
    if ids:
        give_ids(forest)
    for roots, mark in ((forest.roots, ""), (forest.belum, "?")):
        for place, root in enumerate(roots, 1):
            _name(root, f"{mark}{place}")
    placed = {one.key: _node(one) for one in forest.walk()}
    waiting = {one.key: _node(one) for root in forest.belum for one in root.walk()}
    return placed, tuple(one.key for one in forest.roots), waiting, tuple(one.key for one in forest.belum)


def _name(root: Draft, number: str) -> None:
    pending = [(root, number)]
    while pending:
        one, own = pending.pop()
        one.key = one.id or own
        pending += [(child, f"{own}.{place}") for place, child in enumerate(one.children, 1)]


def _node(one: Draft) -> Node:
    return Node(
        key=one.key, kind=one.kind, statement=one.statement, parent=None if one.parent is None else one.parent.key,
        sebab=tuple(child.key for child in one.children), id=one.id, isu=one.isu, dasar=one.dasar,
        indikator=tuple(one.indikator), crosscutting=tuple(one.crosscutting), komponen=one.komponen,
        jabatan=one.jabatan, program=tuple(one.program), uraian=one.uraian, dasar_hukum=one.dasar_hukum,
        asal=tuple(one.asal),
    )  # fmt: skip
