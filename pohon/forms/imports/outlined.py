"""Trees written as an outline: numbers (1, 1.1, a.), indents, headings, or words such as "CSF 1: ..." in front.

Used only where a file has neither tables nor boxes that say more.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pohon.model.indicator import Indicator
from pohon.model.lexicon import default
from pohon.model.node import Kind
from pohon.model.origin import Origin
from pohon.model.wording import head

from .colours import colour_name
from .draft import Draft, Forest
from .labels import kinds_of
from .looks import kinds_by_depth, ranks_by_colour
from .notes import Ledger
from .source import Line, row_name, tidy

__all__ = ["read_outline"]

_NUMBER = re.compile(r"^\(?(\d{1,2}(?:\.\d{1,2})*)[.)]?\s+(?=\S)")
_MARK = re.compile(r"^(?:([A-Z])[.)]|([ivx]{1,5})[.)]|([a-z])[.)]|\(?([a-z])\)|([-•▪*–>]+))\s+(?=\S)")
_PREFIX = re.compile(r"^([A-Za-z][A-Za-z \-/()]{2,40}?)\s*(\d{1,2}(?:\.\d{1,2})*)?\s*[:=]\s+(?=\S)")
_INDICATOR = re.compile(r"^(?:indikator(?:\s+kinerja(?:\s+utama)?)?|iku|ik)\s*(?:\d+)?\s*[:.]\s*", re.IGNORECASE)
_BY_DEPTH = (Kind.OUTCOME, Kind.CSF, Kind.UTAMA, Kind.ANTARA)
_LEAST = 3


@dataclass(slots=True)
class _Entry:
    """One line of the outline. `level` sorts it below the lines before it; `kind` when the line names its level."""

    line: Line
    text: str
    level: tuple[int, int]
    kind: Kind | None = None
    measure: bool = False


def read_outline(lines: Sequence[Line], ledger: Ledger, dokumen: str = "naskah") -> Forest:
    """Return the tree of an outline; an empty forest when the lines are no outline."""
    entries = _by_colour([entry for line in lines if tidy(line.text) and (entry := _entry(line)) is not None], ledger)
    statements = [entry for entry in entries if not entry.measure]
    levels = {entry.level for entry in statements} | {(-1, entry.kind.rank) for entry in statements if entry.kind}
    if len(statements) < _LEAST or len(levels) < 2 or not _is_outline(statements):
        return Forest()
    forest = Forest()
    stack: list[tuple[_Entry, Draft]] = []
    for entry in entries:
        ledger.use(entry.line)
        if entry.measure:
            if stack:
                stack[-1][1].indikator.append(Indicator(nama=entry.text))
            continue
        while stack and not _above(stack[-1][0], entry):
            stack.pop()
        depth = len(stack)
        kind = entry.kind or _BY_DEPTH[min(depth, len(_BY_DEPTH) - 1)]
        asal = [Origin(dokumen=dokumen, baris=row_name(entry.line.place))]
        draft = Draft(kind, entry.text, entry.line.place, asal=asal, leaf=entry.kind is not None)
        if stack:
            draft.hang(stack[-1][1])
        else:
            forest.roots.append(draft)
        stack.append((entry, draft))
    _lowest(forest)
    ledger.note("", "", "susunannya dibaca dari nomor dan jorokan baris.", "Periksa induk dan jenjang tiap simpul.")
    return forest


def _by_colour(entries: list[_Entry], ledger: Ledger) -> list[_Entry]:
    """Return the entries with levels by the colour of their cells, where nothing else tells them apart."""
    if any(entry.line.fill for entry in entries):  # lines beside the coloured ones are remarks unless they state
        entries = [one for one in entries if one.line.fill or one.measure or _opens(one.text)]
    stated = [entry for entry in entries if not entry.measure]
    ranks = ranks_by_colour([entry.line.fill for entry in stated])
    if not ranks or len({entry.level for entry in stated}) > 1 or any(entry.kind for entry in stated):
        return entries
    kinds = kinds_by_depth(ranks, [entry.text for entry in stated])
    for entry, rank, (kind, _) in zip(stated, ranks, kinds, strict=True):
        entry.level, entry.kind = (rank, 0), kind
    read = {entry.line.fill: entry.kind.label for entry in stated if entry.kind}
    said = "; ".join(f"{colour_name(fill)} = {label}" for fill, label in read.items())
    ledger.note("", "", f"jenjang dibaca dari warna sel: {said}.", "Periksa jenjang tiap simpul.")
    return entries


def _is_outline(statements: Sequence[_Entry]) -> bool:
    """Tell an outline from running text and from tables typed with spaces: most lines are whole statements."""
    whole = sum(entry.kind is not None or _opens(entry.text) for entry in statements)
    torn = sum("   " in entry.line.text.strip() for entry in statements)
    return whole * 3 >= len(statements) * 2 and torn * 10 <= len(statements)


def _lowest(forest: Forest) -> None:
    for one in forest.walk():
        if not one.leaf and not one.children and one.kind is Kind.ANTARA:
            one.kind = Kind.OPERASIONAL


def _above(upper: _Entry, lower: _Entry) -> bool:
    """Tell whether an entry is higher than a later one: by named level when both have one, else by mark and indent."""
    if upper.kind is not None and lower.kind is not None:
        return upper.kind.rank < lower.kind.rank
    return upper.level < lower.level


def _entry(line: Line) -> _Entry | None:
    raw = line.text.replace("**", "")
    text = tidy(raw).replace("\n", " ")
    measure = _INDICATOR.match(_MARK.sub("", text))
    if measure:
        return _Entry(line, _INDICATOR.sub("", _MARK.sub("", text)), (0, 0), None, measure=True)
    number, mark = _NUMBER.match(text), _MARK.match(text)
    level = (line.depth, 0)
    if number:
        level = (0, number[1].count(".") + 1) if not line.depth else (line.depth, number[1].count(".") + 1)
        text = text[number.end() :]
    elif mark:
        kind_of_mark = next(place for place, found in enumerate(mark.groups(), 1) if found)
        level = (line.depth, 10 + kind_of_mark)
        text = text[mark.end() :]
    kind, text = _named(text)
    if len(text.split()) < 2 or (not number and not mark and kind is None and not line.depth and not line.heading):
        return None if kind is None and not _opens(text) else _Entry(line, text, level, kind)
    return _Entry(line, text, level, kind)


def _opens(text: str) -> bool:
    return bool(head(text, default()).lists & {"hasil", "keluaran"})


def _named(text: str) -> tuple[Kind | None, str]:
    """Return the level that stands in front of a statement ("CSF 1: ...") and the statement."""
    found = _PREFIX.match(text)
    kinds = kinds_of(found[1]) if found else frozenset()
    if found is None or not kinds:
        return None, text
    return min(kinds, key=lambda kind: kind.rank), text[found.end() :]
