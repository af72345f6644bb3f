"""PET08 kewenangan: the fourth part of the code belongs to another tier of government."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.placed import programs
from pohon.model.planning import CodeLevel, code_level
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_PART = 3
_TIERS = {"provinsi": "1", "propinsi": "1", "kabupaten": "2", "kota": "2"}


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    words = [word for word in tokens(tree.pemerintah)[:2] if word != "pemerintah"]
    tier = _TIERS.get(words[0]) if words else None
    if tier is None:
        return
    for row, field, above in programs(tree):
        if above is None or code_level(row.kode) in (None, CodeLevel.PROGRAM):
            continue
        found = row.kode.split(".")[_PART]
        repeats = above.level is CodeLevel.KEGIATAN and above.kode.split(".")[_PART : _PART + 1] == [found]
        if found != tier and not repeats:
            message = f"Angka kewenangan pada kode {quoted(row.kode)} adalah {found}, untuk {words[0]} {tier}."
            yield Hit(node="", field=f"{field}.kode", message=message, evidence=row.kode)


RULE = Rule(
    code="PET08",
    name="kewenangan",
    summary="Angka kewenangan pada kode bukan milik pemerintah ini.",
    severity=Severity.ERROR,
    stage=5,
    source="kodefikasi Permendagri 90/2019: bagian keempat kode adalah kewenangan (praktik: 1 provinsi, 2 lainnya)",
    check=check,
    scope=Scope.TREE,
    notes=(),
    hint="Pilih kegiatan dan sub kegiatan dari daftar kewenangan yang benar.",
)
