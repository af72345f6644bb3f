"""Several sheets for one tree: an overview and one sheet a branch, with references both ways.

A sheet is split where its text would be too small to read; a branch that is still too small is split again.
"""

from dataclasses import dataclass, replace

from pohon.model.node import Node
from pohon.model.tree import Tree

from . import scene
from .drawing import Scene
from .options import READABLE, SceneOptions

__all__ = ["READABLE", "SPLITS", "build"]

SPLITS = ("auto", "csf", "none")
_COMFORTABLE = 7.2
_CROWD = 32


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The tops of what a sheet shows (none = the whole tree) and the nodes whose causes stand on other sheets."""

    tops: tuple[str, ...]
    closed: frozenset[str] = frozenset()


def build(tree: Tree, options: SceneOptions, split: str = "auto") -> tuple[Scene, ...]:
    """Draw a tree on as many sheets as it takes: auto = when the text falls under 6 pt, csf = always, none = never."""
    one = split == "none" or not options.paper or (split == "auto" and scene.readable(tree, options, READABLE))
    plan = [] if one else _plan(tree, options)
    if len(plan) < 2:
        return (scene.build(tree, options),)
    opened = {key: number for number, sheet in enumerate(plan[1:], 2) for key in sheet.tops}
    sheets = []
    for number, sheet in enumerate(plan, 1):
        notes = {key: f"rincian di lembar {place}" for key, place in opened.items() if place != number}
        notes |= _backward(tree, sheet, plan) if number > 1 else {}
        sheets.append(scene.build(tree, _options(options, sheet, notes, (number, len(plan)))))
    return tuple(sheets)


def _options(
    options: SceneOptions, sheet: _Sheet, notes: dict[str, str], number: tuple[int, int] = (1, 1)
) -> SceneOptions:
    closed = options.closed | sheet.closed
    return replace(options, branches=sheet.tops, closed=closed, notes={**options.notes, **notes}, sheet=number)


def _plan(tree: Tree, options: SceneOptions) -> list[_Sheet]:
    """Return the sheets: an overview and every part; a part that cannot be read gets an overview of its own."""
    parts = _parts(tree, options.branches or tree.roots)
    if not parts:
        return [_Sheet(options.branches)]
    plan = [_overview(tree, options, options.branches, parts)]
    pending: list[tuple[str, ...]] = [(key,) for key in reversed(parts)]
    while pending:
        tops = pending.pop()
        parts = _parts(tree, tops)
        if not parts or len(tops) > 1 or _readable(tree, options, _Sheet(tops), READABLE):
            plan.append(_Sheet(tops))
        else:
            plan.append(_overview(tree, options, tops, parts))
            pending.extend(reversed(_gathered(tree, options, parts)))
    return plan


def _parts(tree: Tree, tops: tuple[str, ...]) -> list[str]:
    """Return the nodes that may get a sheet of their own: below the first fork, those that have causes."""
    while len(tops) == 1:
        tops = tree.find(tops[0]).sebab
    return [key for key in tops if tree.find(key).sebab]


def _gathered(tree: Tree, options: SceneOptions, parts: list[str]) -> list[tuple[str, ...]]:
    """Put neighbouring parts on one sheet as long as it can be read well."""
    groups: list[tuple[str, ...]] = []
    for key in parts:
        together = (*groups[-1], key) if groups else ()
        size = sum(1 for top in together for _ in tree.branch(tree.find(top)))
        if 0 < size <= _CROWD and _readable(tree, options, _Sheet(together), _COMFORTABLE):
            groups[-1] = together
        else:
            groups.append((key,))
    return groups


def _overview(tree: Tree, options: SceneOptions, tops: tuple[str, ...], parts: list[str]) -> _Sheet:
    """Close the parts, or what is one level below them where that can still be read well."""
    below = [child.key for key in parts for child in tree.children(tree.find(key)) if child.sebab]
    deeper = _Sheet(tops, frozenset(below))
    if below and _readable(tree, options, deeper, _COMFORTABLE * 1.15):
        return deeper
    return _Sheet(tops, frozenset(parts))


def _readable(tree: Tree, options: SceneOptions, sheet: _Sheet, points: float) -> bool:
    return scene.readable(tree, _options(options, sheet, {}), points)


def _backward(tree: Tree, sheet: _Sheet, plan: list[_Sheet]) -> dict[str, str]:
    """Tell on the top boxes of a sheet which node they bring about and where that stands."""
    notes = {}
    for key in sheet.tops:
        above = tree.parent(tree.find(key))
        if above is not None:
            place = next((number for number, other in enumerate(plan, 1) if _shows(tree, other, above)), 1)
            notes[key] = f"mendukung {tree.number(above.key)} di lembar {place}"
    return notes


def _shows(tree: Tree, sheet: _Sheet, node: Node) -> bool:
    """True when a sheet shows a node together with its causes."""
    for one in (node, *tree.ancestors(node)):
        if one.key in sheet.closed:
            return False
        if one.key in sheet.tops:
            return True
    return not sheet.tops
