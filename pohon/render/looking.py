"""What a screen looks at; apart from the canvas, so that a server can pass it on without knowing how to draw."""

from pohon.frozen import dataclass
from pohon.model.node import Kind

__all__ = ["Ghost", "Screen", "View"]


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen that a whole room reads: what it shows is drawn around `node` ("" = the top), as large as it can be.

    Width and height in pixels; `full` = with everything that stands in the boxes, else with the sentences only.
    """

    node: str = ""
    width: int = 1920
    height: int = 1000
    full: bool = False


@dataclass(frozen=True, slots=True)
class Ghost:
    """A node that is gone, drawn once more where it hung: at the end of its family, so that no number changes."""

    key: str
    parent: str | None
    kind: Kind
    statement: str


@dataclass(frozen=True, slots=True)
class View:
    """Where causes stand (bawah, kanan), the nodes whose causes are folded away, the screen of a room, what is gone."""

    direction: str = "bawah"
    closed: frozenset[str] = frozenset()
    screen: Screen | None = None
    ghosts: tuple[Ghost, ...] = ()
