"""IND12 terlalu-banyak-indikator: more indicators on one condition than can be steered by."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    most = int(lexicon.ambang["IND12.indikator"])
    for node in tree:
        if len(node.indikator) > most:
            yield Hit(
                node=node.key,
                message=f"Kondisi ini punya {len(node.indikator)} indikator; lebih dari {most} sulit menjadi pegangan.",
                evidence=str(len(node.indikator)),
            )


RULE = Rule(
    code="IND12",
    name="terlalu-banyak-indikator",
    summary="Satu kondisi punya terlalu banyak indikator.",
    severity=Severity.WARNING,
    stage=4,
    source="praktik penilaian: setiap indikator dinilai sendiri (SMART dan cukup)",
    check=check,
    scope=Scope.NODE,
    hint="Pilih yang paling mewakili; hitungan pekerjaan pindahkan ke kondisi operasional.",
)
