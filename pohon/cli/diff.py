"""`pohon diff`: what changed between two tree files."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from pohon import api

from . import _console
from .rules import Format

__all__ = ["command"]


def command(
    before: Annotated[Path, typer.Argument(metavar="LAMA", help="Berkas pohon yang lama.")],
    after: Annotated[Path, typer.Argument(metavar="BARU", help="Berkas pohon yang baru.")],
    *,
    form: Annotated[Format, typer.Option("--format", help="Bentuk daftar.")] = Format.TEXT,
) -> int:
    """Bandingkan dua berkas pohon: yang baru, hilang, pindah, berubah bunyi, dan berubah isi.

    Simpul dikenali dari id, lalu dari kalimatnya, jadi nomor yang bergeser tidak ikut dilaporkan.
    Kode keluar 1 bila ada perbedaan.
    """
    found = api.diff(before, after)
    for loaded in (found.before, found.after):
        for note in loaded.notes:
            _console.err(f"{loaded.path.as_posix()}: catatan: {note}")
    if form is Format.JSON:
        import json

        _console.out(json.dumps(found.as_json(), ensure_ascii=False, indent=1) + "\n")
    else:
        _console.out(found.text(color=_console.colorful(sys.stdout)))
    return 1 if found.changes else 0
