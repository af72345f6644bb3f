"""BHS05 nominal: a statement that opens with the noun of an activity, as names of programs do."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import stated
from pohon.model.tree import Tree
from pohon.model.wording import contains, head
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    severity = Severity.WARNING if tree.tahap < 5 else Severity.HINT
    for node in stated(tree):
        first = head(node.statement, lexicon)
        if "nominal" in first.lists and not contains(node.statement, lexicon.kata["keadaan"]):
            yield Hit(
                node=node.key,
                message=f"{quoted(first.shown)} membuka nama kegiatan, bukan kondisi.",
                evidence=first.written,
                severity=severity,
            )


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
