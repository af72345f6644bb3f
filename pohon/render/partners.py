"""The view `crosscutting`: own conditions at the left, partners at the right, role and status on the line between.

For several trees: who needs whom. A partner that is the agency of one of the trees is drawn as such.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from pohon.model.agencies import Agencies, agency
from pohon.model.lexicon import default
from pohon.model.node import Crosscutting, Node
from pohon.model.tree import Tree

from . import frame, remarks
from .content import Content, contents
from .drawing import Panel, Scene
from .options import SceneOptions
from .pageful import Extra, Sheet, bounded, dealt, fitting, sheet_of, surround
from .partners_draw import FORMS, Row, draw, height, least_width
from .selection import select
from .surround import BASE, margin

__all__ = ["build"]

_NATURAL = 760.0


@dataclass(frozen=True, slots=True)
class _View:
    """What is drawn: the tree that gives the title block, all nodes with partners, rows, legend, the summary."""

    tree: Tree
    nodes: tuple[Node, ...]
    rows: tuple[Row, ...]
    extras: tuple[Extra, ...]
    summary: tuple[str, ...]
    known: frozenset[str]


def build(trees: Sequence[Tree], options: SceneOptions, split: str = "auto") -> tuple[Scene, ...]:
    """Draw who is asked for what on as many sheets as it takes."""
    view = _view(trees, options)

    def room(page: tuple[float, float]) -> Sheet:
        sheet = surround(view.tree, options, view.nodes, view.extras, page)
        listed = _summary(view, _corner(sheet, options))[1]
        return replace(sheet, top=sheet.top + listed, height=sheet.height - listed)

    least = least_width(view.rows)

    def heights_at(wide: float) -> list[float]:
        return [height(row, wide) if wide >= least - 0.01 else inf for row in view.rows]

    def tall(wide: float) -> float:
        return sum(heights_at(wide))

    if options.paper:
        sheet, scale = fitting(options, room, tall, split)
        scale = min(scale, sheet.width / least) if least else scale
        if split != "none":
            scale = bounded(options, sheet, scale, heights_at)
    else:
        natural = max(_NATURAL, least)
        bare = room((natural + 2 * margin(""), 0.0))
        sheet, scale = room((bare.page[0], tall(natural) - bare.height + 12.0)), 1.0
    wide = sheet.width / scale
    once = split == "none" or not options.paper
    parts = [range(len(view.rows))] if once else dealt(heights_at(wide), sheet.height / scale)
    scenes = []
    for number, part in enumerate(parts, 1):
        own = replace(options, sheet=(number, len(parts)))
        made = draw([view.rows[at] for at in part], sheet, scale, view.known)
        made.panels += _summary(view, _above(view, sheet, options))[0]
        shown = {box.key for box in made.boxes}
        nodes = [node for node in view.nodes if node.key in shown]
        scenes.append(sheet_of(view.tree, own, nodes, view.extras, (sheet, scale, made)))
    return tuple(scenes)


def _view(trees: Sequence[Tree], options: SceneOptions) -> _View:
    many = len(trees) > 1
    known = _Known(trees if many else ())
    plain = replace(options, view="kinerja", partners=False, notes={})
    nodes: list[Node] = []
    rows: list[Row] = []
    for place, tree in enumerate(trees):
        own = plain if not many else replace(plain, branches=(), closed=frozenset())
        found = [node for node in select(tree, own).nodes if node.crosscutting]
        for at, (node, content) in enumerate(zip(found, contents(tree, found, own), strict=True)):
            entries = tuple((known.name(one, tree), one) for one in node.crosscutting)
            head = tree.instansi if many and at == 0 else ""
            rows.append(Row(_numbered(content, place) if many else content, entries, head))
        nodes += [replace(node, key=_key(node.key, place)) for node in found] if many else found
    partners = {name for row in rows for name, _ in row.entries}
    here = known.names
    extras = [("rounded", "partner", "Mitra di luar pohon")] if partners - here else []
    extras += [("rounded", "carrier", "Mitra yang pohonnya ikut digambar")] if partners & here else []
    used = {one.status for row in rows for _, one in row.entries}
    extras += [("line", surface, text) for status, (surface, text) in FORMS.items() if status in used]
    summary = tuple(_pairs(trees, known)) if many else ()
    return _View(_titled(trees), tuple(nodes), tuple(rows), tuple(extras), summary, here)


def _titled(trees: Sequence[Tree]) -> Tree:
    """Return the tree whose names stand in the title block."""
    if len(trees) == 1:
        return trees[0]
    return replace(trees[0], judul=f"Siapa memerlukan siapa: {len(trees)} perangkat daerah", instansi="")


class _Known:
    """The agencies whose trees are drawn."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self._names = tuple(tree.instansi for tree in trees)
        self._agencies = Agencies(agency(tree.instansi, tree.pemerintah, default()) for tree in trees)
        self.names = frozenset(self._names)

    def name(self, one: Crosscutting, tree: Tree) -> str:
        """Return the name of a partner of a tree; that of an agency whose tree is here as its tree has it."""
        found = self._agencies.find(agency(one.mitra, tree.pemerintah, default()))
        return self._names[found[0]] if found else " ".join(one.mitra.split())


def _key(key: str, place: int) -> str:
    return f"{place + 1}/{key}"


def _numbered(content: Content, place: int) -> Content:
    """Tell the nodes of several trees apart: A-1.2, B-1.2 ..."""
    letter = chr(ord("A") + place % 26) * (1 + place // 26)
    return replace(content, key=_key(content.key, place), number=f"{letter}-{content.number}")


def _pairs(trees: Sequence[Tree], known: _Known) -> Iterator[str]:
    """Yield who needs whom, how often, and what came of it."""
    for tree in trees:
        asked: dict[str, list[Crosscutting]] = {}
        for node in tree:
            for one in node.crosscutting:
                asked.setdefault(known.name(one, tree), []).append(one)
        for name, some in sorted(asked.items(), key=lambda pair: (-len(pair[1]), pair[0])):
            states: dict[str, int] = {}
            for one in some:
                word = FORMS[one.status][1].casefold()
                states[word] = states.get(word, 0) + 1
            counts = ", ".join(f"{count} {word}" for word, count in states.items())
            yield f"{tree.instansi} memerlukan {name}: {len(some)} kali ({counts})"


def _corner(sheet: Sheet, options: SceneOptions) -> frame.Corner:
    return frame.Corner(sheet.left, sheet.top, sheet.width, BASE[options.paper])


def _above(view: _View, sheet: Sheet, options: SceneOptions) -> frame.Corner:
    """Return where the list begins when the boxes begin at the top of the sheet."""
    corner = _corner(sheet, options)
    return replace(corner, y=sheet.top - _summary(view, corner)[1])


def _summary(view: _View, corner: frame.Corner) -> tuple[list[Panel], float]:
    """Draw the list of who needs whom below the title block; return it and its height."""
    if not view.summary:
        return [], 0.0
    entries = [remarks.line(words, corner) for words in view.summary]
    panel, high = remarks.listing("ringkasan", "Siapa memerlukan siapa", entries, corner)
    return [panel], high + corner.base * 1.5
