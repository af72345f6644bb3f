"""`pohon render`: drawings to print, to look at, to use in other programs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pohon import api

from . import _console

__all__ = ["Engine", "Orientation", "Paper", "Split", "View", "command"]


class View(StrEnum):
    """What the boxes show."""

    KINERJA = "kinerja"
    CASCADING = "cascading"


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
    path: Annotated[Path, typer.Argument(metavar="BERKAS", help="Berkas pohon.")],
    *,
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="HASIL", help="Berkas hasil: .svg .pdf .png .dot .mmd .graphml.")
    ],
    view: Annotated[View | None, typer.Option(help="Isi kotak. [bawaan: kinerja]")] = None,
    paper: Annotated[
        Paper | None, typer.Option(help="Ukuran kertas. [bawaan: A3 untuk pdf, ukuran layar untuk svg dan png]")
    ] = None,
    orientation: Annotated[Orientation | None, typer.Option(help="Arah kertas. [bawaan: auto]")] = None,
    split: Annotated[
        Split, typer.Option(help="Bagi atas beberapa lembar: auto bila hurufnya terlalu kecil, csf selalu, none tidak.")
    ] = Split.AUTO,
    stage: Annotated[
        int | None, typer.Option(metavar="N", min=1, max=5, help="Gambar hanya yang diketahui sampai tahap ini.")
    ] = None,
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
        split=split,
        stage=stage or 0,
        engine=engine,
        findings=findings,
    )
    for written in api.draw_file(path, out, wanted, force=force):
        _console.out(f"{written.as_posix()}\n")
