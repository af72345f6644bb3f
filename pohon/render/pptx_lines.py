"""Lines of slides: connectors that stay with their boxes when somebody moves them.

A bent connector of PowerPoint begins sideways; ours begin downwards, so they are turned by a quarter and mirrored.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu

from . import theme
from .drawing import Shape, Wire
from .links import Link
from .pptx_shapes import colour, drop_style, emu

__all__ = ["BOTTOM", "LEFT", "RIGHT", "TOP", "Hold", "connect", "free", "hooked"]

Point = tuple[float, float]
TOP, LEFT, BOTTOM, RIGHT = range(4)
_QUARTER = "5400000"
_NEAR = 0.3
_BESIDE = 1.0
_SHARE = 100000


@dataclass(frozen=True, slots=True)
class Hold:
    """What lines hold on to: a box of the slide, and its hooks: end of a line -> id of a small shape there."""

    id: int
    x: int
    y: int
    width: int
    height: int
    hooks: Mapping[tuple[int, int], int] = field(default_factory=dict)

    def side(self, point: Point) -> int:
        """Return the side that a point is nearest to, as PowerPoint counts the sides of a rectangle."""
        left, top = abs(point[0] - self.x), abs(point[1] - self.y)
        right, bottom = abs(point[0] - self.x - self.width), abs(point[1] - self.y - self.height)
        sides = {TOP: top, LEFT: left, BOTTOM: bottom, RIGHT: right}
        return min(sides, key=lambda one: (sides[one], one))


def hooked(found: Sequence[Link], frames: Mapping[str, Shape]) -> dict[str, list[Point]]:
    """Return the ends of lines that need a hook: those of boxes with cut corners, whose sides every program counts
    differently, and those that leave a box elsewhere than in the middle.
    """
    ends: dict[str, list[Point]] = {}
    for link in found:
        first, last = link.wire.points[0], link.wire.points[-1]
        keys = (link.cause, link.effect) if link.support else (link.effect, link.cause)
        for place, (key, point) in enumerate(zip(keys, (first, last), strict=True)):
            frame = frames[key]
            beside = place == 0 and not link.support and abs(point[0] - frame.x - frame.width / 2) > _BESIDE
            if (beside or frame.form == "bevel") and point not in ends.setdefault(key, []):
                ends[key].append(point)
    return ends


def connect(slide: Slide, link: Link, frames: Mapping[str, Hold]) -> Any:
    """Add the connector of a line and return its element; its ends hold on to the frames of the two boxes."""
    points = _corners([(emu(x), emu(y)) for x, y in link.wire.points])
    start, end = (link.cause, link.effect) if link.support else (link.effect, link.cause)
    made = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Emu(0), Emu(0), Emu(0), Emu(0))
    made.name = "Garis dukungan" if link.support else "Garis sebab"
    drop_style(made)
    look = theme.SURFACES[link.wire.surface]
    made.line.color.rgb = colour(look.stroke)
    made.line.width = Emu(emu(look.line * link.wire.scale))
    if look.dash:
        made.line.dash_style = MSO_LINE.DASH
    element = made.element
    _glue(element, "stCxn", *_site(points[0], frames[start]))
    _glue(element, "endCxn", *_site(points[-1], frames[end]))
    if link.support:
        line = element.xpath(".//a:ln")[0]
        line.append(line.makeelement(qn("a:tailEnd"), {"type": "triangle", "w": "sm", "len": "sm"}))
        _curve(element, [(emu(x), emu(y)) for x, y in link.wire.points])
    else:
        _bend(element, points)
    return element


def free(slide: Slide, wire: Wire) -> Any:
    """Add a line that holds on to nothing and return its element."""
    points = wire.points[::3] if wire.curved and len(wire.points) > 4 else wire.points
    builder = slide.shapes.build_freeform(emu(points[0][0]), emu(points[0][1]))
    builder.add_line_segments([(emu(x), emu(y)) for x, y in points[1:]], close=False)
    made = builder.convert_to_shape()
    made.name = "Garis"
    drop_style(made)
    made.fill.background()
    look = theme.SURFACES[wire.surface]
    made.line.color.rgb = colour(look.stroke)
    made.line.width = Emu(emu(look.line * wire.scale))
    if look.dash:
        made.line.dash_style = MSO_LINE.DASH
    return made.element


def _glue(element: Any, name: str, shape: int, site: int) -> None:
    properties = element.xpath("./p:nvCxnSpPr/p:cNvCxnSpPr")[0]
    properties.append(properties.makeelement(qn(f"a:{name}"), {"id": str(shape), "idx": str(site)}))


def _site(point: Point, hold: Hold) -> tuple[int, int]:
    """Return the shape that a line holds on to, and on which side of it."""
    hook = hold.hooks.get((round(point[0]), round(point[1])))
    return hook or hold.id, hold.side(point)


def _corners(points: Sequence[Point]) -> list[Point]:
    """Leave out repeated points and points in the middle of a straight line."""
    kept: list[Point] = []
    for point in points:
        if kept and _near(kept[-1][0], point[0]) and _near(kept[-1][1], point[1]):
            continue
        if len(kept) > 1 and any(_near(kept[-2][axis], kept[-1][axis], point[axis]) for axis in (0, 1)):
            kept.pop()
        kept.append(point)
    return kept if len(kept) > 1 else [points[0], points[-1]]


def _near(*values: float) -> bool:
    return max(values) - min(values) < _NEAR * 12700


def _bend(element: Any, points: Sequence[Point]) -> None:
    """Give a line of one to four legs its shape; longer ones keep their last turns."""
    (x, y), (end_x, end_y) = points[0], points[-1]
    across, down = end_x - x, end_y - y
    legs = len(points) - 1
    if legs == 1 or not down:
        _shape(element, "line", (min(x, end_x), min(y, end_y), abs(across), abs(down)), flips=(across < 0, down < 0))
        return
    adjust: list[float] = []
    if legs == 3:
        adjust = [(points[1][1] - y) / down]
    elif legs > 3:
        adjust = [(points[-4][1] - y) / down, (points[-2][0] - x) / across if across else 0.0]
    name = {2: "bentConnector2", 3: "bentConnector3"}.get(legs, "bentConnector4")
    middle = ((x + end_x) / 2, (y + end_y) / 2)
    area = (middle[0] - abs(down) / 2, middle[1] - abs(across) / 2, abs(down), abs(across))
    _shape(element, name, area, flips=(down < 0, across > 0), adjust=adjust)


def _curve(element: Any, points: Sequence[Point]) -> None:
    """Give a line of a further effect its shape: it leaves and arrives sideways."""
    (x, y), (end_x, end_y) = points[0], points[-1]
    across = (end_x - x) or 1
    adjust = [(points[1][0] + points[-2][0]) / 2 - x]
    area = (min(x, end_x), min(y, end_y), abs(across), abs(end_y - y))
    _shape(
        element, "curvedConnector3", area, flips=(across < 0, end_y < y), adjust=[value / across for value in adjust]
    )


def _shape(
    element: Any,
    name: str,
    area: tuple[float, float, float, float],
    *,
    flips: tuple[bool, bool],
    adjust: Sequence[float] = (),
) -> None:
    """Set kind, place and bends; a bent connector is turned by a quarter."""
    frame, geometry = element.xpath("./p:spPr/a:xfrm")[0], element.xpath("./p:spPr/a:prstGeom")[0]
    for key in ("rot", "flipH", "flipV"):
        frame.attrib.pop(key, None)
    if name.startswith("bent"):
        frame.set("rot", _QUARTER)
    for key, flip in zip(("flipH", "flipV"), flips, strict=True):
        if flip:
            frame.set(key, "1")
    frame.off.x, frame.off.y = Emu(round(area[0])), Emu(round(area[1]))
    frame.ext.cx, frame.ext.cy = Emu(round(area[2])), Emu(round(area[3]))
    geometry.set("prst", name)
    values = geometry.get_or_add_avLst()
    for place, value in enumerate(adjust, 1):
        formula = {"name": f"adj{place}", "fmla": f"val {round(value * _SHARE)}"}
        values.append(values.makeelement(qn("a:gd"), formula))
