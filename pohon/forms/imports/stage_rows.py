"""Rows of stage tables: what one row says, which node it fits, and what it adds to that node.

Source: domain.md sections 2.5 to 2.7.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pohon.errors import Place
from pohon.forms.tables import Cell
from pohon.model.indicator import Indicator
from pohon.model.lexicon import default
from pohon.model.likeness import Likeness, compare
from pohon.model.node import Kind
from pohon.model.origin import Origin
from pohon.model.planning import code_level
from pohon.model.wording import head, normalise

from .draft import Draft
from .joining import alike
from .labels import kinds_of, stage_of
from .recognise import Sheet
from .rows import Record

__all__ = [
    "SAME", "Judge", "Row", "add_measures", "codes", "extends", "is_measure", "kind_of_row", "lean", "numbers_of",
    "same_factor", "takes",
]  # fmt: skip

SAME = 0.62
_SURE = 0.9
_CODE = re.compile(r"(?<![\w.])(?:\d|X)\.(?:\d{2}|XX)\.\d{2}(?:\.\d\.\d{2}(?:\.\d{2,4})?)?(?![\w.])")
_INDICATOR_WEIGHT = 0.2
_KIND_WEIGHT = 0.15


@dataclass(slots=True)
class Row:
    """One row of a stage table that speaks of one node."""

    record: Record
    kind: Kind
    text: str
    origin: Origin
    place: Place
    indikator: str = ""
    komponen: str = ""
    jabatan: str = ""
    known_label: bool = True
    facts: tuple[Indicator, ...] = ()
    program: tuple[str, ...] = ()
    deep: int = 1
    pemangku: str = ""
    """The position that the row names, beside the class in `jabatan`."""


def kind_of_row(label: str, rujukan: str, komponen: str, text: str, *, first: bool) -> tuple[Kind, bool]:
    """Return the kind of a row from its printed label (else component, stage, wording), and whether it was printed."""
    kinds = kinds_of(label)
    stage = stage_of(rujukan)
    if len(kinds) > 1:
        wanted = Kind.OUTCOME if stage == 1 or (first and not stage) else Kind.CSF
        return wanted if wanted in kinds else min(kinds, key=lambda kind: kind.rank), True
    if kinds:
        return next(iter(kinds)), True
    by_component = kinds_of(komponen)
    if by_component:
        return min(by_component, key=lambda kind: kind.rank), True
    if stage in (1, 2):
        return Kind.OUTCOME if stage == 1 else Kind.CSF, True
    lists = head(text, default()).lists
    return Kind.OPERASIONAL if "keluaran" in lists else Kind.ANTARA, False


@dataclass(frozen=True, slots=True)
class Judge:
    """How well a row of a stage fits a node: statement, level and indicator."""

    rows: Sequence[Row]
    nodes: Sequence[Draft]
    tahap: int = 0

    def __call__(self, number: int, node: int) -> float:
        """Return how well a row fits a node, 0.0 when it does not."""
        row, draft = self.rows[number], self.nodes[node]
        if row.text:
            score = alike(row.text, draft.statement)
        else:
            score = alike(row.indikator, draft.statement) if row.kind is draft.kind else 0.0
        again = any(one.tahap == self.tahap for one in draft.asal)  # a table of this stage has named it already
        if score < SAME or (score < _SURE and (again or row.kind is not draft.kind)):
            return 0.0
        same = any(normalise(one.nama) == normalise(row.indikator) for one in draft.indikator if row.indikator)
        return (
            score + _KIND_WEIGHT * (row.kind is draft.kind) + _INDICATOR_WEIGHT * same - 0.01 * bool(draft.crosscutting)
        )


def same_factor(known: str, text: str) -> bool:
    """Tell whether two wordings name one CSF: nearly equal letters, or no word on both sides that the other lacks."""
    score = alike(known, text)
    return score >= _SURE or (score >= SAME and compare(known, text, default()) is not Likeness.DIFFERENT)


def takes(sheet: Sheet, column: int) -> bool:
    """Tell whether a stage table makes use of a column."""
    role = sheet.columns[column]
    return role is not None and role.name in {
        "nomor", "kinerja", "kondisi", "csf_kondisi", "label", "rujukan", "indikator", "iku", "komponen", "jabatan",
        "satuan", "target", "rumus", "sumber", "awal", "nomenklatur", "program", "kode",
    }  # fmt: skip


def codes(text: str) -> tuple[str, ...]:
    """Return the codes of program, kegiatan and sub kegiatan that a cell names."""
    return tuple(dict.fromkeys(code for code in _CODE.findall(text) if code_level(code)))


def numbers_of(record: Record) -> list[Cell]:
    """Return the cells of a row that hold only its number."""
    return [cell for cell in record.filled if cell.text.strip(" .()").isdigit()]


def is_measure(text: str) -> bool:
    """Tell whether a statement is an indicator in truth: it opens with a measure."""
    return "ukur" in head(text, default()).lists


def extends(longer: str, shorter: str) -> bool:
    """Tell whether a text goes on where the other one breaks off."""
    return len(longer) > len(shorter) and normalise(longer).startswith(normalise(shorter))


def add_measures(draft: Draft, row: Row, tahap: int) -> None:
    """Add the indicators of a row; a second wording of a known one is remembered with its row."""
    for fact in row.facts or ((Indicator(nama=row.indikator),) if row.indikator else ()):
        origin = Origin(tahap=tahap, baris=row.origin.baris, nama=fact.nama)
        place = _known(draft, fact.nama, tahap)
        if place < 0:
            draft.indikator.append(replace(fact, asal=(origin,)))
            continue
        one = draft.indikator[place]
        filled = {
            name: getattr(one, name) or getattr(fact, name) for name in ("satuan", "target", "rumus", "sumber", "awal")
        }
        nama = fact.nama if extends(fact.nama, one.nama) else one.nama
        merged = replace(
            one, nama=nama, satuan=filled["satuan"], target=filled["target"], rumus=filled["rumus"],
            sumber=filled["sumber"], awal=filled["awal"], asal=(*one.asal, origin),
        )  # fmt: skip
        draft.indikator[place] = merged


def _known(draft: Draft, nama: str, tahap: int) -> int:
    """Return the place of the indicator that a name means, -1 for a new one."""
    for place, one in enumerate(draft.indikator):
        if any(o.tahap == tahap for o in one.asal) and one.nama != nama:
            continue
        if alike(one.nama, nama) >= SAME or extends(nama, one.nama):
            return place
    return -1


def lean(one: Indicator) -> Indicator:
    """Return the indicator with only those rows that print another name."""
    return replace(one, asal=tuple(o for o in one.asal if o.nama != one.nama))
