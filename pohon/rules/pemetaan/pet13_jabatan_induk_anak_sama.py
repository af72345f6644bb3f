"""PET13 jabatan-induk-anak-sama: cause and effect held by one and the same position."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.noted import Note
from pohon.model.position import Jenjang
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_HEADS = frozenset({Jenjang.JPT_MADYA, Jenjang.JPT_PRATAMA})


def _jabatan(node: Node, _tree: Tree, _lexicon: Lexicon) -> tuple[str, ...]:
    return node.jabatan


HELD = Note(_jabatan)


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    """Told once for each position; the head of the agency holds outcome and CSF by right."""
    both: dict[str, list[str]] = {}
    for cause in (tree.find(key) for key in HELD.all(tree, lexicon)):
        effect = tree.parent(cause)
        if effect is None:
            continue
        for key in cause.jabatan:
            if key in effect.jabatan and effect.kind is not cause.kind:
                both.setdefault(key, []).append(cause.key)
    for key, found in both.items():
        position = tree.positions.get(key)
        if position is None or position.jenjang in _HEADS:
            continue
        yield Hit(
            node=found[0],
            field="jabatan",
            message=f"Jabatan {quoted(position.nama)} memegang kondisi ini dan juga akibatnya ({len(found)} kali).",
            evidence=key,
            related=tuple(found[1:]),
        )


RULE = Rule(
    code="PET13",
    name="jabatan-induk-anak-sama",
    summary="Satu jabatan memegang kondisi sekaligus akibatnya.",
    severity=Severity.HINT,
    stage=5,
    source="tahap 5 pohon kinerja sesudah penyetaraan jabatan (praktik)",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"jabatan", "kind"}),
    hint="Sebut jabatan yang berbeda untuk tiap jenjang, misalnya Ahli Madya dan Ahli Muda.",
)
