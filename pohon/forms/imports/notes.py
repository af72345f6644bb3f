"""What an import was not sure of, and the count that proves that nothing of the source was lost."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pohon.errors import Place
from pohon.forms.tables import Cell

from .source import Line, Source, tidy

__all__ = ["Count", "Ledger", "Note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One doubt: where, what was read, what was assumed, how to settle it. `key` names the node it stands beside."""

    place: str
    read: str
    assumed: str
    remedy: str
    key: str = ""

    def describe(self) -> str:
        """Return the note as one line for a person."""
        where = f"{self.place}: " if self.place else ""
        shown = self.read if len(self.read) <= 120 else self.read[:117] + "..."
        quoted = f'"{shown}" ' if shown else ""
        return f"{where}{quoted}{self.assumed} {self.remedy}".replace("\n", " ").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Cells (and lines of prose) with text: read = used + listed."""

    read: int
    used: int
    listed: int
    lines_read: int = 0
    lines_used: int = 0
    lines_listed: int = 0

    @property
    def complete(self) -> bool:
        """True when everything that was read is either in the tree or in a list."""
        return self.read == self.used + self.listed and self.lines_read == self.lines_used + self.lines_listed


@dataclass(slots=True)
class Ledger:
    """Keeps the notes and which cells and lines have been used; objects are told apart by identity."""

    notes: list[Note] = field(default_factory=list)
    _used: set[int] = field(default_factory=set)
    _kept: list[object] = field(default_factory=list)

    def use(self, *things: Cell | Line | None) -> None:
        """Remember that these cells or lines went into the tree (or are headings and numbers of the form)."""
        for thing in things:
            if thing is not None and id(thing) not in self._used:
                self._used.add(id(thing))
                self._kept.append(thing)

    def is_used(self, thing: Cell | Line) -> bool:
        """Tell whether a cell or line went into the tree."""
        return id(thing) in self._used

    def note(self, place: Place | str, read: str, assumed: str, remedy: str, *, key: str = "") -> None:
        """Add a doubt."""
        where = place if isinstance(place, str) else spoken(place)
        made = Note(place=where, read=tidy(read), assumed=assumed, remedy=remedy, key=key)
        if made not in self.notes:
            self.notes.append(made)

    def unused(self, source: Source) -> Iterator[Cell | Line]:
        """Yield what has text and was not used, in order."""
        for thing in _things(source):
            if not self.is_used(thing):
                yield thing

    def count(self, source: Source) -> Count:
        """Return the count over the whole source."""
        cells = [thing for thing in _things(source) if isinstance(thing, Cell)]
        lines = [thing for thing in _things(source) if isinstance(thing, Line)]
        used = sum(map(self.is_used, cells))
        lines_used = sum(map(self.is_used, lines))
        return Count(
            read=len(cells), used=used, listed=sum(not self.is_used(cell) for cell in cells),
            lines_read=len(lines), lines_used=lines_used, lines_listed=sum(not self.is_used(line) for line in lines),
        )  # fmt: skip


def spoken(place: Place) -> str:
    """Return a place for a person."""
    if place.label:
        return place.label
    return f"baris {place.line}" if place.line else ""


def _things(source: Source) -> Iterator[Cell | Line]:
    for item in source.items:
        if isinstance(item, Line):
            if tidy(item.text):
                yield item
            continue
        for row in item.rows:
            for cell in row.cells:
                if cell is not None and tidy(cell.text):
                    yield cell
