"""STR11 csf-kosong: a CSF without its issue, an outcome without CSF, or an unusual number of them."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, begins_as_plan

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    if begins_as_plan(tree):
        return
    most = int(lexicon.ambang["STR11.csf"])
    for node in tree:
        if node.kind is Kind.CSF and not node.isu.strip():
            yield Hit(node=node.key, message="Isu CSF ini belum ditulis: masalah apa yang dijawab kondisi ini?")
        elif node.kind is Kind.OUTCOME:
            yield from _count(tree, node, most)


def _count(tree: Tree, outcome: Node, most: int) -> Iterator[Hit]:
    below = tree.children(outcome)
    factors = [child for child in below if child.kind is Kind.CSF]
    if not below and not outcome.ref:
        yield Hit(
            node=outcome.key,
            message="Outcome ini belum punya CSF.",
            hint="Tentukan faktor kunci keberhasilan: tulis isu, lalu ubah menjadi kondisi yang diperlukan.",
        )
    elif len(factors) == 1 and len(below) + len(outcome.ref) == 1:
        yield Hit(
            node=outcome.key,
            message="Outcome ini hanya punya satu CSF.",
            hint="Biasanya tiga sampai lima. Periksa apakah ada isu penting yang terlewat.",
            severity=Severity.HINT,
        )
    elif len(factors) > most:
        yield Hit(
            node=outcome.key,
            message=f"Outcome ini punya {len(factors)} CSF; lebih dari {most} bukan lagi faktor kunci.",
            hint="Biasanya tiga sampai lima. Gabungkan yang sejenis, buang yang pengaruhnya kecil.",
            severity=Severity.HINT,
        )


RULE = Rule(
    code="STR11",
    name="csf-kosong",
    summary="CSF belum lengkap: isu atau kondisinya kosong, atau jumlahnya tidak wajar.",
    severity=Severity.ERROR,
    stage=2,
    source="tahap 2 pohon kinerja: tabel CSF berisi isu dan kondisi yang diperlukan",
    check=check,
    scope=Scope.BRANCH,
    hint="Tulis masalah nyatanya pada kunci `isu` (misalnya Masih rendahnya ...).",
)
