"""Where a node or an indicator was read from: one record per row of a source table (key `asal`).

A pohon kinerja that lived in five separate tables says the same thing five times, not always in the same words.
The tree keeps one text; each row that it came from is remembered here, with what that row says differently.
Source: domain.md sections 0 (fact 2), 2.5 to 2.7 and rules STR14 to STR18.
"""

from pohon.frozen import dataclass

__all__ = ["Origin"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One row of a source document. None = the row does not differ (or does not say); "" = the cell is empty.

    `tahap` 1-5 of the stage table, `dokumen` for other documents (rkt, pk, iki, ...), `baris` where it stands,
    `rujukan` the printed "Tahap n", `teks` the statement as printed there, `keterangan` the printed level label,
    `nama`/`satuan`/`target`/`rumus`/`sumber` the indicator cells as printed there, `geser` True when the cells
    stood in the wrong columns.
    """

    tahap: int | None = None
    dokumen: str = ""
    baris: str = ""
    rujukan: str | None = None
    teks: str | None = None
    keterangan: str | None = None
    komponen: str | None = None
    jabatan: str | None = None
    nama: str | None = None
    satuan: str | None = None
    target: str | None = None
    rumus: str | None = None
    sumber: str | None = None
    geser: bool = False
