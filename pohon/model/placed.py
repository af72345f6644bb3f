"""Rows of the registers with their field paths ("program.0.isi.1", "jabatan.0.bawahan.2").

Also what a level may hold, and the component that a printed text means: "sasaran pertama SKPD" is a sasaran.
Source: domain.md 1.1, 1.6, 1.8, 1.9, 4.9.
"""

from collections.abc import Iterator
from typing import NamedTuple

from .facts import facts
from .node import Kind, Node
from .planning import Program
from .position import Position
from .profile import Level
from .tree import Tree
from .wording import tokens

__all__ = ["PlacedPosition", "PlacedProgram", "below_code", "components", "levels", "positions", "programs"]

_COMPONENTS = ("sub kegiatan", "kegiatan", "program", "tujuan", "rencana hasil kerja")


class PlacedProgram(NamedTuple):
    """A row, its field path in the file, and the row above it."""

    row: Program
    field: str
    above: Program | None


class PlacedPosition(NamedTuple):
    """A position, its field path in the file, and the position above it."""

    position: Position
    field: str
    above: Position | None


def programs(tree: Tree) -> Iterator[PlacedProgram]:
    """Yield every program, kegiatan and sub kegiatan of the register, in the order of the file."""
    pending = [PlacedProgram(row, f"program.{place}", None) for place, row in enumerate(tree.program)][::-1]
    while pending:
        one = pending.pop()
        yield one
        rows = [PlacedProgram(row, f"{one.field}.isi.{place}", one.row) for place, row in enumerate(one.row.isi)]
        pending.extend(reversed(rows))


def positions(tree: Tree) -> Iterator[PlacedPosition]:
    """Yield every position of the register, superiors first."""
    pending = [PlacedPosition(one, f"jabatan.{place}", None) for place, one in enumerate(tree.jabatan)][::-1]
    while pending:
        top = pending.pop()
        yield top
        below = enumerate(top.position.bawahan)
        rows = [PlacedPosition(one, f"{top.field}.bawahan.{place}", top.position) for place, one in below]
        pending.extend(reversed(rows))


def levels(tree: Tree, node: Node) -> tuple[Level, ...]:
    """Return the levels of the profile that a node may stand for, its own first.

    In a short tree without kondisi antara utama the antara right below a CSF takes that place.
    """
    own = [tree.profile.level(node.kind)]
    above = tree.parent(node)
    if node.kind is Kind.ANTARA and above is not None and above.kind is Kind.CSF:
        own += [tree.profile.level(Kind.UTAMA)] if "utama" not in facts(tree) else []
    return tuple(level for level in own if level is not None)


def below_code(code: str, above: str) -> bool:
    """Tell whether a code continues another one; X and XX stand for every urusan and bidang."""
    parts, upper = code.split("."), above.split(".")
    same = (one == other or "X" in (one[:1], other[:1]) for one, other in zip(parts, upper, strict=False))
    return len(parts) > len(upper) and all(same)


def components(text: str) -> frozenset[str]:
    """Return the planning components that a text names, empty when it names none.

    "sasaran pertama SKPD" and "Sasaran strategis" are {"sasaran"}, "SASARAN PROGRAM" and "Outcome program" {"program"}.
    """
    plain = f" {' '.join(tokens(text))} ".replace(" subkegiatan ", " sub kegiatan ")
    found = set()
    for name in _COMPONENTS:
        if f" {name} " in plain:
            found.add(name)
            plain = plain.replace(f" {name} ", " ")
    if " sasaran " in plain and not found:
        found.add("sasaran unit" if " unit " in plain else "sasaran")
    elif " sasaran " in plain and found == {"tujuan"}:
        found.add("sasaran")
    return frozenset(found)
