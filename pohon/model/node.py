"""Nodes: the conditions of a pohon kinerja (stages 1 to 3) and what later stages attach to them.

Source: domain.md sections 1.1, 1.3 and 1.4; design.md section 3.
"""

from enum import StrEnum

from pohon.frozen import dataclass

from .indicator import Indicator
from .origin import Origin

__all__ = ["Crosscutting", "CrosscuttingStatus", "Dasar", "Kind", "Node", "Waiver"]


class Kind(StrEnum):
    """Kind of a node; the value is the key that holds its statement in the tree file."""

    OUTCOME = "outcome"
    CSF = "csf"
    UTAMA = "utama"
    ANTARA = "antara"
    OPERASIONAL = "operasional"
    GAGASAN = "gagasan"
    """An idea without a level yet: stands only in `belum_ditempatkan`."""

    @property
    def rank(self) -> int:
        """Depth in the chain of cause and effect: 0 = outcome ... 4 = operasional, 5 = gagasan."""
        return _RANKS[self]

    @property
    def label(self) -> str:
        """The name of the kind in plain Indonesian."""
        return _LABELS[self]


_RANKS = {kind: rank for rank, kind in enumerate(Kind)}
_LABELS = {
    Kind.OUTCOME: "outcome",
    Kind.CSF: "CSF",
    Kind.UTAMA: "kondisi antara utama",
    Kind.ANTARA: "kondisi antara",
    Kind.OPERASIONAL: "kondisi operasional",
    Kind.GAGASAN: "gagasan",
}


class CrosscuttingStatus(StrEnum):
    """State of a contribution asked from another unit (domain.md 1.4)."""

    MENUNGGU = "menunggu"
    DISETUJUI = "disetujui"
    DISETUJUI_EXISTING = "disetujui-existing"
    DITOLAK = "ditolak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosscutting:
    """What a partner unit contributes to a node."""

    mitra: str
    peran: str = ""
    kontribusi: str = ""
    status: CrosscuttingStatus | None = None
    alasan: str = ""
    rujuk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dasar:
    """What an outcome rests on (stage 1): mandat, permasalahan, harapan."""

    mandat: str = ""
    permasalahan: str = ""
    harapan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A finding that the author accepts, with the reason (key `abaikan`)."""

    kode: str
    alasan: str
    oleh: str = ""
    tanggal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One condition. A flat record: `parent` and `sebab` hold keys, `Tree` knows the rest.

    `key` names the node inside one tree: its `id` when the author gave one, else its number ("1.2.1").
    `sebab` holds the keys of its children (what brings it about, in order); `ref` the ids of nodes that stand
    elsewhere and bring it about too (support edges). Other field names are the keys of the tree file.
    """

    key: str
    kind: Kind
    statement: str
    parent: str | None = None
    sebab: tuple[str, ...] = ()
    ref: tuple[str, ...] = ()
    id: str = ""
    isu: str = ""
    dasar: Dasar | None = None
    waktu: str = ""
    indikator: tuple[Indicator, ...] = ()
    crosscutting: tuple[Crosscutting, ...] = ()
    komponen: str = ""
    jabatan: tuple[str, ...] = ()
    program: tuple[str, ...] = ()
    anggaran: str = ""
    uraian: str = ""
    dasar_hukum: tuple[str, ...] = ()
    bukti: tuple[str, ...] = ()
    pengaruh: str = ""
    status: str = ""
    jawab: tuple[tuple[str, str], ...] = ()
    abaikan: tuple[Waiver, ...] = ()
    asal: tuple[Origin, ...] = ()
    catatan: str = ""
