"""May a stage be closed? No error of its rules, everything that the stage asks for, and nothing of a later stage.

Source: the stage table (domain.md 2.2). The order of the stages is a way to learn, not a lock: a tree that has gone on
to a later stage is not blamed for what that stage has added.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from pohon.errors import Place
from pohon.model.finding import Finding, Severity
from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree

from . import _engine
from ._base import is_partner_leaf

__all__ = ["Gate", "Obstacle", "Reason", "gate"]


class Reason(StrEnum):
    """Why something keeps a stage open."""

    FINDING = "galat"
    MISSING = "belum ada"
    EARLY = "belum waktunya"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """One thing that keeps a stage open. `code` = the rule that found it, "" for a demand of the stage table."""

    reason: Reason
    stage: int
    message: str
    hint: str = ""
    code: str = ""
    node: str = ""
    number: str = ""
    place: Place = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """The answer for one stage: closed when there is no obstacle. `warnings` do not count, `broken` rules do."""

    stage: int
    obstacles: tuple[Obstacle, ...] = ()
    warnings: int = 0
    broken: tuple[str, ...] = ()

    @property
    def closed(self) -> bool:
        """True when the stage may be closed."""
        return not self.obstacles and not self.broken


class _Demand:
    """One demand of the stage table that is not met; `rules` are the rules that say the same."""

    __slots__ = ("hint", "message", "node", "rules")

    def __init__(self, node: str, message: str, hint: str, rules: tuple[str, ...] = ()) -> None:
        self.node, self.message, self.hint, self.rules = node, message, hint, rules


def gate(tree: Tree, lexicon: Lexicon, stage: int, options: _engine.Options) -> Gate:
    """Return what keeps a stage open. Rules of later stages do not count; accepted findings neither."""
    outcome = _engine.run(tree, lexicon, replace(options, stage=max(tree.tahap, stage)))
    found = [one for one in outcome.findings if one.stage <= stage and _stage_of(tree, one.node) <= stage]
    live = [one for one in found if one.waiver is None]
    said = frozenset((one.code, one.node) for one in found)
    missing = [one for number in range(1, stage + 1) for one in _required(tree, number)]
    obstacles = [
        *(_of_finding(one) for one in live if one.severity is Severity.ERROR),
        *(_obstacle(tree, one, Reason.MISSING, stage) for one in missing if not _said(tree, one, said)),
        *(_obstacle(tree, one, Reason.EARLY, stage) for one in _early(tree, stage) if not _said(tree, one, said)),
    ]
    return Gate(
        stage=stage,
        obstacles=tuple(obstacles),
        warnings=sum(one.severity is Severity.WARNING for one in live),
        broken=outcome.broken,
    )


def _stage_of(tree: Tree, key: str) -> int:
    """Return the stage at which a node comes into the tree; its faults do not keep an earlier stage open."""
    if not key:
        return 1
    return {Kind.OUTCOME: 1, Kind.CSF: 2}.get(tree.find(key).kind, 3)


def _of_finding(one: Finding) -> Obstacle:
    return Obstacle(
        reason=Reason.FINDING, stage=one.stage, message=one.message, hint=one.hint, code=one.code, node=one.node,
        number=one.number, place=one.place,
    )  # fmt: skip


def _obstacle(tree: Tree, demand: _Demand, reason: Reason, stage: int) -> Obstacle:
    key = demand.node
    return Obstacle(
        reason=reason, stage=stage, message=demand.message, hint=demand.hint, node=key,
        number=tree.number(key) if key else "", place=tree.place(key),
    )  # fmt: skip


def _said(tree: Tree, demand: _Demand, said: frozenset[tuple[str, str]]) -> bool:
    """Tell whether a rule has said it already (or its finding was accepted): at this node, or once for the tree."""
    return any((code, key) in said for code in demand.rules for key in (demand.node, "", *tree.roots[:1]))


def _required(tree: Tree, stage: int) -> Iterator[_Demand]:
    """Yield what a stage asks for and the tree does not hold."""
    yield from {1: _outcomes, 2: _factors, 3: _chains, 4: _measured, 5: _translated}[stage](tree)


def _outcomes(tree: Tree) -> Iterator[_Demand]:
    if Kind.OUTCOME not in tree.profile.chain:
        return
    outcomes = [node for node in tree.of_kind(Kind.OUTCOME) if node.statement.strip()]
    if not outcomes:
        yield _Demand("", "Belum ada outcome.", "Tulis hasil strategis di puncak pohon.", ("STR03",))
    for node in outcomes:
        dasar = node.dasar
        if dasar is None or not any(text.strip() for text in (dasar.mandat, dasar.permasalahan, dasar.harapan)):
            yield _Demand(
                node.key, "Outcome ini belum punya dasar.", "Isi `dasar`: mandat, permasalahan, atau harapan."
            )


def _factors(tree: Tree) -> Iterator[_Demand]:
    if Kind.CSF not in tree.profile.chain:
        return
    for node in tree.of_kind(Kind.OUTCOME):
        below = (*tree.children(node), *tree.supports(node))
        if not any(child.kind is Kind.CSF for child in below):
            yield _Demand(node.key, "Outcome ini belum punya CSF.", "Tulis isu lalu kondisi CSF-nya.", ("STR11",))
    for node in tree.of_kind(Kind.CSF):
        if not node.isu.strip():
            yield _Demand(node.key, "Isu CSF ini belum ditulis.", "Tulis masalah nyatanya pada `isu`.", ("STR11",))


def _chains(tree: Tree) -> Iterator[_Demand]:
    if Kind.OPERASIONAL in tree.profile.chain:
        for node in tree.of_kind(Kind.CSF):
            if not any(below.kind is Kind.OPERASIONAL or is_partner_leaf(below) for below in _reach(tree, node)):
                hint = "Uraikan terus: kondisi apa yang diperlukan agar kondisi ini terjadi?"
                yield _Demand(node.key, "CSF ini belum diuraikan sampai kondisi operasional.", hint)
    for node in tree.belum.values():
        if node.kind is Kind.GAGASAN:
            hint = "Pilih jenisnya dan letakkan di bawah akibatnya, atau hapus."
            yield _Demand(node.key, "Gagasan ini belum punya jenis dan tempat pada pohon.", hint)


def _reach(tree: Tree, top: Node) -> Iterator[Node]:
    """Yield everything that brings a node about, through children and support edges, each once."""
    seen, pending = {top.key}, [top]
    while pending:
        node = pending.pop()
        yield node
        for below in (*tree.children(node), *tree.supports(node)):
            if below.key not in seen:
                seen.add(below.key)
                pending.append(below)


def _measured(tree: Tree) -> Iterator[_Demand]:
    for node in tree:
        if not node.indikator and not is_partner_leaf(node):
            hint = "Tulis paling sedikit satu indikator."
            yield _Demand(node.key, "Kondisi ini belum punya indikator.", hint, ("IND01",))


def _translated(tree: Tree) -> Iterator[_Demand]:
    for node in tree:
        level = tree.profile.level(node.kind)
        if not node.komponen.strip() and (level is None or not level.komponen):
            hint = "Isi `komponen`, atau pakai profil yang menyebut komponen jenjang ini."
            yield _Demand(node.key, "Kondisi ini belum punya komponen perencanaan.", hint, ("PET01", "PET02"))
        if not node.jabatan and (level is None or not level.jenjang):
            yield _Demand(node.key, "Kondisi ini belum punya jabatan.", "Isi `jabatan`.", ("PET01",))


_BELOW_OUTCOME = frozenset(Kind) - {Kind.OUTCOME, Kind.GAGASAN}
_BELOW_CSF = _BELOW_OUTCOME - {Kind.CSF}


def _early(tree: Tree, stage: int) -> Iterator[_Demand]:
    """Yield what belongs to a later stage than the tree has reached."""
    if tree.tahap > stage:
        return
    hint = f"Naikkan `tahap` bila memang sudah sampai di sana; selama tahap {stage}, isi ini ditunda."
    kinds = {1: _BELOW_OUTCOME, 2: _BELOW_CSF}.get(stage, frozenset())
    wanted: tuple[tuple[str, Callable[[Node], bool], tuple[str, ...]], ...] = (
        ("kondisi di bawah outcome" if stage == 1 else "kondisi di bawah CSF", lambda node: node.kind in kinds, ()),
        ("indikator", lambda node: bool(node.indikator) and stage < 3, ()),
        ("komponen perencanaan", lambda node: bool(node.komponen) and stage < 5, ("PET03",)),
        ("jabatan", lambda node: bool(node.jabatan) and stage < 5, ("PET03",)),
        ("program", lambda node: bool(node.program) and stage < 5, ("PET03",)),
        ("anggaran", lambda node: bool(node.anggaran) and stage < 5, ("ANG01",)),
    )
    for what, holds, rules in wanted:
        nodes = [node for node in tree if holds(node)]
        if nodes:
            first, more = nodes[0].key, f" (pada {len(nodes)} kondisi)" if len(nodes) > 1 else ""
            yield _Demand(first, f"Sudah memuat {what}{more}, padahal itu isi tahap berikutnya.", hint, rules)
