"""Which two boxes a line of a scene joins: exports whose lines hold on to boxes need to know it."""

from dataclasses import dataclass

from pohon.model.tree import Tree

from .drawing import Scene, Wire

__all__ = ["Link", "links"]


@dataclass(frozen=True, slots=True)
class Link:
    """A line with the keys of the boxes at its ends; `support` = a further effect, drawn dashed."""

    wire: Wire
    effect: str
    cause: str
    support: bool = False


def links(tree: Tree, scene: Scene) -> tuple[Link, ...]:
    """Return every line of a scene with its boxes: first the lines to the causes, then those of further effects."""
    shown = [tree.nodes[box.key] for box in scene.boxes if box.key in tree.nodes]
    keys = {node.key for node in shown}
    below = [node for node in shown if node.parent in keys]
    plain = [wire for wire in scene.wires if not wire.curved]
    found = [Link(wire, node.parent or "", node.key) for wire, node in zip(plain, below, strict=True)]
    further = [(node.key, key) for node in shown for key in node.ref if key in keys]
    curved = [wire for wire in scene.wires if wire.curved]
    found += [Link(wire, effect, cause, support=True) for wire, (effect, cause) in zip(curved, further, strict=True)]
    return tuple(found)
