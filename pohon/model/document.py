"""Facts that belong to one official document (RKT, Perjanjian Kinerja, IKI ...) and not to a node.

Source: domain.md sections 5.3 to 5.6; names of persons and NIP are left out on purpose (design.md section 9).
"""

from pohon.frozen import dataclass

from .origin import Origin

__all__ = ["Document", "Party"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A signing party: the position and the unit, never the person."""

    jabatan: str = ""
    instansi: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of the agency; `jenis` is its key under `dokumen` (rkt, perjanjian_kinerja, iki, iku, renstra)."""

    jenis: str
    judul: str = ""
    tahun: int | None = None
    tempat: str = ""
    tanggal: str = ""
    kop: str = ""
    alamat: str = ""
    pihak_pertama: Party | None = None
    pihak_kedua: Party | None = None
    uraian: tuple[tuple[str, str], ...] = ()
    asal: tuple[Origin, ...] = ()
    catatan: str = ""
