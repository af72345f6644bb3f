"""The list of findings on a sheet: number, severity, code, place and sentence, in columns; or on sheets of its own."""

from collections.abc import Sequence

from pohon.model.tree import Tree

from . import frame, metrics
from .drawing import Panel, Scene, Shape, Text
from .options import MM, PAPERS, Mark, SceneOptions

__all__ = ["SEVERITY", "entry", "line", "listing", "moved_shape", "moved_text", "panel", "sheets"]

SEVERITY = {
    "error": "galat", "warning": "peringatan", "hint": "saran",
    "galat": "galat", "peringatan": "peringatan", "saran": "saran",
}  # fmt: skip
_COLUMN, _BADGE = 34.0, 2.6

Entry = tuple[list[Shape], list[Text], float]


def panel(tree: Tree, marks: Sequence[Mark], corner: frame.Corner) -> tuple[Panel, float]:
    """Draw the list of findings; return it and its height."""
    entries = [entry(tree, mark, _column(corner)) for mark in marks]
    return listing("temuan", f"Temuan ({len(marks)})", entries, corner)


def listing(name: str, heading: str, entries: Sequence[Entry], corner: frame.Corner) -> tuple[Panel, float]:
    """Set entries in columns below a heading; return the panel and its height."""
    base, wide = corner.base, _column(corner).width
    count = _count(corner)
    texts, high = frame.paragraph(heading, "fact-value", frame.Corner(corner.x, corner.y, corner.width, base))
    target = sum(tall for *_, tall in entries) / count
    shapes, texts = list[Shape](), list(texts)
    column, y, lowest = 0, 0.0, 0.0
    for drawn, words, tall in entries:
        if y and y + tall / 2 > target and column < count - 1:
            column, y = column + 1, 0.0
        left, top = corner.x + column * (wide + base * 1.5), corner.y + high + base * 0.4 + y
        shapes += [moved_shape(one, left, top) for one in drawn]
        texts += [moved_text(one, left, top) for one in words]
        y += tall
        lowest = max(lowest, y)
    return Panel(name, tuple(shapes), tuple(texts)), high + base * 0.4 + lowest


def _count(corner: frame.Corner) -> int:
    return max(1, int(corner.width // (corner.base * _COLUMN)))


def _column(corner: frame.Corner) -> frame.Corner:
    """Return a corner at (0, 0) that is as wide as one column of a list."""
    count = _count(corner)
    return frame.Corner(0.0, 0.0, (corner.width - (count - 1) * corner.base * 1.5) / count, corner.base)


def line(words: str, corner: frame.Corner) -> Entry:
    """Draw one sentence of a list at (0, 0)."""
    own, indent = _column(corner), corner.base * 0.9
    lines, tall = frame.paragraph(words, "legend", frame.Corner(indent, 0.0, own.width - indent, own.base))
    dot = Shape("diamond", "mark", 0.0, own.base * 0.35, own.base * 0.5, own.base * 0.5, own.base / 9.0)
    return [dot], lines, tall + own.base * 0.3


def entry(tree: Tree, mark: Mark, corner: frame.Corner) -> Entry:
    """Draw one finding at (0, 0): its number on the colour of its severity, then what it says."""
    base, word = corner.base, SEVERITY[mark.severity]
    number = str(mark.number)
    place = tree.number(mark.key) if mark.key else "seluruh berkas"
    indent = base * _BADGE
    lines, tall = frame.paragraph(
        f"{word} {mark.code} pada {place}: {mark.message}", "legend",
        frame.Corner(indent, 0.0, corner.width - indent, base),
    )  # fmt: skip
    wide = metrics.width(number, base * 0.9, bold=True)
    badge = Shape("rounded", word, 0.0, base * 0.05, base * 2.1, base * 1.15, base / 9.0)
    text = Text(number, "badge", base * 1.05 - wide / 2, base * 0.95, base * 0.9, wide)
    return [badge], [text, *lines], tall + base * 0.35


def moved_shape(one: Shape, x: float, y: float) -> Shape:
    """Return a shape at another place."""
    return Shape(one.form, one.surface, one.x + x, one.y + y, one.width, one.height, one.scale)


def moved_text(one: Text, x: float, y: float) -> Text:
    """Return a text at another place."""
    return Text(one.text, one.look, one.x + x, one.y + y, one.size, one.width, one.middle, one.turned)


def sheets(tree: Tree, options: SceneOptions, marks: Sequence[Mark]) -> tuple[Scene, ...]:
    """Return as many sheets as a list of findings takes, with the title block on each."""
    from .surround import BASE, margin

    narrow, broad = sorted(side * MM for side in PAPERS[options.paper])
    width, height = (narrow, broad) if options.orientation == "portrait" else (broad, narrow)
    base, white = BASE[options.paper], margin(options.paper)
    head, above = frame.header(tree, options, frame.Corner(white, white, width - 2 * white, base), None)
    corner = frame.Corner(white, white + above + base, width - 2 * white, base)
    drawn, rest = [], list(marks)
    while rest:
        count = _fitting(tree, rest, corner, height - white - corner.y)
        made = panel(tree, rest[:count], corner)[0]
        rest = rest[count:]
        name = "Daftar temuan"
        drawn.append(
            Scene(
                width=width,
                height=height,
                title=tree.judul,
                description=name,
                outline=name,
                paper=options.paper,
                panels=(head, made),
            )
        )
    return tuple(drawn)


def _fitting(tree: Tree, marks: Sequence[Mark], corner: frame.Corner, room: float) -> int:
    """Return how many findings of a list fit into a height, at least one."""
    low, high = 1, len(marks)
    while low < high:
        middle = (low + high + 1) // 2
        if panel(tree, marks[:middle], corner)[1] <= room:
            low = middle
        else:
            high = middle - 1
    return low
