"""`pohon show`: the tree in the terminal."""

import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated

import typer

from pohon import api

from . import _console

__all__ = ["command"]

_WIDTH = 100


def command(
    path: Annotated[Path, typer.Argument(metavar="BERKAS", help="Berkas pohon.")],
) -> None:
    """Tampilkan pohon di terminal."""
    loaded = api.load(path)
    for note in loaded.notes:
        _console.err(f"{path.as_posix()}: catatan: {note}")
    width = get_terminal_size().columns if _console.interactive(sys.stdout) else _WIDTH
    _console.out(api.outline(loaded.tree, width, color=_console.colorful(sys.stdout)))
