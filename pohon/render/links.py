"""Which two boxes a line of a scene joins: exports whose lines hold on to boxes need to know it."""

from dataclasses import dataclass

from .drawing import Scene, Wire

__all__ = ["Link", "links"]


@dataclass(frozen=True, slots=True)
class Link:
    """A line with the keys of the boxes at its ends; `support` = a further effect, drawn dashed."""

    wire: Wire
    effect: str
    cause: str
    support: bool = False


def links(scene: Scene) -> tuple[Link, ...]:
    """Return every line of a scene that joins two boxes."""
    keys = {box.key for box in scene.boxes}
    return tuple(Link(wire, *wire.ends, support=wire.curved) for wire in scene.wires if keys.issuperset(wire.ends))
