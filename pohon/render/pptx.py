"""Scenes as slides for PowerPoint and Impress: native shapes whose text can be retyped, lines that hold on to boxes.

Places, sizes and colours are those of the scene. The same scenes give the same bytes.
"""

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu

from pohon.model.finding import Finding
from pohon.model.tree import Tree

from . import scene, sheets
from .details import sections
from .drawing import Panel, Scene, Shape, Text
from .links import links
from .metrics import clean
from .options import SLIDE, SceneOptions
from .pieces import Lane, Paragraph, Piece, lanes, loose, others, pieces
from .pptx_lines import BOTTOM, LEFT, RIGHT, TOP, Hold, connect, free, hooked
from .pptx_shapes import add_group, add_shape, add_text, emu, fill_title, name_shape

__all__ = ["as_slide", "render", "slides"]

Point = tuple[float, float]
_FIXED = datetime(2000, 1, 1)  # noqa: DTZ001  # office files keep a date without a zone
_OLD_WIDTH = 9144000
_TITLE_ONLY = 5
_LEAST = 10.0
_INSIDE = 3.0 / 7.0


def as_slide(options: SceneOptions) -> SceneOptions:
    """Return the same choices for a slide: wide screen, nothing smaller than 10 pt as long as it can be split."""
    return replace(options, paper=SLIDE, orientation="landscape", least=_LEAST)


def slides(tree: Tree, options: SceneOptions, split: str = "auto") -> tuple[Scene, ...]:
    """Return the scenes of a presentation, each as large as its slide allows."""
    wide = as_slide(options)
    if options.view in {"jabatan", "crosscutting"}:
        return sheets.build(tree, wide, split)
    return tuple(scene.build(tree, each) for each in sheets.planned(tree, wide, split))


def render(tree: Tree, scenes: Sequence[Scene], options: SceneOptions) -> bytes:
    """Return the presentation: one slide for each scene, with the facts of its nodes in the notes."""
    deck = Presentation()
    for drawn in scenes:
        _resize(deck, drawn)
        slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
        _slide(slide, drawn)
        slide.notes_slide.notes_text_frame.text = _notes(tree, drawn, options)
    _properties(deck, tree)
    target = BytesIO()
    deck.save(target)
    return _same_dates(target.getvalue())


def _resize(deck: Deck, drawn: Scene) -> None:
    """Give slides the size of the scene, and stretch the layouts of the template with them."""
    wide = emu(drawn.width)
    if deck.slide_width == wide:
        return
    deck.slide_width, deck.slide_height = Emu(wide), Emu(emu(drawn.height))
    for shapes in (deck.slide_master.shapes, *(layout.shapes for layout in deck.slide_layouts)):
        for shape in shapes:
            if shape.element.xpath("./p:spPr/a:xfrm"):
                shape.left = Emu(shape.left * wide // _OLD_WIDTH)
                shape.width = Emu(shape.width * wide // _OLD_WIDTH)


def _properties(deck: Deck, tree: Tree) -> None:
    core = deck.core_properties
    core.title, core.subject = clean(tree.judul)[:255], clean(tree.instansi)[:255]
    core.author = core.last_modified_by = ""
    core.keywords, core.language, core.revision = "pohon kinerja", "id-ID", 1
    core.created = core.modified = _FIXED


def _same_dates(data: bytes) -> bytes:
    """Pack the file again with one date for all its parts."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            entry = zipfile.ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(info))
    return target.getvalue()


def _slide(slide: Slide, drawn: Scene) -> None:
    for lane in lanes(drawn):
        if lane.signed:
            _band(slide, lane)
        else:
            _panel(slide, lane.panel, behind=0)
    lines = len(slide.shapes.element)  # lines are put here, below the boxes they hold on to
    found = links(drawn)
    hooks = hooked(found, {box.key: box.shapes[0] for box in drawn.boxes})
    holds = {piece.box.key: _box(slide, piece, hooks.get(piece.box.key, ())) for piece in pieces(drawn)}
    elements = [*(free(slide, wire) for wire in loose(drawn)), *(connect(slide, link, holds) for link in found)]
    for place, element in enumerate(elements):
        slide.shapes.element.insert(lines + place, element)
    for panel in others(drawn):
        if panel.name == "judul":
            _title(slide, panel)
        else:
            _panel(slide, panel, behind=panel.name == "belum ditempatkan" and lines)


def _band(slide: Slide, lane: Lane) -> None:
    name_shape(add_shape(slide.shapes, lane.area), f"Pita {lane.name}")
    for shape in (shape for shape in lane.panel.shapes[1:] if shape is not lane.tab):
        name_shape(add_shape(slide.shapes, shape), f"Hiasan {lane.name}")
    sign = add_shape(slide.shapes, lane.tab)
    name_shape(sign, f"Tingkat {lane.name}")
    rows = [Paragraph(text.text, text.look, text.size, middle=True) for text in _joined(lane.panel.texts)]
    add_text(sign, rows, stand="turned" if lane.upright else "middle")


def _joined(texts: Iterable[Text]) -> list[Text]:
    """Join lines of one look: they were one paragraph before they were broken."""
    found: list[Text] = []
    for text in texts:
        if found and found[-1].look == text.look:
            found[-1] = replace(found[-1], text=f"{found[-1].text} {text.text}")
        else:
            found.append(text)
    return found


def _title(slide: Slide, panel: Panel) -> None:
    """Put the title into the title of the slide, everything else where the scene has it."""
    heads = [text for text in panel.texts if text.look in {"title", "subtitle"}]
    others = [text for text in panel.texts if text.look not in {"title", "subtitle"}]
    _panel(slide, Panel(panel.name, panel.shapes, tuple(others)), behind=0)
    if heads:
        top = heads[0].y - heads[0].size * 0.95
        bottom = heads[-1].y + heads[-1].size * 0.35
        area = (heads[0].x, top, max(text.width for text in heads) * 1.04 + 6, bottom - top)
        rows = [Paragraph(text.text, text.look, text.size) for text in _paragraphs(heads)]
        fill_title(slide, area, rows)


def _paragraphs(texts: Sequence[Text]) -> list[Text]:
    """Join the lines of the title; every other line stays by itself."""
    title = _joined(text for text in texts if text.look == "title")
    return [*title, *(text for text in texts if text.look != "title")]


def _panel(slide: Slide, panel: Panel, *, behind: int) -> None:
    for shape in panel.shapes:
        made = add_shape(slide.shapes, shape)
        name_shape(made, panel.name.capitalize())
        if behind:
            slide.shapes.element.insert(behind, made.element)
    for text in panel.texts:
        left = text.x - text.width / 2 if text.middle else text.x
        area = (left, text.y - text.size * 0.95, text.width * 1.02 + 4, text.size * 1.25)
        words = slide.shapes.add_textbox(*(Emu(emu(value)) for value in area))
        name_shape(words, panel.name.capitalize())
        add_text(words, [Paragraph(text.text, text.look, text.size)], wrap=False)


def _box(slide: Slide, piece: Piece, hooks: Iterable[Point]) -> Hold:
    """Draw a box as a group, with hooks for lines."""
    box, scale = piece.box, piece.scale
    group = add_group(slide, f"{box.number} {piece.paragraphs[0].text if piece.paragraphs else ''}", box.label)
    frame = add_shape(group.shapes, piece.frame)
    name_shape(frame, f"Kotak {box.number}")
    add_text(frame, piece.paragraphs, inset=scale)
    for extra in piece.extras:
        name_shape(add_shape(group.shapes, extra), f"Hiasan {box.number}")
    tag = add_shape(group.shapes, piece.tag)
    name_shape(tag, f"Nomor {box.number}")
    number = next(text for text in box.texts if text.look.startswith("tag"))
    add_text(tag, [Paragraph(number.text, number.look, number.size, middle=True)], wrap=False)
    for one, shape in piece.framed:
        part = add_shape(group.shapes, shape)
        name_shape(part, f"{shape.surface.capitalize()} {box.number}")
        add_text(part, [one], inset=scale * _INSIDE, stand="middle")
    bare = Hold(frame.shape_id, frame.left, frame.top, frame.width, frame.height)
    ids = {(emu(x), emu(y)): _hook(group, piece, (x, y), bare.side((emu(x), emu(y)))) for x, y in hooks}
    return replace(bare, hooks=ids)


def _hook(group: Any, piece: Piece, end: Point, side: int) -> int:
    """Add a small shape just inside a box, where a line ends."""
    size = 2.4 * piece.scale
    left = {LEFT: 0.0, RIGHT: size}.get(side, size / 2)
    above = {TOP: 0.0, BOTTOM: size}.get(side, size / 2)
    surface = piece.frame.surface if piece.frame.form == "bevel" else piece.tag.surface
    shape = Shape("rect", surface, end[0] - left, end[1] - above, size, size, piece.scale)
    made = add_shape(group.shapes, shape)
    name_shape(made, f"Kait {piece.box.number}")
    return int(made.shape_id)


def _notes(tree: Tree, drawn: Scene, options: SceneOptions) -> str:
    """Return what the speaker may want to know: every node of the slide with its facts."""
    by_node: dict[str, list[Finding]] = {}
    for one in options.explained:
        by_node.setdefault(one.node, []).append(one)
    lines = [clean(drawn.outline or drawn.title)]
    for box in drawn.boxes:
        node = tree.find(box.key)
        lines += ["", clean(f"{box.number} {node.statement}")]
        for part in sections(tree, node, by_node.get(box.key, ()), stage=options.stage):
            lines += [clean(f"{part.heading}: " + "; ".join(f"{name} {value}" for name, value in part.rows))]
    return "\n".join(lines)
