"""The tree as lines of text for a terminal: `pohon show`. Plain characters or ANSI colours, never markup."""

import textwrap
import unicodedata
from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree

from . import metrics

__all__ = ["render"]

_COLORS = {
    Kind.OUTCOME: "1;34", Kind.CSF: "1;36", Kind.UTAMA: "1", Kind.ANTARA: "0",
    Kind.OPERASIONAL: "0", Kind.GAGASAN: "33",
}  # fmt: skip
_DIM = "2"
_NARROWEST = 20


def render(tree: Tree, width: int = 100, *, color: bool = False) -> str:
    """Return the tree, at most `width` columns wide where the indentation leaves room for that."""
    lines = [_painted(part, "1", color=color) for part in _wrapped(metrics.clean(tree.judul), width)]
    lines += [_painted(part, _DIM, color=color) for part in _wrapped(_subtitle(tree), width)]
    for key in tree.roots:
        lines += _branch(tree, key, width, color=color)
    if tree.belum_roots:
        lines += ["", _painted("Belum ditempatkan", "1;33", color=color)]
        for key in tree.belum_roots:
            lines += _branch(tree, key, width, color=color)
    return "\n".join(lines) + "\n"


def _subtitle(tree: Tree) -> str:
    parts = [tree.instansi, tree.pemerintah, f"tahap {tree.tahap}", f"{len(tree)} kondisi"]
    return metrics.clean(" \u00b7 ".join(part for part in parts if part))


def _branch(tree: Tree, top: str, width: int, *, color: bool) -> Iterator[str]:
    """Yield the lines of a branch: tree lines, number, kind, statement, indicators."""
    pending = [(top, "", "")]
    while pending:
        key, before, below = pending.pop()
        node = tree.find(key)
        yield from _node(tree, node, (before, below), width, color=color)
        children = [(child, "\u251c\u2500 ", "\u2502  ") for child in node.sebab]
        if children:
            children[-1] = (children[-1][0], "\u2514\u2500 ", "   ")
        pending.extend((child, below + branch, below + trunk) for child, branch, trunk in reversed(children))


def _node(tree: Tree, node: Node, marks: tuple[str, str], width: int, *, color: bool) -> Iterator[str]:
    before, below = marks
    trunk = below + ("\u2502  " if node.sebab else "   ")
    head = f"{tree.number(node.key)} [{node.kind.label}] "
    words = _wrapped(head + metrics.clean(node.statement), width - len(trunk))
    for place, line in enumerate(words):
        yield (trunk if place else before) + _painted(line, _COLORS[node.kind], color=color)
    extras = [("\u2022 ", _indicator(indicator)) for indicator in node.indikator]
    extras += [("\u21c4 ", f"{partner.mitra}: {partner.peran}".rstrip(": ")) for partner in node.crosscutting]
    extras += [("\u21b3 ", f"didukung juga oleh {', '.join(tree.number(key) for key in node.ref)}")] if node.ref else []
    for mark, text in extras:
        for place, line in enumerate(_wrapped(metrics.clean(text), width - len(trunk) - 2)):
            yield trunk + _painted(("  " if place else mark) + line, _DIM, color=color)


def _indicator(indicator: Indicator) -> str:
    targets = "; ".join(f"{target.tahun}: {target.nilai}" for target in indicator.target)
    unit = f" ({indicator.satuan})" if indicator.satuan else ""
    return indicator.nama + unit + (f" \u2014 target {targets}" if targets else "")


def _wrapped(text: str, width: int) -> list[str]:
    """Break a text for the terminal; signs of double width count twice."""
    width = max(width, _NARROWEST)
    extra = sum(unicodedata.east_asian_width(sign) in {"W", "F"} for sign in text)
    if extra:
        width = max(_NARROWEST, int(width * len(text) / (len(text) + extra)))
    return textwrap.wrap(text, width, break_on_hyphens=False) or [""]


def _painted(text: str, code: str, *, color: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if color and code != "0" else text
