"""SEB06 alat-dijadikan-hasil: a tool, a system or an innovation stands where a result belongs."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import results
from pohon.model.tree import Tree
from pohon.model.wording import head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in results(tree):
        first = head(node.statement, lexicon)
        tool = tokens(node.statement)[first.size : first.size + 1]
        state = first.word in lexicon.kata["keadaan_alat"]
        if "hasil" in first.lists and not state and tool and tool[0] in lexicon.kata["alat"]:
            yield Hit(
                node=node.key,
                message=f"{quoted(tool[0].capitalize())} adalah alat. Apa yang berubah setelah alat itu dipakai?",
                evidence=tool[0],
            )


RULE = Rule(
    code="SEB06",
    name="alat-dijadikan-hasil",
    summary="Alat, sistem atau inovasi ditulis sebagai hasil.",
    severity=Severity.HINT,
    stage=3,
    source="praktik penilaian: alat dan keluaran yang ditulis sebagai hasil",
    check=check,
    scope=Scope.NODE,
    hint="Tulis keadaan yang dihasilkan alat itu; alatnya menjadi kondisi operasional di bawahnya.",
)
