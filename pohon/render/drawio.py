"""A tree as a diagram for diagrams.net (draw.io): boxes to move and to retype, lines that hold on to them.

Layers: levels (locked), frame (title and key), boxes with lines. Labels are HTML there, so every text is escaped twice.
"""

from collections.abc import Iterator, Mapping
from html import escape

from pohon.model.node import Kind
from pohon.model.tree import Tree

from . import scene, theme
from .content import LEADING, SIDE, TOP
from .drawing import Panel, Scene, Shape, Text, Wire
from .links import Link, links
from .metrics import clean
from .options import SceneOptions
from .pieces import Lane, Paragraph, Piece, lanes, loose, others, pieces

__all__ = ["render"]

_FORMS = {
    "rect": "rounded=0",
    "rounded": "rounded=1;absoluteArcSize=1;arcSize=8",
    "bevel": "shape=mxgraph.basic.octagon2;dx=6",
    "note": "shape=note;size=8",
    "diamond": "rhombus;shape=rhombus",
    "triangle": "triangle;shape=triangle",
    "ellipse": "ellipse;shape=ellipse",
    "line": "line;shape=line",
}
_LAYERS = ("tingkat", "bingkai", "pohon")


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
            *_lines(drawn),
            *_boxes(drawn),
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
    for place, lane in enumerate(lanes(drawn)):
        if lane.signed:
            yield _lane(f"tingkat-{place}", lane)
        else:
            yield from _panel(f"tingkat-{place}", lane.panel)


def _lane(name: str, lane: Lane) -> str:
    area, tab, texts = lane.area, lane.tab, lane.panel.texts
    parts: dict[str, str | float] = {
        "horizontal": "0" if lane.upright else "1", "startSize": tab.width if lane.upright else tab.height,
        "collapsible": "0", "html": "1", "whiteSpace": "wrap", "strokeColor": "none", "fontStyle": "1",
        "fillColor": theme.SURFACES["band-tab"].fill, "swimlaneFillColor": theme.SURFACES[area.surface].fill,
        "fontColor": theme.TEXTS["band"].colour, "fontFamily": "Arial",
        "fontSize": max((text.size for text in texts), default=9.0),
    }  # fmt: skip
    words = _html(" ".join(text.text for text in texts))
    return _vertex(
        name, "tingkat", f"swimlane;shape=swimlane;{_style(parts)}", (area.x, area.y, area.width, area.height), words
    )


def _html(text: str) -> str:
    return escape(clean(text), quote=False)


def _frame(drawn: Scene) -> Iterator[str]:
    """Yield title, key and the panel of nodes without a place, shape by shape and line by line."""
    for place, panel in enumerate(others(drawn)):
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
    return "text;fillColor=none;strokeColor=none;" + _style(parts)


def _text_area(text: Text) -> tuple[float, float, float, float]:
    left = text.x - text.width / 2 if text.middle else text.x
    return left, text.y - text.size * 0.95, text.width + 2, text.size * 1.2


def _boxes(drawn: Scene) -> Iterator[str]:
    for place, piece in enumerate(pieces(drawn)):
        yield from _box(f"n{place}", piece)


def _box(name: str, piece: Piece) -> Iterator[str]:
    """Yield the frame with its paragraphs, then what moves with it: number, bar, framed paragraphs."""
    frame, scale = piece.frame, piece.scale
    level = theme.LEVELS[Kind(piece.box.kind)]
    form = "rounded=1;absoluteArcSize=1;arcSize=8;shape=ext;double=1" if level.form == "double" else _FORMS[frame.form]
    spacing: dict[str, str | float] = {
        "whiteSpace": "wrap", "html": "1", "align": "left", "verticalAlign": "top", "overflow": "visible",
        "spacing": "0", "collapsible": "0", "container": "0", "spacingTop": (TOP - 2) * scale,
        "spacingLeft": SIDE * scale - 2,
        "spacingRight": SIDE * scale - 4, "fontFamily": "Arial",
    }  # fmt: skip
    style = f"{form};{_style(spacing)};{_paint(frame.surface, frame.scale)}"
    text = "".join(_paragraph(one) for one in piece.paragraphs)
    yield _vertex(name, "pohon", style, (frame.x, frame.y, frame.width, frame.height), text)
    tag_text = next(text for text in piece.box.texts if text.look.startswith("tag"))
    parts = [("nomor", piece.tag, tag_text.look, tag_text.size, piece.box.number)]
    bars = [shape for shape in piece.extras if shape.surface.endswith("-bar")]
    parts += [("batang", bar, "statement", 9.0, "") for bar in bars]
    parts += [(f"isi{at}", shape, one.look, one.size, one.text) for at, (one, shape) in enumerate(piece.framed)]
    for part, shape, look, size, words in parts:
        yield _part(f"{name}-{part}", name, (shape, frame), (look, size, words))


def _part(name: str, parent: str, where: tuple[Shape, Shape], words: tuple[str, float, str]) -> str:
    shape, frame = where
    look, size, text = words
    looks = theme.TEXTS[look]
    style = _style(
        {
            "whiteSpace": "wrap", "html": "1", "connectable": "0", "verticalAlign": "middle", "spacing": "0",
            "align": "center" if look.startswith("tag") else "left",
            "spacingLeft": 0.0 if look.startswith("tag") else size * 0.3,
            "fontFamily": "Arial", "fontSize": size, "fontColor": looks.colour, "fontStyle": "1" if looks.bold else "0",
        }
    )  # fmt: skip
    style = f"{_FORMS[shape.form]};{style};{_paint(shape.surface, shape.scale)}"
    area = (shape.x - frame.x, shape.y - frame.y, shape.width, shape.height)
    return _vertex(name, parent, style, area, _html(text))


def _paragraph(one: Paragraph) -> str:
    look = theme.TEXTS[one.look]
    weight = "font-weight:bold;" if look.bold else ""
    indent = f"padding-left:{_number(one.inset)}px;" if one.inset else ""
    hang = f"text-indent:-{_number(one.inset)}px;" if one.mark else ""
    style = (
        f"font-size:{_number(one.size)}px;color:{look.colour};line-height:{LEADING};{weight}{indent}{hang}"
        f"margin-top:{_number(one.above)}px"
    )
    mark = f'<font style="font-size:{_number(one.size * 0.7)}px">\u25c6 </font>' if one.mark else ""
    return f'<div style="{style}">{mark}{_html(one.text)}</div>'


def _lines(drawn: Scene) -> Iterator[str]:
    names = {box.key: f"n{place}" for place, box in enumerate(drawn.boxes)}
    frames = {box.key: box.shapes[0] for box in drawn.boxes}
    for place, wire in enumerate(loose(drawn)):
        yield _free(f"b{place}", wire)
    for place, link in enumerate(links(drawn)):
        yield _line(f"g{place}", link, names, frames)


def _line(name: str, link: Link, names: Mapping[str, str], frames: Mapping[str, Shape]) -> str:
    wire = link.wire
    points = wire.points
    start, end = (link.cause, link.effect) if link.support else (link.effect, link.cause)
    look = "rounded=1;arcSize=10;endArrow=none"
    if link.support:
        look = "rounded=1;endArrow=block;endFill=1"
        points = points if len(points) == 4 else points[::3]  # where the curves meet
    ends = _anchor("exit", points[0], frames[start]) + ";" + _anchor("entry", points[-1], frames[end])
    style = f"edgeStyle=none;html=1;{look};{ends};{_line_paint(wire)}"
    corners = "".join(f'<mxPoint x="{_number(x)}" y="{_number(y)}"/>' for x, y in points[1:-1])
    return (
        f'<mxCell id="{name}" style="{style}" edge="1" parent="pohon" source="{names[start]}" target="{names[end]}">'
        f'<mxGeometry relative="1" as="geometry"><Array as="points">{corners}</Array></mxGeometry></mxCell>'
    )


def _free(name: str, wire: Wire) -> str:
    """Return a line that holds on to nothing."""
    points = wire.points if not wire.curved or len(wire.points) == 4 else wire.points[::3]
    arrow = "endArrow=block;endFill=1" if wire.curved else "endArrow=none"
    (x, y), (end_x, end_y) = points[0], points[-1]
    corners = "".join(f'<mxPoint x="{_number(at)}" y="{_number(down)}"/>' for at, down in points[1:-1])
    return (
        f'<mxCell id="{name}" style="edgeStyle=none;html=1;rounded=1;{arrow};{_line_paint(wire)}" edge="1" '
        f'parent="pohon"><mxGeometry relative="1" as="geometry"><mxPoint x="{_number(x)}" y="{_number(y)}" '
        f'as="sourcePoint"/><mxPoint x="{_number(end_x)}" y="{_number(end_y)}" as="targetPoint"/>'
        f'<Array as="points">{corners}</Array></mxGeometry></mxCell>'
    )


def _line_paint(wire: Wire) -> str:
    return _paint(wire.surface, wire.scale).partition(";")[2]


def _anchor(name: str, point: tuple[float, float], frame: Shape) -> str:
    """Return where on its box a line begins or ends, as shares of width and height."""
    across = min(1.0, max(0.0, (point[0] - frame.x) / frame.width))
    down = min(1.0, max(0.0, (point[1] - frame.y) / frame.height))
    return f"{name}X={_number(across)};{name}Y={_number(down)};{name}Dx=0;{name}Dy=0;{name}Perimeter=0"
