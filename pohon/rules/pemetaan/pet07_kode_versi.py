"""PET07 kode-versi: codes of more than one version of the nomenclature in one register."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.placed import PlacedProgram, programs
from pohon.model.planning import CodeLevel, code_level
from pohon.model.tree import Tree
from pohon.model.wording import normalise
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_OLD_DIGITS = 2


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    rows = list(programs(tree))
    named = [one for one in rows if one.row.nomenklatur.strip()]
    other = next((one for one in named if _version(one) != _version(named[0])), None)
    if other:
        first = quoted(named[0].row.nomenklatur)
        message = f"Daftar ini memakai dua versi kodefikasi: {first} dan {quoted(other.row.nomenklatur)}."
        yield Hit(node="", field=f"{other.field}.nomenklatur", message=message, evidence=other.row.nomenklatur)
    subs = [one for one in rows if code_level(one.row.kode) is CodeLevel.SUB_KEGIATAN]
    old = [one for one in subs if len(one.row.kode.rpartition(".")[2]) == _OLD_DIGITS]
    if old and len(old) < len(subs):
        message = f"{len(old)} dari {len(subs)} kode sub kegiatan berakhir dua angka (versi lama), sisanya empat angka."
        yield Hit(node="", field=f"{old[0].field}.kode", message=message, evidence=old[0].row.kode)


def _version(one: PlacedProgram) -> str:
    return normalise(one.row.nomenklatur)


RULE = Rule(
    code="PET07",
    name="kode-versi",
    summary="Kode berasal dari lebih dari satu versi kodefikasi.",
    severity=Severity.WARNING,
    stage=5,
    source="pemutakhiran kodefikasi Permendagri 90/2019: arti kode berubah antar versi",
    check=check,
    scope=Scope.TREE,
    notes=(),
    hint="Pilih satu versi kodefikasi dan sesuaikan semua kode.",
)
