"""The boxes of a scene as shapes with whole paragraphs, for programs that break lines themselves.

Places are those of the scene; our widths are those of the common print font, so what fits here fits there.
"""

from dataclasses import dataclass

from pohon.model.tree import Tree

from .content import Block, contents
from .drawing import Box, Scene, Shape
from .options import SceneOptions

__all__ = ["Piece", "pieces"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One box: its frame, the shape of its number, its own paragraphs, and those that have a frame of their own."""

    box: Box
    frame: Shape
    tag: Shape
    paragraphs: tuple[Block, ...]
    framed: tuple[tuple[Block, Shape], ...]

    @property
    def scale(self) -> float:
        """Points of one unit: sizes of paragraphs are units."""
        return self.frame.scale


def pieces(tree: Tree, scene: Scene, options: SceneOptions) -> tuple[Piece, ...]:
    """Return the boxes of a scene; `options` are those that the scene was built with."""
    found = contents(tree, [tree.find(box.key) for box in scene.boxes], options)
    return tuple(_piece(box, content.blocks) for box, content in zip(scene.boxes, found, strict=True))


def _piece(box: Box, blocks: tuple[Block, ...]) -> Piece:
    framed = [block for block in blocks if block.frame]
    surfaces = {block.frame for block in framed}
    shapes = [shape for shape in box.shapes if shape.surface in surfaces]
    return Piece(
        box=box,
        frame=box.shapes[0],
        tag=next(shape for shape in box.shapes if shape.surface.startswith("tag-")),
        paragraphs=tuple(block for block in blocks if not block.frame),
        framed=tuple(zip(framed, shapes, strict=True)),
    )
