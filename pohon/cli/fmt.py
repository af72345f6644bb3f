"""`pohon fmt`: a tree file in its usual form."""

from pathlib import Path
from typing import Annotated

import typer

from pohon import api

from . import _console

__all__ = ["command"]


def command(
    path: Annotated[Path, typer.Argument(metavar="BERKAS", help="Berkas pohon.")],
    *,
    ids: Annotated[bool, typer.Option("--ids", help="Beri `id` tetap kepada simpul yang belum punya.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Jangan menulis; kode keluar 1 bila belum rapi.")] = False,
) -> int:
    """Rapikan berkas pohon: kalimat diberi tanda kutip supaya alat YAML lain juga dapat membacanya."""
    loaded, text = api.fmt(path, ids=ids)
    for note in loaded.notes:
        _console.err(f"{path.as_posix()}: catatan: {note}")
    if text.encode("utf-8") == loaded.raw:
        _console.out(f"{path.as_posix()}: sudah rapi.\n")
        return 0
    if check:
        _console.out(f"{path.as_posix()}: belum rapi.\n")
        return 1
    api.save(text, path, expected=loaded.raw)
    _console.out(f"{path.as_posix()}: dirapikan.\n")
    return 0
