"""A tree as Mermaid flowchart text, for wikis and notes that draw it themselves."""

from pohon.model.node import Kind
from pohon.model.tree import Tree

from . import metrics, theme
from .options import SceneOptions
from .selection import select

__all__ = ["render"]

_FRAMES = {
    Kind.OUTCOME: ("[[", "]]"),
    Kind.CSF: ("{{", "}}"),
    Kind.UTAMA: ("(", ")"),
    Kind.ANTARA: ("(", ")"),
    Kind.OPERASIONAL: ("[", "]"),
    Kind.GAGASAN: (">", "]"),
}


def render(tree: Tree, options: SceneOptions | None = None) -> str:
    """Return the flowchart; node names are ours, every sign that Mermaid could read is written as a code."""
    options = options or SceneOptions()
    chosen = select(tree, options)
    nodes = (*chosen.nodes, *chosen.unplaced)
    names = {node.key: f"n{place}" for place, node in enumerate(nodes)}
    shown = options.indicators and not 0 < options.stage < 4
    lines = ["flowchart TD"]
    for node in nodes:
        before, after = _FRAMES[node.kind]
        words = [
            f"{tree.number(node.key)} {node.statement}",
            *(f"\u2022 {one.nama}" for one in node.indikator if shown),
        ]
        label = "<br/>".join(map(_escape, words))
        lines.append(f'    {names[node.key]}{before}"{label}"{after}:::{node.kind.value}')
    for node in nodes:
        lines += [f"    {names[node.key]} --- {names[key]}" for key in node.sebab if key in names]
        lines += [f"    {names[node.key]} -.- {names[key]}" for key in node.ref if key in names]
    lines += [_style(kind) for kind in Kind if any(node.kind is kind for node in nodes)]
    return "\n".join(lines) + "\n"


def _escape(text: str) -> str:
    """Write everything but letters, digits and quiet punctuation as a character code (`#35;`)."""
    quiet = " .,-/()%:\u2022"
    return "".join(one if one.isalnum() or one in quiet else f"#{ord(one)};" for one in metrics.clean(text))


def _style(kind: Kind) -> str:
    surface = theme.SURFACES[kind.value]
    colour = theme.TEXTS["statement-dark" if theme.LEVELS[kind].dark else "statement"].colour
    dash = ",stroke-dasharray:4 3" if surface.dash else ""
    return f"    classDef {kind.value} fill:{surface.fill},stroke:{surface.stroke},color:{colour}{dash}"
