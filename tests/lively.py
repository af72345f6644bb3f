"""Trees and edits made of the examples on the rule pages: unlike random texts they make many rules speak."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pohon.rules
from pohon.model.edits import Add, Edit, Link, Move, Remove, Reword, SetField, Unlink
from pohon.model.node import Kind, Node, Waiver
from pohon.model.tree import Tree
from pohon.rules import _registry
from tests.build import tree

__all__ = ["examples", "lively_edit", "lively_tree", "with_ids"]

_YAML = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_KINDS = [kind for kind in Kind if kind is not Kind.GAGASAN]
_FIELDS = (
    "isu", "dasar", "indikator", "crosscutting", "komponen", "jabatan", "program", "anggaran", "uraian", "asal",
    "catatan", "bukti",
)  # fmt: skip


@cache
def examples() -> tuple[Tree, ...]:
    """Return every example of every rule page as a tree."""
    folder = Path(pohon.rules.__file__).parent
    pages = [(folder / (entry.module.replace(".", "/") + ".md"), entry.stage) for entry in _registry.entries()]
    texts = [(text, stage) for page, stage in pages if page.exists() for text in _YAML.findall(page.read_text("utf-8"))]
    return tuple(tree(text, tahap=stage) for text, stage in texts)


@cache
def _pool() -> tuple[Node, ...]:
    return tuple(node for one in examples() for node in (*one.nodes.values(), *one.belum.values()))


def _content(random: Random, key: str, *, likely: float = 0.85) -> Node:
    """Return a node out of two of the pool: the words of one, often with all that stands beside them."""
    model = random.choice(_pool())
    other = model if random.random() < likely else random.choice(_pool())
    kind = model.kind if model.kind is not Kind.GAGASAN and random.random() < 0.7 else random.choice(_KINDS)
    fields = {name: getattr(other, name) for name in _FIELDS}
    waivers = tuple(
        Waiver(kode=entry.code, alasan=random.choice(["sudah dibahas", ""]))
        for entry in random.choices(_registry.entries(), k=int(random.random() < 0.2))
    )
    return Node(key=key, kind=kind, statement=model.statement, abaikan=waivers, **fields)


def lively_tree(random: Random, size: int = 0) -> Tree:
    """Return a tree of the pool's nodes below the head of some example."""
    head = random.choice(examples())
    nodes, roots = _forest(random, size or random.randint(1, 14), "")
    belum, belum_roots = _forest(random, random.randint(0, 2), "?")
    identities = [node.id for node in nodes.values() if node.id]
    for node in list(nodes.values()):
        if identities and random.random() < 0.15:
            nodes[node.key] = replace(node, ref=(random.choice(identities),))
    stage = random.choice([head.tahap, random.randint(1, 5), 4, 5])
    return replace(
        head, nodes=nodes, roots=roots, belum=belum, belum_roots=belum_roots, tahap=stage, abaikan=(), places={}
    )


def _forest(random: Random, size: int, mark: str) -> tuple[dict[str, Node], tuple[str, ...]]:
    parents = [None if place == 0 or random.random() < 0.05 else random.randrange(place) for place in range(size)]
    below: dict[int | None, list[int]] = {}
    for place, parent in enumerate(parents):
        below.setdefault(parent, []).append(place)
    nodes: dict[str, Node] = {}

    def grow(place: int, number: str, above: str | None) -> str:
        identity = f"{'u' if mark else 'n'}{place}" if random.random() < 0.3 else ""
        key = identity or number
        nodes[key] = replace(_content(random, key), id=identity, parent=above)
        causes = tuple(grow(child, f"{number}.{count}", key) for count, child in enumerate(below.get(place, ()), 1))
        nodes[key] = replace(nodes[key], sebab=causes)
        return key

    roots = tuple(grow(place, f"{mark}{count}", None) for count, place in enumerate(below.get(None, ()), 1))
    return nodes, roots


def lively_edit(random: Random, given: Tree) -> Edit:
    """Return an edit that names nodes of the tree; some do not fit it."""
    keys = [*given.nodes, *given.belum]
    key = random.choice(keys)
    fresh = _content(random, "baru")
    identities = [node.id for node in given if node.id] or ["tidakada"]
    holder = random.choice([None, *keys])
    belum = random.random() < 0.2
    field = random.choice(_FIELDS)
    edits: list[Edit] = [
        Add(parent=holder, index=random.randint(0, 2), branch=(fresh,), belum=belum),
        Remove(key=key),
        Move(key=key, parent=holder, index=random.randint(0, 2), belum=belum),
        Reword(key=key, statement=random.choice([fresh.statement, given.find(random.choice(keys)).statement])),
        SetField(key=key, field=field, value=getattr(fresh, field)),
        SetField(key=key, field="indikator", value=fresh.indikator),
        SetField(key=key, field="kind", value=fresh.kind),
        SetField(key=key, field="abaikan", value=(Waiver(kode=random.choice(_codes()), alasan="sudah dibahas"),)),
        SetField(key=key, field="id", value=random.choice(["", "baru1"])),
        SetField(key="", field="tahap", value=random.randint(1, 5)),
        Link(key=key, cause=random.choice(identities), index=-1),
        Unlink(key=key, cause=random.choice(identities)),
    ]
    return random.choice(edits)


def with_ids(given: Tree) -> Tree:
    """Return the tree with an id on every node, as `pohon fmt --ids` writes them."""
    ids = {key: f"x{place}" for place, key in enumerate((*given.nodes, *given.belum))}
    nodes, belum = (
        {ids[node.key]: _identified(node, ids) for node in one.values()} for one in (given.nodes, given.belum)
    )
    roots, belum_roots = (tuple(ids[key] for key in keys) for keys in (given.roots, given.belum_roots))
    return replace(given, nodes=nodes, belum=belum, roots=roots, belum_roots=belum_roots, places={})


def _identified(node: Node, ids: dict[str, str]) -> Node:
    below, causes = (tuple(ids[key] for key in keys) for keys in (node.sebab, node.ref))
    return replace(
        node, key=ids[node.key], id=ids[node.key], parent=ids.get(node.parent or ""), sebab=below, ref=causes
    )


@cache
def _codes() -> tuple[str, ...]:
    return tuple(entry.code for entry in _registry.entries())
