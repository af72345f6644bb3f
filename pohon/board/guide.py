"""What the panel of a stage shows: what to decide, the tricks to tick, open questions, and whether it may be closed.

The words are data (panduan.toml; source: domain.md 2.2 to 2.7); questions and gate are those of the command line.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pohon import api
from pohon.model.tree import Tree
from pohon.settings import Settings

__all__ = ["Stage", "guide", "stages"]

_FILE = Path(__file__).with_name("panduan.toml")


class Stage(NamedTuple):
    """One stage of the workshop in words."""

    number: int
    title: str
    decide: tuple[str, ...]
    tricks: tuple[str, ...]


@cache
def stages() -> tuple[Stage, ...]:
    """Return the five stages in order."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(Stage(row["nomor"], row["judul"], tuple(row["putuskan"]), tuple(row["trik"])) for row in data["tahap"])


def guide(tree: Tree, stage: int, settings: Settings | None = None) -> dict[str, Any]:
    """Return what the panel of a stage shows (docs/papan/protokol.md, `GET /api/panduan`). `stage` is 1 to 5."""
    shown = stages()[stage - 1]
    asked = [one for one in api.questions(tree, stage) if one.stage == stage]
    return {
        "tahap": shown.number,
        "judul": shown.title,
        "putuskan": list(shown.decide),
        "trik": list(shown.tricks),
        "tanya": [
            {
                "kode": one.code, "nama": one.name, "simpul": one.node, "nomor": one.number, "teks": one.text,
                "jawab": one.answer, "akibat": one.effect,
            }
            for one in asked
        ],
        "gerbang": _gate(tree, stage, settings),
    }  # fmt: skip


def _gate(tree: Tree, stage: int, settings: Settings | None) -> dict[str, Any]:
    answer = api.gate_tree(tree, stage, settings)
    missing = [
        {"alasan": one.reason.value, "pesan": one.message, "saran": one.hint, "kode": one.code, "simpul": one.node}
        for one in answer.obstacles
    ]
    return {"boleh": answer.closed, "kurang": missing, "peringatan": answer.warnings, "rusak": list(answer.broken)}
