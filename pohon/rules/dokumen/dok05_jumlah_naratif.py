"""DOK05 jumlah-naratif: prose announces another number of items than it lists."""

import re
from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.lists import announced
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_INDICATORS = re.compile(r"\bmemiliki\s+(\d{1,2})\s*(?:\([a-z ]+\))?\s*indi[ck]ator", re.IGNORECASE)


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for key, field, text in _texts(tree):
        for one in announced(text):
            if one.told != one.items:
                yield Hit(
                    node=key,
                    field=field,
                    message=f"{quoted(one.sentence)} menyebut {one.told} {one.noun}, tetapi butirnya {one.items}.",
                    evidence=f"{one.told} dan {one.items}",
                )
    for node in tree:
        yield from _own_indicators(node)


def _texts(tree: Tree) -> Iterator[tuple[str, str, str]]:
    for document in tree.dokumen:
        for name, text in document.uraian:
            yield "", f"dokumen.{document.jenis}.uraian.{name}", text
    for node in tree:
        yield node.key, "uraian", node.uraian
        for number, indicator in enumerate(node.indikator):
            yield node.key, f"indikator.{number}.penjelasan_target", indicator.penjelasan_target
            yield node.key, f"indikator.{number}.relevansi", indicator.relevansi


def _own_indicators(node: Node) -> Iterator[Hit]:
    """Compare what the description of a condition says ("memiliki 3 indikator") with the tree."""
    told = _INDICATORS.search(node.uraian)
    if told and node.indikator and int(told[1]) != len(node.indikator) and not announced(node.uraian):
        message = f"Uraian menyebut {told[1]} indikator, di pohon ada {len(node.indikator)}."
        yield Hit(node=node.key, field="uraian", message=message, evidence=told[0])


RULE = Rule(
    code="DOK05",
    name="jumlah-naratif",
    summary="Jumlah yang disebut kalimat berbeda dari butir yang didaftar.",
    severity=Severity.WARNING,
    stage=5,
    source="penjelasan pada Perjanjian Kinerja (praktik): angka dalam kalimat cocok dengan daftarnya",
    check=check,
    scope=Scope.NODE,
    hint="Hitung ulang butirnya dan betulkan angka di kalimat.",
)
