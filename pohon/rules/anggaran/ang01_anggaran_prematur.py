"""ANG01 anggaran-prematur: money on a condition before stage 5."""

import re
from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]

_MONEY = re.compile(r"\bRp\.?\s?\d[\d.,]*", re.IGNORECASE)


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    if tree.tahap >= 5:
        return
    for node in tree:
        in_words = _MONEY.search(node.statement)
        if node.anggaran.strip():
            yield Hit(
                node=node.key,
                field="anggaran",
                message=f"Anggaran sudah ditulis pada tahap {tree.tahap}.",
                evidence=node.anggaran,
            )
        elif in_words:
            yield Hit(
                node=node.key, message=f"Kalimat ini memuat rupiah pada tahap {tree.tahap}.", evidence=in_words[0]
            )


RULE = Rule(
    code="ANG01",
    name="anggaran-prematur",
    summary="Anggaran muncul sebelum tahap 5.",
    severity=Severity.WARNING,
    stage=1,
    source="tahap 3 pohon kinerja: jangan kaitkan dulu dengan anggaran",
    check=check,
    scope=Scope.NODE,
    hint="Simpan dulu angkanya di tempat lain; anggaran masuk pada tahap 5 lewat sub kegiatan.",
)
