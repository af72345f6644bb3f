"""`pohon schema`: the JSON Schema of a file format."""

from typing import Annotated

import typer

from pohon import api

from . import _console

__all__ = ["command"]


def command(
    *,
    report: Annotated[
        bool, typer.Option("--laporan", help="Skema laporan `pohon lint --format json`, bukan skema berkas pohon.")
    ] = False,
) -> None:
    """Tulis JSON Schema berkas pohon, untuk penyunting teks dan program lain."""
    import json

    _console.out(json.dumps(api.schema(report=report), ensure_ascii=False, indent=2) + "\n")
