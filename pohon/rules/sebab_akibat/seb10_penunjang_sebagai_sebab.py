"""SEB10 penunjang-sebagai-sebab: the supporting program of the office stands under a result for the public."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.topic import speaks_of
from pohon.model.tree import Tree
from pohon.model.wording import contains
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for effect in tree:
        supporting = [(cause, name) for cause in tree.children(effect) if (name := _support(tree, cause, lexicon))]
        if not supporting or _support(tree, effect, lexicon) or contains(effect.statement, lexicon.kata["tata_kelola"]):
            continue
        for cause, name in supporting:
            if not speaks_of(cause.statement, effect.statement, lexicon):
                yield Hit(
                    node=cause.key,
                    message=f"{quoted(name)} menunjang kantor; hubungannya dengan akibatnya tidak tampak.",
                    evidence=name,
                    related=(effect.key,),
                )
        if len(supporting) == len(effect.sebab):
            yield Hit(
                node=effect.key,
                message="Satu-satunya sebab hasil ini adalah program penunjang kantor.",
                evidence=supporting[0][1],
                related=tuple(cause.key for cause, _ in supporting),
            )


def _support(tree: Tree, node: Node, lexicon: Lexicon) -> str:
    """Return the name of the supporting program that a node is mapped to (code x.xx.01 or its fixed name)."""
    rows = [tree.programs[code] for code in node.program if code in tree.programs]
    named = (row.nama for row in rows if contains(row.nama, lexicon.frasa["program_penunjang"]))
    return next(named, "")


RULE = Rule(
    code="SEB10",
    name="penunjang-sebagai-sebab",
    summary="Program penunjang kantor dipasang sebagai sebab hasil pelayanan.",
    severity=Severity.HINT,
    stage=5,
    source="nomenklatur program: program penunjang urusan melayani kantor, bukan masyarakat",
    check=check,
    scope=Scope.BRANCH,
    hint="Pasang program penunjang di bawah sasaran tata kelola, dan cari program yang menyebabkan hasil ini.",
)
