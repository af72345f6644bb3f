"""The boxes of a scene as shapes with whole paragraphs, for programs that break lines themselves.

Places are those of the scene; our widths are those of the common print font, so what fits here fits there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .content import LEADING, SIDE, TOP
from .drawing import Box, Panel, Scene, Shape, Text, Wire

__all__ = ["Lane", "Paragraph", "Piece", "lanes", "loose", "others", "pieces"]

_BASELINE = 0.905
"""Share of its size by which the baseline of a text stands below the top of its line."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its role in the theme, its size in points, the space above, a bullet with its indent."""

    text: str
    look: str
    size: float
    middle: bool = False
    above: float = 0.0
    inset: float = 0.0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One box: its frame, the shape of its number, what adorns it, its paragraphs, those with a frame of their own."""

    box: Box
    frame: Shape
    tag: Shape
    extras: tuple[Shape, ...]
    paragraphs: tuple[Paragraph, ...]
    framed: tuple[tuple[Paragraph, Shape], ...]

    @property
    def scale(self) -> float:
        """Points of one unit."""
        return self.frame.scale


def pieces(scene: Scene) -> tuple[Piece, ...]:
    """Return the boxes of a scene."""
    return tuple(map(_piece, scene.boxes))


def _piece(box: Box) -> Piece:
    frame, tag = box.shapes[0], next(shape for shape in box.shapes if shape.surface.startswith("tag-"))
    extras = tuple(shape for shape in box.shapes[1:] if shape.surface.endswith(("-bar", "-inner")))
    frames = [s for s in box.shapes[1:] if s is not tag and s not in extras and s.form not in {"line", "diamond"}]
    texts = [text for text in box.texts if not text.look.startswith("tag")]
    own = [text for text in texts if not any(_holds(shape, text) for shape in frames)]
    framed = [
        (replace(one, above=0.0, inset=0.0), shape)
        for shape in frames
        for one in _paragraphs(box, [text for text in texts if _holds(shape, text)])
    ]
    return Piece(box, frame, tag, extras, tuple(_paragraphs(box, own)), tuple(framed))


def _holds(shape: Shape, text: Text) -> bool:
    y = text.y - text.size * 0.3
    return shape.x <= text.x <= shape.x + shape.width and shape.y <= y <= shape.y + shape.height


def _paragraphs(box: Box, texts: Sequence[Text]) -> Iterator[Paragraph]:
    """Put lines together again: a paragraph ends where look, size, indent or distance change."""
    frame, words = box.shapes[0], set(box.label.split())
    bottom = frame.y + TOP * frame.scale
    for lines in _runs(texts):
        first, size = lines[0], lines[0].size
        top = first.y - size * _BASELINE
        marks = [s for s in box.shapes if s.form == "diamond" and top <= s.y + s.height / 2 <= top + size * LEADING]
        inset = max(0.0, first.x - frame.x - SIDE * frame.scale)
        text = lines[0].text
        for line in lines[1:]:
            text += ("" if _is_cut(text, line.text, words) else " ") + line.text
        mark = marks[0].surface if marks else ""
        yield Paragraph(text, first.look, size, above=max(0.0, top - bottom), inset=inset, mark=mark)
        bottom = top + len(lines) * size * LEADING


def _runs(texts: Sequence[Text]) -> list[list[Text]]:
    runs: list[list[Text]] = []
    for text in texts:
        last = runs[-1][-1] if runs else None
        if (
            last is not None
            and (last.look, round(last.size, 3)) == (text.look, round(text.size, 3))
            and abs(last.x - text.x) < 0.05 * text.size
            and text.y - last.y < text.size * LEADING * 1.05
        ):
            runs[-1].append(text)
        else:
            runs.append([text])
    return runs


def _is_cut(before: str, after: str, words: set[str]) -> bool:
    """True when a line ends inside a word that no line could hold."""
    left, right = before.rsplit(" ", 1)[-1], after.split(" ", 1)[0]
    return left + right in words or (left not in words and any(word.startswith(left + right) for word in words))


@dataclass(frozen=True, slots=True)
class Lane:
    """A band of the drawing: a level or a position. `upright` = a row, its sign at the left read from below;
    else a column, its sign above.
    """

    name: str
    detail: str
    area: Shape
    tab: Shape
    panel: Panel

    @property
    def upright(self) -> bool:
        """True for a row of the drawing."""
        beneath, beside = self.area.height - self.tab.height, self.area.width - self.tab.width
        return not self.signed or beneath < beside

    @property
    def signed(self) -> bool:
        """True when the band has a sign of its own shape."""
        return self.tab is not self.area


def lanes(scene: Scene) -> tuple[Lane, ...]:
    """Return the bands of a scene."""
    found = []
    for panel in filter(_is_lane, scene.panels):
        look = panel.texts[0].look if panel.texts else ""
        name = " ".join(text.text for text in panel.texts if text.look == look)
        detail = " ".join(text.text for text in panel.texts if text.look != look)
        tab = next((shape for shape in panel.shapes if shape.surface == "band-tab"), panel.shapes[0])
        found.append(Lane(name or panel.name, detail, panel.shapes[0], tab, panel))
    return tuple(found)


def others(scene: Scene) -> tuple[Panel, ...]:
    """Return title, key and everything else beside the bands."""
    return tuple(panel for panel in scene.panels if not _is_lane(panel))


def loose(scene: Scene) -> tuple[Wire, ...]:
    """Return the lines that join no two boxes."""
    keys = {box.key for box in scene.boxes}
    return tuple(wire for wire in scene.wires if not keys.issuperset(wire.ends))


def _is_lane(panel: Panel) -> bool:
    return bool(panel.shapes) and panel.shapes[0].surface in {"band", "band-even"}
