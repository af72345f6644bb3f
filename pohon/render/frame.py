"""Title block, legend and level bands: what surrounds the boxes. Sizes are points on the sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pohon.model.node import Kind
from pohon.model.tree import Tree

from . import metrics, theme
from .drawing import Panel, Shape, Text
from .options import SceneOptions

__all__ = ["Corner", "bands", "header", "legend"]

_LINE = 1.3


@dataclass(frozen=True, slots=True)
class Corner:
    """Where a part of the frame begins, how wide it may be, and the size of ordinary text on this paper."""

    x: float
    y: float
    width: float
    base: float


def _text(text: str, look: str, place: tuple[float, float], size: float) -> Text:
    words = metrics.clean(text)
    return Text(words, look, *place, size, metrics.width(words, size, bold=theme.TEXTS[look].bold))


def _paragraph(text: str, look: str, corner: Corner) -> tuple[list[Text], float]:
    """Break a text to the width of its corner; return its lines and their height."""
    size = theme.TEXTS[look].size / 9.0 * corner.base
    lines = metrics.wrap(metrics.clean(text), corner.width, size, bold=theme.TEXTS[look].bold)
    step = size * 1.2
    texts = [
        Text(line.text, look, corner.x, corner.y + place * step + size * 0.92, size, line.width)
        for place, line in enumerate(lines)
    ]
    return texts, step * len(lines)


def header(tree: Tree, options: SceneOptions, corner: Corner, counts: tuple[int, int]) -> tuple[Panel, float]:
    """Draw the title block; return it and its height. `counts` = conditions and indicators on the sheet."""
    base, split = corner.base, corner.width * 0.66
    view = {"kinerja": "Pohon kinerja", "cascading": "Cascading kinerja"}[options.view]
    part = _part(tree, options)
    overline = f"{view} \u00b7 {tree.pemerintah}" if tree.pemerintah else view
    texts: list[Text] = []
    y = corner.y
    rows = (("overline", overline.upper()), ("title", tree.judul), ("subtitle", _agency(tree)), ("subtitle", part))
    for look, words in rows:
        if words:
            lines, height = _paragraph(words, look, Corner(corner.x, y, split, base))
            texts += lines
            y += height + base * 0.25
    facts = list(_facts(tree, options, counts))
    lines, bottom = _fact_table(
        facts, Corner(corner.x + split + base * 2, corner.y, corner.width - split - base * 2, base)
    )
    bottom = max(y, bottom) + base * 0.5
    rule = Shape("rect", "title-rule", corner.x, bottom, corner.width, base * 0.16)
    return Panel("judul", (rule,), (*texts, *lines)), bottom + base * 0.16 - corner.y


def _part(tree: Tree, options: SceneOptions) -> str:
    numbers = ", ".join(tree.number(key) for key in options.branches)
    if len(options.branches) == 1:
        return f"Bagian {numbers}: {tree.find(options.branches[0]).statement}"
    return f"Bagian {numbers}" if numbers else ""


def _agency(tree: Tree) -> str:
    return "" if tree.instansi.casefold() in tree.judul.casefold() else tree.instansi


def _facts(tree: Tree, options: SceneOptions, counts: tuple[int, int]) -> Iterator[tuple[str, str]]:
    if tree.periode or tree.tahun:
        years = [str(part) for part in (tree.periode, tree.tahun) if part]
        yield ("Periode" if tree.periode else "Tahun"), " \u00b7 ".join(years).replace("-", "\u2013")
    yield "Tahap", f"{options.stage or tree.tahap} dari 5"
    yield "Isi", f"{counts[0]} kondisi" + (f", {counts[1]} indikator" if counts[1] else "")
    number, total = options.sheet
    sheet = f"{options.paper} \u00b7 lembar {number} dari {total}" if total > 1 else options.paper
    if sheet:
        yield "Kertas", sheet


def _fact_table(facts: Sequence[tuple[str, str]], corner: Corner) -> tuple[list[Text], float]:
    """Two columns, flush right with the frame: name and value."""
    base, texts, y = corner.base, list[Text](), corner.y + corner.base * 0.25
    name = max(metrics.width(fact, base) for fact, _ in facts) + base * 0.9
    value = max(metrics.width(text, base, bold=True) for _, text in facts)
    left = corner.x + max(0.0, corner.width - min(corner.width, name + value))
    for fact, words in facts:
        texts.append(_text(fact, "fact", (left, y + base), base))
        lines, height = _paragraph(
            words, "fact-value", Corner(left + name, y + base * 0.08, max(corner.width - name, base * 6), base)
        )
        texts += lines
        y += max(base * _LINE, height + base * 0.1)
    return texts, y


def legend(
    kinds: Sequence[tuple[Kind, str]], extras: Sequence[tuple[str, str, str]], corner: Corner
) -> tuple[Panel, float]:
    """Draw the key to shapes and marks: (form, surface, text) per entry, flowing from left to right."""
    entries = [(_form(kind), kind.value, label) for kind, label in kinds] + list(extras)
    base, x, y = corner.base, corner.x, corner.y
    shapes, texts = list[Shape](), list[Text]()
    for form, surface, label in entries:
        wide = metrics.width(metrics.clean(label), base) + base * 2.2
        if x > corner.x and x + wide > corner.x + corner.width:
            x, y = corner.x, y + base * 1.6
        shapes += _sample(form, surface, (x, y), base)
        texts.append(_text(label, "legend", (x + base * 2.2, y + base * 0.95), base))
        x += wide + base * 1.6
    return Panel("legenda", tuple(shapes), tuple(texts)), y + base * 1.4 - corner.y


def _form(kind: Kind) -> str:
    return theme.LEVELS[kind].form


def _sample(form: str, surface: str, place: tuple[float, float], base: float) -> list[Shape]:
    (x, y), scale = place, base / 9.0
    if form == "diamond":
        return [Shape(form, surface, x + base * 0.9, y + base * 0.35, base * 0.55, base * 0.55, scale)]
    if form == "line":
        return [Shape(form, surface, x, y + base * 0.6, base * 1.8, 0.0, scale)]
    plain = {"double": "rounded", "barred": "rounded"}.get(form, form)
    shapes = [Shape(plain, surface, x, y + base * 0.08, base * 1.8, base * 1.05, scale * 0.8)]
    if form == "double":
        inset = base * 0.16
        shapes.append(
            Shape(
                "rounded",
                "outcome-inner",
                x + inset,
                y + base * 0.08 + inset,
                base * 1.8 - 2 * inset,
                base * 1.05 - 2 * inset,
                scale * 0.6,
            )
        )
    if form == "barred":
        shapes.append(Shape("rect", "antara-bar", x, y + base * 0.2, base * 0.28, base * 0.8))
    return shapes


def bands(labels: Sequence[tuple[str, str]], spans: Sequence[tuple[float, float]], corner: Corner) -> list[Panel]:
    """Draw the level bands over the whole width, each with its name at the left edge, read from below."""
    tab = tab_width(labels, corner.base)
    panels = []
    for place, ((name, detail), (top, bottom)) in enumerate(zip(labels, spans, strict=True)):
        surface = "band" if place % 2 == 0 else "band-even"
        shapes = (
            Shape("rect", surface, corner.x, top, corner.width, bottom - top),
            Shape("rect", "band-tab", corner.x, top + corner.base * 0.15, tab, bottom - top - corner.base * 0.3),
        )
        panels.append(Panel(f"jenjang {name}", shapes, tuple(_band_texts((name, detail), (top, bottom), corner, tab))))
    return panels


def tab_width(labels: Sequence[tuple[str, str]], base: float) -> float:
    """Return the width of the column that holds the level names."""
    return base * (3.6 if any(detail for _, detail in labels) else 3.0)


def _band_texts(label: tuple[str, str], span: tuple[float, float], corner: Corner, tab: float) -> Iterator[Text]:
    """Break name and detail so that they stand inside the band; smaller where the band is low."""
    room = max(1.0, span[1] - span[0] - corner.base)
    size = corner.base
    while True:
        lines = [("band", line) for line in metrics.wrap(metrics.clean(label[0]), room, size, bold=True)]
        lines += [("fact", line) for line in metrics.wrap(metrics.clean(label[1]), room, size * 0.92)]
        if len(lines) * size * 1.15 <= tab - corner.base * 0.5 or size < corner.base * 0.35:
            break
        size *= 0.94
    step = size * 1.15
    first = corner.x + (tab - step * len(lines)) / 2 + size * 0.92
    middle = (span[0] + span[1]) / 2
    for place, (look, line) in enumerate(lines):
        real = size if look == "band" else size * 0.92
        yield Text(line.text, look, first + place * step, middle, real, line.width, middle=True, turned=True)
