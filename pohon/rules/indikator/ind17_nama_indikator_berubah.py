"""IND17 nama-indikator-berubah: the same indicator under another name in another table or document."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import normalise
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, listed, quoted

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        told = {normalise(indicator.nama)}
        for number, row in enumerate(indicator.asal):
            if row.nama and normalise(row.nama) not in told:
                told.add(normalise(row.nama))
                yield Hit(
                    node=node.key,
                    field=f"{place}.asal.{number}",
                    message=f"Nama indikator pada {listed(row)} lain: {quoted(row.nama)}.",
                    evidence=row.nama,
                )


RULE = Rule(
    code="IND17",
    name="nama-indikator-berubah",
    summary="Nama indikator berbeda antar tahap atau antar dokumen.",
    severity=Severity.WARNING,
    stage=4,
    source="kriteria perencanaan kinerja PermenPANRB 88/2021: indikator yang sama di semua dokumen",
    check=check,
    scope=Scope.NODE,
    hint="Pakai satu nama di semua tabel dan dokumen; cetak ulang dari pohon.",
)
