"""Whose form it is: the position that a PK, an IKI or an SKP speaks of, its superior, its nodes and its programs.

Source: domain.md 4.10: JPT carries programs, Administrator kegiatan, Pengawas and below sub kegiatan.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

from pohon.errors import PohonError
from pohon.model.node import Kind, Node
from pohon.model.planning import CodeLevel, Program
from pohon.model.position import Jenjang, Position
from pohon.model.tree import Tree

from .wanted import Wanted, held_by, superior, top

__all__ = ["Holder", "holder", "holders", "programs"]

_PLANS = {Jenjang.JPT_MADYA: CodeLevel.PROGRAM, Jenjang.JPT_PRATAMA: CodeLevel.PROGRAM}
_PLANS |= {Jenjang.ADMINISTRATOR: CodeLevel.KEGIATAN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A position with what it carries; a tree without positions has one unnamed head."""

    position: Position | None
    superior: Position | None
    nodes: tuple[Node, ...]
    plan: CodeLevel

    @property
    def head(self) -> bool:
        """True for the head of the agency."""
        return self.superior is None

    @property
    def name(self) -> str:
        """The name of the position, "" when the tree has none."""
        return self.position.nama if self.position else ""


def holder(tree: Tree, wanted: Wanted) -> Holder:
    """Return the wanted position, or the head of the agency. Raises PohonError for a position that is not there."""
    if wanted.position:
        return _holder(tree, _known(tree, wanted.position))
    head = top(tree)
    if head is not None:
        return _holder(tree, head)
    nodes = tuple(tree.of_kind(Kind.OUTCOME, Kind.CSF))
    return Holder(position=None, superior=None, nodes=nodes, plan=CodeLevel.PROGRAM)


def holders(tree: Tree, wanted: Wanted) -> tuple[Holder, ...]:
    """Return the wanted position, or all positions of the tree, superiors first."""
    if wanted.position or not tree.positions:
        return (holder(tree, wanted),)
    return tuple(_holder(tree, one) for one in tree.positions.values())


def _known(tree: Tree, id_: str) -> Position:
    found = tree.positions.get(id_)
    if found is not None:
        return found
    if not tree.positions:
        raise PohonError(f"jabatan `{id_}` tidak ada: pohon ini belum punya daftar jabatan (kunci `jabatan`, tahap 5).")
    near = get_close_matches(id_, tree.positions, n=1, cutoff=0.5)
    remedy = f"Maksud Anda {near[0]}?" if near else f"Yang ada: {', '.join(list(tree.positions)[:12])}."
    raise PohonError(f"jabatan `{id_}` tidak ada pada pohon ini. {remedy}")


def _holder(tree: Tree, position: Position) -> Holder:
    above = superior(tree, position)
    plan = _PLANS.get(position.jenjang, CodeLevel.SUB_KEGIATAN)
    return Holder(position=position, superior=above, nodes=held_by(tree, position), plan=plan)


def programs(tree: Tree, one: Holder) -> tuple[Program, ...]:
    """Return the programs, kegiatan or sub kegiatan of a position, each once, in the order of the tree.

    The head has all programs of the agency. Money from a row above stands in for a row that names no source of funds.
    """
    if one.head:
        return tuple(_sourced(tree.program, ""))
    codes = {code for node in one.nodes for code in node.program}
    found = (row for top_row in _sourced(tree.program, "") for row in top_row.walk())
    return tuple(row for row in found if row.level is one.plan and _touches(row.kode, codes))


def _touches(kode: str, codes: Iterable[str]) -> bool:
    """Tell whether a code lies under one of the codes, or one of them under it."""
    return bool(kode) and any(f"{kode}.".startswith(f"{code}.") or f"{code}.".startswith(f"{kode}.") for code in codes)


def _sourced(rows: Iterable[Program], source: str) -> Iterator[Program]:
    for row in rows:
        own = row.sumber_dana or source
        yield replace(row, sumber_dana=own, isi=tuple(_sourced(row.isi, own)))
