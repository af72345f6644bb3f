"""Several sheets for one tree: an overview and one sheet a branch, with references both ways.

A sheet is split where its text would be too small to read; a branch that is still too small is split again.
"""

from collections.abc import Iterator, Mapping, Sequence

from pohon.frozen import dataclass, replace
from pohon.model.node import Node
from pohon.model.tree import Tree

from . import scene
from .drawing import Scene
from .options import READABLE, SceneOptions
from .selection import select

__all__ = ["READABLE", "SPLITS", "build", "planned"]

SPLITS = ("auto", "csf", "none")
_ROWS = ("jabatan", "crosscutting")
_COMFORTABLE = 1.2
"""How much larger than the least size a text should be where there is a choice."""
_CROWD = 32
_ALIKE = 0.92
"""Text may be smaller by this share where that lets all sheets lie the same way, broad if possible: trees are."""
_MANY = 24
"""More sheets than this are laid out with fewer attempts each, and all in the same orientation."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The tops of what a sheet shows (none = the whole tree) and the nodes whose causes stand on other sheets."""

    tops: tuple[str, ...]
    closed: frozenset[str] = frozenset()


def build(tree: Tree, options: SceneOptions, split: str = "auto") -> tuple[Scene, ...]:
    """Draw a tree on as many sheets as it takes: auto = when its text is too small, csf = always, none = never.

    All sheets have the scale of the one that allows the least. Findings that have no room beside the boxes follow on
    sheets of their own.
    """
    if options.view in _ROWS:
        return _rows(tree, options, split)
    plan = planned(tree, options, split)
    if not options.paper:
        return (scene.build(tree, options),)
    fitted = _fitted(tree, plan)
    scale = min(one.scale for one in fitted)
    drawn = tuple(scene.draw(one, scale) for one in fitted)
    return (*drawn, *_findings(tree, options, drawn)) if options.marks else drawn


def _fitted(tree: Tree, plan: Sequence[SceneOptions]) -> list[scene.Fitted]:
    """Fit every sheet; all lie the same way, unless some would have to be much smaller for it."""
    many = len(plan) > _MANY
    if many:
        first = scene.fit(tree, plan[0])
        way = "landscape" if first.page[0] > first.page[1] else "portrait"
        rest = dict(_lying(tree, plan[1:], way, enough=first.scale, brief=True))
        return [first, *_in_order(rest)]
    if plan[0].orientation != "auto" or len(plan) == 1:
        return _in_order(dict(_lying(tree, plan, plan[0].orientation)))
    broad = dict(_lying(tree, plan, "landscape"))
    tall: dict[int, scene.Fitted] = {}
    for place, found in _lying(tree, plan, "portrait"):
        if max(found.scale, broad[place].scale) < _least(broad) / _ALIKE:
            return _in_order(broad)
        tall[place] = found
    mixed = {place: max(one, tall[place], key=lambda one: one.worth) for place, one in broad.items()}
    same = broad if _least(broad) >= _least(tall) * _ALIKE else tall
    return _in_order(same if _least(same) >= _least(mixed) * _ALIKE else mixed)


def _in_order(sheets: Mapping[int, scene.Fitted]) -> list[scene.Fitted]:
    return [sheets[place] for place in range(len(sheets))]


def _least(sheets: Mapping[int, scene.Fitted]) -> float:
    return min(one.scale for one in sheets.values())


def _lying(
    tree: Tree, plan: Sequence[SceneOptions], way: str, *, enough: float = 0.0, brief: bool = False
) -> Iterator[tuple[int, scene.Fitted]]:
    """Fit sheets that lie one way, the fullest first: the others need no larger scale than it has."""
    for place in sorted(range(len(plan)), key=lambda place: -len(select(tree, plan[place]).nodes)):
        found = scene.fit(tree, replace(plan[place], orientation=way), brief=brief, enough=enough)
        enough = min(enough or found.scale, found.scale)
        yield place, found


def _rows(tree: Tree, options: SceneOptions, split: str) -> tuple[Scene, ...]:
    """Draw a view that is no tree; numbered findings need paper, for their list stands on sheets of its own."""
    from . import lanes, partners

    options = options if options.paper else replace(options, marks=())
    jabatan = options.view == "jabatan"
    drawn = lanes.build(tree, options, split) if jabatan else partners.build([tree], options, split)
    return (*drawn, *_findings(tree, options, drawn)) if options.marks else drawn


def _findings(tree: Tree, options: SceneOptions, drawn: Sequence[Scene]) -> tuple[Scene, ...]:
    """Return the sheets with the findings that stand on no sheet so far; those of the file stand on the first one.

    They lie as the drawing does.
    """
    from . import remarks

    with_list = [sheet for sheet in drawn if any(panel.name == "temuan" for panel in sheet.panels)]
    listed = {box.key for sheet in with_list for box in sheet.boxes} | {"" for sheet in with_list if sheet is drawn[0]}
    shown = {box.key for sheet in drawn for box in sheet.boxes} | {""}
    left = [mark for mark in options.marks if mark.key not in listed and mark.key in shown]
    way = "portrait" if drawn[0].height > drawn[0].width else "landscape"
    return remarks.sheets(tree, replace(options, orientation=way), left)


def planned(tree: Tree, options: SceneOptions, split: str = "auto") -> tuple[SceneOptions, ...]:
    """Return the options of every sheet that `build` draws."""
    one = split == "none" or not options.paper or (split == "auto" and scene.readable(tree, options, options.least))
    plan = [] if one else _plan(tree, options, every=split == "csf")
    if len(plan) < 2:
        return (options,)
    opened = {key: number for number, sheet in enumerate(plan[1:], 2) for key in sheet.tops}
    sheets = []
    for number, sheet in enumerate(plan, 1):
        notes = {key: f"rincian di lembar {place}" for key, place in opened.items() if place != number}
        notes |= _backward(tree, sheet, plan) if number > 1 else {}
        sheets.append(_options(options, sheet, notes, (number, len(plan))))
    return tuple(sheets)


def _options(
    options: SceneOptions, sheet: _Sheet, notes: dict[str, str], number: tuple[int, int] = (1, 1)
) -> SceneOptions:
    closed = options.closed | sheet.closed
    return replace(options, branches=sheet.tops, closed=closed, notes={**options.notes, **notes}, sheet=number)


def _plan(tree: Tree, options: SceneOptions, *, every: bool) -> list[_Sheet]:
    """Return the sheets: an overview and every part; a part that cannot be read gets an overview of its own.

    A part that its overview shows to the last cause needs no sheet; the first ones have theirs if `every` is to.
    """
    parts = _parts(tree, options.branches or tree.roots)
    if not parts:
        return [_Sheet(options.branches)]
    plan = [_overview(tree, options, options.branches, parts)]
    parts = parts if every else _cut(tree, plan[0], parts)
    pending: list[tuple[str, ...]] = [(key,) for key in reversed(parts)]
    while pending:
        tops = pending.pop()
        parts = _parts(tree, tops)
        if not parts or len(tops) > 1 or _readable(tree, options, _Sheet(tops), options.least):
            plan.append(_Sheet(tops))
        else:
            plan.append(_overview(tree, options, tops, parts))
            pending.extend(reversed(_gathered(tree, options, _cut(tree, plan[-1], parts))))
    return plan


def _cut(tree: Tree, sheet: _Sheet, parts: list[str]) -> list[str]:
    """Return the parts of which a sheet does not show everything."""
    return [key for key in parts if any(node.key in sheet.closed for node in tree.branch(tree.find(key)))]


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
        if 0 < size <= _CROWD and _readable(tree, options, _Sheet(together), options.least * _COMFORTABLE):
            groups[-1] = together
        else:
            groups.append((key,))
    return groups


def _overview(tree: Tree, options: SceneOptions, tops: tuple[str, ...], parts: list[str]) -> _Sheet:
    """Close the parts, or what is one level below them where that can still be read well."""
    below = [child.key for key in parts for child in tree.children(tree.find(key)) if child.sebab]
    deeper = _Sheet(tops, frozenset(below))
    if below and _readable(tree, options, deeper, options.least * _COMFORTABLE * 1.15):
        return deeper
    return _Sheet(tops, frozenset(parts))


def _readable(tree: Tree, options: SceneOptions, sheet: _Sheet, points: float) -> bool:
    notes = dict.fromkeys(sheet.closed, "rincian di lembar 000")
    notes |= {key: f"mendukung {tree.number(key)} di lembar 000" for key in sheet.tops}
    return scene.readable(tree, _options(options, sheet, notes), points)


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
