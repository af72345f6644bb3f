"""Which nodes a drawing shows, in which row each stands, and what the rows are called."""

from collections.abc import Sequence

from pohon.frozen import dataclass
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree

from .layout import Forest
from .options import SceneOptions

__all__ = ["Selection", "row_label", "select"]

_STAGE_OF = {Kind.OUTCOME: 1, Kind.CSF: 2}


@dataclass(frozen=True, slots=True)
class Selection:
    """The nodes on the sheet, depth-first; their shape; the kind of every row; the nodes without a place."""

    nodes: tuple[Node, ...]
    forest: Forest
    rows: tuple[Kind, ...]
    unplaced: tuple[Node, ...]


def select(tree: Tree, options: SceneOptions) -> Selection:
    """Choose the nodes that the options ask for. Raises KeyError when `branches` names no node."""
    roots = options.branches or tree.roots
    nodes, parent = _walk(tree, roots, options)
    children: list[list[int]] = [[] for _ in nodes]
    for place, above in enumerate(parent):
        if above >= 0:
            children[above].append(place)
    order, row = _rows(nodes, parent)
    top = tuple(place for place, above in enumerate(parent) if above < 0)
    forest = Forest(tuple(parent), tuple(map(tuple, children)), top, row, len(order))
    unplaced = tuple(tree.belum.values()) if options.unplaced and not options.branches else ()
    return Selection(tuple(nodes), forest, order, unplaced)


def _walk(tree: Tree, roots: Sequence[str], options: SceneOptions) -> tuple[list[Node], list[int]]:
    nodes: list[Node] = []
    parents: list[int] = []
    pending = [(tree.find(key), -1, 1) for key in reversed(roots)]
    while pending:
        node, above, depth = pending.pop()
        if 0 < options.stage < _STAGE_OF.get(node.kind, 3):
            continue
        nodes.append(node)
        parents.append(above)
        if node.key not in options.closed and (options.depth == 0 or depth < options.depth):
            place = len(nodes) - 1
            pending.extend((child, place, depth + 1) for child in reversed(tree.children(node)))
    return nodes, parents


def _rows(nodes: Sequence[Node], parents: Sequence[int]) -> tuple[tuple[Kind, ...], tuple[int, ...]]:
    """A row for every kind, and more below it where nodes of one kind stand under each other."""
    places: list[tuple[int, int]] = []
    for node, above in zip(nodes, parents, strict=True):
        rank, nested = node.kind.rank, 0
        if above >= 0 and places[above][0] >= rank:
            rank, nested = places[above][0], places[above][1] + 1
        places.append((rank, nested))
    order = sorted(set(places))
    index = {place: row for row, place in enumerate(order)}
    kinds = tuple(Kind)
    return tuple(kinds[rank] for rank, _ in order), tuple(index[place] for place in places)


def row_label(tree: Tree, kind: Kind, view: str) -> tuple[str, str]:
    """Return the name of a level and, in the view cascading, the positions that carry it."""
    level = tree.profile.level(kind)
    if view == "cascading" and level is not None:
        return _capital(level.komponen), " / ".join(position.label for position in level.jenjang)
    return _capital(kind.label), ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
