"""`pohon new`: a tree file to start from."""

from typing import Annotated

import typer

from pohon import api

from . import _console

__all__ = ["command"]


def command(
    name: Annotated[str, typer.Argument(metavar="NAMA", help="Nama berkas, misalnya dinas-kesehatan.")],
    *,
    profile: Annotated[
        str, typer.Option(metavar="PROFIL", help="Profil jenjang: menentukan sebutan dan komponen tiap jenjang.")
    ] = "balangan",
    force: Annotated[bool, typer.Option("--force", help="Ganti berkas yang sudah ada.")] = False,
) -> None:
    """Buat berkas pohon baru, berisi pertanyaan kelima tahap."""
    path = api.new(name, profile=profile, force=force)
    _console.out(f"{path.as_posix()} dibuat. Isi dengan penyunting teks, lalu: pohon lint {_console.quoted(path)}\n")
