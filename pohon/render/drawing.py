"""The parts of a finished drawing: final coordinates, text in lines. SVG, PDF and PNG know only these."""

from collections.abc import Iterator

from pohon.frozen import dataclass

__all__ = ["Box", "Panel", "Scene", "Shape", "Text", "Tile", "Wire"]

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """An area: `form` rect, rounded, bevel, note, ellipse, triangle; `surface` is a role of the theme."""

    form: str
    surface: str
    x: float
    y: float
    width: float
    height: float
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Text:
    """One line: `x` is its start or its middle, `y` the baseline; `turned` = read from below, rotated about (x, y)."""

    text: str
    look: str
    x: float
    y: float
    size: float
    width: float
    middle: bool = False
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Wire:
    """A line through corner points with rounded corners; `ends` = keys of the boxes it joins: effect, cause.

    `curved`: an arrow along Bezier curves, each beginning where the one before it ends (4, 7, 10 ... points).
    """

    surface: str
    points: tuple[Point, ...]
    scale: float = 1.0
    curved: bool = False
    ends: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Box:
    """One node: its place (number tag included), what is drawn and the sentence for screen readers."""

    key: str
    number: str
    kind: str
    label: str
    x: float
    y: float
    width: float
    height: float
    shapes: tuple[Shape, ...]
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Shapes and texts that belong to no node: a band, the title block, the legend."""

    name: str
    shapes: tuple[Shape, ...] = ()
    texts: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One sheet. Sizes are points; `paper` is "" at natural size for a screen; `outline` = its entry in the PDF."""

    width: float
    height: float
    title: str
    description: str
    language: str = "id"
    outline: str = ""
    paper: str = ""
    panels: tuple[Panel, ...] = ()
    wires: tuple[Wire, ...] = ()
    boxes: tuple[Box, ...] = ()

    def texts(self) -> Iterator[Text]:
        """Yield every text of the sheet, title block and legend included."""
        for panel in self.panels:
            yield from panel.texts
        for box in self.boxes:
            yield from box.texts

    @property
    def smallest(self) -> float:
        """The size of the smallest text in a box, in points; 0 when there is no box."""
        return min((text.size for box in self.boxes for text in box.texts), default=0.0)


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a sheet on smaller paper: `window` (left, top, width, height) of the scene is shown at `place`."""

    scene: Scene
    page: Point
    window: tuple[float, float, float, float]
    place: Point
    marks: Panel
    outline: str

    def shows(self, x: float, y: float, right: float, bottom: float) -> bool:
        """True when something of a rectangle of the scene is in the window."""
        left, top, width, height = self.window
        return right >= left and x <= left + width and bottom >= top and y <= top + height
