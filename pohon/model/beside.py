"""Several trees beside each other: what a tree says of a partner, and what the partner's own tree says to that.

The other end is looked for from the surest to the vaguest sign: the node that `rujuk` names, a node that says the
contribution, any node that names our agency back. Source: domain.md rules XCT08 and XCT09, RED05 and IND22.
"""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from .agencies import Agencies, agency
from .lexicon import Lexicon
from .node import Crosscutting, CrosscuttingStatus, Node
from .shared import Shared, Twin
from .tree import Tree
from .wording import content, jaccard

__all__ = ["Asked", "Beside", "End", "Group", "Like", "Placed", "Years"]

_SUFFIX = ".pohon.yaml"


class Placed(NamedTuple):
    """A tree and the path of its file."""

    path: str
    tree: Tree


class End(NamedTuple):
    """The other end in the partner's tree. `row` = what it says there of our agency, None when it does not name it.

    `sure` = it is this very condition and not only some node that names our agency.
    """

    tree: Tree
    node: Node
    row: Crosscutting | None
    sure: bool


class Asked(NamedTuple):
    """What a node asks of a partner whose tree is here: the row `crosscutting.<place>`, and its other ends.

    `file` is the partner's file as seen from our own, `lost` the id that `rujuk` names and that is not there.
    """

    node: Node
    place: int
    row: Crosscutting
    file: str
    partner: Tree
    ends: tuple[End, ...]
    lost: str = ""


class Like(NamedTuple):
    """A node and what says the same in an earlier tree of another agency; `file` as seen from our own."""

    node: Node
    file: str
    tree: Tree
    twin: Node


class Years(NamedTuple):
    """The trees of one agency in a year (`now`, in the order of the files) and in the year before it inside a period.

    `files` = the files of the year before as seen from our own.
    """

    tahun: int
    now: tuple[Tree, ...]
    before: tuple[Tree, ...]
    files: tuple[str, ...]


class _Back(NamedTuple):
    node: Node
    place: int
    row: Crosscutting
    partners: tuple[int, ...]


class Group:
    """Trees that are checked together; agencies are matched and sentences compared once for all of them."""

    def __init__(self, placed: Sequence[Placed], lexicon: Lexicon) -> None:
        self.placed = tuple(placed)
        self.lexicon = lexicon
        self._names = tuple(agency(one.tree.instansi, one.tree.pemerintah, lexicon) for one in placed)
        self._agencies = Agencies(self._names)
        stems = Counter(_stem(one.path) for one in placed)
        self._files = {stem: at for at, one in enumerate(placed) if stems[stem := _stem(one.path)] == 1}
        self._rows: dict[int, tuple[_Back, ...]] = {}
        self._ids: dict[int, Mapping[str, Node]] = {}
        self._said: dict[int, tuple[tuple[frozenset[str], Node], ...]] = {}
        self._yearly: dict[tuple[int, ...], dict[int, list[int]]] = {}

    def seen_from(self, at: int) -> "Beside":
        """Return what the tree at this place can know of the others."""
        return Beside(self, at)

    def twins(self, at: int) -> Iterator[tuple[Node, Twin]]:
        """Yield each node of a tree whose like stands in an earlier tree of another agency, not tied to it."""
        for node, twins in self._shared.twins(at):
            twin = next((one for one in twins if not self._tied(at, node, one)), None)
            if twin:
                yield node, twin

    @cached_property
    def _shared(self) -> Shared:
        return Shared([one.tree for one in self.placed], self._names, self._agencies, self.lexicon)

    def _tied(self, at: int, node: Node, twin: Twin) -> bool:
        """Tell whether one of two nodes names the agency of the other as its partner, and not another node there."""
        return self._names_it(at, node, twin) or self._names_it(twin.at, twin.node, Twin(at, node))

    def _names_it(self, at: int, node: Node, end: Twin) -> bool:
        rows = (one for one in self.rows(at) if one.node is node and end.at in one.partners)
        return any(row.row.status is not CrosscuttingStatus.DITOLAK and self._may_be(row.row, end) for row in rows)

    def _may_be(self, row: Crosscutting, end: Twin) -> bool:
        id_ = row.rujuk.rpartition("#")[2].strip()
        return not self.names_node(row, end.at) or self.by_id(end.at).get(id_) is end.node

    def names_node(self, row: Crosscutting, other: int) -> bool:
        """Tell whether `rujuk` ("berkas#id") names a node of this tree."""
        file, sign, id_ = row.rujuk.strip().rpartition("#")
        return bool(sign and id_) and (not file or _stem(file) == _stem(self.placed[other].path))

    def years(self, at: int) -> dict[int, list[int]]:
        """Return the trees of the agency of a tree by year, in the order of the files."""
        kin = self._agencies.kin(at)
        if kin not in self._yearly:
            found = self._yearly[kin] = {}
            for place in kin:
                year = self.placed[place].tree.tahun
                if year is not None:
                    found.setdefault(year, []).append(place)
        return self._yearly[kin]

    def rows(self, at: int) -> tuple[_Back, ...]:
        """Return every row of a tree that names an agency whose tree is here, with the places of its trees."""
        if at not in self._rows:
            tree = self.placed[at].tree
            self._rows[at] = tuple(
                _Back(node, place, row, found)
                for node in _everyone(tree)
                for place, row in enumerate(node.crosscutting)
                if (found := self._partners(row, tree))
            )
        return self._rows[at]

    def _partners(self, row: Crosscutting, tree: Tree) -> tuple[int, ...]:
        """Return the trees of a partner: by its name, else by the file that `rujuk` names."""
        found = self._agencies.find(agency(row.mitra, tree.pemerintah, self.lexicon))
        file = _stem(row.rujuk.partition("#")[0].strip())
        return found or ((self._files[file],) if file in self._files else ())

    def by_id(self, at: int) -> Mapping[str, Node]:
        """Return the nodes of a tree that have an id."""
        if at not in self._ids:
            self._ids[at] = {node.id: node for node in _everyone(self.placed[at].tree) if node.id}
        return self._ids[at]

    def saying(self, at: int, text: str) -> list[Node]:
        """Return the nodes of a tree that say this, or nearly."""
        if at not in self._said:
            nodes = self.placed[at].tree
            self._said[at] = tuple((content(node.statement, self.lexicon), node) for node in nodes)
        least, words = self.lexicon.ambang["XCT08.kalimat"], content(text, self.lexicon)
        return [node for said, node in self._said[at] if jaccard(said, words) >= least] if words else []


class Beside:
    """The other trees as one of them sees them."""

    def __init__(self, group: Group, at: int) -> None:
        self._group, self._at = group, at
        self.path, self.tree = group.placed[at]
        self._files: dict[str, str] = {}

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """What the placed nodes ask of partners whose trees are here, in the order of the file."""
        return tuple(self._asked())

    @cached_property
    def likes(self) -> tuple[Like, ...]:
        """The nodes that another agency states too in an earlier file, no crosscutting tying the two."""
        placed = self._group.placed
        return tuple(
            Like(node, self._seen(placed[twin.at].path), placed[twin.at].tree, twin.node)
            for node, twin in self._group.twins(self._at)
        )

    @cached_property
    def years(self) -> Years | None:
        """The trees of this agency in this year and in the year before, None without two years of one period."""
        placed, year, yearly = self._group.placed, self.tree.tahun, self._group.years(self._at)
        earlier = [one for one in yearly if year is not None and one < year]
        if year is None or not earlier:
            return None
        last = max(earlier)
        periods = {placed[place].tree.periode for place in (*yearly[last], *yearly[year])} - {None}
        if not periods or not all(period and last in period and year in period for period in periods):
            return None
        now = tuple(placed[place].tree for place in yearly[year])
        before = [placed[place] for place in yearly[last]]
        return Years(last, now, tuple(one.tree for one in before), tuple(self._seen(one.path) for one in before))

    def _asked(self) -> Iterator[Asked]:
        for one in self._group.rows(self._at):
            if one.node.key not in self.tree.nodes or self._at in one.partners:
                continue
            each = [self._ends(one, other) for other in one.partners]
            ends = tuple(end for found, _ in each for end in found)
            lost = next((name for _, name in each if name), "") if not ends else ""
            path, partner = self._group.placed[one.partners[0]]
            yield Asked(one.node, one.place, one.row, self._seen(path), partner, ends, lost)

    def _seen(self, path: str) -> str:
        if path not in self._files:
            self._files[path] = _relative(path, self.path)
        return self._files[path]

    def _ends(self, one: _Back, other: int) -> tuple[list[End], str]:
        """Return the ends in one tree of the partner, and the id that `rujuk` names in vain."""
        tree = self._group.placed[other].tree
        back = [row for row in self._group.rows(other) if self._at in row.partners]
        named, id_ = self._group.names_node(one.row, other), one.row.rujuk.rpartition("#")[2].strip()
        if named:
            node = self._group.by_id(other).get(id_)
            if node is None:
                return [], id_
            return [End(tree, node, next((row.row for row in back if row.node is node), None), sure=True)], ""
        sure = [row for row in back if self._points_here(row, one.node)]
        said = self._group.saying(other, one.row.kontribusi)
        sure += [row for row in back if row not in sure and (row.node in said or self._asks_for(row, one.node))]
        if sure:
            return [End(tree, row.node, row.row, sure=True) for row in sure], ""
        if said:
            return [End(tree, node, None, sure=True) for node in said], ""
        return [End(tree, row.node, row.row, sure=False) for row in back], ""

    def _points_here(self, row: _Back, node: Node) -> bool:
        file, sign, id_ = row.row.rujuk.strip().rpartition("#")
        return bool(sign and node.id) and id_ == node.id and (not file or _stem(file) == _stem(self.path))

    def _asks_for(self, row: _Back, node: Node) -> bool:
        """Tell whether the partner asks for what this node says."""
        lexicon = self._group.lexicon
        wanted = content(row.row.kontribusi, lexicon)
        return jaccard(wanted, content(node.statement, lexicon)) >= lexicon.ambang["XCT08.kalimat"]


def _everyone(tree: Tree) -> Iterator[Node]:
    yield from tree
    yield from tree.belum.values()


def _relative(path: str, own: str) -> str:
    try:
        return Path(os.path.relpath(path, Path(own).parent)).as_posix()
    except ValueError:  # another drive
        return path


def _stem(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2].removesuffix(_SUFFIX)
