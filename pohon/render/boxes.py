"""From the content of a node and its place on the sheet to shapes and lines of text."""

from pohon.frozen import dataclass
from pohon.model.node import Kind

from . import metrics, theme
from .content import LEADING, SIDE, TAG, TOP, Block, Content
from .drawing import Box, Shape, Text

__all__ = ["Pen", "box"]

_ASCENT = 0.76
_FULL_WIDTH = frozenset({"partner", "carrier"})
_TAG_SIZE, _TAG_SIDE = 9.0, 4.5
_INNER = 2.0
"""The second frame of an outcome stands this far inside: halfway between its edge and its words it would touch them."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Turns units into points on the sheet."""

    scale: float
    x: float
    y: float

    def shape(self, form: str, surface: str, x: float, y: float, size: tuple[float, float]) -> Shape:
        """Place a shape given in units."""
        scale = self.scale
        return Shape(form, surface, self.x + x * scale, self.y + y * scale, size[0] * scale, size[1] * scale, scale)

    def text(self, line: metrics.Line, look: str, x: float, y: float, size: float) -> Text:
        """Place a line of text given in units, `y` = its baseline."""
        scale = self.scale
        return Text(line.text, look, self.x + x * scale, self.y + y * scale, size * scale, line.width * scale)


def box(content: Content, pen: Pen, place: tuple[float, float], size: tuple[float, float]) -> Box:
    """Draw one box: `place` and `size` in units, the number tag included."""
    (x, y), (width, height) = place, size
    shapes = list(_frame(content.kind, pen, (x, y + TAG), (width, height - TAG)))
    texts: list[Text] = []
    _tag(content, pen, place, (shapes, texts))
    below = y + TAG + TOP
    for block in content.blocks:
        below = _paragraph(block, pen, (x, below, width), (shapes, texts))
    label = " ".join([content.number, *(block.text for block in content.blocks)])
    scale = pen.scale
    corner = (pen.x + x * scale, pen.y + y * scale)
    return Box(
        content.key, content.number, content.kind.value, label, *corner, width * scale, height * scale,
        tuple(shapes), tuple(texts),
    )  # fmt: skip


def _frame(kind: Kind, pen: Pen, place: tuple[float, float], size: tuple[float, float]) -> list[Shape]:
    (x, y), (width, height) = place, size
    form = theme.LEVELS[kind].form
    plain = {"double": "rounded", "barred": "rounded"}.get(form, form)
    shapes = [pen.shape(plain, kind.value, x, y, size)]
    if form == "double":
        inner = (width - 2 * _INNER, height - 2 * _INNER)
        shapes.append(pen.shape("rounded", "outcome-inner", x + _INNER, y + _INNER, inner))
    if form == "barred":
        shapes.append(pen.shape("rect", "antara-bar", x, y + 4, (3.2, height - 8)))
    return shapes


def _tag(content: Content, pen: Pen, place: tuple[float, float], into: tuple[list[Shape], list[Text]]) -> None:
    """Put the number on the upper edge of the frame."""
    width = metrics.width(content.number, _TAG_SIZE, bold=True)
    x, y = place[0] + SIDE, place[1]
    form = "rounded" if content.kind is not Kind.OPERASIONAL else "rect"
    into[0].append(pen.shape(form, f"tag-{content.kind.value}", x, y, (width + 2 * _TAG_SIDE, 12.5)))
    look = "tag-dark" if theme.LEVELS[content.kind].dark else "tag"
    into[1].append(pen.text(metrics.Line(content.number, width), look, x + _TAG_SIDE, y + 9.5, _TAG_SIZE))


def _paragraph(
    block: Block, pen: Pen, place: tuple[float, float, float], into: tuple[list[Shape], list[Text]]
) -> float:
    """Draw one block below `place` (left, top, width of the box); return where the next one begins."""
    x, y, width = place
    shapes, texts = into
    if block.ruled:
        rule = "rule-dark" if block.look.endswith("-dark") else "rule"
        shapes.append(pen.shape("line", rule, x + SIDE, y + 2.6, (width - 2 * SIDE, 0.0)))
    y += block.above
    inner = width - 2 * SIDE
    room = inner - block.inset - 2 * block.padding
    lines = metrics.wrap(block.text, room, block.size, bold=block.bold)
    height = len(lines) * block.size * LEADING + 2 * block.padding
    left = x + SIDE + block.inset + block.padding
    if block.frame:
        wide = max((line.width for line in lines), default=0.0) + 2 * block.padding + 2.0
        full = block.frame in _FULL_WIDTH
        shapes.append(pen.shape("rounded", block.frame, x + SIDE, y, (inner if full else min(wide, inner), height)))
    if block.mark:
        dot = block.size * 0.5
        shapes.append(pen.shape("diamond", block.mark, x + SIDE, y + block.size * 0.33, (dot, dot)))
    for place_, line in enumerate(lines):
        baseline = y + block.padding + place_ * block.size * LEADING + block.size * (_ASCENT + (LEADING - 1) / 2 + 0.05)
        texts.append(pen.text(line, block.look, left, baseline, block.size))
    return y + height
