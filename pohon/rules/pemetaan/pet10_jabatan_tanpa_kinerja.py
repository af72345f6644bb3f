"""PET10 jabatan-tanpa-kinerja: a position that holds no condition (PET01 tells of conditions without a position)."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.noted import Note
from pohon.model.placed import positions
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_SEPARATELY = 5


def _jabatan(node: Node, _tree: Tree, _lexicon: Lexicon) -> tuple[str, ...]:
    return node.jabatan


_HELD = Note(_jabatan)


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    held = {key for keys in _HELD.all(tree, lexicon).values() for key in keys}
    if not held:
        return
    idle = [one for one in positions(tree) if one.position.id not in held and not one.position.catatan.strip()]
    if len(idle) > _SEPARATELY:
        names = ", ".join(quoted(one.position.nama, 40) for one in idle[:3])
        message = f"{len(idle)} jabatan tidak memegang kinerja, antara lain {names}."
        yield Hit(node="", field=idle[0].field, message=message, evidence=str(len(idle)))
    else:
        for one in idle:
            message = f"Jabatan {quoted(one.position.nama)} tidak memegang satu kinerja pun."
            yield Hit(node="", field=one.field, message=message, evidence=one.position.id)


RULE = Rule(
    code="PET10",
    name="jabatan-tanpa-kinerja",
    summary="Jabatan tidak memegang satu kinerja pun.",
    severity=Severity.WARNING,
    stage=5,
    source="kriteria perencanaan kinerja PermenPANRB 88/2021: setiap pegawai merencanakan kinerjanya",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"jabatan"}),
    notes=(_HELD,),
    hint="Beri jabatan itu kondisi yang dipegangnya, atau jelaskan pada `catatan` jabatan.",
)
