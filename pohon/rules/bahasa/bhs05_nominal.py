"""BHS05 nominal: a statement that opens with the noun of an activity, as names of programs do."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind, Node
from pohon.model.statements import is_creed, stated
from pohon.model.tree import Tree
from pohon.model.wording import contains, head, turned
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted, reworded

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    late = tree.tahap >= 5
    for node in stated(tree):
        first = head(node.statement, lexicon)
        if "nominal" in first.lists and not contains(node.statement, lexicon.kata["keadaan"]):
            yield Hit(
                node=node.key,
                message=f"{quoted(first.shown)} membuka nama kegiatan, bukan kondisi.",
                evidence=first.written,
                fix=reworded(node, turned(node.statement, lexicon)),
                severity=Severity.HINT if late and not _is_goal(tree, node) else Severity.WARNING,
            )


def _is_goal(tree: Tree, node: Node) -> bool:
    """True for tujuan and sasaran, which no nomenclature names; from stage 5 a program row may bear its own name."""
    level = tree.profile.level(Kind.ANTARA)
    five_stages = level is not None and level.speaks_of_results and node.kind is not Kind.OPERASIONAL
    return not is_creed(node) and (five_stages or node.kind in (Kind.OUTCOME, Kind.CSF))


RULE = Rule(
    code="BHS05",
    name="nominal",
    summary="Kalimat dibuka dengan kata benda kerja seperti nama program atau kegiatan.",
    severity=Severity.WARNING,
    stage=1,
    source="rangkuman PermenPANRB 89/2021, tahap 3: jangan kaitkan dulu dengan nama program atau kegiatan",
    check=check,
    scope=Scope.NODE,
    hint="Tulis kondisinya: Peningkatan menjadi Meningkatnya, Penyediaan menjadi Tersedianya.",
)
