"""`pohon lint`: what is wrong with the trees."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pohon.model.finding import Severity

from ._lint import lint

__all__ = ["FailOn", "Format", "command"]


class Format(StrEnum):
    """How the report is written."""

    TEXT = "text"
    JSON = "json"


class FailOn(StrEnum):
    """The severity from which a finding counts."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    SARAN = "saran"


def command(
    paths: Annotated[list[Path], typer.Argument(metavar="BERKAS...", help="Berkas pohon, atau folder yang berisi.")],
    *,
    stage: Annotated[
        int | None, typer.Option(metavar="N", min=1, max=5, help="Periksa sampai tahap ini, bukan tahap berkasnya.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="Bentuk laporan.")] = Format.TEXT,
    select: Annotated[
        list[str] | None, typer.Option(metavar="KODE", help="Hanya aturan ini: RED01, RED, atau RED,BHS01.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="KODE", help="Lewati aturan ini.")] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Keluar dengan kode 1 bila ada temuan seberat ini. [bawaan: galat]")
    ] = None,
) -> int:
    """Periksa pohon kinerja.

    Kode keluar: 0 bersih, 1 ada temuan, 2 masukan tidak dapat dipakai, 3 aturan atau alat gagal.
    """
    severity = None if fail_on is None else Severity.from_label(fail_on.value)
    return lint(paths, stage=stage, form=form, rules=(_codes(select), _codes(ignore)), fail_on=severity)


def _codes(words: list[str] | None) -> tuple[str, ...]:
    """Return the codes of an option that may be given several times, with commas too."""
    return tuple(code.strip() for word in words or () for code in word.split(",") if code.strip())
