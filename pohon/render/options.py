"""What a user may choose about a drawing, and the paper sizes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

__all__ = ["MM", "PAPERS", "READABLE", "UNIT", "VIEWS", "SceneOptions"]

MM = 72 / 25.4
READABLE = 6.0
"""Points: below this a text on paper is too small to read."""
UNIT = 9.0
"""Size of the smallest text of a box in units of the layout."""
VIEWS = ("kinerja", "cascading")
PAPERS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"A4": (210, 297), "F4": (215, 330), "A3": (297, 420), "A2": (420, 594), "A1": (594, 841), "A0": (841, 1189)}
)
"""Width and height in millimetres, upright; F4 is the folio of Indonesian offices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneOptions:
    """Choices for one drawing.

    `paper` "" = natural size for a screen. `orientation` landscape, portrait or auto: the larger text wins,
    unless levels would be mixed for a small gain.
    `target` = year whose targets are printed, 0 = none. `findings` = node key -> (code, severity error|warning|hint).
    `branches` = draw only these nodes and what is below them; `depth` = levels below the top, 0 = all.
    `notes` = node key -> remark in its box (references between sheets); `closed` = nodes whose causes are left out.
    `sheet` = number of this sheet and of all sheets. `stage` = show only what this stage knows, 0 = everything.
    """

    view: str = "kinerja"
    paper: str = ""
    orientation: str = "auto"
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
    sheet: tuple[int, int] = (1, 1)
