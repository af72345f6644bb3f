"""Boxes and lines that were drawn in Word, PowerPoint or Excel: DrawingML, its groups, old VML, and SmartArt.

Groups have coordinates of their own; a line that is glued to no box joins those its ends touch.
Source: libraries.md section 5; ISO/IEC 29500-1, 20.1 (DrawingML) and 21.4 (diagrams).
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from pohon.errors import Place

from .office_xml import attribute, child_of, inside, tag
from .source import Box

__all__ = ["Drawing", "Frame", "Stroke", "collect_diagrams", "drawn_text", "vml_frame", "vml_place"]

_EMU_POINT = 12_700
_QUARTER = 5_400_000
_SHAPES = frozenset({"sp", "wsp"})
_GROUPS = frozenset({"grpSp", "wgp", "wpc"})
_TOUCH = 14
_CLOSE = 4
_MOST_STROKES = 1_000
"""Points within which the end of a line touches a box."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How coordinates inside a group become points on the page: shift and scale."""

    left: float = 0.0
    top: float = 0.0
    across: float = 1 / _EMU_POINT
    down: float = 1 / _EMU_POINT

    def inner(self, off: tuple[float, float], scale: tuple[float, float], origin: tuple[float, float]) -> "Frame":
        """Return the frame of a group that stands at `off`, scales by `scale`, and counts from `origin`."""
        across, down = self.across * scale[0], self.down * scale[1]
        left = self.left + off[0] * self.across - origin[0] * across
        return Frame(left, self.top + off[1] * self.down - origin[1] * down, across, down)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from one end to the other, in points."""

    ends: tuple[tuple[float, float], tuple[float, float]]


@dataclass(slots=True)
class Drawing:
    """Boxes, connectors and loose lines found in a file. `text` reads what stands in a shape."""

    text: Callable[[Element], str]
    boxes: list[Box] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)

    def collect(self, element: Element, where: str, frame: Frame = Frame()) -> None:
        """Collect a shape, a connector, or what a group holds."""
        kind = tag(element)
        if kind in _GROUPS:
            inner = _inner(element, frame)
            for one in element:
                self.collect(one, where, inner)
        elif kind == "cxnSp" or child_of(element, "cNvCnPr") is not None:
            self._connector(element, frame)
        elif kind in _SHAPES:
            self._shape(element, where, frame)

    def _shape(self, shape: Element, where: str, frame: Frame) -> None:
        text = self.text(shape)
        left, top, width, height = _place(child_of(shape, "spPr", "xfrm"), frame)
        form = attribute(child_of(shape, "spPr", "prstGeom"), "prst")
        if not text.strip():
            if form.startswith(("line", "straightConnector", "bentConnector")):
                self._connector(shape, frame)
            return
        colour = child_of(shape, "spPr", "solidFill")
        fill = attribute(colour[0], "val") if colour is not None and len(colour) else ""
        name = next((attribute(one, "id") for one in inside(shape) if tag(one) == "cNvPr"), "")
        self.boxes.append(
            Box(
                name=name or f"+{len(self.boxes)}", text=text, place=Place(label=where), fill=fill, left=round(left),
                top=round(top), width=round(width), height=round(height),
            )
        )  # fmt: skip

    def _connector(self, shape: Element, frame: Frame) -> None:
        """Take a connector that is glued to two shapes, else the line that it draws."""
        ends = {tag(one): attribute(one, "id") for one in inside(shape) if tag(one) in {"stCxn", "endCxn"}}
        if "stCxn" in ends and "endCxn" in ends:
            self.links.append((ends["stCxn"], ends["endCxn"]))
            return
        xfrm = child_of(shape, "spPr", "xfrm")
        if xfrm is not None:
            self.strokes.append(Stroke(_ends(xfrm, _place(xfrm, frame))))

    def vml(self, shape: Element, text: str, where: str, frame: Frame) -> None:
        """Add an old VML shape; its place stands in its style."""
        left, top, width, height = vml_place(shape, frame)
        if not text.strip():
            return
        name = attribute(shape, "id") or f"+{len(self.boxes)}"
        self.boxes.append(
            Box(
                name=name, text=text, place=Place(label=where), fill=attribute(shape, "fillcolor"), left=round(left),
                top=round(top), width=round(width), height=round(height),
            )
        )  # fmt: skip

    def diagram(self, root: Element, where: str) -> None:
        """Add the points of a SmartArt diagram and what they belong to."""
        names = {}
        for point in (one for one in root.iter() if tag(one) == "pt"):
            text = self.text(point)
            if attribute(point, "type") in {"", "node", "asst"} and text.strip():
                name = f"d{len(self.boxes)}"
                names[attribute(point, "modelId")] = name
                self.boxes.append(Box(name=name, text=text, place=Place(label=where)))
        joined = [one for one in root.iter() if tag(one) == "cxn" and attribute(one, "type") in {"", "parOf"}]
        order = sorted(joined, key=lambda one: int(attribute(one, "srcOrd") or 0))
        pairs = ((names.get(attribute(one, "srcId")), names.get(attribute(one, "destId"))) for one in order)
        self.links += [(upper, lower) for upper, lower in pairs if upper and lower]

    def joined(self) -> list[tuple[str, str]]:
        """Return the connectors, and the loose lines whose ends touch two boxes."""
        found = list(self.links)
        tops = {box.name: box.top for box in self.boxes}
        for net in self._nets():
            touched = {name for stroke in net for end in stroke.ends if (name := self._touched(end))}
            upper = min(touched, key=lambda name: tops[name], default="")
            found += [(upper, name) for name in sorted(touched, key=lambda name: tops[name]) if name != upper]
        return found

    def _nets(self) -> list[list[Stroke]]:
        """Return the lines by what they form together: a line from a box to a bar, the bar, and lines down from it."""
        nets: list[list[Stroke]] = []
        for stroke in self.strokes[:_MOST_STROKES]:
            near = [net for net in nets if any(self._meet(stroke, other) for other in net)]
            nets = [net for net in nets if net not in near] + [[stroke, *(one for net in near for one in net)]]
        return nets

    def _meet(self, one: Stroke, other: Stroke) -> bool:
        """Tell whether two lines meet away from any box: an end of one lies on the other."""
        ends = [(end, other) for end in one.ends] + [(end, one) for end in other.ends]
        return any(_distance(end, line) <= _CLOSE and not self._touched(end) for end, line in ends)

    def _touched(self, end: tuple[float, float]) -> str:
        gaps = [(_gap(box, end), box.name) for box in self.boxes]
        best = min(gaps, default=(_TOUCH + 1.0, ""))
        return best[1] if best[0] <= _TOUCH else ""


def drawn_text(shape: Element) -> str:
    """Return the text of a DrawingML body (a:p), paragraph by paragraph."""
    paragraphs = (one for one in shape.iter() if tag(one) == "p")
    parts = (
        "".join((one.text or "") if tag(one) == "t" else "\n" for one in paragraph.iter() if tag(one) in {"t", "br"})
        for paragraph in paragraphs
    )
    return "\n".join(parts)


def collect_diagrams(archive: ZipFile, drawing: Drawing) -> None:
    """Add the SmartArt diagrams of a file, each a drawing of its own."""
    found = [name for name in archive.namelist() if re.fullmatch(r"(?:word|ppt|xl)/diagrams/data\d{1,4}\.xml", name)]
    for number, name in enumerate(sorted(found, key=lambda name: (len(name), name)), 1):
        own = Drawing(drawn_text)
        own.diagram(fromstring(archive.read(name)), f"SmartArt {number}")  # noqa: S314 - the guard refuses DOCTYPE
        drawing.boxes += [replace(box, name=f"s{number}:{box.name}") for box in own.boxes]
        drawing.links += [(f"s{number}:{upper}", f"s{number}:{lower}") for upper, lower in own.links]


def _distance(point: tuple[float, float], line: Stroke) -> float:
    """Return how far a point is from a line."""
    (x0, y0), (x1, y1) = line.ends
    length = (x1 - x0) ** 2 + (y1 - y0) ** 2
    share = ((point[0] - x0) * (x1 - x0) + (point[1] - y0) * (y1 - y0)) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    return math.hypot(point[0] - x0 - share * (x1 - x0), point[1] - y0 - share * (y1 - y0))


def _gap(box: Box, end: tuple[float, float]) -> float:
    across = max(box.left - end[0], 0, end[0] - box.left - box.width)
    down = max(box.top - end[1], 0, end[1] - box.top - box.height)
    return float(max(across, down))


def _number(text: str) -> float:
    return float(text) if re.fullmatch(r"-?\d{1,12}(?:\.\d{1,6})?", text) else 0.0


def _pair(element: Element | None, first: str, second: str) -> tuple[float, float]:
    return _number(attribute(element, first)), _number(attribute(element, second))


def _inner(group: Element, frame: Frame) -> Frame:
    xfrm = child_of(group, "grpSpPr", "xfrm")
    off, size = _pair(child_of(xfrm, "off"), "x", "y"), _pair(child_of(xfrm, "ext"), "cx", "cy")
    origin, inner = _pair(child_of(xfrm, "chOff"), "x", "y"), _pair(child_of(xfrm, "chExt"), "cx", "cy")
    scale = (size[0] / inner[0] if inner[0] else 1.0, size[1] / inner[1] if inner[1] else 1.0)
    return frame.inner(off, scale, origin)


def _place(xfrm: Element | None, frame: Frame) -> tuple[float, float, float, float]:
    """Return left, top, width and height in points."""
    off, size = _pair(child_of(xfrm, "off"), "x", "y"), _pair(child_of(xfrm, "ext"), "cx", "cy")
    left, top = frame.left + off[0] * frame.across, frame.top + off[1] * frame.down
    return left, top, size[0] * frame.across, size[1] * frame.down


def _ends(
    xfrm: Element, place: tuple[float, float, float, float]
) -> tuple[tuple[float, float], tuple[float, float]]:  # fmt: skip
    """Return where a line begins and ends: turned over and turned round as its frame says."""
    left, top, width, height = place
    x = (left + width, left) if attribute(xfrm, "flipH") in {"1", "true"} else (left, left + width)
    y = (top + height, top) if attribute(xfrm, "flipV") in {"1", "true"} else (top, top + height)
    points = [(x[0], y[0]), (x[1], y[1])]
    middle = (left + width / 2, top + height / 2)
    for _ in range(round(_number(attribute(xfrm, "rot")) / _QUARTER) % 4):
        points = [(middle[0] - (py - middle[1]), middle[1] + (px - middle[0])) for px, py in points]
    return points[0], points[1]


def vml_place(shape: Element, frame: Frame) -> tuple[float, float, float, float]:
    """Return left, top, width and height of a VML shape in points."""
    style = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+)", attribute(shape, "style")))
    left = _length(style.get("margin-left") or style.get("left", ""))
    top = _length(style.get("margin-top") or style.get("top", ""))
    size = _length(style.get("width", "")), _length(style.get("height", ""))
    return (
        frame.left + left * frame.across, frame.top + top * frame.down, size[0] * frame.across, size[1] * frame.down,
    )  # fmt: skip


def vml_frame(group: Element, frame: Frame) -> Frame:
    """Return the frame of what stands in a VML group."""
    left, top, width, height = vml_place(group, frame)
    origin = [_number(part) for part in attribute(group, "coordorigin").split(",")]
    size = [_number(part) for part in attribute(group, "coordsize").split(",")]
    x0, y0, *_ = *origin, 0.0, 0.0
    across = width / size[0] if size and size[0] else 1.0
    down = height / size[1] if len(size) > 1 and size[1] else 1.0
    return Frame(left - x0 * across, top - y0 * down, across, down)


def _length(text: str) -> float:
    found = re.match(r"\s*(-?\d{1,9}(?:\.\d{1,6})?)\s*(pt|in|cm|mm|px)?", text)
    if found is None:
        return 0.0
    return float(found[1]) * {"in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}.get(found[2] or "pt", 1.0)
