"""YAML subset -> nodes that know their place. The only module that imports PyYAML.

Reads libyaml's event stream (never its composer: that one overflows the C stack on deep nesting) and refuses what a
tree file has no use for: aliases, anchors, tags, merge keys, duplicate keys, several documents, deep nesting.
Source: design.md section 3; figures in docs/keputusan.md.
"""

import gc
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import Any, NamedTuple

import yaml

from pohon.errors import Place, Problem

from .sentences import mask
from .yaml_words import translate

__all__ = ["MAX_DEPTH", "MAX_ITEMS", "Item", "Lines", "Map", "Parsed", "Scalar", "Seq", "parse_yaml"]

MAX_DEPTH = 64
"""Deepest nesting of lists and key groups (a tree level takes two)."""
MAX_ITEMS = 2_000_000
"""Most values, lists and key groups in one file."""

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Scalar:
    """A text; `start`/`end` are character offsets in the file."""

    __slots__ = ("end", "quoted", "start", "text")

    def __init__(self, text: str, start: int, end: int, quoted: bool = False) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.quoted = quoted


class Seq:
    """A list."""

    __slots__ = ("end", "flow", "items", "start")

    def __init__(self, start: int, end: int, flow: bool, items: "list[Item] | None" = None) -> None:
        self.start = start
        self.end = end
        self.flow = flow
        self.items: list[Item] = [] if items is None else items


class Map:
    """A group of keys, in the order of the file."""

    __slots__ = ("end", "flow", "pairs", "start")

    def __init__(self, start: int, end: int, flow: bool, pairs: "list[tuple[Scalar, Item]] | None" = None) -> None:
        self.start = start
        self.end = end
        self.flow = flow
        self.pairs: list[tuple[Scalar, Item]] = [] if pairs is None else pairs

    def get(self, key: str) -> "Item | None":
        """Return the value of a key, None when it is absent."""
        return next((value for name, value in self.pairs if name.text == key), None)


Item = Scalar | Seq | Map


class Lines:
    """Offsets of a text -> places."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def place(self, start: int, end: int) -> Place:
        """Return the place from offset `start` up to, not including, `end`."""
        first, last = bisect_right(self.starts, start), bisect_right(self.starts, end)
        return Place(first, start - self.starts[first - 1] + 1, last, end - self.starts[last - 1] + 1)


class Parsed(NamedTuple):
    """What came out: `root` is None when nothing could be built; `broken` = YAML stopped before the end."""

    root: Item | None
    problems: list[Problem]
    lines: Lines
    broken: bool


def parse_yaml(text: str) -> Parsed:
    """Return the nodes of a text, with every problem found."""
    masked = mask(text)
    builder = _Builder(masked.typed, Lines(text), masked.problems)
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        builder.build(masked.text)
    finally:
        if was_enabled:
            gc.enable()
    return Parsed(builder.root, builder.problems, builder.lines, builder.broken)


class _Builder:
    def __init__(self, typed: dict[int, tuple[str, int]], lines: Lines, problems: list[Problem]) -> None:
        self.typed = typed
        self.lines = lines
        self.problems = problems
        self.root: Item | None = None
        self.broken = False
        self.open: list[Seq | Map] = []
        self.keys: list[Scalar | None] = []
        self.count = 0

    def build(self, text: str) -> None:
        loader = _Loader(text)
        try:
            self._read(loader.get_event)
        except yaml.MarkedYAMLError as error:
            self.broken = True
            mark = error.problem_mark or error.context_mark
            start = min(mark.index, self.lines.starts[-1] - 1) if mark else 0
            self.problems.append(translate(error, self.lines.place(max(start, 0), max(start, 0) + 1)))
        except yaml.YAMLError as error:
            self.broken = True
            self.problems.append(translate(error, Place()))
        finally:
            loader.dispose()

    def _read(self, next_event: Callable[[], Any]) -> None:
        """Take events until the stream ends or cannot be used further."""
        while True:
            event = next_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                going = self._scalar(event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.open.pop().end = event.end_mark.index
                self.keys.pop()
                continue
            elif kind is yaml.MappingStartEvent:
                going = self._open(event, Map(event.start_mark.index, 0, bool(event.flow_style)))
            elif kind is yaml.SequenceStartEvent:
                going = self._open(event, Seq(event.start_mark.index, 0, bool(event.flow_style)))
            elif kind is yaml.StreamEndEvent:
                return
            else:
                going = self._other(event)
            if not going:
                self.broken = True
                return

    def _other(self, event: yaml.Event) -> bool:
        """Take an event that holds nothing; False for one that a tree file has no use for."""
        if isinstance(event, yaml.AliasEvent):
            return self._refuse(
                event, "tanda * (alias YAML) tidak dipakai di berkas pohon.", "Tulis isinya, atau ref:."
            )
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            return self._refuse(event, "berkas berisi lebih dari satu dokumen (---).", "Pisahkan menjadi dua berkas.")
        return True

    def _scalar(self, event: Any) -> bool:
        start, end, text = event.start_mark.index, event.end_mark.index, event.value
        if start in self.typed:
            text, end = self.typed[start]
        scalar = Scalar(text, start, end, bool(event.style))
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event, scalar)
        return self._add(scalar)

    def _open(self, event: Any, item: Seq | Map) -> bool:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event, item)
        if len(self.open) >= MAX_DEPTH:
            message = f"susunan terlalu dalam (lebih dari {MAX_DEPTH} lapis, sekitar {MAX_DEPTH // 2} jenjang)."
            return self._refuse(event, message, "Pohon kinerja jarang lebih dari 8 jenjang; periksa jorokannya.")
        if not self._add(item):
            return False
        self.open.append(item)
        self.keys.append(None)
        return True

    def _add(self, item: Item) -> bool:
        self.count += 1
        if self.count > MAX_ITEMS:
            self.problems.append(Problem(Place(), f"berkas berisi lebih dari {MAX_ITEMS} butir.", "Pecah berkasnya."))
            return False
        if not self.open:
            self.root = item
            return True
        top = self.open[-1]
        if type(top) is Seq:
            top.items.append(item)
        elif (key := self.keys[-1]) is not None:
            top.pairs.append((key, item))  # type: ignore[union-attr]  # a Seq was taken above
            self.keys[-1] = None
        elif type(item) is Scalar:
            self.keys[-1] = item
            if item.text == "<<":
                self._complain(item, "kunci gabung << tidak dipakai di berkas pohon.", "Tulis isinya.")
        else:
            self._complain(item, "kunci harus berupa satu kata.", "Periksa tanda kurung di sini.")
            return False
        return True

    def _complain(self, item: Item, message: str, remedy: str) -> None:
        place = self.lines.place(item.start, max(item.end, item.start + 1))
        self.problems.append(Problem(place, message, remedy))

    def _refuse_marks(self, event: Any, item: Item) -> None:
        sign = "&" if event.anchor is not None else "!"
        message = f"tanda {sign} dari YAML tidak dipakai di berkas pohon."
        self._complain(item, message, "Hapus tandanya, atau apit kalimatnya dengan tanda kutip.")

    def _refuse(self, event: yaml.Event, message: str, remedy: str) -> bool:
        start = event.start_mark.index if event.start_mark else 0
        place = self.lines.place(start, start + 1)
        self.problems.append(Problem(place, message, remedy))
        return False
