"""A tree as single facts (path -> value), so that two trees can be compared cell by cell."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from pohon.model.profile import Profile
from pohon.model.tree import Tree

__all__ = ["compare", "facts", "share"]

_PASSED_OVER = frozenset(
    {
        "places",
        "key",
        "parent",
        "sebab",
        "ref",
        "versi",
        "nodes",
        "roots",
        "belum",
        "belum_roots",
        "profile",
        "hitung",
        "variabel",
    }
)


def facts(tree: Tree) -> Counter[tuple[str, str]]:
    """Return every fact of a tree as (where, what), with how often it stands there.

    A node is named by its statements up to the root, so that a wrong parent makes all facts of the branch wrong;
    positions are named by their printed names, because an id is only a name in the file.
    """
    names = {one.id: one.nama for one in tree.positions.values()}
    found: Counter[tuple[str, str]] = Counter()
    for field in fields(Tree):
        if field.name not in _PASSED_OVER:
            found.update(_below(field.name, getattr(tree, field.name), names))
    found["profil", tree.profile.nama] += 1
    for node in (*tree.nodes.values(), *tree.belum.values()):
        where = " < ".join([node.statement, *(one.statement for one in tree.ancestors(node))])
        found["simpul", where] += 1
        found["jenis simpul", f"{node.kind} {where}"] += 1
        found.update(_below(where, node, names))
    return found


def _below(where: str, value: object, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    if value in (None, "", False) or isinstance(value, Profile):
        return
    if isinstance(value, tuple):
        for place, item in enumerate(value):
            mark = _name(item, place)
            yield from _below(f"{where}/{mark}", item, names)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name in _PASSED_OVER or (field.name == "id" and hasattr(value, "bawahan")):
                continue
            yield from _below(f"{where}/{field.name}", getattr(value, field.name), names)
    else:
        text = str(value)
        yield where, names.get(text, text) if "/jabatan" in where else text


def _name(item: object, place: int) -> str:
    """Name an item of a list by what it is, so that one more or less does not spoil those behind it."""
    for field in ("baris", "nama", "mitra", "jenis"):
        found = getattr(item, field, "")
        if found:
            return f"{field}={found}"
    return str(place) if not isinstance(item, tuple) or not item else str(item[0])


def compare(expected: Tree, found: Tree) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the facts that are missing and those that are too many."""
    left, right = facts(expected), facts(found)
    return sorted((left - right).elements()), sorted((right - left).elements())


def share(expected: Tree, found: Tree) -> tuple[int, int]:
    """Return (right facts, all facts): a fact that is too many counts as wrong too."""
    left, right = facts(expected), facts(found)
    return (left & right).total(), (left | right).total()
