"""STR02 siklus: a condition that, along support edges, causes itself."""

from collections.abc import Iterator, Mapping

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Severity

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    helped = _helped(tree)
    told: set[frozenset[str]] = set()
    for node in tree:
        for cause in tree.supports(node):
            path = _path(tree, helped, start=node, goal=cause.key)
            if path and frozenset(path) not in told:
                told.add(frozenset(path))
                numbers = " → ".join(tree.number(key) for key in (*path, path[0]))
                yield Hit(
                    node=node.key,
                    message=f"Sebab dan akibat berputar: {numbers}.",
                    related=tuple(key for key in path if key != node.key),
                )


def _helped(tree: Tree) -> Mapping[str, list[str]]:
    """Return for each supporting node the nodes that it helps bring about."""
    helped: dict[str, list[str]] = {}
    for node in tree:
        for key in node.ref:
            helped.setdefault(key, []).append(node.key)
    return helped


def _path(tree: Tree, helped: Mapping[str, list[str]], *, start: Node, goal: str) -> tuple[str, ...]:
    """Return the shortest chain of effects from start up to goal, () when there is none."""
    paths: dict[str, tuple[str, ...]] = {start.key: (start.key,)}
    pending = [start.key]
    for key in pending:
        if key == goal:
            return paths[key]
        parent = tree.find(key).parent
        for above in (*((parent,) if parent else ()), *helped.get(key, ())):
            if above not in paths:
                paths[above] = (*paths[key], above)
                pending.append(above)
    return ()


RULE = Rule(
    code="STR02",
    name="siklus",
    summary="Sebab dan akibat berputar: sebuah kondisi menjadi sebab bagi dirinya sendiri.",
    severity=Severity.ERROR,
    stage=2,
    source="rangkuman PermenPANRB 89/2021, asas logis",
    check=check,
    hint="Hapus salah satu `ref`: tentukan mana yang benar-benar sebab dan mana yang akibat.",
)
