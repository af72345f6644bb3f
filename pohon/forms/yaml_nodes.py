"""YAML subset -> nodes that know their place. The only module that imports PyYAML.

Reads libyaml's event stream (never its composer: that one overflows the C stack on deep nesting) and refuses what a
tree file has no use for: aliases, anchors, tags, merge keys, duplicate keys, several documents, deep nesting.
Source: design.md section 3; figures in docs/keputusan.md.
"""

import gc
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

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


@dataclass(slots=True)
class Scalar:
    """A text; `start`/`end` are character offsets in the file."""

    text: str
    start: int
    end: int
    quoted: bool = False


@dataclass(slots=True)
class Seq:
    """A list."""

    start: int
    end: int
    flow: bool
    items: "list[Item]" = field(default_factory=list)


@dataclass(slots=True)
class Map:
    """A group of keys, in the order of the file."""

    start: int
    end: int
    flow: bool
    pairs: "list[tuple[Scalar, Item]]" = field(default_factory=list)

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


@dataclass(slots=True)
class Parsed:
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
            for event in self._events(loader):
                if not self._take(event):
                    self.broken = True
                    return
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

    @staticmethod
    def _events(loader: Any) -> Iterator[yaml.Event]:
        while True:
            event = loader.get_event()
            if event is None or isinstance(event, yaml.StreamEndEvent):
                return
            yield event

    def _take(self, event: yaml.Event) -> bool:
        """Take one event; False stops the reading."""
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.CollectionStartEvent):
            collection = Map if isinstance(event, yaml.MappingStartEvent) else Seq
            return self._open(event, collection(_start(event), _end(event), bool(event.flow_style)))
        if isinstance(event, yaml.CollectionEndEvent):
            self.open.pop().end = _end(event)
            self.keys.pop()
            return True
        if isinstance(event, yaml.AliasEvent):
            return self._refuse(
                event, "tanda * (alias YAML) tidak dipakai di berkas pohon.", "Tulis isinya, atau ref:."
            )
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            return self._refuse(event, "berkas berisi lebih dari satu dokumen (---).", "Pisahkan menjadi dua berkas.")
        return True

    def _scalar(self, event: yaml.ScalarEvent) -> bool:
        start, end, text = _start(event), _end(event), event.value
        typed = self.typed.get(start)
        if typed is not None:
            text, end = typed
        scalar = Scalar(text, start, end, bool(event.style))
        self._refuse_marks(event, scalar)
        return self._add(scalar)

    def _open(self, event: yaml.CollectionStartEvent, item: Seq | Map) -> bool:
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
        if isinstance(top, Seq):
            top.items.append(item)
        elif (key := self.keys[-1]) is None:
            return self._key(item)
        else:
            top.pairs.append((key, item))
            self.keys[-1] = None
        return True

    def _key(self, item: Item) -> bool:
        place = self.lines.place(item.start, item.end)
        if not isinstance(item, Scalar):
            self.problems.append(Problem(place, "kunci harus berupa satu kata.", "Periksa tanda kurung di sini."))
            return False
        if item.text == "<<":
            self.problems.append(Problem(place, "kunci gabung << tidak dipakai di berkas pohon.", "Tulis isinya."))
        self.keys[-1] = item
        return True

    def _refuse_marks(self, event: yaml.NodeEvent, item: Item) -> None:
        tag = getattr(event, "tag", None)
        if event.anchor is None and tag is None:
            return
        sign = "&" if event.anchor is not None else "!"
        message = f"tanda {sign} dari YAML tidak dipakai di berkas pohon."
        place = self.lines.place(item.start, max(item.end, item.start + 1))
        self.problems.append(Problem(place, message, "Hapus tandanya, atau apit kalimatnya dengan tanda kutip."))

    def _refuse(self, event: yaml.Event, message: str, remedy: str) -> bool:
        place = self.lines.place(_start(event), _start(event) + 1)
        self.problems.append(Problem(place, message, remedy))
        return False


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0
