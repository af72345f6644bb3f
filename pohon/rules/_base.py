"""What a rule is: frozen data and one pure generator (design.md section 5)."""

from collections.abc import Callable, Collection, Iterable, Iterator
from enum import Enum
from typing import TYPE_CHECKING

from pohon.frozen import dataclass
from pohon.model.facts import facts
from pohon.model.finding import Fix, Severity
from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind, Node
from pohon.model.noted import Note
from pohon.model.origin import Origin
from pohon.model.tree import Tree

if TYPE_CHECKING:
    from pohon.model.beside import Beside

__all__ = [
    "Across",
    "Check",
    "Hit",
    "Rule",
    "Scope",
    "Severity",
    "asked_of",
    "begins_as_plan",
    "indicators",
    "is_partner_leaf",
    "joined",
    "listed",
    "named",
    "origins",
    "quoted",
    "reworded",
]


class Scope(Enum):
    """How far a rule looks to judge one node. What the file says above the nodes every rule may ask for.

    What stands outside of its scope a rule asks for through `facts`, or names as its `context`.
    """

    NODE = "node"
    """The node's own fields, and which causes it has."""
    BRANCH = "branch"
    """Also its effects, its causes, the other causes of its effects (support edges count)."""
    BELOW = "below"
    """Also everything below it."""
    PATH = "path"
    """Also every effect above it, up to the root."""
    TREE = "tree"
    TREES = "trees"
    """Also the trees of other agencies: such a rule has `across` and finds nothing in one tree alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a rule yields: the node's key ("" = the whole file), the field path inside it, and the words for people.

    `severity` only where the catalogue grades one rule (RED02); else the rule's own severity counts.
    """

    node: str
    message: str
    field: str = ""
    hint: str = ""
    evidence: str = ""
    related: tuple[str, ...] = ()
    severity: Severity | None = None
    fix: Fix | None = None


Check = Callable[[Tree, Lexicon], Iterator[Hit]]
Across = Callable[["Beside", Lexicon], Iterator[Hit]]
"""Checks a tree beside the trees of others; the hits stand in `beside.tree`."""


def _nothing(_tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the catalogue (domain.md section 3). `stage` = first stage at which it runs, 1 to 5.

    `scope`, `reads` and `context` say what a change can alter, so that `relint` need not run everything again:
    `reads` names the fields of Node that a rule of scope TREE looks at (none named = any), `context` returns what
    a rule of a smaller scope takes from the whole tree (from `tree.whole`: such a rule may be shown a few nodes only).
    A rule of scope TREE that takes nothing from nodes but some notes names them in `notes` (an empty tuple: it looks
    at no node), one that judges a node by others far away says in `akin` which: given some nodes, those on which it
    may find something else when these change.
    A rule of scope TREES says in `across` what it finds in a tree beside others; it has no `check` of its own, and
    returns in `met` the nodes ("" = the file) for which the trees it compares with are surely there: only on those a
    waiver of it can be idle.
    """

    code: str
    name: str
    summary: str
    severity: Severity
    stage: int
    source: str
    check: Check = _nothing
    across: Across | None = None
    met: Callable[["Beside"], Collection[str]] | None = None
    scope: Scope = Scope.TREE
    reads: frozenset[str] = frozenset()
    context: Callable[[Tree, Lexicon], object] | None = None
    notes: tuple[Note, ...] | None = None
    akin: Callable[[Tree, Lexicon, Collection[str]], Iterable[str]] | None = None
    hint: str = ""


def asked_of(beside: "Beside") -> Collection[str]:
    """Return the nodes that name a partner whose tree is there, and with them the file (`Rule.met`)."""
    keys = {asked.node.key for asked in beside.asked}
    return {"", *keys} if keys else keys


def begins_as_plan(tree: Tree) -> bool:
    """Tell whether the tree was read from planning documents (Renstra, RKT, PK, IKI) and never passed stages 1 to 4.

    Such a tree stands at stage 5 and no node carries what the earlier stages leave behind: an issue, the basis of an
    outcome, a row of a stage table. Rules about the way through the stages ask this before they speak.
    """
    return "rencana" in facts(tree)


def origins(node: Node) -> Iterator[tuple[str, Origin]]:
    """Yield every source row of the node and of its indicators with its field path ("asal.0", "indikator.1.asal.0")."""
    for place, row in enumerate(node.asal):
        yield f"asal.{place}", row
    for number, indicator in enumerate(node.indikator):
        for place, row in enumerate(indicator.asal):
            yield f"indikator.{number}.asal.{place}", row


def is_partner_leaf(node: Node) -> bool:
    """Tell whether a condition ends the branch because a partner unit brings it about (crosscutting)."""
    return bool(node.crosscutting) and not node.sebab and node.kind is not Kind.OUTCOME


def quoted(text: str, limit: int = 90) -> str:
    """Return a text in quotation marks for a message, shortened in the middle when it is long."""
    plain = " ".join(text.split())
    if len(plain) > limit:
        plain = f"{plain[: limit * 2 // 3].rstrip()} ... {plain[-limit // 4 :].lstrip()}"
    return f"“{plain}”"


def indicators(tree: Tree) -> Iterator[tuple[Node, str, Indicator]]:
    """Yield every indicator of the placed nodes with its node and its field path ("indikator.0")."""
    for node in tree:
        for number, indicator in enumerate(node.indikator):
            yield node, f"indikator.{number}", indicator


def reworded(node: Node, statement: str) -> Fix | None:
    """Return the suggestion to word a statement otherwise, None where no better wording is known ("")."""
    return Fix(node=node.key, field="", text=statement) if statement else None


def named(node: Node) -> str:
    """Return the kind of a node as the first word of a message: "Kondisi antara"."""
    label = node.kind.label
    return label[0].upper() + label[1:]


def listed(row: Origin) -> str:
    """Return where a row stands in words: "tahap 4 baris 150"."""
    source = f"tahap {row.tahap}" if row.tahap else row.dokumen
    return " ".join(part for part in (source, f"baris {row.baris}" if row.baris else "") if part)


def joined(parts: list[str]) -> str:
    """Return the parts as an Indonesian enumeration: "a, b dan c"."""
    return " dan ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
