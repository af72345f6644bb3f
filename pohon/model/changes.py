"""What changed between two states of a tree: conditions that came, went, moved, were reworded, and changed facts.

A node is the same node when it has the same id, else when its sentence is the same, else when it stands under the
same effect and most of its words stayed. Used by `pohon diff` and by the comparison of versions on the board.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

from pohon.frozen import dataclass

from .fingerprint import alike
from .indicator import Target
from .node import Node
from .tree import Periode, Tree
from .wording import normalise

__all__ = ["Change", "What", "compare", "facts", "pairs"]

_REWORDED = 0.6
_REWORDED_IN_PLACE = 0.4
_NAMES = ("id", "kode", "mitra", "jenis", "nama")
"""Fields that tell which record of a list is which; the first that a record fills."""
_BELOW = ("bawahan", "isi")
_LINKS = frozenset({"key", "parent", "sebab", "id", "statement", "places", "asal", "nodes", "roots", "versi"})
_NOT_OF_THE_FILE = _LINKS | {"belum", "belum_roots", "profile"}


Path = tuple[str, ...]


class What(StrEnum):
    """Kind of a change; the value is the word for users."""

    ADDED = "baru"
    GONE = "hilang"
    MOVED = "pindah"
    REWORDED = "berubah bunyi"
    CHANGED = "berubah isi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change. `before` and `after` are the node's keys in the two trees, "" where it is not (or for the file).

    `field` is the path of the fact ("indikator", "Persentase X", "target", "2025"); `old` and `new` are its texts, for
    a moved node the keys of its parents ("" = top).
    """

    what: What
    before: str = ""
    after: str = ""
    field: Path = ()
    old: str = ""
    new: str = ""


def compare(before: Tree, after: Tree) -> tuple[Change, ...]:
    """Return every change, the file's own first, then in the order of the new tree, what is gone last."""
    same = pairs(before, after)
    moved = _moved(before, after, same)
    return (
        *_differing(facts(before), facts(after), "", ""),
        *(change for node in _every(after) for change in _of_node(before, node, same, moved)),
        *(Change(what=What.GONE, before=key) for key in _gone(before, same)),
    )


def pairs(before: Tree, after: Tree) -> Mapping[str, str]:
    """Return key in the new tree -> key in the old tree of every node that stands in both; each is used once."""
    found: dict[str, str] = {}
    left = {node.key: node for node in _every(before)}
    for trait in (_id, _sentence_and_effect, _sentence):
        index: dict[Any, list[str]] = {}
        for node in left.values():
            index.setdefault(trait(before, node), []).append(node.key)
        for node in _every(after):
            known = index.get(trait(after, node)) if node.key not in found else None
            if known and trait(after, node):
                found[node.key] = known.pop(0)
                del left[found[node.key]]
    return _with_reworded(found, left, after)


def facts(one: Node | Tree) -> dict[Path, str]:
    """Return everything that a node or the file itself says besides its sentence and place, path -> text."""
    passed_over = _LINKS if isinstance(one, Node) else _NOT_OF_THE_FILE
    names = [each.name for each in fields(one) if each.name not in passed_over]
    found = {path: text for name in names for path, text in _facts((name,), getattr(one, name)) if text}
    if isinstance(one, Tree):
        found[("profil",)] = one.profile.nama
    return found


def _id(tree: Tree, node: Node) -> str:
    del tree
    return node.id


def _sentence(tree: Tree, node: Node) -> str:
    del tree
    return normalise(node.statement)


def _sentence_and_effect(tree: Tree, node: Node) -> tuple[str, str]:
    above = tree.parent(node)
    return normalise(node.statement), normalise(above.statement) if above else ""


def _with_reworded(found: dict[str, str], left: Mapping[str, Node], after: Tree) -> Mapping[str, str]:
    """Add the nodes whose sentence changed: the likest pairs first, those under the same effect more easily."""
    scored = []
    for node in _every(after):
        if node.key in found:
            continue
        parent = found.get(node.parent or "", "")
        for old in left.values():
            if node.id and old.id:
                continue
            likeness = alike(normalise(old.statement), normalise(node.statement))
            if likeness >= (_REWORDED_IN_PLACE if parent == (old.parent or "") else _REWORDED):
                scored.append((-likeness, node.key, old.key))
    used: set[str] = set()
    for _, new, old_key in sorted(scored):
        if new not in found and old_key not in used:
            found[new] = old_key
            used.add(old_key)
    return found


def _every(tree: Tree) -> Iterator[Node]:
    yield from tree.nodes.values()
    yield from tree.belum.values()


def _gone(before: Tree, same: Mapping[str, str]) -> Iterator[str]:
    met = set(same.values())
    return (node.key for node in _every(before) if node.key not in met)


def _of_node(before: Tree, node: Node, same: Mapping[str, str], moved: set[str]) -> Iterator[Change]:
    if node.key not in same:
        yield Change(what=What.ADDED, after=node.key)
        return
    old = before.find(same[node.key])
    if old.statement != node.statement:
        yield Change(what=What.REWORDED, before=old.key, after=node.key, old=old.statement, new=node.statement)
    if node.key in moved:
        ends = (old.parent or "", node.parent or "")
        yield Change(what=What.MOVED, before=old.key, after=node.key, old=ends[0], new=ends[1])
    yield from _differing(facts(old), facts(node), old.key, node.key)


def _moved(before: Tree, after: Tree, same: Mapping[str, str]) -> set[str]:
    """Return the nodes (keys in the new tree) that have another effect, or another place among those that stayed."""
    found = set()
    for parent, keys in _families(after):
        stayed = []
        for key in keys:
            old = before.find(same[key]) if key in same else None
            above = same.get(parent, "?") if parent else ""
            if old is not None and ((old.parent or "") != above or (old.key in before.belum) != (key in after.belum)):
                found.add(key)
            elif old is not None:
                stayed.append(key)
        place = {old: at for at, old in enumerate(_siblings(before, same[stayed[0]]))} if len(stayed) > 1 else {}
        kept = _rising([place[same[key]] for key in stayed]) if place else set()
        found.update(key for key in stayed if place and place[same[key]] not in kept)
    return found


def _families(tree: Tree) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "", tree.roots
    yield "", tree.belum_roots
    yield from ((node.key, node.sebab) for node in _every(tree) if node.sebab)


def _siblings(tree: Tree, key: str) -> tuple[str, ...]:
    parent = tree.find(key).parent
    if parent is not None:
        return tree.find(parent).sebab
    return tree.roots if key in tree.nodes else tree.belum_roots


def _rising(places: list[int]) -> set[int]:
    """Return the longest part of a sequence that rises: what is not in it must have moved."""
    ends: list[int] = []
    at_length: list[int] = []
    for one in places:
        length = bisect_left(ends, one)
        ends[length : length + 1] = [one]
        at_length.append(length)
    found: list[int] = []
    for one, length in zip(reversed(places), reversed(at_length), strict=True):
        if length == len(ends) - 1 - len(found) and (not found or one < found[-1]):
            found.append(one)
    return set(found)


def _differing(old: Mapping[Path, str], new: Mapping[Path, str], before: str, after: str) -> Iterator[Change]:
    """Yield the facts that differ; of a record that came or went only itself, not all that it holds."""
    whole: Path = ("",)
    for path in dict.fromkeys((*old, *new)):
        was, now = old.get(path, ""), new.get(path, "")
        if was != now and path[: len(whole)] != whole:
            yield Change(what=What.CHANGED, before=before, after=after, field=path, old=was, new=now)
            whole = path if not was or not now else whole


def _facts(path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    """Yield path and text of everything in a value: fields of records, members of lists, pairs."""
    match value:
        case None | False | "" | ():
            return
        case Periode():
            yield path, str(value)
        case (Target(), *_):
            yield from (((*path, str(one.tahun)), one.nilai) for one in value)
        case ((_, _), *_):
            yield from (((*path, name), text) for name, text in value)
        case (str(), *_):
            yield path, ", ".join(value)
        case tuple():
            yield from _records(path, value)
        case _ if is_dataclass(value):
            yield from _fields(path, value)
        case _:
            yield path, "ya" if value is True else str(value)


def _records(path: Path, records: tuple[Any, ...]) -> Iterator[tuple[Path, str]]:
    """Yield the facts of records, each called by what tells it from the others; those below them too."""
    seen: dict[str, int] = {}
    for one in records:
        label = next((str(name) for each in _NAMES if (name := getattr(one, each, ""))), "?")
        seen[label] = seen.get(label, 0) + 1
        own = (*path, f"{label} ({seen[label]})" if seen[label] > 1 else label)
        yield own, str(getattr(one, "nama", "") or label)
        yield from (pair for pair in _fields(own, one) if pair[0] != (*own, "nama") and pair[1] != label)
        for each in _BELOW:
            yield from _records(path, getattr(one, each, ()))


def _fields(path: Path, one: Any) -> Iterator[tuple[Path, str]]:
    for each in fields(one):
        if each.name != "asal" and each.name not in _BELOW:
            yield from _facts((*path, each.name), getattr(one, each.name))
