"""What the page of `html` knows: the scene in units of its own scale, every fact of the tree, as plain JSON data."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pohon.model.finding import Finding
from pohon.model.node import Kind, Node
from pohon.model.position import Jenjang
from pohon.model.tree import Tree

from . import paths
from .details import Section, sections
from .drawing import Box, Panel, Scene, Shape
from .links import links
from .metrics import clean
from .options import SceneOptions
from .pieces import Lane, lanes, loose, others
from .plain import Outlines, box_parts, outline, points, rounded, steps
from .selection import row_label

__all__ = ["page_data"]


def page_data(tree: Tree, scene: Scene, options: SceneOptions) -> dict[str, Any]:
    """Return the data of the page; `scene` was built with these options."""
    unit = scene.boxes[0].shapes[0].scale if scene.boxes else 1.0
    shapes = Outlines(unit)
    by_node: dict[str, list[Finding]] = {}
    for one in options.explained:
        by_node.setdefault(one.node, []).append(one)
    index = {box.key: place for place, box in enumerate(scene.boxes)}
    joined = links(scene)
    nodes = [
        _node(tree, box, index) | _drawn(box, shapes) | _facts(tree, tree.find(box.key), options, by_node)
        for box in scene.boxes
    ]
    return {
        "title": clean(tree.judul),
        "agency": clean(" · ".join(part for part in (tree.instansi, tree.pemerintah) if part)),
        "summary": _summary(tree, scene, options),
        "general": [_section(part) for part in _general(tree, by_node.get("", ()))],
        "unit": unit,
        "nodes": nodes,
        "wires": [[index[one.cause], points(one.wire.points, unit)] for one in joined if not one.support],
        "supports": [
            [index[one.effect], index[one.cause], points(one.wire.points, unit)] for one in joined if one.support
        ],
        "bands": [_band(lane, unit) for lane in lanes(scene)],
        "unplaced": next((_rectangle(one, unit) for one in scene.panels if one.name == "belum ditempatkan"), None),
        "extra": _extra(scene, unit),
        "legend": list(_legend(scene)),
        "shapes": [list(entry) for entry in shapes.table],
        "filters": _filters(tree, scene, options),
    }


def _summary(tree: Tree, scene: Scene, options: SceneOptions) -> list[list[str]]:
    shown = [tree.find(box.key) for box in scene.boxes]
    facts = [
        ("Periode", str(tree.periode).replace("-", "\u2013") if tree.periode else ""),
        ("Tahun", str(tree.tahun) if tree.tahun else ""),
        ("Tahap", f"{options.stage or tree.tahap} dari 5"),
        ("Kondisi", str(len(shown))),
        ("Indikator", "" if 0 < options.stage < 4 else str(sum(len(node.indikator) for node in shown))),
    ]
    return [[name, value] for name, value in facts if value]


def _general(tree: Tree, found: Sequence[Finding]) -> Iterator[Section]:
    """Yield what concerns the whole file."""
    rows = [("Dasar hukum", one) for one in tree.dasar_hukum] + [("Catatan", one) for one in tree.catatan]
    if rows:
        yield Section("Pohon ini", tuple(rows))
    for one in found:
        facts = (("Temuan", one.message), ("Cara memperbaiki", one.hint))
        rows = [(name, value) for name, value in facts if value]
        yield Section(f"{one.severity.label.capitalize()} {one.code} {one.name}", tuple(rows), one.severity.label)


def _node(tree: Tree, box: Box, index: Mapping[str, int]) -> dict[str, Any]:
    node = tree.find(box.key)
    loose = box.key in tree.belum
    return {
        "id": node.key,
        "number": box.number,
        "kind": box.kind,
        "parent": -1 if loose or node.parent is None else index.get(node.parent, -1),
        "loose": loose,
        "text": clean(node.statement) or "(belum ada kalimat)",
    }


def _drawn(box: Box, shapes: Outlines) -> dict[str, Any]:
    """Return the box in units: its rectangle, outlines and lines of text, relative to its upper left corner."""
    drawn, lines = box_parts(box, shapes)
    place = rounded(value / shapes.unit for value in (box.x, box.y, box.width, box.height))
    return {"box": place, "shapes": drawn, "lines": lines}


def _facts(tree: Tree, node: Node, options: SceneOptions, by_node: Mapping[str, Sequence[Finding]]) -> dict[str, Any]:
    found = by_node.get(node.key, ())
    open_ = [one for one in found if one.waiver is None]
    return {
        "level": row_label(tree, node.kind, options.view)[0],
        "classes": [one.value for one in _classes(tree, node)],
        "codes": sorted({one.code for one in open_}),
        "grades": sorted({one.severity.label for one in open_}),
        "details": [_section(part) for part in sections(tree, node, found, stage=options.stage)],
    }


def _classes(tree: Tree, node: Node) -> tuple[Jenjang, ...]:
    """Return the classes of the positions that carry a node; where none is named, those its level is meant for."""
    own = tuple(dict.fromkeys(tree.positions[key].jenjang for key in node.jabatan if key in tree.positions))
    level = tree.profile.level(node.kind)
    return own or (level.jenjang if level else ())


def _section(part: Section) -> list[Any]:
    rows = [[name, clean(value)] for name, value in part.rows]
    return [clean(part.heading), rows, part.tone]


def _filters(tree: Tree, scene: Scene, options: SceneOptions) -> list[list[Any]]:
    """Return the groups of the filter: heading, field of a node, [value, label] of every choice."""
    kinds = {box.kind for box in scene.boxes}
    classes = {one for box in scene.boxes for one in _classes(tree, tree.find(box.key))}
    shown = {box.key for box in scene.boxes}
    open_ = [one for one in options.explained if one.waiver is None and one.node in shown]
    levels = [[kind.value, row_label(tree, kind, options.view)[0]] for kind in Kind if kind in kinds]
    grades = [[word, word.capitalize()] for word in ("galat", "peringatan", "saran")]
    codes = sorted({(one.code, f"{one.code} {one.name}") for one in open_})
    groups = [
        ["Tingkat", "kind", levels],
        ["Jenjang jabatan", "classes", [[one.value, one.label] for one in Jenjang if one in classes]],
        ["Berat temuan", "grades", [one for one in grades if any(one[0] == each.severity.label for each in open_)]],
        ["Temuan", "codes", [list(code) for code in codes]],
    ]
    return [group for group in groups if len(group[2]) > (0 if group[1] in {"grades", "codes"} else 1)]


def _band(lane: Lane, unit: float) -> list[Any]:
    """Return name and detail of a band, 1 for a row or 0 for a column, and where it begins and ends."""
    area = lane.area
    start, length = (area.y, area.height) if lane.upright else (area.x, area.width)
    return [lane.name, lane.detail, int(lane.upright), *rounded((start / unit, (start + length) / unit))]


def _rectangle(panel: Panel, unit: float) -> list[float]:
    area = panel.shapes[0]
    return rounded(value / unit for value in (area.x, area.y, area.width, area.height))


def _extra(scene: Scene, unit: float) -> dict[str, list[Any]]:
    """Return what belongs to no box and to no band: partners and the lines to them, marks of a view."""
    panels = [panel for panel in others(scene) if panel.name not in {"judul", "legenda", "belum ditempatkan"}]
    panels += [Panel(lane.name, lane.panel.shapes[1:], lane.panel.texts) for lane in lanes(scene) if not lane.signed]
    wires = loose(scene)
    drawn = [[wire.surface, steps(paths.wire_path(wire), unit)] for wire in wires]
    drawn += [[f"{wire.surface}-end", steps(paths.arrow(wire), unit)] for wire in wires if wire.curved]
    shapes = [[shape.surface, outline(shape, unit)] for panel in panels for shape in panel.shapes]
    texts = [
        [
            text.look,
            *rounded(value / unit for value in (text.x, text.y, text.size)),
            text.text,
            text.middle,
            text.turned,
        ]
        for panel in panels
        for text in panel.texts
    ]
    return {"shapes": [*drawn, *shapes], "texts": texts}


def _legend(scene: Scene) -> Iterator[list[Any]]:
    """Yield the entries of the key: label, width and height of the sample, its outlines."""
    panel = next((one for one in scene.panels if one.name == "legenda"), Panel("legenda"))
    samples: dict[int, list[Shape]] = {place: [] for place in range(len(panel.texts))}
    for shape in panel.shapes:
        middle = shape.y + shape.height / 2
        row = [at for at, text in enumerate(panel.texts) if abs(text.y - text.size * 0.35 - middle) < text.size * 0.6]
        right = [at for at in row if panel.texts[at].x > shape.x]
        if right:
            samples[min(right, key=lambda at: panel.texts[at].x)].append(shape)
    for place, text in enumerate(panel.texts):
        yield [text.text, *_sample(samples[place], text.size)]


def _sample(shapes: Sequence[Shape], size: float) -> tuple[list[float], list[list[str]]]:
    """Return the view box of a sample and its outlines, at a text size of 10."""
    if not shapes:
        return [0.0, 0.0, 1.0, 1.0], []
    unit = size / 10
    x, y = min(shape.x for shape in shapes), min(shape.y for shape in shapes)
    right, bottom = max(one.x + one.width for one in shapes), max(one.y + one.height for one in shapes)
    drawn = [[one.surface, outline(replace(one, x=one.x - x, y=one.y - y), unit)] for one in shapes]
    return rounded((-1.0, -1.0, (right - x) / unit + 2, (bottom - y) / unit + 2)), drawn
