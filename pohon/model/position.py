"""Positions (jabatan, stage 5) and their tree. Source: domain.md sections 1.9 and 4.9."""

from collections.abc import Iterator
from enum import StrEnum

from pohon.frozen import dataclass

from .origin import Origin

__all__ = ["Jenjang", "Pemangku", "Position"]


class Jenjang(StrEnum):
    """Class of a position; the order is the order of rank."""

    JPT_MADYA = "jpt-madya"
    JPT_PRATAMA = "jpt-pratama"
    ADMINISTRATOR = "administrator"
    PENGAWAS = "pengawas"
    JF = "jf"
    PELAKSANA = "pelaksana"

    @property
    def label(self) -> str:
        """The class as offices write it."""
        return _LABELS[self]


_LABELS = {
    Jenjang.JPT_MADYA: "JPT Madya",
    Jenjang.JPT_PRATAMA: "JPT Pratama",
    Jenjang.ADMINISTRATOR: "Administrator",
    Jenjang.PENGAWAS: "Pengawas",
    Jenjang.JF: "Jabatan Fungsional",
    Jenjang.PELAKSANA: "Pelaksana",
}


class Pemangku(StrEnum):
    """How the position is held."""

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"
    PJ = "pj"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One position with its tasks; `bawahan` are the positions below it."""

    id: str
    nama: str
    jenjang: Jenjang
    pemangku: Pemangku | None = None
    tugas: str = ""
    fungsi: tuple[str, ...] = ()
    bawahan: tuple["Position", ...] = ()
    asal: tuple[Origin, ...] = ()
    catatan: str = ""

    def walk(self) -> Iterator["Position"]:
        """Yield this position and every position below it, superiors first."""
        yield self
        for child in self.bawahan:
            yield from child.walk()
