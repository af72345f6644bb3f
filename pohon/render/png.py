"""A scene as PNG, by resvg with the print fonts that ship with `pohon` (no font of the machine is used)."""

from dataclasses import replace
from functools import cache
from importlib import resources

from . import svg
from .drawing import Scene, Text, Tile
from .metrics import known

__all__ = ["font_file", "render"]

_MOST_DOTS = 60_000_000


@cache
def font_file(name: str) -> str:
    """Return the path of a print font: LiberationSans-Regular or LiberationSans-Bold."""
    return str(resources.files("pohon.render").joinpath("fonts", f"{name}.ttf"))


def render(scene: Scene | Tile, dpi: float = 150.0) -> bytes:
    """Return the PNG. Characters that the print fonts lack show as a square; very large sheets get fewer dots."""
    import resvg_py

    wide, high = scene.page if isinstance(scene, Tile) else (scene.width, scene.height)
    zoom = min(dpi / 72.0, (_MOST_DOTS / (wide * high)) ** 0.5)
    drawable = replace(scene, scene=_drawable(scene.scene)) if isinstance(scene, Tile) else _drawable(scene)
    picture: bytes | list[int] = resvg_py.svg_to_bytes(
        svg_string=svg.render(drawable),
        width=max(1, round(wide * zoom)),
        height=max(1, round(high * zoom)),
        background="#ffffff",
        skip_system_fonts=True,
        font_files=[font_file("LiberationSans-Regular"), font_file("LiberationSans-Bold")],
        font_family="Liberation Sans",
        sans_serif_family="Liberation Sans",
    )
    return bytes(picture)


def _drawable(scene: Scene) -> Scene:
    """Replace characters that the fonts lack by a square."""
    panels = tuple(replace(panel, texts=tuple(map(_known_only, panel.texts))) for panel in scene.panels)
    boxes = tuple(replace(box, texts=tuple(map(_known_only, box.texts))) for box in scene.boxes)
    return replace(scene, paper="", panels=panels, boxes=boxes)


def _known_only(text: Text) -> Text:
    if text.text.isascii() or all(map(known, text.text)):
        return text
    return replace(text, text="".join(one if known(one) else "\u25a1" for one in text.text))
