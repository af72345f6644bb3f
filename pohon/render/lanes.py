"""The view `jabatan`: a lane for every holder with the conditions it carries, the tree of positions at the side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from pohon.model.node import Node
from pohon.model.position import Position
from pohon.model.tree import Tree

from . import boxes, metrics, theme
from .content import Content, contents
from .drawing import Panel, Scene, Shape, Text, Wire
from .options import SceneOptions
from .pageful import Drawn, Sheet, bounded, dealt, fitting, sheet_of, surround
from .selection import select
from .surround import margin

__all__ = ["build"]

_SIDE, _GAP, _PAD, _INDENT = 172.0, 9.0, 7.0, 9.0
_WIDTHS, _NATURAL, _MANY = (120.0, 400.0), 5, 200
_EXTRAS = (("rounded", "carrier", "Jabatan"), ("rounded", "note", "Rujukan"))


@dataclass(frozen=True, slots=True)
class _Lane:
    """One holder: its place in the tree of positions, what its sign says, the conditions it carries."""

    key: str
    above: str
    superior: str
    depth: int
    sign: tuple[tuple[str, str], ...]
    members: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of boxes of one lane; `first` = the row that carries the sign of the lane."""

    lane: _Lane
    members: tuple[Content, ...]
    first: bool
    height: float


def build(tree: Tree, options: SceneOptions, split: str = "auto") -> tuple[Scene, ...]:
    """Draw the lanes on as many sheets as it takes: auto and csf = several where the text would be too small."""
    chosen = select(tree, options)
    nodes = chosen.nodes
    lanes = _lanes(tree, nodes, options)

    def room(page: tuple[float, float]) -> Sheet:
        return surround(tree, options, nodes, _EXTRAS, page)

    least = _SIDE + 2 * _GAP + max((one.least_width() for lane in lanes for one in lane.members), default=0.0)

    def heights_at(wide: float) -> list[float]:
        return [row.height for row in _rows(lanes, wide)] if wide >= least - 0.01 else [inf]

    def tall(wide: float) -> float:
        return sum(heights_at(wide))

    if not options.paper:
        wide = _SIDE + _NATURAL * (172.0 + _GAP) + _GAP
        sheet = room((wide + 2 * margin(""), 0.0))
        high = sum(row.height for row in _rows(lanes, wide)) + 2 * _PAD
        page = (sheet.page[0], high - sheet.height)
        sheet, scale = room(page), 1.0
    else:
        sheet, scale = fitting(options, room, tall, split)
        scale = min(scale, sheet.width / least)
        if split != "none":
            scale = bounded(options, sheet, scale, heights_at)
    rows, (width, _) = _rows(lanes, sheet.width / scale), _columns(lanes, sheet.width / scale)
    once = split == "none" or not options.paper
    parts = [range(len(rows))] if once else dealt([row.height for row in rows], sheet.height / scale)
    drawn = []
    for number, part in enumerate(parts, 1):
        own = replace(options, sheet=(number, len(parts)))
        made = _sheet([rows[at] for at in part], sheet, scale, width)
        shown = {box.key for box in made.boxes}
        members = [node for node in nodes if node.key in shown]
        drawn.append(sheet_of(tree, own, members, _EXTRAS, (sheet, scale, made)))
    return tuple(drawn)


def _lanes(tree: Tree, nodes: Sequence[Node], options: SceneOptions) -> list[_Lane]:
    """Return a lane for every position in the order of their tree, then one for what nobody carries."""
    notes = {node.key: "; ".join(_notes(tree, node)) for node in nodes}
    own = replace(options, notes={key: note for key, note in notes.items() if note} | dict(options.notes))
    of: dict[str, list[Content]] = {}
    for node, content in zip(nodes, contents(tree, nodes, own), strict=True):
        of.setdefault(node.jabatan[0] if node.jabatan else "", []).append(content)
    found = []
    for position, above, depth in _positions(tree):
        members = tuple(of.pop(position.id, ()))
        superior = tree.positions[above].nama if above else ""
        found.append(_Lane(position.id, above, superior, depth, _sign(position, len(members)), members))
    for key, rest in sorted(of.items(), key=lambda one: (not one[0], one[0])):
        name = key or "Belum ada jabatan pengampu"
        found.append(_Lane(key or "?", "", "", 0, (("carrier", name), ("fact", f"{len(rest)} kondisi")), tuple(rest)))
    return found


def _positions(tree: Tree) -> Iterator[tuple[Position, str, int]]:
    """Yield every position with its superior and its depth, superiors first."""
    pending = [(one, "", 0) for one in reversed(tree.jabatan)]
    while pending:
        position, above, depth = pending.pop()
        yield position, above, depth
        pending.extend((below, position.id, depth + 1) for below in reversed(position.bawahan))


def _notes(tree: Tree, node: Node) -> Iterator[str]:
    above = tree.parent(node)
    if above is not None:
        yield f"mendukung {tree.number(above.key)}"
    others = [tree.positions[key].nama if key in tree.positions else key for key in node.jabatan[1:]]
    if others:
        yield f"bersama {', '.join(others)}"


def _sign(position: Position, count: int) -> tuple[tuple[str, str], ...]:
    held = f" ({position.pemangku.value.upper()})" if position.pemangku and position.pemangku != "definitif" else ""
    detail = f"{position.jenjang.label} \u00b7 {count} kondisi" if count else position.jenjang.label
    return ("carrier", metrics.clean(position.nama + held)), ("fact", detail)


def _rows(lanes: Sequence[_Lane], wide: float) -> list[_Row]:
    """Return the rows of boxes on paper that is so many units wide."""
    return _rows_of(lanes, *_columns(lanes, wide))


def _rows_of(lanes: Sequence[_Lane], width: float, count: int) -> list[_Row]:
    rows = []
    for lane in lanes:
        low = _sign_height(lane) + 2 * _PAD
        if not lane.members:
            rows.append(_Row(lane, (), True, low))
        for start in range(0, len(lane.members), count):
            part = lane.members[start : start + count]
            high = max(one.height(width) for one in part) + 2 * _PAD
            rows.append(_Row(lane, part, start == 0, max(high, low) if start == 0 else high))
    return rows


def _columns(lanes: Sequence[_Lane], wide: float) -> tuple[float, int]:
    """Return the width of the boxes and how many stand side by side: what takes the least height."""
    least = max((one.least_width() for lane in lanes for one in lane.members), default=_WIDTHS[0])
    room = wide - _SIDE - _GAP
    most = max(1, int((room + 0.01) // (max(least, _WIDTHS[0]) + _GAP)))
    usual = max(1, min(most, round(room / (172.0 + _GAP))))
    members = sum(len(lane.members) for lane in lanes)
    tried = {usual} if members > _MANY else {usual, *range(1, min(most, 6) + 1)}
    choices = [(max(least, min(room / count - _GAP, _WIDTHS[1])), count) for count in sorted(tried)]
    return min(choices, key=lambda one: (sum(row.height for row in _rows_of(lanes, *one)), one[1]))


def _sign_lines(lane: _Lane) -> list[tuple[metrics.Line, str, float]]:
    """Return the lines of a sign: line, look, size."""
    lines = []
    for look, words in lane.sign:
        style = theme.TEXTS[look]
        room = _SIDE - 12.0 - min(lane.depth, 4) * _INDENT - 10.0
        lines += [(line, look, style.size) for line in metrics.wrap(words, room, style.size, bold=style.bold)]
    return lines


def _sign_height(lane: _Lane) -> float:
    return sum(size * 1.19 for *_, size in _sign_lines(lane)) + 9.0


def _sheet(rows: Sequence[_Row], sheet: Sheet, scale: float, width: float) -> Drawn:
    """Draw rows on a sheet; a lane that goes on from the sheet before gets its sign again."""
    pen = boxes.Pen(scale, sheet.left, sheet.top)
    wide = sheet.width / scale
    drawn = Drawn([], [], [])
    signs: dict[str, tuple[float, float, float]] = {}
    y = 0.0
    for place, row in enumerate(rows):
        starts = place == 0 or row.first
        if starts:
            tall = sum(one.height for one in rows[place:] if one.lane is row.lane)
            lane = row.lane if row.lane.above in signs else _orphan(row.lane, tall)
            drawn.panels.append(_lane(lane, (y, tall, wide), pen, len(signs)))
            signs[lane.key] = _sign_place(lane, y)
            drawn.wires += _elbow(lane, signs, pen)
        for at, content in enumerate(row.members):
            place_ = (_SIDE + _GAP + at * (width + _GAP), y + _PAD)
            drawn.boxes.append(boxes.box(content, pen, place_, (width, content.height(width))))
        y += row.height
    return drawn


def _orphan(lane: _Lane, tall: float) -> _Lane:
    """Return a lane whose sign names its superior, who stands on another sheet, if there is room for it."""
    if not lane.superior:
        return lane
    named = replace(lane, sign=(*lane.sign, ("fact", metrics.clean(f"di bawah {lane.superior}"))))
    return named if _sign_height(named) + 2 * _PAD <= tall else lane


def _sign_place(lane: _Lane, y: float) -> tuple[float, float, float]:
    """Return left, top and height of a sign."""
    return 6.0 + min(lane.depth, 4) * _INDENT, y + _PAD, _sign_height(lane)


def _lane(lane: _Lane, area: tuple[float, float, float], pen: boxes.Pen, place: int) -> Panel:
    """Draw the band of a lane and its sign."""
    y, tall, wide = area
    left, top, high = _sign_place(lane, y)
    surface = "band" if place % 2 == 0 else "band-even"
    shapes: list[Shape] = [
        pen.shape("rect", surface, 0.0, y, (wide, tall)),
        pen.shape("line", "rule", 0.0, y, (wide, 0.0)),
        pen.shape("rounded", "carrier", left, top, (_SIDE - 6.0 - left, high)),
    ]
    texts: list[Text] = []
    below = top + 4.5
    for line, look, size in _sign_lines(lane):
        texts.append(pen.text(line, look, left + 5.0, below + size * 0.92, size))
        below += size * 1.19
    return Panel(f"jabatan {lane.sign[0][1]}", tuple(shapes), tuple(texts))


def _elbow(lane: _Lane, signs: dict[str, tuple[float, float, float]], pen: boxes.Pen) -> list[Wire]:
    """Draw the line from the sign of the superior, where that stands on this sheet."""
    if lane.above not in signs:
        return []
    (x, top, high), (left, own_top, own_high) = signs[lane.above], signs[lane.key]
    trunk, middle = x + 4.0, own_top + own_high / 2
    points = ((trunk, top + high), (trunk, middle), (left, middle))
    return [Wire("edge", tuple((pen.x + a * pen.scale, pen.y + b * pen.scale) for a, b in points), pen.scale)]
