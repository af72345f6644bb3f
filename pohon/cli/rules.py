"""`pohon rules`: the list of rules."""

from enum import StrEnum
from typing import Annotated

import typer

from pohon import api

from . import _console

__all__ = ["Format", "command"]


class Format(StrEnum):
    """How a list is written."""

    TEXT = "text"
    JSON = "json"


def command(
    *,
    stage: Annotated[
        int, typer.Option(metavar="N", min=1, max=5, help="Hanya aturan yang berlaku pada tahap ini.")
    ] = 5,
    form: Annotated[Format, typer.Option("--format", help="Bentuk daftar.")] = Format.TEXT,
) -> None:
    """Daftar aturan: kode, nama, beratnya, tahap mulai berlaku, ringkasan."""
    rules = api.rules(stage)
    if form is Format.JSON:
        import json

        keys = ("code", "name", "severity", "stage", "summary", "source")
        rows = [{key: getattr(rule, key) for key in keys} for rule in rules]
        _console.out(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return
    width = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        words = f"{rule.code}  {rule.name:<{width}}  {rule.severity.label:<10}  tahap {rule.stage}  {rule.summary}"
        _console.out(words + "\n")
    _console.out(f"{len(rules)} aturan. Penjelasan satu aturan: pohon explain KODE\n")
