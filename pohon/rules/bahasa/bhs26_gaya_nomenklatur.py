"""BHS26 gaya-nomenklatur: an operational condition that strings process nouns together as names of sub kegiatan do."""

from collections.abc import Iterator

from pohon.model.conjuncts import conjuncts
from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind
from pohon.model.statements import outputs
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, joined

__all__ = ["RULE"]

_MANY = 3


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    between = tree.profile.level(Kind.ANTARA)
    if between is None or not between.speaks_of_results:
        return  # in a plan the outputs are named after the nomenclature
    nouns = lexicon.kata["nominal"]
    for node in outputs(tree):
        strung = [part[0] for part in conjuncts(node.statement, lexicon) if part[0] in nouns]
        if len(strung) >= _MANY:
            yield Hit(
                node=node.key,
                message=f"Kalimat ini berderet seperti nama sub kegiatan: {joined(strung)}.",
                evidence=", ".join(strung),
            )


RULE = Rule(
    code="BHS26",
    name="gaya-nomenklatur",
    summary="Kondisi operasional berupa deret kata kerja benda seperti nama sub kegiatan.",
    severity=Severity.HINT,
    stage=3,
    source="rangkuman PermenPANRB 89/2021, tahap 3: jangan kaitkan dulu dengan nama program atau kegiatan",
    check=check,
    scope=Scope.NODE,
    hint="Sebut apa yang harus tersedia atau terjadi, dengan kata-kata sendiri, satu kondisi satu kalimat.",
)
