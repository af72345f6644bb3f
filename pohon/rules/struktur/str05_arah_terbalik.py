"""STR05 arah-terbalik: a cause that stands at the level of its effect or above it."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, begins_as_plan, named

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    wide = tree.jenis == "pemda" or begins_as_plan(tree)
    for effect, cause in tree.edges():
        if effect.kind.rank >= cause.kind.rank and not _allowed(effect, cause, wide=wide):
            where = "setingkat dengan" if effect.kind is cause.kind else "lebih tinggi daripada"
            yield Hit(
                node=cause.key,
                message=f"{named(cause)} ini menjadi sebab, tetapi jenjangnya {where} akibatnya ({effect.kind.label}).",
                related=(effect.key,),
            )


def _allowed(effect: Node, cause: Node, *, wide: bool) -> bool:
    if effect.kind is Kind.OPERASIONAL:
        return True  # a child of an operational condition is the business of STR07
    if wide and cause.kind is Kind.OUTCOME:
        return True  # the tujuan of an agency below the tujuan or sasaran of its government
    return effect.kind is cause.kind is Kind.ANTARA


RULE = Rule(
    code="STR05",
    name="arah-terbalik",
    summary="Sebab berdiri setingkat atau lebih tinggi daripada akibatnya.",
    severity=Severity.ERROR,
    stage=2,
    source="rangkuman PermenPANRB 89/2021, asas logis; susunan jenjang pohon kinerja",
    check=check,
    scope=Scope.BRANCH,
    hint="Tukar letaknya bila terbalik, atau betulkan jenisnya (outcome, csf, utama, antara, operasional).",
)
