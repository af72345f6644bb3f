"""BHS11 kata-kabur: a vague adjective that no indicator pins down."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.statements import stated
from pohon.model.tree import Tree
from pohon.model.wording import contains
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    vague = lexicon.kata["kabur"]
    for node in stated(tree):
        word = contains(node.statement, vague, lexicon.frasa["kabur_wajar"])
        if word and not _is_pinned_down(node, lexicon.kata["patokan"]):
            yield Hit(
                node=node.key,
                message=f"Kata {quoted(word)} dapat diartikan bermacam-macam, dan indikatornya tidak memberi patokan.",
                evidence=word,
            )


def _is_pinned_down(node: Node, standards: frozenset[str]) -> bool:
    if node.uraian.strip():
        return True
    return any(contains(f"{one.nama} {one.rumus} {one.satuan}", standards) for one in node.indikator)


RULE = Rule(
    code="BHS11",
    name="kata-kabur",
    summary="Kalimat memakai kata sifat yang kabur dan indikatornya tidak memberi patokan.",
    severity=Severity.HINT,
    stage=4,
    source="praktik penilaian: kinerja harus spesifik dan terukur",
    check=check,
    scope=Scope.NODE,
    hint="Jelaskan patokannya: indeks, standar, atau batasan pada `rumus` atau `uraian`.",
)
