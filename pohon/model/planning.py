"""Planning nomenclature: Program, Kegiatan, Sub kegiatan with codes and integer rupiah.

Code grammar (domain.md 1.8): `urusan.bidang.program.kewenangan.kegiatan.subkegiatan`, e.g. 2.12.02.2.01.0003;
older lists number a sub kegiatan with two digits. Budgets stand on sub kegiatan, sums are derived.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from pohon.frozen import dataclass

from .indicator import Target
from .origin import Origin

__all__ = ["CodeLevel", "Program", "code_level"]

_PROGRAM = re.compile(r"(?:\d|X)\.(?:\d{2}|XX)\.\d{2}")
_KEGIATAN = re.compile(_PROGRAM.pattern + r"\.\d\.\d{2}")
_SUB_KEGIATAN = re.compile(_KEGIATAN.pattern + r"\.(?:\d{4}|\d{2})")


class CodeLevel(StrEnum):
    """Level of a row of the nomenclature."""

    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"


def code_level(kode: str) -> CodeLevel | None:
    """Return the level that the shape of a code speaks of, None when the code is misshapen."""
    shapes = {CodeLevel.PROGRAM: _PROGRAM, CodeLevel.KEGIATAN: _KEGIATAN, CodeLevel.SUB_KEGIATAN: _SUB_KEGIATAN}
    return next((level for level, shape in shapes.items() if shape.fullmatch(kode)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program, a kegiatan or a sub kegiatan (`level`); `isi` are the rows below it.

    `anggaran` is the amount as printed ("Rp437.531.700,-"); `rupiah` reads it. `pagu_indikatif` are the ceilings that
    a Renstra prints for its years, `rupiah_of` reads them.
    """

    level: CodeLevel
    nama: str
    kode: str = ""
    anggaran: str = ""
    pagu_indikatif: tuple[Target, ...] = ()
    sumber_dana: str = ""
    nomenklatur: str = ""
    isi: tuple["Program", ...] = ()
    asal: tuple[Origin, ...] = ()
    catatan: str = ""

    @property
    def rupiah(self) -> int | None:
        """The amount in rupiah: as printed, else the sum of the rows below, None when neither is known."""
        return _read(self.anggaran) if self.anggaran else _sum([row.rupiah for row in self.isi])

    def rupiah_of(self, tahun: int) -> int | None:
        """The ceiling of a year in rupiah: as printed, else the sum of the rows below, None when neither is known."""
        printed = next((one.nilai for one in self.pagu_indikatif if one.tahun == tahun), "")
        return _read(printed) if printed else _sum([row.rupiah_of(tahun) for row in self.isi])

    def walk(self) -> Iterator["Program"]:
        """Yield this row and every row below it."""
        yield self
        for row in self.isi:
            yield from row.walk()


def _read(amount: str) -> int | None:
    from .number import parse_rupiah  # reading figures is not loaded for trees without one

    return parse_rupiah(amount)


def _sum(parts: list[int | None]) -> int | None:
    """Return the sum, None where a part is not known or there is none."""
    known = [part for part in parts if part is not None]
    return sum(known) if known and len(known) == len(parts) else None
