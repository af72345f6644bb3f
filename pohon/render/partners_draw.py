"""The drawing of the view `crosscutting`: boxes, roles on the lines, partners; places in units."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pohon.model.node import Crosscutting, CrosscuttingStatus

from . import boxes, metrics
from .content import LEADING, WORD_CAP, Content
from .drawing import Panel, Shape, Text, Wire
from .pageful import Drawn, Sheet

__all__ = ["FORMS", "Row", "draw", "height", "least_width"]

FORMS: Mapping[CrosscuttingStatus | None, tuple[str, str]] = {
    CrosscuttingStatus.DISETUJUI: ("disetujui", "Disetujui"),
    CrosscuttingStatus.DISETUJUI_EXISTING: ("existing", "Disetujui, sudah berjalan"),
    CrosscuttingStatus.MENUNGGU: ("menunggu", "Menunggu"),
    CrosscuttingStatus.DITOLAK: ("ditolak", "Ditolak"),
    None: ("tanpa-status", "Belum ada status"),
}
"""Status -> surface of the line, and what the legend says."""

_OWN, _ROLE, _PARTNER = 0.31, 0.27, 0.27
_GAP, _BETWEEN, _HEAD, _SIZE, _NAME = 14.0, 5.0, 24.0, 9.0, 10.0
_STEP = 7.0


@dataclass(frozen=True, slots=True)
class Row:
    """A condition with what it asks of whom; `head` = the agency whose conditions begin here."""

    content: Content
    entries: tuple[tuple[str, Crosscutting], ...]
    head: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """One request: where its label ends, and what it is."""

    partner: str
    x: float
    y: float
    surface: str


def height(row: Row, wide: float) -> float:
    """Return the height of a row on paper that is so many units wide."""
    asked = sum(_entry_height(name, one, wide) for name, one in row.entries)
    return max(row.content.height(_own(wide)), asked) + _GAP + (_HEAD if row.head else 0.0)


def least_width(rows: Sequence[Row]) -> float:
    """Return how wide the paper must be, in units, so that no word of ordinary length has to be broken."""
    wanted = [0.0]
    for row in rows:
        wanted.append(row.content.least_width() / _OWN)
        for name, one in row.entries:
            wanted.append((_word(name, _NAME) + 14.1) / _PARTNER)
            wanted += [(_word(words, _SIZE) + 12.1) / _ROLE for words in _words(one)]
    return max(wanted)


def _word(text: str, size: float) -> float:
    widest = max((metrics.width(word, 1.0, bold=True) for word in metrics.clean(text).split()), default=0.0)
    return min(widest, WORD_CAP) * size


def _own(wide: float) -> float:
    return _OWN * wide


def _words(one: Crosscutting) -> tuple[str, str]:
    return metrics.clean(one.peran or one.kontribusi or "(peran belum ditulis)"), FORMS[one.status][1]


@lru_cache(maxsize=4096)
def _label(words: tuple[str, str], room: float) -> tuple[tuple[metrics.Line, str], ...]:
    """Return the lines of a label: what is asked, then its status."""
    role = [(line, "partner") for line in metrics.wrap(words[0], room, _SIZE)]
    return (*role, *((line, "component") for line in metrics.wrap(words[1], room, _SIZE, bold=True)))


def _label_height(one: Crosscutting, wide: float) -> float:
    return len(_label(_words(one), _ROLE * wide - 12.0)) * _SIZE * LEADING + 8.0


def _name_height(name: str, wide: float) -> float:
    lines = metrics.wrap(metrics.clean(name), _PARTNER * wide - 14.0, _NAME, bold=True)
    return len(lines) * _NAME * LEADING + 12.0


def _entry_height(name: str, one: Crosscutting, wide: float) -> float:
    return max(_label_height(one, wide), _name_height(name, wide) + 3.0) + _BETWEEN


def draw(rows: Sequence[Row], sheet: Sheet, scale: float, known: frozenset[str]) -> Drawn:
    """Draw rows on a sheet; `known` = partners whose tree is drawn too."""
    pen, wide = boxes.Pen(scale, sheet.left, sheet.top), sheet.width / scale
    drawn, lines, y = Drawn([], [], []), list[_Line](), 0.0
    for row in rows:
        tall = height(row, wide)
        if row.head:
            drawn.panels.append(_head(row.head, (y, wide), pen))
            y, tall = y + _HEAD, tall - _HEAD
        width = _own(wide)
        high = row.content.height(width)
        top = y + (tall - _GAP - high) / 2
        drawn.boxes.append(boxes.box(row.content, pen, (0.0, top), (width, high)))
        lines += _requests(row, (width, top + high / 2, y, tall - _GAP), (wide, pen), drawn)
        y += tall
    _partners(lines, (wide, y), (pen, known), drawn)
    return drawn


def _head(name: str, place: tuple[float, float], pen: boxes.Pen) -> Panel:
    y, wide = place
    words = metrics.clean(name)
    line = metrics.Line(words, metrics.width(words, _NAME, bold=True))
    shape = pen.shape("rect", "band-tab", 0.0, y, (wide, _HEAD - 7.0))
    return Panel(f"perangkat daerah {words}", (shape,), (pen.text(line, "carrier", 6.0, y + 12.0, _NAME),))


def _requests(
    row: Row, place: tuple[float, float, float, float], paper: tuple[float, boxes.Pen], drawn: Drawn
) -> list[_Line]:
    """Draw the labels of a row with the lines from its box; return where the lines go on."""
    (right, middle, y, room), (wide, pen) = place, paper
    heights = [_entry_height(name, one, wide) for name, one in row.entries]
    y += (room - sum(heights)) / 2
    left = (_OWN + 0.035) * wide
    width, found = _ROLE * wide, list[_Line]()
    for (name, one), tall in zip(row.entries, heights, strict=True):
        surface, at = FORMS[one.status][0], y + tall / 2
        high = _label_height(one, wide)
        top = at - high / 2
        turn = (right + left) / 2
        drawn.wires.append(_wire(surface, ((right, middle), (turn, middle), (turn, at), (left, at)), pen))
        shape = pen.shape("rounded", f"label-{surface}", left, top, (width, high))
        texts = []
        for step, (line, look) in enumerate(_label(_words(one), width - 12.0)):
            texts.append(pen.text(line, look, left + 6.0, top + 3.0 + step * _SIZE * LEADING + _SIZE * 0.9, _SIZE))
        drawn.panels.append(Panel(f"peran {name}", (shape,), tuple(texts)))
        found.append(_Line(name, left + width, at, surface))
        y += tall
    return found


def _partners(
    lines: Sequence[_Line], paper: tuple[float, float], look: tuple[boxes.Pen, frozenset[str]], drawn: Drawn
) -> None:
    """Draw every partner once, beside the lines that come to it."""
    (wide, floor), (pen, known) = paper, look
    of: dict[str, list[_Line]] = {}
    for line in lines:
        of.setdefault(line.partner, []).append(line)
    order = sorted(of, key=lambda name: (sum(line.y for line in of[name]) / len(of[name]), name))
    tall = [max(_name_height(name, wide), len(of[name]) * _STEP + 8.0) for name in order]
    tops = _spread([sum(line.y for line in of[name]) / len(of[name]) for name in order], tall, floor)
    left = wide - _PARTNER * wide
    start = max((line.x for line in lines), default=0.0)
    for place, (name, top, high) in enumerate(zip(order, tops, tall, strict=True)):
        drawn.panels.append(_partner(name, (left, top, _PARTNER * wide, high), pen, own=name in known))
        trunk = start + (left - start) * (place + 1) / (len(order) + 1)
        for at, line in enumerate(sorted(of[name], key=lambda one: one.y), 1):
            end = top + high * at / (len(of[name]) + 1)
            if abs(end - line.y) < 1.0:
                end = line.y
            drawn.wires.append(_wire(line.surface, ((line.x, line.y), (trunk, line.y), (trunk, end), (left, end)), pen))


def _spread(middles: Sequence[float], tall: Sequence[float], floor: float) -> list[float]:
    """Return tops near the wanted middles, in order, none over another, all above the floor where there is room."""
    tops, below = list[float](), 0.0
    for middle, high in zip(middles, tall, strict=True):
        tops.append(max(below, middle - high / 2))
        below = tops[-1] + high + _BETWEEN
    limit = floor
    for place in range(len(tops) - 1, -1, -1):
        tops[place] = min(tops[place], limit - tall[place])
        limit = tops[place] - _BETWEEN
    return tops


def _partner(name: str, area: tuple[float, float, float, float], pen: boxes.Pen, *, own: bool) -> Panel:
    x, y, width, high = area
    lines = metrics.wrap(metrics.clean(name), width - 14.0, _NAME, bold=True)
    first = y + (high - len(lines) * _NAME * LEADING) / 2
    shapes: list[Shape] = [pen.shape("rounded", "carrier" if own else "partner", x, y, (width, high))]
    texts: list[Text] = []
    for step, line in enumerate(lines):
        texts.append(pen.text(line, "carrier", x + 7.0, first + step * _NAME * LEADING + _NAME * 0.9, _NAME))
    return Panel(f"mitra {metrics.clean(name)}", tuple(shapes), tuple(texts))


def _wire(surface: str, points: Sequence[tuple[float, float]], pen: boxes.Pen) -> Wire:
    return Wire(surface, tuple((pen.x + x * pen.scale, pen.y + y * pen.scale) for x, y in points), pen.scale)
