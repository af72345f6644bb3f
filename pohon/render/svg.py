"""A scene as SVG text: safe to open from anywhere (text escaped, no script, no reference to the outside)."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape

from . import paths, theme
from .drawing import Box, Panel, Scene, Shape, Text, Tile, Wire
from .metrics import clean

__all__ = ["render"]


def render(scene: Scene | Tile) -> str:
    """Return the SVG document. The same scene gives the same bytes."""
    if isinstance(scene, Tile):
        return "\n".join([*_tile(scene), "</svg>", ""])
    return "\n".join([*_head(scene, (scene.width, scene.height)), *_body(scene), "</svg>", ""])


def _tile(tile: Tile) -> Iterator[str]:
    """Show the window as a drawing in the drawing: what is outside of it is not painted."""
    (x, y), window = tile.place, tuple(map(_number, tile.window))
    yield from _head(tile.scene, tile.page)
    yield _shape(Shape("rect", "paper", 0, 0, *tile.page))
    yield (
        f'<svg x="{_number(x)}" y="{_number(y)}" width="{window[2]}" height="{window[3]}" '
        f'viewBox="{" ".join(window)}" overflow="hidden">'
    )
    yield from _body(tile.scene)
    yield "</svg>"
    yield from _panel(tile.marks)


@lru_cache(maxsize=16384)
def _number(value: float) -> str:
    text = f"{value:.2f}"
    if text[-1] == "0":
        text = text.rstrip("0").rstrip(".")
        return "0" if text == "-0" else text
    return text


def _head(scene: Scene, page: tuple[float, float]) -> Iterator[str]:
    width, height = map(_number, page)
    unit = "pt" if scene.paper else ""
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}{unit}" height="{height}{unit}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="judul uraian" xml:lang="{scene.language}" '
        f'font-family="{theme.FONTS}" text-rendering="geometricPrecision">'
    )
    yield f'<title id="judul">{_safe(scene.title)}</title>'
    yield f'<desc id="uraian">{_safe(scene.description)}</desc>'
    yield (
        "<style>text{font-kerning:none;font-variant-ligatures:none;white-space:pre}" + "".join(_classes()) + "</style>"
    )


def _safe(text: str) -> str:
    return escape(clean(text), quote=True)


def _classes() -> Iterator[str]:
    for name, look in theme.TEXTS.items():
        weight = ";font-weight:700" if look.bold else ""
        yield f".t-{name}{{fill:{look.colour}{weight}}}"


def _body(scene: Scene) -> Iterator[str]:
    yield _shape(Shape("rect", "paper", 0, 0, scene.width, scene.height))
    for panel in scene.panels:
        yield from _panel(panel)
    yield '<g id="garis" fill="none">'
    for wire in scene.wires:
        yield from _wire(wire)
    yield "</g>"
    for box in scene.boxes:
        yield from _box(box)


def _panel(panel: Panel) -> Iterator[str]:
    yield f'<g aria-label="{_safe(panel.name)}">'
    yield from map(_shape, panel.shapes)
    yield from map(_text, panel.texts)
    yield "</g>"


def _box(box: Box) -> Iterator[str]:
    name = "n" + box.number.replace("?", "belum-").replace(".", "-")
    yield f'<g id="{name}" class="{box.kind}"><title>{_safe(box.label)}</title>'
    yield from map(_shape, box.shapes)
    yield from map(_text, box.texts)
    yield "</g>"


def _paint(surface: str, scale: float) -> str:
    return _painted(theme.SURFACES[surface], scale)


@lru_cache(maxsize=1024)
def _painted(look: theme.Surface, scale: float) -> str:
    parts = [f'fill="{look.fill or "none"}"']
    if look.stroke:
        parts.append(f'stroke="{look.stroke}" stroke-width="{_number(look.line * scale)}"')
    if look.dash:
        parts.append(f'stroke-dasharray="{" ".join(_number(part * scale) for part in look.dash)}"')
    return " ".join(parts)


def _shape(shape: Shape) -> str:
    paint = _paint(shape.surface, shape.scale)
    if shape.form in {"rect", "rounded"}:
        radius = f' rx="{_number(paths.corner(shape))}"' if shape.form == "rounded" else ""
        place = f'x="{_number(shape.x)}" y="{_number(shape.y)}"'
        return f'<rect {place} width="{_number(shape.width)}" height="{_number(shape.height)}"{radius} {paint}/>'
    return f'<path d="{_steps(paths.shape_path(shape))}" {paint}/>'


def _steps(steps: Sequence[paths.Step]) -> str:
    return "".join([name + " ".join(map(_number, values)) for name, values in steps])


def _wire(wire: Wire) -> Iterator[str]:
    yield f'<path d="{_steps(paths.wire_path(wire))}" {_paint(wire.surface, wire.scale)}/>'
    if wire.curved:
        yield f'<path d="{_steps(paths.arrow(wire))}" {_paint(f"{wire.surface}-end", wire.scale)}/>'


def _text(text: Text) -> str:
    place = f'x="{_number(text.x)}" y="{_number(text.y)}"'
    anchor = ' text-anchor="middle"' if text.middle else ""
    turn = f' transform="rotate(-90 {_number(text.x)} {_number(text.y)})"' if text.turned else ""
    words = escape(text.text, quote=False)
    return f'<text class="t-{text.look}" {place} font-size="{_number(text.size)}"{anchor}{turn}>{words}</text>'
