"""PET03 komponen-sebelum-waktunya: components, programs or positions before stage 5."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, joined

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    """Told once: the whole stage is early, not one condition."""
    if tree.tahap >= 5:
        return
    mapped = [node for node in tree if _kinds(node)]
    if mapped:
        first = mapped[0]
        kinds = _kinds(first)
        yield Hit(
            node=first.key,
            field=kinds[0],
            message=f"{len(mapped)} kondisi sudah diberi {joined(kinds)} pada tahap {tree.tahap}.",
            evidence=getattr(first, kinds[0]) if kinds[0] == "komponen" else ", ".join(getattr(first, kinds[0])),
            related=tuple(node.key for node in mapped[1:]),
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
    hint="Selesaikan dulu sebab akibat dan indikatornya; pemetaan dilakukan pada tahap 5 (atau naikkan `tahap`).",
)
