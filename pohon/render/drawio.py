"""A tree as a diagram for diagrams.net (draw.io): boxes to move and to retype, lines that hold on to them.

Layers: levels (locked), frame (title and key), boxes with lines. Labels are HTML there, so every text is escaped twice.
"""

from collections.abc import Iterator, Mapping
from html import escape

from pohon.model.tree import Tree

from . import scene, theme
from .content import LEADING, SIDE, TOP, Block
from .drawing import Panel, Scene, Shape, Text, Wire
from .links import Link, links
from .metrics import clean
from .options import SceneOptions
from .pieces import Piece, pieces

__all__ = ["render"]

_FORMS = {
    "rect": "rounded=0",
    "rounded": "rounded=1;absoluteArcSize=1;arcSize=8",
    "bevel": "shape=mxgraph.basic.octagon2;dx=6",
    "note": "shape=note;size=8",
    "diamond": "rhombus",
    "triangle": "triangle",
    "ellipse": "ellipse",
    "line": "line",
}
_LAYERS = ("tingkat", "bingkai", "pohon")
_BAND = "jenjang "


def render(tree: Tree, options: SceneOptions) -> str:
    """Return the file: one page, the scene that the options ask for."""
    drawn = scene.build(tree, options)
    name = _attribute(tree.judul) or "pohon"
    size = f'pageWidth="{round(drawn.width)}" pageHeight="{round(drawn.height)}"'
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<mxfile host="pohon" type="device">',
            f'<diagram id="pohon" name="{name}">',
            f'<mxGraphModel grid="0" page="1" pageScale="1" {size} math="0" shadow="0">',
            "<root>",
            '<mxCell id="0"/>',
            *_layers(),
            *_bands(drawn),
            *_frame(drawn),
            *_lines(tree, drawn),
            *_boxes(tree, drawn, options),
            "</root>",
            "</mxGraphModel>",
            "</diagram>",
            "</mxfile>",
            "",
        ]
    )


def _attribute(text: str) -> str:
    return escape(clean(text), quote=True)


def _number(value: float) -> str:
    return f"{round(value, 2):g}"


def _layers() -> Iterator[str]:
    for name in _LAYERS:
        locked = "" if name == "pohon" else ' style="locked=1"'
        yield f'<mxCell id="{name}" value="{name.capitalize()}"{locked} parent="0"/>'


def _style(parts: Mapping[str, str | float]) -> str:
    return ";".join(f"{key}={value if isinstance(value, str) else _number(value)}" for key, value in parts.items())


def _paint(surface: str, scale: float) -> str:
    look = theme.SURFACES[surface]
    parts: dict[str, str | float] = {"fillColor": look.fill or "none", "strokeColor": look.stroke or "none"}
    if look.stroke:
        parts["strokeWidth"] = look.line * scale
    if look.dash:
        parts |= {"dashed": 1, "dashPattern": " ".join(_number(part * scale) for part in look.dash)}
    return _style(parts)


def _vertex(name: str, parent: str, style: str, area: tuple[float, float, float, float], value: str = "") -> str:
    """Return a cell; `value` is HTML and is escaped here for the attribute."""
    x, y, width, height = map(_number, area)
    return (
        f'<mxCell id="{name}" value="{escape(value, quote=True)}" style="{escape(style, quote=True)}" vertex="1" '
        f'parent="{parent}"><mxGeometry x="{x}" y="{y}" width="{width}" height="{height}" as="geometry"/></mxCell>'
    )


def _bands(drawn: Scene) -> Iterator[str]:
    for place, panel in enumerate(one for one in drawn.panels if one.name.startswith(_BAND)):
        area, tab = panel.shapes[0], panel.shapes[1]
        size = max((text.size for text in panel.texts), default=9.0)
        look = theme.TEXTS["band"]
        style = _style(
            {
                "swimlane": "1", "horizontal": "0", "startSize": tab.width, "collapsible": "0", "html": "1",
                "fillColor": theme.SURFACES["band-tab"].fill, "strokeColor": "none", "fontStyle": "1",
                "swimlaneFillColor": theme.SURFACES[area.surface].fill, "fontColor": look.colour, "fontSize": size,
                "fontFamily": "Arial", "whiteSpace": "wrap",
            }
        ).replace("swimlane=1", "swimlane", 1)  # fmt: skip
        name = " ".join(text.text for text in panel.texts)
        yield _vertex(f"tingkat-{place}", "tingkat", style, (area.x, area.y, area.width, area.height), _html(name))


def _html(text: str) -> str:
    return escape(clean(text), quote=False)


def _frame(drawn: Scene) -> Iterator[str]:
    """Yield title, key and the panel of nodes without a place, shape by shape and line by line."""
    others = [panel for panel in drawn.panels if not panel.name.startswith(_BAND)]
    for place, panel in enumerate(others):
        yield from _panel(f"bingkai-{place}", panel)


def _panel(name: str, panel: Panel) -> Iterator[str]:
    for place, shape in enumerate(panel.shapes):
        yield _vertex(f"{name}-s{place}", "bingkai", _shape(shape), (shape.x, shape.y, shape.width, shape.height))
    for place, text in enumerate(panel.texts):
        yield _vertex(f"{name}-t{place}", "bingkai", _text_style(text), _text_area(text), _html(text.text))


def _shape(shape: Shape) -> str:
    return f"{_FORMS[shape.form]};html=1;{_paint(shape.surface, shape.scale)}"


def _text_style(text: Text) -> str:
    look = theme.TEXTS[text.look]
    parts: dict[str, str | float] = {
        "html": "1", "align": "left", "verticalAlign": "middle", "spacing": "0", "fontFamily": "Arial",
        "fontSize": text.size, "fontColor": look.colour, "fontStyle": "1" if look.bold else "0",
    }  # fmt: skip
    return "text;" + _style(parts)


def _text_area(text: Text) -> tuple[float, float, float, float]:
    left = text.x - text.width / 2 if text.middle else text.x
    return left, text.y - text.size * 0.95, text.width + 2, text.size * 1.2


def _boxes(tree: Tree, drawn: Scene, options: SceneOptions) -> Iterator[str]:
    for place, piece in enumerate(pieces(tree, drawn, options)):
        yield from _box(f"n{place}", piece)


def _box(name: str, piece: Piece) -> Iterator[str]:
    """Yield the frame with its paragraphs, then what moves with it: number, bar, framed paragraphs."""
    frame, scale = piece.frame, piece.scale
    level = theme.LEVELS[tree_kind(piece)]
    form = "rounded=1;absoluteArcSize=1;arcSize=8;shape=ext;double=1" if level.form == "double" else _FORMS[frame.form]
    spacing = {
        "whiteSpace": "wrap", "html": "1", "align": "left", "verticalAlign": "top", "overflow": "visible",
        "spacing": "0", "spacingTop": (TOP - 2) * scale, "spacingLeft": SIDE * scale - 2,
        "spacingRight": SIDE * scale - 4, "fontFamily": "Arial",
    }  # fmt: skip
    style = f"{form};{_style(spacing)};{_paint(frame.surface, frame.scale)}"
    text = "".join(_paragraph(block, scale) for block in piece.paragraphs)
    yield _vertex(name, "pohon", style, (frame.x, frame.y, frame.width, frame.height), text)
    tag_text = next(text for text in piece.box.texts if text.look.startswith("tag"))
    parts = [("nomor", piece.tag, tag_text.look, tag_text.size, piece.box.number)]
    bars = [shape for shape in piece.box.shapes if shape.surface.endswith("-bar")]
    parts += [("batang", bar, "statement", 9.0, "") for bar in bars]
    parts += [(f"isi{at}", shape, block.look, block.size * scale, block.text) for at, (block, shape) in _framed(piece)]
    for part, shape, look, size, words in parts:
        yield _part(f"{name}-{part}", name, (shape, frame), (look, size, words))


def tree_kind(piece: Piece) -> "theme.Kind":
    """Return the kind of the node of a piece."""
    return theme.Kind(piece.box.kind)


def _framed(piece: Piece) -> Iterator[tuple[int, tuple[Block, Shape]]]:
    yield from enumerate(piece.framed)


def _part(name: str, parent: str, where: tuple[Shape, Shape], words: tuple[str, float, str]) -> str:
    shape, frame = where
    look, size, text = words
    looks = theme.TEXTS[look]
    style = _style(
        {
            "whiteSpace": "wrap", "html": "1", "connectable": "0", "align": "center" if look.startswith("tag") else "left",
            "verticalAlign": "middle", "spacing": "0", "spacingLeft": "0" if look.startswith("tag") else size * 0.3,
            "fontFamily": "Arial", "fontSize": size, "fontColor": looks.colour, "fontStyle": "1" if looks.bold else "0",
        }
    )  # fmt: skip
    style = f"{_FORMS[shape.form]};{style};{_paint(shape.surface, shape.scale)}"
    area = (shape.x - frame.x, shape.y - frame.y, shape.width, shape.height)
    return _vertex(name, parent, style, area, _html(text))


def _paragraph(block: Block, scale: float) -> str:
    look = theme.TEXTS[block.look]
    weight = "font-weight:bold;" if block.bold else ""
    bullet = "\u25c6 " if block.mark else ""
    indent = f"padding-left:{_number(block.inset * scale)}px;" if block.inset else ""
    hang = f"text-indent:-{_number(block.inset * scale)}px;" if block.mark else ""
    style = (
        f"font-size:{_number(block.size * scale)}px;color:{look.colour};line-height:{LEADING};{weight}{indent}{hang}"
        f"margin-top:{_number(block.above * scale)}px"
    )
    mark = f'<font style="font-size:{_number(block.size * scale * 0.7)}px">{bullet}</font>' if bullet else ""
    return f'<div style="{style}">{mark}{_html(block.text)}</div>'


def _lines(tree: Tree, drawn: Scene) -> Iterator[str]:
    names = {box.key: f"n{place}" for place, box in enumerate(drawn.boxes)}
    frames = {box.key: box.shapes[0] for box in drawn.boxes}
    for place, link in enumerate(links(tree, drawn)):
        yield _line(f"g{place}", link, names, frames)


def _line(name: str, link: Link, names: Mapping[str, str], frames: Mapping[str, Shape]) -> str:
    wire = link.wire
    points = wire.points
    start, end = (link.cause, link.effect) if link.support else (link.effect, link.cause)
    look = "curved=1;endArrow=block;endFill=1" if link.support else "rounded=1;arcSize=10;endArrow=none"
    ends = _anchor("exit", points[0], frames[start]) + ";" + _anchor("entry", points[-1], frames[end])
    style = f"edgeStyle=none;html=1;{look};{ends};{_line_paint(wire)}"
    corners = "".join(f'<mxPoint x="{_number(x)}" y="{_number(y)}"/>' for x, y in points[1:-1])
    return (
        f'<mxCell id="{name}" style="{style}" edge="1" parent="pohon" source="{names[start]}" target="{names[end]}">'
        f'<mxGeometry relative="1" as="geometry"><Array as="points">{corners}</Array></mxGeometry></mxCell>'
    )


def _line_paint(wire: Wire) -> str:
    return _paint(wire.surface, wire.scale).partition(";")[2]


def _anchor(name: str, point: tuple[float, float], frame: Shape) -> str:
    """Return where on its box a line begins or ends, as shares of width and height."""
    across = min(1.0, max(0.0, (point[0] - frame.x) / frame.width))
    down = min(1.0, max(0.0, (point[1] - frame.y) / frame.height))
    return f"{name}X={_number(across)};{name}Y={_number(down)};{name}Dx=0;{name}Dy=0;{name}Perimeter=0"
