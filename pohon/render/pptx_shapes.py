"""Shapes and paragraphs of slides: from roles of the theme to what PowerPoint calls them."""

from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu, Pt

from . import paths, theme
from .content import LEADING, SIDE, TOP
from .drawing import Shape
from .metrics import clean
from .pieces import Paragraph

__all__ = [
    "add_group",
    "add_shape",
    "add_text",
    "colour",
    "drop_style",
    "emu",
    "fill_title",
    "name_shape",
]

_EMU = 12700
_FORMS = {
    "rect": MSO_SHAPE.RECTANGLE,
    "rounded": MSO_SHAPE.ROUNDED_RECTANGLE,
    "bevel": MSO_SHAPE.SNIP_2_SAME_RECTANGLE,
    "note": MSO_SHAPE.FOLDED_CORNER,
    "diamond": MSO_SHAPE.DIAMOND,
    "ellipse": MSO_SHAPE.OVAL,
    "triangle": MSO_SHAPE.ISOSCELES_TRIANGLE,
    "line": MSO_SHAPE.RECTANGLE,
}
_FONT = "Arial"
_SPACING = int(LEADING / 1.149 * 100) / 100
"""Lines of Arial are 1.149 of its size apart."""
_ROOM, _RIGHT = 0.75, 0.3
"""Points at the left and share of the margin at the right that are given to the text: programs differ by a percent."""


def emu(points: float) -> int:
    """Return points in English metric units."""
    return round(points * _EMU)


def colour(value: str) -> RGBColor:
    """Return `#RRGGBB` as a colour of a slide."""
    return RGBColor(*bytes.fromhex(value.lstrip("#")))  # type: ignore[no-untyped-call]  # python-pptx types it half


def name_shape(shape: Any, name: str, description: str = "") -> None:
    """Name a shape for the selection pane, and describe it for screen readers."""
    shape.name = clean(name)[:120]
    if description:
        shape.element.xpath(".//p:cNvPr")[0].set("descr", clean(description))


def add_group(slide: Slide, name: str, description: str) -> Any:
    """Add an empty group."""
    group = slide.shapes.add_group_shape()
    name_shape(group, name, description)
    return group


def add_shape(shapes: Any, shape: Shape) -> Any:
    """Add a shape of the scene."""
    height = max(shape.height, 0.5)
    area = (Emu(emu(value)) for value in (shape.x, shape.y, shape.width, height))
    made = shapes.add_shape(_FORMS[shape.form], *area)
    _adjust(made, shape)
    _paint(made, shape)
    drop_style(made)
    return made


def _adjust(made: Any, shape: Shape) -> None:
    """Give corners the size that the scene gives them."""
    shorter = min(shape.width, shape.height) or 1.0
    if shape.form == "rounded":
        made.adjustments[0] = min(0.5, paths.corner(shape) / shorter)
    elif shape.form in {"bevel", "note"}:
        cut = min(paths.corner(shape) * 1.6, shape.width / 3, shape.height / 3)
        for place in range(len(made.adjustments)):
            made.adjustments[place] = cut / shorter


def _paint(made: Any, shape: Shape) -> None:
    look = theme.SURFACES[shape.surface]
    fill = look.fill or (look.stroke if shape.form == "line" else "")
    if fill:
        made.fill.solid()
        made.fill.fore_color.rgb = colour(fill)
    else:
        made.fill.background()
    if not look.stroke or shape.form == "line":
        made.line.fill.background()
        return
    made.line.color.rgb = colour(look.stroke)
    made.line.width = Emu(emu(look.line * shape.scale))
    if look.dash:
        made.line.dash_style = MSO_LINE.DASH


def drop_style(made: Any) -> None:
    """Leave out what the template would add: shadows and colours of its own."""
    for style in made.element.xpath("./p:style"):
        made.element.remove(style)


def add_text(shape: Any, rows: Sequence[Paragraph], *, inset: float = 0.0, wrap: bool = True, stand: str = "") -> None:
    """Fill a shape with paragraphs; `inset` = points of one unit (0 = no inset).

    `stand`: "" = from the upper edge down (in the middle without an inset), "middle", "turned" = read from below.
    """
    frame = shape.text_frame
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.word_wrap = wrap
    side, top = max(0.0, SIDE * inset - _ROOM), max(0.0, TOP * inset)
    centred = bool(stand) or not inset
    snip = _snip(shape)
    frame.margin_left, frame.margin_right = Emu(max(0, emu(side) - snip)), Emu(max(0, emu(side * _RIGHT) - snip))
    frame.margin_top = frame.margin_bottom = Emu(0)
    if not centred:
        frame.margin_top = Emu(max(0, emu(top) - snip))
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if centred else MSO_ANCHOR.TOP
    if stand == "turned":
        shape.element.xpath("./p:txBody/a:bodyPr")[0].set("vert", "vert270")
    _fill(shape, rows, top_above=not centred)


def _snip(shape: Any) -> int:
    """Return by how much a shape with cut corners keeps its text away from its edges: half of the cut."""
    forms = shape.element.xpath("./p:spPr/a:prstGeom/@prst")
    if forms != ["snip2SameRect"]:
        return 0
    return int(max(shape.adjustments) * min(shape.width, shape.height) / 2)


def fill_title(slide: Slide, area: tuple[float, float, float, float], rows: Sequence[Paragraph]) -> None:
    """Put paragraphs into the title of a slide."""
    title = slide.shapes.title
    if title is None:
        raise ValueError("the layout has no title")
    title.left, title.top, title.width, title.height = (Emu(emu(value)) for value in area)
    frame = title.text_frame
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    frame.vertical_anchor = MSO_ANCHOR.TOP
    _fill(title, rows, top_above=False)


def _fill(shape: Any, rows: Sequence[Paragraph], *, top_above: bool) -> None:
    frame = shape.text_frame
    for place, row in enumerate(rows):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER if row.middle else PP_ALIGN.LEFT
        paragraph.line_spacing = _SPACING
        paragraph.space_before = Pt(round(row.above, 2)) if place or top_above else Pt(0)
        paragraph.space_after = Pt(0)
        look = theme.TEXTS[row.look]
        run = paragraph.add_run()
        run.text = row.text
        run.font.name, run.font.bold = _FONT, look.bold
        run.font.size = Emu(int(row.size * 100) * 127)
        run.font.color.rgb = colour(look.colour)

    for row, element in zip(rows, shape.element.xpath("./p:txBody/a:p"), strict=True):
        element.xpath("./a:r/a:rPr")[0].set("lang", "id-ID")
        _bullet(element.get_or_add_pPr(), row)


def _bullet(properties: Any, row: Paragraph) -> None:
    """Indent a paragraph, with a bullet in the colour of its mark; without one the layout must not add its own."""
    properties.set("marL", str(emu(row.inset)))
    properties.set("indent", str(-emu(row.inset) if row.mark else 0))
    if not row.mark:
        properties.append(properties.makeelement(qn("a:buNone"), {}))
        return
    tint = properties.makeelement(qn("a:buClr"), {})
    value = theme.SURFACES[row.mark].fill.lstrip("#")
    tint.append(tint.makeelement(qn("a:srgbClr"), {"val": value}))
    properties.append(tint)
    properties.append(properties.makeelement(qn("a:buSzPct"), {"val": "70000"}))
    properties.append(properties.makeelement(qn("a:buFont"), {"typeface": _FONT}))
    properties.append(properties.makeelement(qn("a:buChar"), {"char": "\u2666"}))
