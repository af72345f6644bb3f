"""`pohon fmt --ids`: give every node without an id a short one that stays, however the tree is rearranged later."""

from collections.abc import Collection, Iterator, Mapping
from itertools import count
from types import MappingProxyType

from pohon.errors import BadEdit
from pohon.model.node import Kind, Node
from pohon.model.profile import Profile
from pohon.model.tree import Tree

from .tree_reader import read_tree
from .tree_source import Change, Source, make
from .yaml_nodes import Map, Scalar
from .yaml_text import inline

__all__ = ["LETTERS", "with_ids"]

LETTERS = {
    Kind.OUTCOME: "o",
    Kind.CSF: "c",
    Kind.UTAMA: "u",
    Kind.ANTARA: "a",
    Kind.OPERASIONAL: "p",
    Kind.GAGASAN: "g",
}
"""What the ids of a kind begin with: c1, u2 ..."""


def with_ids(
    text: str,
    profiles: Mapping[str, Profile] | None = None,
    *,
    ideas: bool = False,
    taken: Collection[str] = (),
    known: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Return the text with an `id` for every node that lacks one: c1, c2 ... by kind, in the order of the file.

    A sentence alone under `belum_ditempatkan` has no keys and keeps none, unless `ideas`; ids `taken` elsewhere are
    passed over; `known` = key of a node -> the id that it is to have. Raises BadInput for a text that is no tree,
    BadEdit when a line cannot take an id.
    """
    before = read_tree(text, "", profiles)
    source = Source(text)
    bare = () if ideas else tuple(key for key, spot in source.spots.items() if isinstance(spot.item, Scalar))
    names = _names(before, frozenset((*taken, *known.values())), bare)
    written = make(text, list(_changes(before, source, {**names, **known})))
    after = read_tree(written, "", profiles)
    if _sentences(after) != _sentences(before):
        raise BadEdit(
            "id tidak dapat ditulis tanpa merusak baris lain; rapikan berkas dengan `pohon fmt` lebih dahulu."
        )
    return written


def _names(tree: Tree, taken: frozenset[str], bare: Collection[str]) -> dict[str, str]:
    """Return key -> new id for the nodes that have none and are not `bare`."""
    taken |= {node.id for node in _nodes(tree)}
    numbers = {kind: count(1) for kind in Kind}
    names = {}
    for node in _nodes(tree):
        if not node.id and node.key not in bare:
            fresh = (f"{LETTERS[node.kind]}{number}" for number in numbers[node.kind])
            names[node.key] = next(name for name in fresh if name not in taken)
    return names


def _changes(tree: Tree, source: Source, names: Mapping[str, str]) -> Iterator[Change]:
    for key, name in names.items():
        item = source.spots[key].item
        if isinstance(item, Map):
            yield _change(source, item, tree.find(key).kind, name)
        elif isinstance(item, Scalar):
            yield _of_idea(source, item, name, flow=source.spots[key].seq.flow)


def _of_idea(source: Source, item: Scalar, name: str, *, flow: bool) -> Change:
    """Make a group of keys of a sentence that stands alone."""
    if flow:
        return Change(item.start, item.end, f"{{{Kind.GAGASAN}: {inline(item.text, flow=True)}, id: {name}}}")
    indent = " " * source.column(item.start)
    written = f"{Kind.GAGASAN}: {inline(item.text)}{source.newline}{indent}id: {name}"
    return Change(item.start, source.end(item), written)


def _change(source: Source, item: Map, kind: Kind, name: str) -> Change:
    """Put the id on a line of its own below the statement, or in front of it where that cannot be."""
    if item.flow:
        return Change(item.start + 1, item.start + 1, f"id: {name}, ")
    key, value = next(pair for pair in item.pairs if pair[0].text == kind.value)
    indent = " " * source.column(key.start)
    if isinstance(value, Scalar) and not _in_block(source.text, key, value):
        end = source.text.find("\n", value.end)
        end = len(source.text) if end < 0 else end - (source.text[end - 1] == "\r")
        return Change(end, end, f"{source.newline}{indent}id: {name}")
    return Change(key.start, key.start, f"id: {name}{source.newline}{indent}")


def _in_block(text: str, key: Scalar, value: Scalar) -> bool:
    """Tell whether a value takes more than the line of its key."""
    return "\n" in text[key.start : value.end] or text[value.start : value.start + 1] in ("|", ">")


def _nodes(tree: Tree) -> tuple[Node, ...]:
    return (*tree.nodes.values(), *tree.belum.values())


def _sentences(tree: Tree) -> list[tuple[str, str, str]]:
    """What must stay: number, kind and statement of every node, in order."""
    return [(tree.number(node.key), node.kind.value, node.statement) for node in _nodes(tree)]
