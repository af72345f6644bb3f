"""Profiles: what a level is called, which component and positions it takes, in which language it speaks.

Level names are not standard (domain.md section 0, fact 3), so they are data: one TOML file a profile under
`profiles/`. Source of the contents: domain.md section 4.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pohon.frozen import dataclass, field

from .node import Kind
from .position import Jenjang

__all__ = ["Level", "Profile", "builtin_names", "load_builtin", "read_profile"]

_FOLDER = Path(__file__).parent / "profiles"  # importlib.resources costs 3 ms at every start


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """What one kind of node is in a profile.

    `label` are the printed level labels (first = preferred), `komponen` the planning component, `bahasa` "hasil"
    (result language) or "keluaran" (output language), `indikator` "outcome" or "output", `jenjang` the allowed
    position classes, `rujukan` the stage references that a stage table may print.
    """

    label: tuple[str, ...]
    komponen: str
    bahasa: str
    indikator: str
    jenjang: tuple[Jenjang, ...]
    rujukan: tuple[str, ...] = ()
    dokumen: str = ""

    @property
    def speaks_of_results(self) -> bool:
        """True when statements of this level name a result, False when they name an output."""
        return self.bahasa == "hasil"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How one family of agencies reads the levels. `chain` lists the kinds in use, top first."""

    nama: str
    judul: str
    sumber: str
    levels: Mapping[Kind, Level] = field(hash=False)
    utama_tunggal: bool = False
    operasional_beranak: bool = False
    pola_kode: str = ""

    def level(self, kind: Kind) -> Level | None:
        """Return the level of a kind, None when the profile does not use it."""
        return self.levels.get(kind)

    @property
    def chain(self) -> tuple[Kind, ...]:
        """The kinds in use, top first."""
        return tuple(self.levels)

    def kind_of_label(self, label: str) -> Kind | None:
        """Return the kind that a printed level label means, None when the profile does not know it."""
        wanted = " ".join(label.casefold().split())
        for kind, level in self.levels.items():
            if wanted in (known.casefold() for known in level.label):
                return kind
        return None


def read_profile(data: Mapping[str, Any]) -> Profile:
    """Build a profile from the tables of its TOML file. Raises KeyError or ValueError when it is malformed."""
    levels = {kind: _read_level(data["level"][kind]) for kind in Kind if kind in data["level"]}
    return Profile(
        nama=data["nama"],
        judul=data["judul"],
        sumber=data["sumber"],
        levels=levels,
        utama_tunggal=data.get("utama_tunggal", False),
        operasional_beranak=data.get("operasional_beranak", False),
        pola_kode=data.get("pola_kode", ""),
    )


def _read_level(data: Mapping[str, Any]) -> Level:
    return Level(
        label=tuple(data["label"]),
        komponen=data["komponen"],
        bahasa=data["bahasa"],
        indikator=data["indikator"],
        jenjang=tuple(Jenjang(word) for word in data["jenjang"]),
        rujukan=tuple(data.get("rujukan", ())),
        dokumen=data.get("dokumen", ""),
    )


@cache
def builtin_names() -> tuple[str, ...]:
    """Return the names of the profiles that ship with `pohon`, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def load_builtin(name: str) -> Profile:
    """Return a profile that ships with `pohon`. Raises KeyError when there is none of that name."""
    if name not in builtin_names():
        raise KeyError(name)
    return read_profile(tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8")))
