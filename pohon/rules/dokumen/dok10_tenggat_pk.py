"""DOK10 tenggat-pk: a Perjanjian Kinerja signed long after the budget document of its year."""

from collections.abc import Iterator

from pohon.model.dates import parse_tanggal
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import contains
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    """The date of the budget document is not in the file: it is taken to be approved by the end of January."""
    for document in tree.dokumen:
        date = parse_tanggal(document.tanggal)
        year = document.tahun or tree.tahun
        if document.jenis != "perjanjian_kinerja" or date is None or date.tahun != year:
            continue
        changed = contains(f"{document.judul} {tree.judul}", ("perubahan", "revisi", "pergantian"))
        if date.bulan > lexicon.ambang["DOK10.bulan"] and not changed:
            yield Hit(
                node="",
                field="dokumen.perjanjian_kinerja.tanggal",
                message=f"Perjanjian Kinerja {year} bertanggal {quoted(document.tanggal)}, lama sesudah DPA.",
                evidence=document.tanggal,
            )


RULE = Rule(
    code="DOK10",
    name="tenggat-pk",
    summary="Perjanjian Kinerja ditandatangani jauh sesudah dokumen anggaran.",
    severity=Severity.HINT,
    stage=5,
    source="praktik: Perjanjian Kinerja disusun paling lambat satu bulan sesudah dokumen anggaran disahkan",
    check=check,
    scope=Scope.TREE,
    notes=(),
    hint="Periksa tanggal pengesahan DPA; bila memang terlambat, catat sebabnya.",
)
