"""`pohon render`: drawings to print, to look at, to use in other programs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pohon import api

from . import _console

__all__ = ["Direction", "Engine", "Orientation", "Paper", "Poster", "Split", "View", "command"]


class View(StrEnum):
    """What the boxes show."""

    KINERJA = "kinerja"
    CASCADING = "cascading"
    JABATAN = "jabatan"
    CROSSCUTTING = "crosscutting"


class Direction(StrEnum):
    """Where causes stand: below their effect, or right of it."""

    BAWAH = "bawah"
    KANAN = "kanan"


class Poster(StrEnum):
    """Small paper for the parts of a poster."""

    A4 = "A4"
    F4 = "F4"
    A3 = "A3"


class Paper(StrEnum):
    """Paper sizes; F4 is the folio of Indonesian offices."""

    A4 = "A4"
    F4 = "F4"
    A3 = "A3"
    A2 = "A2"
    A1 = "A1"
    A0 = "A0"


class Orientation(StrEnum):
    """How the paper lies; auto takes the way that gives the larger text."""

    AUTO = "auto"
    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"


class Split(StrEnum):
    """When a tree is cut into sheets: where its text would be too small, always at its CSF, never."""

    AUTO = "auto"
    CSF = "csf"
    NONE = "none"


class Engine(StrEnum):
    """Who finds the places of the boxes."""

    TIDY = "tidy"
    DOT = "dot"


def command(
    path: Annotated[
        list[Path],
        typer.Argument(metavar="BERKAS...", help="Berkas pohon; beberapa hanya untuk --view crosscutting."),
    ],
    *,
    out: Annotated[
        Path,
        typer.Option(
            "-o", "--out", metavar="HASIL", help="Berkas hasil: .svg .pdf .png .html .pptx .drawio .dot .mmd .graphml."
        ),
    ],
    view: Annotated[View | None, typer.Option(help="Isi kotak. [bawaan: kinerja]")] = None,
    paper: Annotated[
        Paper | None, typer.Option(help="Ukuran kertas. [bawaan: A3 untuk pdf, ukuran layar untuk svg dan png]")
    ] = None,
    orientation: Annotated[Orientation | None, typer.Option(help="Arah kertas. [bawaan: auto]")] = None,
    direction: Annotated[
        Direction | None, typer.Option(help="Arah sebab: ke bawah, atau ke kanan untuk proyektor. [bawaan: bawah]")
    ] = None,
    poster: Annotated[
        Poster | None, typer.Option(help="Cetak lembar besar sebagai beberapa lembar kecil untuk ditempel.")
    ] = None,
    split: Annotated[
        Split, typer.Option(help="Bagi atas beberapa lembar: auto bila hurufnya terlalu kecil, csf selalu, none tidak.")
    ] = Split.AUTO,
    stage: Annotated[
        int | None, typer.Option(metavar="N", min=1, max=5, help="Gambar hanya yang diketahui sampai tahap ini.")
    ] = None,
    branch: Annotated[
        str, typer.Option(metavar="SIMPUL", help="Gambar hanya cabang ini: id atau nomornya, misalnya 1.2.")
    ] = "",
    depth: Annotated[int, typer.Option(metavar="N", min=0, help="Gambar paling banyak N tingkat; 0 semua.")] = 0,
    collapse: Annotated[
        list[str] | None, typer.Option(metavar="SIMPUL", help="Tutup cabang ini (boleh diulang).")
    ] = None,
    indicators: Annotated[
        bool, typer.Option("--indicators/--no-indicators", help="Tampilkan indikator di kotaknya.")
    ] = True,
    target: Annotated[int, typer.Option(metavar="TAHUN", min=0, help="Tampilkan target tahun ini.")] = 0,
    version: Annotated[str, typer.Option(metavar="TEKS", help="Versi pada kepala gambar.")] = "",
    date: Annotated[
        str, typer.Option(metavar="TEKS", help="Tanggal pada kepala gambar, ditulis seperti yang diberikan.")
    ] = "",
    engine: Annotated[
        Engine, typer.Option(help="Penata letak: tidy bawaan, atau program dot dari Graphviz.")
    ] = Engine.TIDY,
    findings: Annotated[bool, typer.Option("--findings", help="Tandai temuan `pohon lint` pada kotaknya.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Ganti berkas hasil yang sudah ada.")] = False,
) -> None:
    """Gambar pohon. Jenis gambar menurut akhiran nama berkas hasil."""
    wanted = api.Drawing(
        view=view or "",
        paper=paper or "",
        orientation=orientation or "",
        direction=direction or "",
        poster=poster or "",
        branch=branch,
        depth=depth,
        collapse=tuple(collapse or ()),
        indicators=indicators,
        target=target,
        version=version,
        date=date,
        split=split,
        stage=stage or 0,
        engine=engine,
        findings=findings,
    )
    for written in api.draw_file(path, out, wanted, force=force):
        _console.out(f"{written.as_posix()}\n")
