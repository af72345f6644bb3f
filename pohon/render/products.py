"""From a tree to the bytes of a drawing: which module makes which kind of file."""

from pohon.model.tree import Tree

from .options import SceneOptions

__all__ = ["FORMS", "make"]

FORMS = ("svg", "pdf", "png", "dot", "mmd", "graphml")
"""Kinds of drawings, by the ending of the file name."""


def make(
    tree: Tree, form: str, options: SceneOptions, *, split: str = "auto", engine: str = "tidy"
) -> tuple[bytes, ...]:
    """Return the files of a drawing: one for each sheet, only one for a PDF, which holds all sheets.

    `form` is one of FORMS. Raises Missing when `engine` is "dot" and Graphviz is not installed.
    """
    if form in ("dot", "mmd", "graphml"):
        return (_as_text(tree, form, options).encode("utf-8"),)
    if engine == "dot":
        from . import dot

        return (dot.draw(tree, options, form),)
    from . import sheets

    scenes = sheets.build(tree, options, split)
    if form == "pdf":
        from . import pdf

        return (pdf.render(scenes),)
    if form == "png":
        from . import png

        return tuple(map(png.render, scenes))
    from . import svg

    return tuple(svg.render(scene).encode("utf-8") for scene in scenes)


def _as_text(tree: Tree, form: str, options: SceneOptions) -> str:
    """Return the tree for other programs: they draw it themselves."""
    if form == "graphml":
        from . import graphml

        return graphml.render(tree)
    if form == "mmd":
        from . import mermaid

        return mermaid.render(tree, options)
    from . import dot

    return dot.render(tree, options)
