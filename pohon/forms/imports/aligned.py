"""Tables typed with spaces or tabs: columns that only stand below each other, as in letters and old listings.

The heading tells where the columns begin; what stands in a row goes to the column above it. A row that only goes on
with the words above it is joined to them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pohon.forms.tables import Cell, Table
from pohon.model.lexicon import default
from pohon.model.wording import head

from .headers import Own, is_heading, is_numbering
from .source import Item, Line, grid, tidy

__all__ = ["aligned_table", "with_aligned"]

_RULE = re.compile(r"[\s\-=_+|:.*]+")
_CHUNK = re.compile(r"\S+(?: \S+)*")
_TAB = 8
_GAPS = 2
_FRESH = frozenset({"hasil", "keluaran", "ukur"})


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Words without a wide gap inside, and where they stand on their line."""

    text: str
    start: int
    end: int


def with_aligned(items: Sequence[Item], own: Own = ()) -> tuple[Item, ...]:
    """Return the items of a file with runs of lines that are a table typed with spaces or tabs read as one."""
    made: list[Item] = []
    at = tables = 0
    while at < len(items):
        lines: list[Line] = []
        while at + len(lines) < len(items) and isinstance(one := items[at + len(lines)], Line):
            lines.append(one)
        found = aligned_table(f"tabel ketikan {tables + 1}", lines, own) if lines else None
        if found is None:
            made.append(items[at])
            at += 1
        else:
            made.append(found[0])
            tables += 1
            at += found[1]
    return tuple(made)


def aligned_table(name: str, lines: Sequence[Line], own: Own = ()) -> tuple[Table, int] | None:
    """Return the table that begins with the first of some lines, and how many lines it takes; None for any other."""
    if not lines or not re.search(r"\S(?: {2,}|\t)\s*\S", lines[0].text.strip()):
        return None
    heading, taken = _heading(lines, own)
    if not heading:
        return None
    rows = [[Cell(text=one.text, place=lines[0].place) for one in heading]]
    gaps = 0
    for line in lines[taken:]:
        gaps = gaps + 1 if line.after_blank else gaps
        if _RULE.fullmatch(line.text):
            taken += 1
            continue
        row = _row(line, heading)
        if row is None or (line.after_blank and not _is_row(row, len(heading))):
            break
        if line.after_blank and is_heading([cell.text for cell in row], own) and not _is_repeat(row, heading):
            break
        if not line.after_blank and _goes_on(row, rows):
            rows[-1] = [_joined(upper, lower) for upper, lower in zip(rows[-1], row, strict=True)]
        else:
            rows.append(row)
        taken += 1
    return (grid(name, rows), taken) if len(rows) > 1 else None


def _chunks(text: str) -> list[_Chunk]:
    wide = text.expandtabs(_TAB)
    return [_Chunk(one[0], one.start(), one.end()) for one in _CHUNK.finditer(wide)]


def _heading(lines: Sequence[Line], own: Own) -> tuple[list[_Chunk], int]:
    """Return the columns of the heading, of one line or two that stand below each other, and the lines it takes."""
    first = _chunks(lines[0].text)
    if len(first) < _GAPS or any(one.text.startswith(":") or one.text.endswith(":") for one in first):
        return [], 0
    two = _chunks(lines[1].text) if len(lines) > 1 and not lines[1].after_blank else []
    both = _merged(first, two) if two else []
    if both and is_heading([one.text for one in both], own) and not _RULE.fullmatch(lines[1].text):
        known = is_heading([one.text for one in first], own)
        if not known or not _is_data(two):
            return both, 2
    return (first, 1) if is_heading([one.text for one in first], own) else ([], 0)


def _is_data(chunks: Sequence[_Chunk]) -> bool:
    """Tell whether a line holds statements, figures or numbers of columns, and so is no second line of a heading."""
    texts = [one.text for one in chunks]
    return is_numbering(texts) or any(re.match(r"\d", text) or _opens(text) for text in texts)


def _merged(first: Sequence[_Chunk], second: Sequence[_Chunk]) -> list[_Chunk]:
    """Return the first line with the words of the second one below it; nothing when they stand side by side."""
    made = list(first)
    for one in second:
        at = next((at for at, upper in enumerate(made) if one.start < upper.end and upper.start < one.end), -1)
        if at < 0:
            return []
        upper = made[at]
        made[at] = _Chunk(f"{upper.text} {one.text}", min(upper.start, one.start), max(upper.end, one.end))
    return made


def _row(line: Line, heading: Sequence[_Chunk]) -> list[Cell] | None:
    """Return the cells of a line below a heading, None for a line that has no place below it."""
    texts = [""] * len(heading)
    exact = [part.strip() for part in line.text.split("\t")]
    loose = [part.strip() for part in re.split(r"\t+", line.text)]
    tabbed = next((parts for parts in (exact, loose) if "\t" in line.text and len(parts) == len(heading)), None)
    if tabbed is not None:
        texts = tabbed
    else:
        for chunk in _chunks(line.text):
            at = _column(chunk, heading)
            lead = " " * max(0, chunk.start - heading[at].start) if not texts[at] else ""
            texts[at] = f"{texts[at]} {chunk.text}" if texts[at] else lead + chunk.text
    return [Cell(text=text, place=line.place) for text in texts] if any(text.strip() for text in texts) else None


def _column(chunk: _Chunk, heading: Sequence[_Chunk]) -> int:
    """Return the column of a chunk: the only heading above it, else the last one that begins at its left."""
    above = [at for at, one in enumerate(heading) if chunk.start < one.end and one.start < chunk.end]
    if len(above) == 1:
        return above[0]
    begun = [at for at, one in enumerate(heading) if one.start <= chunk.start + 1]
    return begun[-1] if begun else 0


def _is_row(row: Sequence[Cell], width: int) -> bool:
    """Tell whether a line behind a gap still belongs to the table: it fills two columns, or ends in none."""
    filled = sum(bool(cell.text.strip()) for cell in row)
    return filled > 1 or (width > 2 and not row[0].text.strip() and filled == 1)


def _is_repeat(row: Sequence[Cell], heading: Sequence[_Chunk]) -> bool:
    return [tidy(cell.text).casefold() for cell in row] == [one.text.casefold() for one in heading]


def _opens(text: str) -> bool:
    """Tell whether a text begins a statement or an indicator; words that go on begin with a small letter."""
    return text[:1].isupper() and bool(head(text, default()).lists & _FRESH)


def _goes_on(row: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether a line only goes on with the row above: its words begin nothing, and stand below words."""
    if len(rows) < 2:
        return False
    filled = [at for at, cell in enumerate(row) if cell.text.strip()]
    pairs = [(tidy(rows[-1][at].text), tidy(row[at].text)) for at in filled]
    return all(upper and not _opens(text) and not _is_figure(upper) for upper, text in pairs)


def _is_figure(text: str) -> bool:
    return bool(re.fullmatch(r"\(?[\d.,]+\)?\s*%?[.)]?", text))


def _joined(upper: Cell, lower: Cell) -> Cell:
    if not lower.text.strip():
        return upper
    return replace(upper, text=f"{upper.text} {lower.text.strip()}") if upper.text.strip() else lower
