"""What a user may choose about a drawing, and the paper sizes."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from pohon.frozen import dataclass, field
from pohon.model.finding import Finding

__all__ = ["DIRECTIONS", "MM", "PAPERS", "READABLE", "SLIDE", "UNIT", "VIEWS", "Mark", "SceneOptions"]

MM = 72 / 25.4
READABLE = 6.0
"""Points: below this a text on paper is too small to read."""
UNIT = 9.0
"""Size of the smallest text of a box in units of the layout."""
VIEWS = ("kinerja", "cascading", "jabatan", "crosscutting")
DIRECTIONS = ("bawah", "kanan")
"""Where causes stand: below their effect (paper), or right of it (projector)."""
SLIDE = "16:9"
PAPERS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"A4": (210, 297), "F4": (215, 330), "A3": (297, 420), "A2": (420, 594), "A1": (594, 841), "A0": (841, 1189)}
    | {SLIDE: (190.5, 190.5 / 9 * 16)}
)
"""Width and height in millimetres, upright; F4 is the folio of Indonesian offices, 16:9 a slide."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding with the number under which it stands in the list on the sheet; `severity` as in `findings`."""

    number: int
    key: str
    code: str
    severity: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneOptions:
    """Choices for one drawing.

    `paper` "" = natural size for a screen. `orientation` landscape, portrait or auto: the larger text wins,
    unless levels would be mixed for a small gain.
    `poster` = the small paper on which every sheet is printed in parts, "" = whole sheets.
    `target` = year whose targets are printed, 0 = none. `findings` = node key -> (code, severity error|warning|hint);
    `explained` = the findings with their sentences, for products that have room for them.
    `branches` = draw only these nodes and what is below them; `depth` = levels below the top, 0 = all.
    `notes` = node key -> remark in its box (references between sheets); `closed` = nodes whose causes are left out.
    `sheet` = number of this sheet and of all sheets; `least` = points below which a tree is split.
    `stage` = show only what this stage knows, 0 = everything.
    `marks` = findings to be numbered in the boxes and listed on the sheet. `version` and `date` stand in the title
    block as given; nothing is taken from the clock.
    """

    view: str = "kinerja"
    paper: str = ""
    orientation: str = "auto"
    poster: str = ""
    direction: str = "bawah"
    indicators: bool = True
    issues: bool = False
    partners: bool = True
    unplaced: bool = True
    target: int = 0
    stage: int = 0
    branches: tuple[str, ...] = ()
    depth: int = 0
    closed: frozenset[str] = frozenset()
    notes: Mapping[str, str] = field(default_factory=dict)
    findings: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    marks: Sequence[Mark] = ()
    explained: Sequence[Finding] = ()
    sheet: tuple[int, int] = (1, 1)
    version: str = ""
    date: str = ""
    least: float = READABLE
