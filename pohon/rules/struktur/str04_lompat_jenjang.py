"""STR04 lompat-jenjang: an edge that leaves out a level of the profile."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, begins_as_plan

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    if begins_as_plan(tree):
        return
    rank = {kind: place for place, kind in enumerate(tree.profile.chain)}
    for effect, cause in tree.edges():
        if effect.kind not in rank or cause.kind not in rank or (effect.kind, cause.kind) == (Kind.CSF, Kind.ANTARA):
            continue
        skipped = tree.profile.chain[rank[effect.kind] + 1 : rank[cause.kind]]
        if skipped:
            names = " dan ".join(kind.label for kind in skipped)
            yield Hit(
                node=cause.key,
                message=f"Dari {effect.kind.label} langsung ke {cause.kind.label}: {names} terlewat.",
                related=(effect.key,),
            )


RULE = Rule(
    code="STR04",
    name="lompat-jenjang",
    summary="Sebuah jenjang terlewat antara akibat dan sebabnya.",
    severity=Severity.WARNING,
    stage=3,
    source="tahap 3 pohon kinerja: CSF diuraikan berjenjang sampai kondisi operasional",
    check=check,
    scope=Scope.BRANCH,
    hint="Tanyakan kondisi apa yang menjembatani keduanya, atau beri alasan pada `abaikan` bila unitnya memang kecil.",
)
