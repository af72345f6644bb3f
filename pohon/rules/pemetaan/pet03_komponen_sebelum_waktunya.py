"""PET03 komponen-sebelum-waktunya: components, programs or positions before stage 5."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.noted import Note
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, joined

__all__ = ["RULE"]


def _mapped(node: Node, _tree: Tree, _lexicon: Lexicon) -> tuple[object, ...]:
    return tuple(getattr(node, name) for name in _kinds(node))


_MAPPED = Note(_mapped)


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    """Told once: the whole stage is early, not one condition."""
    if tree.tahap >= 5:
        return
    mapped = list(_MAPPED.all(tree, lexicon))
    if mapped:
        first = tree.find(mapped[0])
        kinds = _kinds(first)
        yield Hit(
            node=first.key,
            field=kinds[0],
            message=f"{len(mapped)} kondisi sudah diberi {joined(kinds)} pada tahap {tree.tahap}.",
            evidence=getattr(first, kinds[0]) if kinds[0] == "komponen" else ", ".join(getattr(first, kinds[0])),
            related=tuple(mapped[1:]),
        )


def _kinds(node: Node) -> list[str]:
    return [name for name in ("komponen", "jabatan", "program") if getattr(node, name)]


RULE = Rule(
    code="PET03",
    name="komponen-sebelum-waktunya",
    summary="Kondisi sudah dipetakan sebelum tahap 5.",
    severity=Severity.WARNING,
    stage=1,
    source="tahap 3 pohon kinerja: jangan kaitkan dulu dengan program, struktur, dan anggaran",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"jabatan", "komponen", "program"}),
    notes=(_MAPPED,),
    hint="Selesaikan dulu sebab akibat dan indikatornya; pemetaan dilakukan pada tahap 5 (atau naikkan `tahap`).",
)
