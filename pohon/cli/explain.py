"""`pohon explain`: the page of one rule."""

import sys
from typing import Annotated

import typer

from pohon import api

from . import _console

__all__ = ["command"]


def command(
    code: Annotated[str, typer.Argument(metavar="KODE", help="Kode atau nama aturan, misalnya RED01.")],
) -> None:
    """Jelaskan satu aturan: apa, mengapa, contoh salah dan benar, cara memperbaiki, sumber."""
    page = api.explain(code)
    _console.out(_bold_headings(page) if _console.colorful(sys.stdout) else page)


def _bold_headings(page: str) -> str:
    lines = (f"\x1b[1m{line.lstrip('# ')}\x1b[0m" if line.startswith("#") else line for line in page.splitlines())
    return "\n".join(lines) + "\n"
