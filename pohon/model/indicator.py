"""Indicators (stage 4): what measures a condition, with targets as the author wrote them.

Figures stay the author's text ("98,50%", "15 OPD", "B (Baik)"); `number.parse` reads them when a value is needed.
Source: domain.md sections 1.5 and 5.12.
"""

from enum import StrEnum

from pohon.frozen import dataclass

from .origin import Origin

__all__ = ["Indicator", "Polarity", "Target"]


class Polarity(StrEnum):
    """Which way is better (key `arah`)."""

    NAIK = "naik"
    TURUN = "turun"
    TETAP = "tetap"


@dataclass(frozen=True, slots=True)
class Target:
    """The value of one year: `tahun` as four digits, `nilai` as printed on the form."""

    tahun: int
    nilai: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator of a node; field names are the keys of the tree file (design.md section 3)."""

    nama: str
    satuan: str = ""
    arah: Polarity | None = None
    iku: bool = False
    rumus: str = ""
    hitung: str = ""
    variabel: tuple[tuple[str, str], ...] = ()
    relevansi: str = ""
    sumber: str = ""
    penanggung_jawab: str = ""
    awal: str = ""
    target: tuple[Target, ...] = ()
    realisasi: tuple[Target, ...] = ()
    penjelasan_target: str = ""
    hubungan: str = ""
    catatan: str = ""
    asal: tuple[Origin, ...] = ()

    def target_of(self, tahun: int) -> str:
        """Return the printed target of a year, "" when there is none."""
        return next((target.nilai for target in self.target if target.tahun == tahun), "")
