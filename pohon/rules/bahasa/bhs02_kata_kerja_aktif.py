"""BHS02 kata-kerja-aktif: a statement that opens with an activity verb."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import outputs, results
from pohon.model.tree import Tree
from pohon.model.wording import head, turned
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted, reworded

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for nodes, severity in ((results(tree), Severity.ERROR), (outputs(tree), Severity.WARNING)):
        for node in nodes:
            first = head(node.statement, lexicon)
            if "aktif" in first.lists:
                yield Hit(
                    node=node.key,
                    message=f"Kalimat ini dibuka dengan kata kerja {quoted(first.shown)}, bukan dengan kondisi.",
                    evidence=first.written,
                    severity=severity,
                    fix=reworded(node, turned(node.statement, lexicon)),
                )


RULE = Rule(
    code="BHS02",
    name="kata-kerja-aktif",
    summary="Kalimat dibuka dengan kata kerja aktif, bukan dengan kondisi.",
    severity=Severity.ERROR,
    stage=1,
    source="kertas kerja penilaian: kata hasil seperti meningkatnya, menguatnya, terwujudnya; PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    hint="Ubah kata kerja menjadi kondisi: Meningkatkan menjadi Meningkatnya, Menyediakan menjadi Tersedianya.",
)
