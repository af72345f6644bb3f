"""Planning nomenclature: Program, Kegiatan, Sub kegiatan with codes and integer rupiah.

Code grammar (domain.md 1.8): `urusan.bidang.program.kewenangan.kegiatan.subkegiatan`, e.g. 2.12.02.2.01.0003;
older lists number a sub kegiatan with two digits. Budgets stand on sub kegiatan, sums are derived.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from .frozen import dataclass
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

    `anggaran` is the amount as printed ("Rp437.531.700,-"); `rupiah` reads it.
    """

    level: CodeLevel
    nama: str
    kode: str = ""
    anggaran: str = ""
    sumber_dana: str = ""
    nomenklatur: str = ""
    isi: tuple["Program", ...] = ()
    asal: tuple[Origin, ...] = ()
    catatan: str = ""

    @property
    def rupiah(self) -> int | None:
        """The amount in rupiah: as printed, else the sum of the rows below, None when neither is known."""
        if self.anggaran:
            from .number import parse_rupiah  # reading figures is not loaded for trees without one

            return parse_rupiah(self.anggaran)
        parts = [row.rupiah for row in self.isi]
        known = [part for part in parts if part is not None]
        return sum(known) if known and len(known) == len(parts) else None

    def walk(self) -> Iterator["Program"]:
        """Yield this row and every row below it."""
        yield self
        for row in self.isi:
            yield from row.walk()
