"""`pohon board`: the workshop board."""

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from pohon.errors import Missing, PohonError, how_to_install

from . import _console

__all__ = ["command"]

_NEEDED = ("starlette", "uvicorn", "websockets", "segno")


def command(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="Folder berkas pohon.")] = Path(),
    *,
    port: Annotated[int, typer.Option(metavar="N", min=1, max=65_535, help="Porta yang dipakai.")] = 8765,
    lan: Annotated[bool, typer.Option("--lan", help="Buka untuk peserta satu wifi: alamat, kode QR, dan PIN.")] = False,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Jangan buka peramban.")] = False,
) -> None:
    """Papan lokakarya: susun pohon bersama-sama di peramban, tanpa internet."""
    if any(find_spec(name) is None for name in _NEEDED):
        raise Missing(f"Pustaka untuk papan belum terpasang. {how_to_install('board')}")
    if not folder.is_dir():
        raise PohonError(f"{folder.as_posix()}: bukan folder. Sebut folder yang berisi berkas *.pohon.yaml.")
    from pohon.board.serve import Wish, serve

    serve(Wish(folder=folder.resolve(), port=port, lan=lan, browser=not no_browser), _said)


def _said(words: str) -> None:
    import sys

    _console.out(words)
    sys.stdout.flush()
