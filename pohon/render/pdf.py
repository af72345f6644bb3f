"""Scenes as PDF, one page each: fonts embedded, every word searchable, the same bytes for the same scenes.

Characters that the print fonts lack (emoji, Chinese, Javanese ...) show as an empty frame, and stand in the text layer
as what they are.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

from . import paths, theme
from .drawing import Panel, Scene, Shape, Text, Tile, Wire
from .metrics import clean, known, width
from .png import font_file

__all__ = ["render"]

_REGULAR, _BOLD, _HIDDEN = "PohonSans", "PohonSans-Bold", "PohonSans-Hidden"
_EM_DASH = 0x2014
_LONG_CODE = re.compile(r"(<[0-9A-F]{2}> )<([0-9A-F]{5,6})>")
_INVISIBLE, _FILLED = 3, 0


def render(sheets: Sequence[Scene | Tile]) -> bytes:
    """Return one PDF with a page for every scene."""
    from reportlab.pdfgen.canvas import Canvas

    _fonts()
    target = BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=1, lang="id", initialFontName=_REGULAR)
    first = _scene(sheets[0]) if sheets else None
    canvas.setTitle(clean(first.title) if first else "pohon kinerja")
    canvas.setSubject(clean(first.description) if first else "")
    canvas.setCreator("pohon")
    canvas.setAuthor("")
    for place, sheet in enumerate(sheets, 1):
        canvas.setPageSize(sheet.page if isinstance(sheet, Tile) else (sheet.width, sheet.height))
        canvas.bookmarkPage(f"lembar-{place}")
        canvas.addOutlineEntry(clean(sheet.outline or _scene(sheet).title), f"lembar-{place}", 0)
        if isinstance(sheet, Tile):
            _tile(canvas, sheet)
        else:
            _page(canvas, sheet)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _scene(sheet: Scene | Tile) -> Scene:
    return sheet.scene if isinstance(sheet, Tile) else sheet


@cache
def _fonts() -> None:
    """Register the print fonts, and one more whose only use is the text layer of characters without a glyph."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    class Hidden(TTFont):  # type: ignore[misc]  # reportlab has no types
        def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> Any:  # noqa: N802  # reportlab's name
            dash = self.face.charToGlyph[_EM_DASH]
            for character in text:
                self.face.charToGlyph[ord(character)] = dash
                self.face.charWidths[ord(character)] = 1000
            return super().splitString(text, doc, encoding)

        def addObjects(self, doc: Any) -> None:  # noqa: N802  # reportlab's name
            super().addObjects(doc)
            _mend_codes(doc)

    registerFont(TTFont(_REGULAR, font_file("LiberationSans-Regular")))
    registerFont(TTFont(_BOLD, font_file("LiberationSans-Bold")))
    hidden = Hidden(_HIDDEN, font_file("LiberationSans-Regular"), asciiReadable=0)
    hidden.face.name = _HIDDEN.encode()  # reportlab takes fonts with one face name for one font
    registerFont(hidden)


def _mend_codes(doc: Any) -> None:
    """Write code points above U+FFFF as surrogate pairs in ToUnicode maps: reportlab writes five digits."""
    for name, stream in doc.idToObject.items():
        if name.startswith("toUnicodeCMap:"):
            stream.content = _LONG_CODE.sub(_pair, stream.content)


def _pair(match: re.Match[str]) -> str:
    return f"{match[1]}<{chr(int(match[2], 16)).encode('utf-16-be').hex().upper()}>"


def _page(canvas: Any, scene: Scene) -> None:
    canvas.setLineCap(0)
    for panel in scene.panels:
        _part(canvas, scene, panel)
    for wire in scene.wires:
        _wire(canvas, scene, wire)
    for box in scene.boxes:
        _part(canvas, scene, Panel(box.number, box.shapes, box.texts))


def _tile(canvas: Any, tile: Tile) -> None:
    """Draw what is in the window of a tile, cut off at its sides, and the marks around it."""
    left, top, width, height = tile.window
    (x, y), page = tile.place, tile.page
    whole = replace(tile.scene, height=page[1])
    canvas.saveState()
    frame = canvas.beginPath()
    frame.rect(x, page[1] - y - height, width, height)
    canvas.clipPath(frame, stroke=0, fill=0)
    canvas.translate(x - left, top - y)
    boxes = [one for one in whole.boxes if tile.shows(one.x, one.y, one.x + one.width, one.y + one.height)]
    _page(canvas, replace(whole, boxes=tuple(boxes)))
    canvas.restoreState()
    _part(canvas, whole, tile.marks)


def _part(canvas: Any, scene: Scene, panel: Panel) -> None:
    for shape in panel.shapes:
        _shape(canvas, scene, shape)
    for text in panel.texts:
        _text(canvas, scene, text)


def _surface(canvas: Any, surface: str, scale: float) -> dict[str, int]:
    """Set the colours and the line of a surface; return what is to be painted."""
    look = theme.SURFACES[surface]
    if look.fill:
        canvas.setFillColorRGB(*_rgb(look.fill))
    if look.stroke:
        canvas.setStrokeColorRGB(*_rgb(look.stroke))
        canvas.setLineWidth(look.line * scale)
        canvas.setDash([part * scale for part in look.dash])
    return {"fill": int(bool(look.fill)), "stroke": int(bool(look.stroke))}


@cache
def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _shape(canvas: Any, scene: Scene, shape: Shape) -> None:
    paint = _surface(canvas, shape.surface, shape.scale)
    bottom = scene.height - shape.y - shape.height
    if shape.form == "rect":
        canvas.rect(shape.x, bottom, shape.width, shape.height, **paint)
    elif shape.form == "rounded":
        canvas.roundRect(shape.x, bottom, shape.width, shape.height, paths.corner(shape), **paint)
    else:
        canvas.drawPath(_path(canvas, scene, paths.shape_path(shape)), **paint)


def _wire(canvas: Any, scene: Scene, wire: Wire) -> None:
    paint = _surface(canvas, wire.surface, wire.scale)
    canvas.drawPath(_path(canvas, scene, paths.wire_path(wire)), **paint)
    if wire.curved:
        paint = _surface(canvas, f"{wire.surface}-end", wire.scale)
        canvas.drawPath(_path(canvas, scene, paths.arrow(wire)), **paint)


def _path(canvas: Any, scene: Scene, steps: Sequence[paths.Step]) -> Any:
    path = canvas.beginPath()
    draw = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}
    for name, values in steps:
        draw[name](*(scene.height - value if place % 2 else value for place, value in enumerate(values)))
    return path


def _text(canvas: Any, scene: Scene, text: Text) -> None:
    look = theme.TEXTS[text.look]
    canvas.saveState()
    canvas.translate(text.x, scene.height - text.y)
    if text.turned:
        canvas.rotate(90)
    canvas.setFillColorRGB(*_rgb(look.colour))
    line = canvas.beginText(-text.width / 2 if text.middle else 0.0, 0.0)
    x = line.getX()
    for run, drawable in _runs(text.text):
        if drawable:
            line.setTextRenderMode(_FILLED)
            line.setFont(_BOLD if look.bold else _REGULAR, text.size)
            line.setHorizScale(100)
            line.textOut(run)
            x += width(run, text.size, bold=look.bold)
        else:
            x = _unknown(canvas, line, text, (run, x, look.bold))
    canvas.drawText(line)
    canvas.restoreState()


def _unknown(canvas: Any, line: Any, text: Text, run: tuple[str, float, bool]) -> float:
    """Draw a frame for every character that has no glyph and put it into the text layer; return where it ends."""
    words, x, bold = run
    _surface(canvas, "glyph", text.size / 9.0)
    canvas.setStrokeColorRGB(*_rgb(theme.TEXTS[text.look].colour))
    line.setTextRenderMode(_INVISIBLE)
    line.setFont(_HIDDEN, text.size)
    for character in _visual(words):
        advance = width(character, text.size, bold=bold)
        line.setHorizScale(max(1.0, advance / text.size * 100))
        line.textOut(character)
        if advance:
            canvas.rect(x + advance * 0.1, 0, advance * 0.8, text.size * 0.7, fill=0, stroke=1)
        x += advance
    return x


def _visual(words: str) -> str:
    """Return characters in the order in which they stand on paper: those written from right to left reversed."""
    leftward = unicodedata.bidirectional(words[0]) in {"R", "AL"}
    return words[::-1] if leftward else words


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a line where the print fonts begin or cease to hold the characters."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or known(text[place]) is not known(text[start]):
            yield text[start:place], known(text[start])
            start = place
