"""From a tree to the bytes of a drawing: which module makes which kind of file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pohon.errors import PohonError
from pohon.model.tree import Tree

from .options import SceneOptions

if TYPE_CHECKING:
    from .drawing import Scene, Tile

__all__ = ["FORMS", "make", "make_together"]

FORMS = ("svg", "pdf", "png", "html", "pptx", "drawio", "dot", "mmd", "graphml")
"""Kinds of drawings, by the ending of the file name."""
_SHEETS = ("svg", "pdf", "png")
_DRAWN = (*_SHEETS, "html", "pptx", "drawio")
_NEEDS = {"cascading": 5, "jabatan": 5, "crosscutting": 3}
"""View -> the stage that fills it."""


def make(
    tree: Tree, form: str, options: SceneOptions, *, split: str = "auto", engine: str = "tidy"
) -> tuple[bytes, ...]:
    """Return the files of a drawing: one for each sheet, only one for a PDF, which holds all sheets.

    `form` is one of FORMS. Raises Missing when `engine` is "dot" and Graphviz is not installed, PohonError when the
    view needs a later stage or another kind of file.
    """
    _check(tree, form, options, engine)
    if form in ("html", "drawio", "dot", "mmd", "graphml"):
        return (_as_text(tree, form, options).encode("utf-8"),)
    if form == "pptx":
        from . import pptx

        return (pptx.render(tree, pptx.slides(tree, options, split), options),)
    if engine == "dot":
        from . import dot

        return (dot.draw(tree, options, form),)
    from . import sheets

    return _files(sheets.build(tree, options, split), form, options)


def make_together(trees: Sequence[Tree], form: str, options: SceneOptions, *, split: str = "auto") -> tuple[bytes, ...]:
    """Return the files of the one drawing that shows several trees: who needs whom (view crosscutting)."""
    if form not in _SHEETS:
        kinds = ", ".join(f".{ending}" for ending in _SHEETS)
        raise PohonError(f"beberapa berkas hanya dapat digambar bersama sebagai {kinds}.")
    if options.view != "crosscutting":
        raise PohonError("beberapa berkas hanya dapat digambar bersama dengan --view crosscutting.")
    for one in trees:
        _check(one, form, options, "tidy")
    from . import partners

    return _files(partners.build(trees, options, split), form, options)


def _check(tree: Tree, form: str, options: SceneOptions, engine: str) -> None:
    """Raise PohonError for a wish that cannot be drawn."""
    stage, needed = options.stage or tree.tahap, _NEEDS.get(options.view, 0)
    if stage < needed:
        what = f"tampilan {options.view} baru terisi pada tahap {needed}, sedangkan yang digambar tahap {stage}."
        raise PohonError(f"{what} Pakai --view kinerja, atau lanjutkan pohonnya sampai tahap {needed}.")
    if options.view == "crosscutting" and not any(node.crosscutting for node in tree):
        raise PohonError("pohon ini belum meminta apa pun dari mitra: isi kunci crosscutting lebih dahulu.")
    if options.view == "jabatan" and not tree.jabatan and not any(node.jabatan for node in tree):
        raise PohonError("pohon ini belum menyebut jabatan: isi kunci jabatan lebih dahulu.")
    if options.view in ("jabatan", "crosscutting") and (form not in _DRAWN or engine == "dot"):
        kinds = ", ".join(f".{ending}" for ending in _DRAWN)
        raise PohonError(f"tampilan {options.view} hanya ada sebagai {kinds} dengan tata letak bawaan.")
    if options.poster and (form not in _SHEETS or engine == "dot" or not options.paper):
        raise PohonError("poster memerlukan --paper (ukuran besarnya) dan hasil .pdf, .svg, atau .png.")


def _files(scenes: "Sequence[Scene]", form: str, options: SceneOptions) -> tuple[bytes, ...]:
    """Return the files of finished sheets, cut into tiles for a poster."""
    pages: Sequence[Scene | Tile] = scenes
    if options.poster:
        from . import poster

        pages = [tile for one in scenes for tile in poster.tiles(one, options.poster)]
    if form == "pdf":
        from . import pdf

        return (pdf.render(pages),)
    if form == "png":
        from . import png

        return tuple(map(png.render, pages))
    from . import svg

    return tuple(svg.render(page).encode("utf-8") for page in pages)


def _as_text(tree: Tree, form: str, options: SceneOptions) -> str:
    """Return the tree as one text: for a browser, for diagrams.net, for programs that draw it themselves."""
    if form == "html":
        from . import html

        return html.render(tree, options)
    if form == "drawio":
        from . import drawio

        return drawio.render(tree, options)
    if form == "graphml":
        from . import graphml

        return graphml.render(tree)
    if form == "mmd":
        from . import mermaid

        return mermaid.render(tree, options)
    from . import dot

    return dot.render(tree, options)
