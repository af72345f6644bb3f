"""The drawing of the workshop board: the scene that is printed, as plain data, and only what changed since last time.

One `Canvas` is one view (direction, closed branches, or what fits on the screen of a room). What a box shows is made
again only when its node, its number or its width is another one; the layout keeps its style while the tree grows
slowly, so that boxes stay where people look for them. docs/papan/protokol.md describes the data.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from pohon.frozen import dataclass, replace
from pohon.model.edits import Add, apply
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree

from . import boxes, scene
from .content import Block, Content, component, content, helped
from .drawing import Wire
from .fit import Arrangement, Parts, Style, arrange, calm
from .looking import Ghost, View
from .options import SceneOptions
from .plain import Outlines, box_parts, points, rounded
from .screenful import screenful
from .selection import select
from .surround import Plan

__all__ = ["Canvas", "Kept"]

_MARGIN = 24.0
_GROWTH = 0.2
"""Share of nodes that may come or go before the layout is thought over."""
_STAGE_OF_INDICATORS, _STAGE_OF_CASCADING = 4, 5


class Kept(Content):
    """What a box shows, with its measures: asked for at every drawing, worked out once."""

    __slots__ = ("_heights", "_least")
    _heights: dict[float, float]
    _least: float

    def __init__(self, key: str, number: str, kind: Kind, blocks: tuple[Block, ...]) -> None:
        super().__init__(key, number, kind, blocks)
        object.__setattr__(self, "_heights", {})
        object.__setattr__(self, "_least", Content.least_width(self))

    def least_width(self) -> float:
        """Return the width at which no word of ordinary length has to be broken."""
        return self._least

    def height(self, width: float) -> float:
        """Return the height of the box when it is `width` wide."""
        known = self._heights
        if width not in known:
            known[width] = Content.height(self, width)
        return known[width]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A box on the canvas: where it stands, what it shows at which size, its outlines and lines."""

    place: list[float]
    content: Content
    size: tuple[float, float]
    outlines: list[int]
    lines: list[list[Any]]

    def data(self) -> dict[str, Any]:
        """Return the box as it travels."""
        return {"b": self.place, "f": self.outlines, "l": self.lines}


_Names = tuple[str, ...]
_Shown = tuple[str, str, bool, bool]
_Contents = dict[_Shown, tuple[Node, str, tuple[str, ...], _Names, Kept]]
"""What boxes show: of a node, in a view, with or without indicators and partners; and what that was made of."""


class Canvas:
    """One view of one tree. `paint` gives what changed, `whole` everything that stands there now."""

    def __init__(self, view: View, contents: _Contents | None = None) -> None:
        """Begin with nothing drawn; `contents` is shared by the views of one tree."""
        self.view = view
        self._contents: _Contents = {} if contents is None else contents
        self._outlines = Outlines(1.0)
        self._told = 0
        self._style: tuple[Style, int, str] | None = None
        self._size = (0.0, 0.0)
        self._boxes: dict[str, _Drawn] = {}
        self._wires: dict[str, list[float]] = {}
        self._whole: dict[str, Any] = {"dukung": [], "pita": [], "belum": None}

    def paint(self, tree: Tree) -> dict[str, Any]:
        """Draw the tree and return what changed; nothing but sizes when nothing did."""
        tree = _haunted(tree, self.view.ghosts)
        one, style = self._plan(tree)
        found = arrange(one.parts, style) if style else self._arranged(one.parts, one.options.view)
        pen = boxes.Pen(1.0, _MARGIN, _MARGIN)
        wires = scene.wire_lines(one, found, pen) if one.parts.placed else []
        self._size = (round(found.size[0] + 2 * _MARGIN, 1), round(found.size[1] + 2 * _MARGIN, 1))
        changed = self._changed_boxes(one, found) | self._changed_wires(wires)
        for name, value in self._shared(one, found, wires).items():
            if self._whole[name] != value:
                self._whole[name] = changed[name] = value
        return self._framed(changed)

    def whole(self) -> dict[str, Any]:
        """Return the drawing as it was painted last."""
        drawn = {
            "kotak": {key: one.data() for key, one in self._boxes.items()},
            "hilang": [],
            "kawat": self._wires,
            **self._whole,
        }
        return {"lebar": self._size[0], "tinggi": self._size[1], "bentuk": self._table(0), **drawn}

    def _framed(self, changed: dict[str, Any]) -> dict[str, Any]:
        fresh, self._told = self._table(self._told), len(self._outlines.table)
        return {"lebar": self._size[0], "tinggi": self._size[1], "bentuk": fresh, **changed}

    def _table(self, start: int) -> list[list[Any]]:
        entries = list(self._outlines.table)[start:]
        return [[place, *entry] for place, entry in enumerate(entries, start)]

    def _plan(self, tree: Tree) -> tuple[Plan, Style | None]:
        """Return what is drawn and, for the screen of a room, in which style."""
        options = SceneOptions(
            view="cascading" if tree.tahap >= _STAGE_OF_CASCADING else "kinerja",
            direction=self.view.direction,
            closed=self.view.closed,
            indicators=tree.tahap >= _STAGE_OF_INDICATORS,
        )
        further = helped(tree)
        style = None
        if self.view.screen is not None and (tree.nodes or self.view.screen.node in tree.belum):
            show = lambda node, wanted: self._content(tree, node, wanted, further)  # noqa: E731
            found = screenful(tree, options, self.view.screen, show)
            options, style = found.options, found.style
        chosen = select(tree, options)
        kept: Callable[[Node], Kept] = lambda node: self._content(tree, node, options, further)  # noqa: E731
        placed, loose = list(map(kept, chosen.nodes)), list(map(kept, chosen.unplaced))
        parts = Parts.of(chosen.forest, placed, loose, right=options.direction == "kanan")
        return Plan(tree, options, chosen, parts, 0.0, _MARGIN), style

    def _content(self, tree: Tree, node: Node, options: SceneOptions, further: Mapping[str, Sequence[str]]) -> Kept:
        number, others = tree.number(node.key), tuple(further.get(node.key, ()))
        names = _names(tree, node) if options.view == "cascading" else ()
        shown = node.key, options.view, options.indicators, options.partners
        known = self._contents.get(shown)
        if known is not None and known[0] is node and known[1:4] == (number, others, names):
            return known[4]
        made = content(tree, node, options, others)
        kept = known[4] if known is not None and known[4] == made else None
        kept = kept or Kept(made.key, made.number, made.kind, made.blocks)
        self._contents[shown] = (node, number, others, names, kept)
        return kept

    def _arranged(self, parts: Parts, shown: str) -> Arrangement:
        count = len(parts.placed)
        style, known, what = self._style or (Style(), 0, "")
        near = what == shown and abs(count - known) <= max(3, _GROWTH * known)
        if near and (not style.rows or style.rows < parts.forest.rows):
            return arrange(parts, style)
        if not parts.placed:
            return arrange(parts, Style())
        found = calm(parts)
        self._style = (found.style, count, shown)
        return found

    def _changed_boxes(self, one: Plan, found: Arrangement) -> dict[str, Any]:
        tree = found.tree
        places = [*zip(tree.left, tree.top, found.widths, found.heights, strict=True), *found.loose]
        changed: dict[str, Any] = {}
        before, self._boxes = self._boxes, {}
        for each, (x, y, width, height) in zip((*one.parts.placed, *one.parts.unplaced), places, strict=True):
            place = [round(x + _MARGIN, 1), round(y + _MARGIN, 1), round(width, 1), round(height, 1)]
            old = before.get(each.key)
            if old is not None and old.content is each and old.size == (width, height):
                self._boxes[each.key] = old if old.place == place else replace(old, place=place)
                if old.place != place:
                    changed[each.key] = {"b": place}
                continue
            drawn = boxes.box(each, boxes.Pen(1.0, 0.0, 0.0), (0.0, 0.0), (width, height))
            new = _Drawn(place, each, (width, height), *box_parts(drawn, self._outlines))
            self._boxes[each.key] = new
            changed[each.key] = new.data()
        return {"kotak": changed, "hilang": [key for key in before if key not in self._boxes]}

    def _changed_wires(self, wires: Iterable[Wire]) -> dict[str, Any]:
        before, self._wires = self._wires, {wire.ends[1]: points(wire.points, 1.0) for wire in wires if not wire.curved}
        changed: dict[str, Any] = {key: line for key, line in self._wires.items() if before.get(key) != line}
        changed |= dict.fromkeys(key for key in before if key not in self._wires)
        return {"kawat": changed}

    @staticmethod
    def _shared(one: Plan, found: Arrangement, wires: Iterable[Wire]) -> dict[str, Any]:
        pen = boxes.Pen(1.0, _MARGIN, _MARGIN)
        names, spans = scene.band_spans(one, found, pen)
        upright = int(not one.right)
        panel = found.panel
        return {
            "dukung": [[*wire.ends, points(wire.points, 1.0)] for wire in wires if wire.curved],
            "pita": [[*name, upright, *rounded(span)] for name, span in zip(names, spans, strict=True)],
            "belum": panel and rounded((panel[0] + _MARGIN, panel[1] + _MARGIN, *panel[2:])),
        }


def _names(tree: Tree, node: Node) -> _Names:
    """Return what the box of a node says that does not stand in the node: its component, programs and positions."""
    return (
        component(tree, node),
        *(row.nama for code in node.program if (row := tree.programs.get(code))),
        *(tree.positions[key].nama for key in node.jabatan if key in tree.positions),
    )


def _haunted(tree: Tree, ghosts: Iterable[Ghost]) -> Tree:
    """Return the tree with nodes that are gone, as far as their effect is there and they have not come back."""
    for one in ghosts:
        known = one.key in tree.nodes or one.key in tree.belum
        if known or one.kind is Kind.GAGASAN or (one.parent and one.parent not in tree.nodes):
            continue
        node = Node(key=one.key, id=one.key, kind=one.kind, statement=one.statement)
        family = tree.find(one.parent).sebab if one.parent else tree.roots
        tree, _ = apply(tree, Add(parent=one.parent or None, index=len(family), branch=(node,)))
    return tree
