"""PET12 kinerja-atasan-terputus: a subordinate's condition that brings about none of the superior's."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.placed import positions
from pohon.model.position import Position
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, named, quoted

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    chiefs = {one.position.id: one.above for one in positions(tree)}
    holders = {key for node in tree for key in node.jabatan}
    supported = _supported(tree)
    for node in tree:
        for key in node.jabatan[:1]:
            chief = _chief(key, chiefs, holders)
            if chief is None or key not in chiefs:
                continue
            effects = [one for one in (tree.parent(node), *supported.get(node.key, ())) if one is not None]
            if all(one.jabatan for one in effects) and not _leads_up(key, effects, chiefs):
                yield Hit(
                    node=node.key,
                    field="jabatan",
                    message=f"{named(node)} ini tidak mendukung kinerja atasan pemegangnya, {quoted(chief.nama)}.",
                    evidence=chief.id,
                )


def _chief(key: str, chiefs: dict[str, Position | None], holders: set[str]) -> Position | None:
    """Return the nearest superior who holds any condition."""
    above = chiefs.get(key)
    while above is not None and above.id not in holders:
        above = chiefs[above.id]
    return above


def _leads_up(key: str, effects: list[Node], chiefs: dict[str, Position | None]) -> bool:
    """Tell whether one of the effects is held by the position itself or by someone above it."""
    allowed, above = {key}, chiefs.get(key)
    while above is not None:
        allowed.add(above.id)
        above = chiefs[above.id]
    return any(not allowed.isdisjoint(effect.jabatan) for effect in effects)


def _supported(tree: Tree) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {}
    for node in tree:
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
    scope=Scope.TREE,
    reads=frozenset({"jabatan", "kind"}),
    hint="Gantungkan kondisi ini pada kondisi atasannya, atau beri atasannya kondisi yang didukung.",
)
