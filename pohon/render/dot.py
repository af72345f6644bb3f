"""A tree as a Graphviz graph, and the engine `dot` for those who want its layout.

Node names are ours (n0, n1 ...), labels go through `graphviz.escape`: no sentence is ever read as markup.
"""

from collections.abc import Iterator
from subprocess import CalledProcessError

import graphviz

from pohon.errors import Missing
from pohon.model.node import Node
from pohon.model.tree import Tree

from . import metrics, theme
from .content import contents
from .options import SceneOptions
from .selection import select

__all__ = ["FORMATS", "draw", "render", "run"]

FORMATS = ("pdf", "png", "svg")
_WRAP = 26.0
_SHAPES = {"double": "box", "bevel": "octagon", "rounded": "box", "barred": "box", "rect": "box", "note": "note"}


def render(tree: Tree, options: SceneOptions) -> str:
    """Return the DOT text of the nodes that the options choose."""
    chosen = select(tree, options)
    nodes = (*chosen.nodes, *chosen.unplaced)
    names = {node.key: f"n{place}" for place, node in enumerate(nodes)}
    graph = graphviz.Digraph("pohon", strict=False)
    graph.attr("graph", label=_escape(tree.judul), labelloc="t", rankdir="TB", splines="ortho", fontname="Arial")
    graph.attr("node", shape="box", fontname="Arial", fontsize="10")
    graph.attr("edge", dir="none", color=theme.SURFACES["edge"].stroke)
    for node, content in zip(nodes, contents(tree, nodes, options), strict=True):
        lines = [content.number, *(line for block in content.blocks for line in _lines(block.text))]
        graph.node(names[node.key], label="\\n".join(map(_escape, lines)), **_look(node))
    for node in nodes:
        for cause, style in _causes(node):
            if cause in names:
                graph.edge(names[node.key], names[cause], **style)
    return str(graph.source)


def _causes(node: Node) -> Iterator[tuple[str, dict[str, str]]]:
    yield from ((key, {}) for key in node.sebab)
    for key in node.ref:
        yield key, {"style": "dashed", "constraint": "false", "color": theme.SURFACES["support"].stroke}


def _lines(text: str) -> list[str]:
    return [line.text for line in metrics.wrap(text, _WRAP * 5.2, 10.0)]


def _escape(text: str) -> str:
    """Quote a text for a label: no escape sequence of dot, and no `&name;` is read in it."""
    return str(graphviz.escape(metrics.clean(text))).replace("&", "&amp;")


def _look(node: Node) -> dict[str, str]:
    level, surface = theme.LEVELS[node.kind], theme.SURFACES[node.kind.value]
    look = {
        "shape": _SHAPES[level.form], "fillcolor": surface.fill, "color": surface.stroke,
        "style": "filled,rounded" if level.form in {"double", "rounded", "barred"} else "filled",
        "fontcolor": theme.TEXTS["statement-dark" if level.dark else "statement"].colour,
    }  # fmt: skip
    return look | {"peripheries": "2"} if level.form == "double" else look


def draw(tree: Tree, options: SceneOptions, suffix: str) -> bytes:
    """Return the drawing that the program `dot` makes of a tree. Raises Missing without `dot`."""
    return run(render(tree, options), suffix)


def run(source: str, suffix: str) -> bytes:
    """Return what the program `dot` makes of a DOT text; `suffix` is one of FORMATS. Raises Missing without `dot`."""
    try:
        return bytes(graphviz.Source(source).pipe(format=suffix))
    except graphviz.ExecutableNotFound:
        raise Missing(
            "program `dot` dari Graphviz belum terpasang di komputer ini. "
            "Pakai tata letak bawaan (--engine tidy), atau pasang Graphviz lebih dahulu."
        ) from None
    except CalledProcessError as error:
        raise Missing(f"program `dot` gagal menggambar pohon ini (kode {error.returncode}).") from error
