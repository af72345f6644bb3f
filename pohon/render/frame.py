"""Title block, legend and level bands: what surrounds the boxes. Sizes are points on the sheet."""

from collections.abc import Iterator, Sequence

from pohon.frozen import dataclass
from pohon.model.node import Kind
from pohon.model.tree import Tree

from . import metrics, theme
from .drawing import Panel, Shape, Text
from .options import SLIDE, SceneOptions

__all__ = ["Corner", "bands", "columns", "header", "legend", "paragraph", "tab_width"]

_LINE, _ROWS, _FACTS = 1.3, 3, 0.42
_VIEWS = {
    "kinerja": "Pohon kinerja", "cascading": "Cascading kinerja", "jabatan": "Kinerja per jabatan",
    "crosscutting": "Peta crosscutting",
}  # fmt: skip


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


def paragraph(text: str, look: str, corner: Corner) -> tuple[list[Text], float]:
    """Break a text to the width of its corner; return its lines and their height."""
    size = theme.TEXTS[look].size / 9.0 * corner.base
    lines = metrics.wrap(metrics.clean(text), corner.width, size, bold=theme.TEXTS[look].bold)
    step = size * 1.2
    texts = [
        Text(line.text, look, corner.x, corner.y + place * step + size * 0.92, size, line.width)
        for place, line in enumerate(lines)
    ]
    return texts, step * len(lines)


def header(
    tree: Tree, options: SceneOptions, corner: Corner, counts: tuple[int, int] | None, scale: float = 1.0
) -> tuple[Panel, float]:
    """Draw the title block; return it and its height.

    `counts` = conditions and indicators on the sheet; None = a list, which has neither boxes nor a scale.
    """
    base = corner.base
    facts, wide, bottom = _facts_block(list(_facts(tree, options, counts, scale)), corner)
    above = (_VIEWS[options.view], "" if _named(tree, tree.instansi) else tree.instansi, tree.pemerintah)
    overline = " \u00b7 ".join(part for part in above if part).upper()
    texts, y = list[Text](), corner.y
    for look, words in (("overline", overline), ("title", tree.judul), ("subtitle", _part(tree, options))):
        if words:
            lines, height = paragraph(words, look, Corner(corner.x, y, corner.width - wide - base * 2, base))
            texts += lines
            y += height + base * 0.2
    bottom = max(y, bottom) + base * 0.4
    rule = Shape("rect", "title-rule", corner.x, bottom, corner.width, base * 0.16)
    return Panel("judul", (rule,), (*texts, *facts)), bottom + base * 0.16 - corner.y


def _part(tree: Tree, options: SceneOptions) -> str:
    numbers = ", ".join(tree.number(key) for key in options.branches)
    if len(options.branches) == 1:
        return f"Bagian {numbers}: {tree.find(options.branches[0]).statement}"
    return f"Bagian {numbers}" if numbers else ""


def _named(tree: Tree, name: str) -> bool:
    """True when the title names it already."""
    return name.casefold() in tree.judul.casefold()


def _facts(
    tree: Tree, options: SceneOptions, counts: tuple[int, int] | None, scale: float
) -> Iterator[tuple[str, str]]:
    if tree.periode or tree.tahun:
        years = [str(part) for part in (tree.periode, tree.tahun) if part]
        yield ("Periode" if tree.periode else "Tahun"), " \u00b7 ".join(years).replace("-", "\u2013")
    yield "Tahap", f"{options.stage or tree.tahap} dari 5"
    if counts:
        yield "Isi", f"{counts[0]} kondisi" + (f", {counts[1]} indikator" if counts[1] else "")
    number, total = options.sheet
    if options.paper == SLIDE:
        if total > 1:
            yield "Lembar", f"{number} dari {total}"
    elif options.paper:
        yield "Kertas", f"{options.paper} \u00b7 lembar {number} dari {total}" if total > 1 else options.paper
        if counts:
            yield "Skala", f"{scale:.2f}".replace(".", ",")
    for name, value in (("Versi", options.version), ("Tanggal", options.date)):
        if value:
            yield name, value


def _facts_block(facts: Sequence[tuple[str, str]], corner: Corner) -> tuple[list[Text], float, float]:
    """Set the facts flush right, in two columns where they leave room for the title: texts, width, bottom."""
    middle = (len(facts) + 1) // 2
    tables = [facts[:middle], facts[middle:]] if len(facts) > _ROWS else [facts]
    wide = sum(map(sum, (_fact_widths(table, corner.base) for table in tables))) + corner.base * 2 * (len(tables) - 1)
    if len(tables) > 1 and wide > corner.width * _FACTS:
        tables, wide = [facts], sum(_fact_widths(facts, corner.base))
    wide = min(wide, corner.width * _FACTS)
    texts, bottom, x = list[Text](), corner.y, corner.x + corner.width - wide
    for table in tables:
        room = min(sum(_fact_widths(table, corner.base)), wide)
        lines, end = _fact_table(table, Corner(x, corner.y, room, corner.base))
        texts += lines
        bottom = max(bottom, end)
        x += room + corner.base * 2
    return texts, wide, bottom


def _fact_widths(facts: Sequence[tuple[str, str]], base: float) -> tuple[float, float]:
    """Return the widths of the names and of the values."""
    name = max(metrics.width(fact, base) for fact, _ in facts) + base * 0.9
    return name, max(metrics.width(metrics.clean(text), base, bold=True) for _, text in facts) + 0.01


def _fact_table(facts: Sequence[tuple[str, str]], corner: Corner) -> tuple[list[Text], float]:
    """Set names and values below each other; return them and their lower end."""
    base, texts, y = corner.base, list[Text](), corner.y
    name, _ = _fact_widths(facts, base)
    for fact, words in facts:
        texts.append(_text(fact, "fact", (corner.x, y + base), base))
        room = max(corner.width - name, base * 6)
        lines, height = paragraph(words, "fact-value", Corner(corner.x + name, y + base * 0.08, room, base))
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


def columns(
    labels: Sequence[tuple[str, str]], spans: Sequence[tuple[float, float]], corner: Corner, floor: float
) -> list[Panel]:
    """Draw the level bands side by side with their names on top; `corner.width` = height of the names."""
    panels = []
    for place, ((name, detail), (left, right)) in enumerate(zip(labels, spans, strict=True)):
        surface = "band" if place % 2 == 0 else "band-even"
        inset, tab = corner.base * 0.15, corner.width
        shapes = (
            Shape("rect", surface, left, corner.y, right - left, floor - corner.y),
            Shape("rect", "band-tab", left + inset, corner.y, right - left - 2 * inset, tab),
        )
        lines = _tab_lines((name, detail), max(1.0, right - left - corner.base), (corner.base, tab))
        first = corner.y + (tab - sum(step for *_, step in lines)) / 2
        texts = []
        for line, look, size, step in lines:
            texts.append(Text(line.text, look, (left + right) / 2, first + size * 0.92, size, line.width, middle=True))
            first += step
        panels.append(Panel(f"jenjang {name}", shapes, tuple(texts)))
    return panels


def tab_width(labels: Sequence[tuple[str, str]], base: float) -> float:
    """Return the width of the column that holds the level names."""
    return base * (3.6 if any(detail for _, detail in labels) else 3.0)


def _band_texts(label: tuple[str, str], span: tuple[float, float], corner: Corner, tab: float) -> Iterator[Text]:
    """Break name and detail so that they stand inside the band, read from below; level where that is larger."""
    base, high = corner.base, span[1] - span[0]
    lines = _tab_lines(label, max(1.0, high - base), (base, tab))
    level = _tab_lines(label, tab - base * 0.5, (base, max(1.0, high - base * 0.3)))
    middle = (span[0] + span[1]) / 2
    if level[0][2] > lines[0][2] * 1.2:
        below = middle - sum(step for *_, step in level) / 2
        for line, look, size, step in level:
            yield Text(line.text, look, corner.x + tab / 2, below + size * 0.92, size, line.width, middle=True)
            below += step
        return
    across = corner.x + (tab - sum(step for *_, step in lines)) / 2
    for line, look, size, step in lines:
        yield Text(line.text, look, across + size * 0.92, middle, size, line.width, middle=True, turned=True)
        across += step


def _tab_lines(
    label: tuple[str, str], room: float, sizes: tuple[float, float]
) -> list[tuple[metrics.Line, str, float, float]]:
    """Return the lines of a level name (line, look, size, step): as large as their tab allows, no word broken."""
    base, tab = sizes
    size, name, detail = base, metrics.clean(label[0]), metrics.clean(label[1])
    while True:
        lines = [(line, "band", size, size * 1.15) for line in metrics.wrap(name, room, size, bold=True)]
        small = size * 0.92
        lines += [(line, "fact", small, size * 1.15) for line in metrics.wrap(detail, room, small)]
        widest = max((metrics.width(word, size, bold=True) for word in name.split()), default=0.0)
        low = sum(step for *_, step in lines) <= tab - base * 0.5
        if (low and widest <= room) or size < base * 0.35:
            return lines
        size *= 0.94
