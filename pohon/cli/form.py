"""`pohon form`: official forms, filled from the tree."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pohon import api
from pohon.forms import disk

from . import _console

__all__ = ["Paper", "command"]


class Paper(StrEnum):
    """Paper sizes; F4 is the folio of Indonesian offices."""

    A4 = "A4"
    F4 = "F4"
    A3 = "A3"


def command(
    path: Annotated[Path, typer.Argument(metavar="BERKAS", help="Berkas pohon.")],
    kind: Annotated[
        str,
        typer.Argument(
            metavar="FORMULIR",
            help="tahap1 tahap2 tahap3 tahap4 tahap5 cascading rkt pk iki iku renstra-86 renstra-2025 skp kke.",
        ),
    ],
    *,
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="HASIL", help="Berkas hasil: .docx .xlsx .csv .md .html.")
    ],
    position: Annotated[
        str, typer.Option("--jabatan", metavar="ID", help="Hanya untuk satu jabatan (pk, iki, skp).")
    ] = "",
    every: Annotated[
        bool, typer.Option("--semua", help="Satu berkas untuk tiap jabatan; id jabatan menjadi akhir namanya.")
    ] = False,
    year: Annotated[int | None, typer.Option("--tahun", metavar="TAHUN", help="Tahun targetnya.")] = None,
    paper: Annotated[Paper, typer.Option(help="Ukuran kertas; templat memakai kertasnya sendiri.")] = Paper.A4,
    template: Annotated[
        Path | None, typer.Option(metavar="KOP.docx", help="Dokumen Word sendiri dengan kop surat dan penanda {{isi}}.")
    ] = None,
    totals: Annotated[bool, typer.Option("--jumlah", help="Tambahkan baris jumlah anggaran yang dihitung.")] = False,
    words: Annotated[bool, typer.Option("--terbilang", help="Tambahkan jumlah anggaran dengan kata.")] = False,
    as_printed: Annotated[
        bool, typer.Option("--naskah", help="Ikuti baris naskah sumber (`asal`), termasuk kekeliruannya.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Kode keluar 1 bila masih ada yang belum diisi.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Ganti berkas hasil yang sudah ada.")] = False,
) -> int:
    """Tuangkan pohon ke formulir resmi. Jenis berkas menurut akhiran nama hasil."""
    wanted = api.Filling(
        position=position,
        every=every,
        year=year,
        paper=paper.value,
        totals=totals,
        words=words,
        as_printed=as_printed,
        template=None if template is None else disk.read(template),
    )
    filled = api.fill_file(path, kind, out, wanted, force=force)
    for one in filled:
        _console.out(f"{one.path.as_posix()}\n")
    for one in filled:
        for line in _remarks(one, alone=len(filled) == 1):
            _console.err(_console.plain(line))
    return int(strict and any(one.missing for one in filled))


def _remarks(one: api.Filled, *, alone: bool) -> Iterator[str]:
    """Yield what a user should know about a file: every place for one form, one line a file for many."""
    if alone:
        yield from (f"catatan: {note}" for note in one.notes)
        yield from one.missing
    elif one.missing:
        names = "; ".join(line.removeprefix("belum diisi: ").partition(" – ")[0] for line in one.missing)
        yield f"{one.path.name}: belum diisi: {names}"
