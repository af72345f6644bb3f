"""Trees that were drawn: boxes with connectors (Word, slides), or boxes whose places tell what hangs below what.

Source: domain.md 5.1; libraries.md section 5 (text boxes and connectors).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pohon.model.indicator import Indicator
from pohon.model.lexicon import default
from pohon.model.node import Kind
from pohon.model.origin import Origin
from pohon.model.wording import head

from .draft import Draft, Forest
from .labels import kinds_of
from .measures import unnumbered
from .notes import Ledger
from .source import Box, Source, tidy

__all__ = ["read_boxes"]

_INDICATOR = re.compile(r"^(?:indikator(?:\s+kinerja(?:\s+utama)?)?|iku|ik)\s*(?:\d+)?\s*[:.]\s*", re.IGNORECASE)
_TARGET = re.compile(r"^(?:target|satuan)\b", re.IGNORECASE)
_BY_DEPTH = (Kind.OUTCOME, Kind.CSF, Kind.UTAMA, Kind.ANTARA)


def read_boxes(source: Source, ledger: Ledger) -> Forest:
    """Return the tree that the boxes of a file draw; boxes without a connection or a place wait unplaced."""
    boxes = [box for box in source.boxes if len(tidy(box.text)) > 2]
    drafts = [_draft(box, source.form) for box in boxes]
    parents = _by_links(boxes, source.links, ledger)
    drawn = bool(parents)
    if not drawn and any(box.top or box.left for box in boxes):
        parents = _by_places(boxes)
        ledger.note(
            "", "", "kotak-kotaknya tidak bersambung garis; susunannya dibaca dari letak kotak.",
            "Periksa induk tiap simpul.",
        )  # fmt: skip
    forest = Forest()
    for place, (draft, box) in enumerate(zip(drafts, boxes, strict=True)):
        parent = parents.get(place, -1)
        if parent >= 0:
            draft.hang(drafts[parent])
        elif place in parents.values():
            forest.roots.append(draft)
        else:
            forest.belum.append(draft)
            ledger.note(box.place, box.text, "kotak ini tidak bersambung dengan kotak lain.", "Gantung pada tempatnya.")
    for root in forest.roots:
        _give_kinds(root)
    for one in forest.belum:
        one.kind = Kind.GAGASAN if one.kind is Kind.OUTCOME else one.kind
    return forest


def _draft(box: Box, form: str) -> Draft:
    """Return the node of a box: lines that name a level, indicators and targets are told from the statement."""
    lines = tidy(box.text).split("\n")
    label = next((line for line in lines if kinds_of(line.strip(":"))), "")
    rest = [line for line in lines if line != label]
    said = [line for line in rest if not _is_measure(line) and not _TARGET.match(line)]
    statement = " ".join(unnumbered(line) if not at else line for at, line in enumerate(said)) or " ".join(lines)
    measures = [Indicator(nama=_INDICATOR.sub("", line)) for line in rest if _is_measure(line)]
    kinds = kinds_of(label.strip(":")) if label else frozenset()
    kind = min(kinds, key=lambda one: one.rank) if len(kinds) == 1 else Kind.OUTCOME
    asal = [Origin(dokumen=form, baris=box.place.label, keterangan=label or None)]
    draft = Draft(kind, statement, box.place, indikator=measures, asal=asal)
    draft.leaf = len(kinds) == 1
    return draft


def _is_measure(line: str) -> bool:
    return bool(_INDICATOR.match(line)) or ("ukur" in head(line, default()).lists and len(line.split()) > 1)


def _by_links(boxes: Sequence[Box], links: Sequence[tuple[str, str]], ledger: Ledger) -> dict[int, int]:
    """Return box -> the box above it, from connectors; the higher end is the effect."""
    place_of = {box.name: place for place, box in enumerate(boxes)}
    parents: dict[int, int] = {}
    for first, second in links:
        if first not in place_of or second not in place_of or first == second:
            continue
        upper, lower = place_of[first], place_of[second]
        if boxes[upper].top > boxes[lower].top:
            upper, lower = lower, upper
        if lower in parents and parents[lower] != upper:
            other = tidy(boxes[upper].text)
            ledger.note(
                boxes[lower].place, boxes[lower].text, f'bersambung ke dua kotak; "{other}" dilewati.',
                "Tambahkan `ref` bila memang menyebabkan keduanya.",
            )  # fmt: skip
        elif not _is_below(parents, upper, lower):
            parents[lower] = upper
    return parents


def _is_below(parents: dict[int, int], one: int, other: int) -> bool:
    """Tell whether a box already hangs below another one: a connector back would close a circle."""
    while one in parents:
        one = parents[one]
        if one == other:
            return True
    return False


def _by_places(boxes: Sequence[Box]) -> dict[int, int]:
    """Return box -> the box above it, from places: the nearest one of the row above."""
    rows = list(_rows(boxes))
    parents: dict[int, int] = {}
    for above, row in pairwise(rows):
        for place in row:
            middle = boxes[place].left + boxes[place].width / 2
            parents[place] = min(above, key=lambda one: abs(boxes[one].left + boxes[one].width / 2 - middle))
    return parents


def _rows(boxes: Sequence[Box]) -> Iterator[list[int]]:
    """Yield the boxes row by row: those whose tops differ by less than half a box stand side by side."""
    order = sorted(range(len(boxes)), key=lambda place: (boxes[place].top, boxes[place].left))
    row: list[int] = []
    for place in order:
        height = max(boxes[place].height, 12)
        if row and boxes[place].top - boxes[row[0]].top > height / 2:
            yield row
            row = []
        row.append(place)
    if row:
        yield row


def _give_kinds(root: Draft, top: int = 0) -> None:
    """Name levels by depth where no box says its own: outcome, CSF, utama, antara, and operasional at the ends."""
    pending = [(root, top)]
    while pending:
        one, depth = pending.pop()
        if not one.leaf:
            deepest = depth >= len(_BY_DEPTH) - 1 and not one.children
            one.kind = Kind.OPERASIONAL if deepest else _BY_DEPTH[min(depth, len(_BY_DEPTH) - 1)]
        pending += [(child, depth + 1) for child in one.children]
