"""PET12 kinerja-atasan-terputus: a subordinate's condition that brings about none of the superior's."""

from collections.abc import Iterator
from typing import NamedTuple

from pohon.model.facts import facts
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.noted import Note
from pohon.model.placed import positions
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, named, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    chiefs = _chiefs(tree, lexicon)
    supported = _supported(tree)
    for node in tree:
        superior = chiefs.get(node.jabatan[0]) if node.jabatan else None
        if superior is None:
            continue
        effects = [one for one in (tree.parent(node), *supported.get(node.key, ())) if one is not None]
        held = [one.jabatan for one in effects]
        if all(held) and all(superior.allowed.isdisjoint(keys) for keys in held):
            yield Hit(
                node=node.key,
                field="jabatan",
                message=f"{named(node)} ini tidak mendukung kinerja atasan pemegangnya, {quoted(superior.nama)}.",
                evidence=superior.id,
            )


class _Superior(NamedTuple):
    """The nearest superior who holds any condition, and the positions that an effect may be held by."""

    id: str
    nama: str
    allowed: frozenset[str]


def _jabatan(node: Node, _tree: Tree, _lexicon: Lexicon) -> tuple[str, ...]:
    return node.jabatan


HELD = Note(_jabatan)


def _chiefs(tree: Tree, lexicon: Lexicon) -> dict[str, _Superior]:
    """Return the superior of each position that has one."""
    holders = frozenset(key for keys in HELD.all(tree, lexicon).values() for key in keys)
    above = {one.position.id: one.above for one in positions(tree)}
    found = {}
    for key, first in above.items():
        line, nearest, chief = [key], None, first
        while chief is not None:
            line.append(chief.id)
            nearest = chief if nearest is None and chief.id in holders else nearest
            chief = above[chief.id]
        if nearest is not None:
            found[key] = _Superior(nearest.id, nearest.nama, frozenset(line))
    return found


def _supported(tree: Tree) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {}
    for node in tree.whole if "ref" in facts(tree) else ():
        for cause in tree.supports(node):
            found.setdefault(cause.key, []).append(node)
    return found


RULE = Rule(
    code="PET12",
    name="kinerja-atasan-terputus",
    summary="Kinerja bawahan tidak mendukung kinerja atasannya.",
    severity=Severity.WARNING,
    stage=5,
    source="SKP: setiap rencana hasil kerja mendukung hasil kerja pimpinan; kriteria penjenjangan PermenPANRB 88/2021",
    check=check,
    scope=Scope.BRANCH,
    context=_chiefs,
    hint="Gantungkan kondisi ini pada kondisi atasannya, atau beri atasannya kondisi yang didukung.",
)
