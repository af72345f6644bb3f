"""XCT09 level-beda: the two ends of a crosscutting stand at unequal levels."""

from collections.abc import Iterator

from pohon.model.beside import Beside
from pohon.model.lexicon import Lexicon
from pohon.model.node import Crosscutting, CrosscuttingStatus, Kind
from pohon.rules._base import Hit, Rule, Scope, Severity, asked_of, named, quoted

__all__ = ["RULE"]

_LEVELS = {
    Kind.OUTCOME: "strategis",
    Kind.CSF: "strategis",
    Kind.UTAMA: "taktis",
    Kind.ANTARA: "taktis",
    Kind.OPERASIONAL: "operasional",
}


def across(beside: Beside, _lexicon: Lexicon) -> Iterator[Hit]:
    for asked in beside.asked:
        ends = [end for end in asked.ends if end.node.key in end.tree.nodes and not _refused(end.row)]
        own = _LEVELS.get(asked.node.kind, "")
        if _refused(asked.row) or not ends or not own or any(_LEVELS.get(end.node.kind) == own for end in ends):
            continue
        end = ends[0]
        other, number = _LEVELS[end.node.kind], end.tree.number(end.node.key)
        partner = f"{quoted(asked.row.mitra, 60)} ({asked.file}, simpul {number})"
        yield Hit(
            node=asked.node.key,
            field=f"crosscutting.{asked.place}",
            message=(
                f"{named(asked.node)} ini setingkat {own}, sedangkan pasangannya pada pohon mitra {partner} "
                f"adalah {end.node.kind.label}, setingkat {other}."
            ),
            evidence=asked.row.mitra,
        )


def _refused(row: Crosscutting | None) -> bool:
    return row is not None and row.status is CrosscuttingStatus.DITOLAK


RULE = Rule(
    code="XCT09",
    name="level-beda",
    summary="Crosscutting menghubungkan dua kondisi yang tidak setingkat.",
    severity=Severity.HINT,
    stage=3,
    source="praktik aplikasi penjenjangan kinerja: ada crosscutting strategis, taktis, dan operasional",
    across=across,
    met=asked_of,
    scope=Scope.TREES,
    hint="Kaitkan dengan kondisi mitra yang setingkat, atau pindahkan crosscutting ini ke kondisi yang lebih bawah.",
)
