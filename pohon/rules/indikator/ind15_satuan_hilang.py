"""IND15 satuan-hilang: an indicator without a unit."""

from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.noted import Note
from pohon.model.targets import read
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]

_WITH_UNITS = frozenset({"rkt", "perjanjian_kinerja", "renstra"})
_SEPARATELY = 3


def _units(node: Node, _tree: Tree, _lexicon: Lexicon) -> tuple[bool, ...]:
    """Return of each indicator of a node whether it has a unit."""
    return tuple(map(_has_unit, node.indikator))


_UNITS = Note(_units)


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    told = _UNITS.all(tree, lexicon)
    if all(map(all, told.values())):
        return
    bare = [
        (key, f"indikator.{place}") for key, units in told.items() for place, given in enumerate(units) if not given
    ]
    promised = any(document.jenis in _WITH_UNITS for document in tree.dokumen)
    severity = Severity.WARNING if promised else Severity.HINT
    if len(bare) > _SEPARATELY:
        yield Hit(
            node=bare[0][0],
            field=bare[0][1],
            message=f"Belum ada satuan pada {len(bare)} dari {sum(map(len, told.values()))} indikator pohon ini.",
            severity=severity,
            related=tuple(dict.fromkeys(key for key, _ in bare if key != bare[0][0])),
        )
        return
    for key, place in bare:
        yield Hit(node=key, field=place, message="Indikator ini belum punya satuan.", severity=severity)


def _has_unit(indicator: Indicator) -> bool:
    """A unit in its own column, or printed with the target ("98 %", "15 OPD", "B (Baik)")."""
    return bool(indicator.satuan.strip()) or any(_names_unit(target.nilai) for target in indicator.target)


def _names_unit(printed: str) -> bool:
    reading = read(printed)
    return bool(reading.unit) or (reading.value is None and any(map(str.isalpha, printed)))


RULE = Rule(
    code="IND15",
    name="satuan-hilang",
    summary="Indikator belum punya satuan.",
    severity=Severity.HINT,
    stage=4,
    source="formulir RKT dan Perjanjian Kinerja: kolom satuan",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"indikator"}),
    notes=(_UNITS,),
    hint="Isi kunci `satuan`: %, Nilai, Orang, Dokumen, dan seterusnya.",
)
