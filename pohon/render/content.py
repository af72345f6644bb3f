"""What stands in the box of a node: blocks of text in reading order, and how high they get at a width."""

from collections.abc import Iterator, Sequence
from weakref import ref

from pohon.frozen import dataclass, field
from pohon.model.indicator import Indicator
from pohon.model.node import Crosscutting, Kind, Node
from pohon.model.tree import Tree

from . import metrics, theme
from .options import SceneOptions

__all__ = [
    "BOTTOM", "LEADING", "SIDE", "TAG", "TOP", "WORD_CAP", "Block", "Content", "component", "content", "contents",
    "helped",
]  # fmt: skip

LEADING = 1.16
SIDE, TOP, BOTTOM, TAG = 6.0, 8.0, 4.5, 6.0
_FRAMED, _GAP, _INSET = 3.0, 3.0, 8.0
_LEAST = -1.0
"""Stands for the least width among the measured ones."""
WORD_CAP = 24.0
"""A word wider than this many em may be broken; every shorter word stays whole."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. `frame` = surface drawn around it ("" = none), `mark` = drawn at its left ("" = none)."""

    text: str
    look: str
    size: float
    bold: bool
    above: float = _GAP
    inset: float = 0.0
    frame: str = ""
    mark: str = ""
    ruled: bool = False

    @property
    def padding(self) -> float:
        """Space between the frame and the text, on every side."""
        return _FRAMED if self.frame else 0.0


@dataclass(frozen=True, slots=True)
class Content:
    """All that one box shows."""

    key: str
    number: str
    kind: Kind
    blocks: tuple[Block, ...]
    measured: dict[float, float] = field(default_factory=dict, compare=False, repr=False)
    """Width -> height: sheets, and the trials before them, ask for the same widths again and again."""

    def least_width(self) -> float:
        """Return the width at which no word of ordinary length has to be broken."""
        if _LEAST in self.measured:
            return self.measured[_LEAST]
        widest = 0.0
        for block in self.blocks:
            em = min(metrics.widest(block.text, bold=block.bold), WORD_CAP)
            widest = max(widest, block.inset + 2 * block.padding + em * block.size)
        self.measured[_LEAST] = widest + 2 * SIDE + 0.01
        return self.measured[_LEAST]

    def height(self, width: float) -> float:
        """Return the height of the box, tag included, when it is `width` wide."""
        if width in self.measured:
            return self.measured[width]
        total = TAG + TOP + BOTTOM
        for block in self.blocks:
            room = width - 2 * SIDE - block.inset - 2 * block.padding
            lines = metrics.count_lines(block.text, room / block.size, bold=block.bold)
            total += block.above + 2 * block.padding + lines * block.size * LEADING
        self.measured[width] = total
        return total


def component(tree: Tree, node: Node) -> str:
    """Return the planning component of a node: its own, else the one its profile gives."""
    level = tree.profile.level(node.kind)
    found = node.komponen or (level.komponen if level else "")
    return found[:1].upper() + found[1:]


def contents(tree: Tree, nodes: Sequence[Node], options: SceneOptions) -> list[Content]:
    """Return what every box shows, in the order of the nodes."""
    known = _known(tree)
    if options.findings or options.marks:
        return [content(tree, node, options, known.further.get(node.key, ())) for node in nodes]
    same = (options.view, options.issues, options.indicators, options.stage, options.target, options.partners)
    every = []
    for node in nodes:
        key = (node.key, options.notes.get(node.key, ""), *same)
        if key not in known.made:
            known.made[key] = content(tree, node, options, known.further.get(node.key, ()))
        every.append(known.made[key])
    return every


class _Known:
    """What was found out about a tree: the sheets of one drawing, planned and fitted, need it many times."""

    def __init__(self, tree: Tree) -> None:
        self.tree = ref(tree)
        self.further = helped(tree)
        self.made: dict[tuple[object, ...], Content] = {}


_last: list[_Known] = []


def _known(tree: Tree) -> _Known:
    """Return what is known of a tree; only the last tree is remembered."""
    known = _last[0] if _last else None
    if known is None or known.tree() is not tree:
        known = _Known(tree)
        _last[:] = [known]
    return known


def helped(tree: Tree) -> dict[str, list[str]]:
    """Node key -> numbers of the nodes that it supports without being their child."""
    further: dict[str, list[str]] = {}
    for node in tree:
        for key in node.ref:
            further.setdefault(key, []).append(tree.number(node.key))
    return further


def content(tree: Tree, node: Node, options: SceneOptions, further: Sequence[str]) -> Content:
    """Return what the box of one node shows; `further` = numbers of the nodes that it supports besides."""
    blocks = [
        *_heading(tree, node, options),
        *_indicators(node, options),
        *(_cascade(tree, node) if options.view == "cascading" else ()),
        *(_partners(node) if options.partners else ()),
        *_notes(node, options, further),
        *_findings(node, options),
    ]
    return Content(node.key, tree.number(node.key), node.kind, tuple(block for block in blocks if block.text))


def _block(node: Node, role: str, text: str, *, frame: str = "", mark: str = "") -> Block:
    level = theme.LEVELS[node.kind]
    look = theme.TEXTS[f"{role}-dark" if level.dark and not frame else role]
    factor = level.font if role.startswith("statement") else 1 + (level.font - 1) / 2
    return Block(
        metrics.clean(text),
        f"{role}-dark" if level.dark and not frame else role,
        look.size * factor,
        look.bold,
        inset=_INSET * factor if mark else 0.0,
        frame=frame,
        mark=mark,
    )


def _heading(tree: Tree, node: Node, options: SceneOptions) -> Iterator[Block]:
    level = theme.LEVELS[node.kind]
    if options.view == "cascading":
        yield _block(node, "component", component(tree, node))
    role = "statement-bold" if level.bold and not level.dark else "statement"
    yield _block(node, role, node.statement or "(belum ada kalimat)")
    if options.issues and node.isu:
        yield _block(node, "issue", f"Isu: {node.isu}")


def _indicators(node: Node, options: SceneOptions) -> Iterator[Block]:
    if not options.indicators or 0 < options.stage < 4:
        return
    for place, indicator in enumerate(node.indikator):
        mark = "mark-dark" if theme.LEVELS[node.kind].dark else "mark"
        block = _block(node, "indicator", _named(indicator), mark=mark)
        yield Block(
            block.text,
            block.look,
            block.size,
            block.bold,
            5.0 if place == 0 else 2.0,
            block.inset,
            "",
            mark,
            place == 0,
        )
        value = indicator.target_of(options.target) if options.target else ""
        if value:
            text = f"Target {options.target}: {value}"
            below = _block(node, "target", text, mark=mark)
            yield Block(below.text, below.look, below.size, below.bold, 1.0, below.inset)


def _named(indicator: Indicator) -> str:
    unit = indicator.satuan.strip()
    return f"{indicator.nama} ({unit})" if unit and unit.casefold() not in indicator.nama.casefold() else indicator.nama


def _cascade(tree: Tree, node: Node) -> Iterator[Block]:
    for code in node.program:
        row = tree.programs.get(code)
        yield _block(node, "program", f"{code} {row.nama}" if row else code)
    names = [tree.positions[key].nama if key in tree.positions else key for key in node.jabatan]
    if names:
        yield _block(node, "carrier", "; ".join(names), frame="carrier")


def _partners(node: Node) -> Iterator[Block]:
    for partner in node.crosscutting:
        yield _block(node, "partner", _partner(partner), frame="partner")


def _partner(partner: Crosscutting) -> str:
    role = ": ".join(part for part in (partner.mitra, partner.peran or partner.kontribusi) if part)
    status = partner.status.value.replace("-", " ") if partner.status else ""
    return f"{role} ({status})" if status else role


def _notes(node: Node, options: SceneOptions, further: Sequence[str]) -> Iterator[Block]:
    if further:
        yield _block(node, "note", f"juga mendukung {', '.join(further)}", frame="note")
    note = options.notes.get(node.key, "")
    if note:
        yield _block(node, "note", note, frame="note")


def _findings(node: Node, options: SceneOptions) -> Iterator[Block]:
    """One badge a severity, the most serious first: its word, and the codes with their number in the list."""
    found = options.findings.get(node.key, ())
    own = [mark for mark in options.marks if mark.key == node.key] if options.marks else []
    for severity, word in _SEVERITY.items():
        codes = sorted({code for code, grade in found if grade in {severity, word}})
        if own:
            codes = [f"{mark.number}\u00b7{mark.code}" for mark in own if mark.severity in {severity, word}]
        if codes:
            yield _block(node, "badge", f"{word}: {', '.join(codes)}", frame=word)


_SEVERITY = {"error": "galat", "warning": "peringatan", "hint": "saran"}
