"""What single cells and rows of level tables say: level in front of a statement, codes, fragments, basis.

Pure readings for `levels`. Source: domain.md sections 5.2 to 5.8.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pohon.model.indicator import Indicator, Target
from pohon.model.lexicon import default
from pohon.model.node import Dasar, Kind
from pohon.model.planning import CodeLevel, Program, code_level
from pohon.model.wording import head, normalise

from .draft import Draft
from .labels import kinds_of
from .measures import filled_up
from .recognise import Sheet
from .rows import Record

__all__ = [
    "CODE",
    "add_measures",
    "amounts",
    "below",
    "chain",
    "component",
    "depth_in_front",
    "is_budget",
    "is_fragment",
    "is_total",
    "kind_of_name",
    "kind_of_output",
    "level_in_front",
    "paid",
    "with_basis",
    "without_level",
]

_PREFIX = re.compile(
    r"((?:tujuan|sasaran|outcome|output|program|kegiatan|sub\s*kegiatan|kinerja|kondisi|csf)(?:\s[a-z ]{2,30}?)?)"
    r"\s*(?:\d+|[IVX]+|\((\d)\))?\s*[:.]\s+(?=\S)",
    re.IGNORECASE,
)
_COMPONENTS = ("tujuan", "sasaran strategis", "sasaran program", "sasaran kegiatan", "sasaran sub kegiatan")
CODE = re.compile(r"\s*((?:\d|X)(?:\.(?:\d{1,4}|XX)){2,6})\s*[-–:]?\s+(?=\S)")
_FRAGMENT_WORDS = 8


def add_measures(owner: Draft, found: list[Indicator]) -> None:
    """Add indicators to a node; one that another table has named already is filled up."""
    known = {normalise(one.nama): place for place, one in enumerate(owner.indikator)}
    fresh = [one for one in found if normalise(one.nama) not in known]
    for one in found:
        place = known.get(normalise(one.nama))
        if place is not None:
            owner.indikator[place] = filled_up(owner.indikator[place], one)
    owner.indikator += fresh


def below(programs: list[Program], made: Program) -> list[Program]:
    """Return the programs with one more row, inside the row whose code begins its own."""
    for place, one in enumerate(programs):
        if made.kode.startswith(f"{one.kode}."):
            inside = below(list(one.isi), made)
            return [*programs[:place], replace(one, isi=tuple(inside)), *programs[place + 1 :]]
    return [*programs, made]


def paid(programs: Sequence[Program], made: Program) -> list[Program]:
    """Return the programs with the amount that a later table gives a row which an earlier one has only named."""
    return [
        replace(one, anggaran=made.anggaran, pagu_indikatif=made.pagu_indikatif, catatan=one.catatan or made.catatan)
        if one.kode == made.kode
        else replace(one, isi=tuple(paid(one.isi, made)))
        for one in programs
    ]


def amounts(sheet: Sheet, record: Record, money: Sequence[int]) -> dict[str, Any]:
    """Return what the columns with money say of a row: the ceilings of several years, or one amount.

    Several amounts that name no years are kept as a remark behind the first one.
    """
    said = [((role.tahun if (role := sheet.columns[at]) else 0), record.text(at)) for at in money]
    years = {year for year, _ in said}
    if len(said) > 1 and len(years) == len(said) and 0 not in years:
        return {"pagu_indikatif": tuple(Target(year, text) for year, text in sorted(said))}
    told = "; ".join(f"{year or ''}: {text}".lstrip(": ") for year, text in said)
    return {"anggaran": said[0][1] if said else "", "catatan": f"Pagu {told}" if len(said) > 1 else ""}


def is_budget(sheet: Sheet) -> bool:
    """Tell whether a table only lists programs with their amounts."""
    return sheet.column("anggaran") >= 0 > sheet.column("indikator", "iku")


def with_basis(dasar: Dasar, role: str, text: str) -> Dasar:
    """Return what an outcome rests on with one more of its sources: mandat, harapan or permasalahan."""
    if role == "mandat":
        return replace(dasar, mandat=text)
    return replace(dasar, harapan=text) if role == "harapan" else replace(dasar, permasalahan=text)


def kind_of_output(sheet: Sheet, record: Record) -> Kind:
    """Return the level of an output from the code beside it: of a kegiatan, or of a sub kegiatan."""
    found = CODE.match(record.text(sheet.column("nomenklatur", "sub_kegiatan", "kegiatan")))
    kode = found[1] if found else record.text(sheet.column("kode"))
    return Kind.OPERASIONAL if code_level(kode) is CodeLevel.SUB_KEGIATAN else Kind.ANTARA


def is_fragment(text: str, above: str) -> bool:
    """Tell whether a text can only go on with the one above: it opens with no verb, the other one does."""
    if text[:1].islower() or above.rstrip().endswith((",", " dan", " serta", " yang")):
        return True
    lists, before = head(text, default()).lists, head(above, default()).lists
    opens = {"hasil", "keluaran", "aktif", "nominal", "mendua", "ukur"}
    short = len(text.split()) < _FRAGMENT_WORDS and len(above.split()) < _FRAGMENT_WORDS
    return (
        short and not lists & opens and bool(before & {"hasil", "keluaran"}) and not above.rstrip().endswith((".", ";"))
    )


def is_total(text: str) -> bool:
    """Tell whether a cell only opens a row of sums: "Jumlah", "TOTAL PAGU"."""
    words = normalise(text).split()
    return len(words) < 4 and bool(words) and words[0] in {"jumlah", "total", "subtotal"}


def chain(draft: Draft) -> list[Draft]:
    """Return a node with everything above it, highest first."""
    chain = [draft]
    while chain[0].parent is not None:
        chain.insert(0, chain[0].parent)
    return chain


def level_in_front(printed: str) -> str:
    """Return the level that stands in front of a statement: "Sasaran program: ..."."""
    found = _PREFIX.match(printed)
    return found[1] if found and kinds_of(found[1]) else ""


def depth_in_front(printed: str) -> int:
    """Return the n of "Sasaran kegiatan (n): ...": how deep a statement stands among those of its own level."""
    found = _PREFIX.match(printed)
    return int(found[2]) if found and found[2] else 1


def without_level(printed: str) -> str:
    """Return a statement without the level that stands in front of it."""
    found = _PREFIX.match(printed)
    return printed[found.end() :] if found and kinds_of(found[1]) else printed


def kind_of_name(name: str) -> Kind:
    """Return the level of a program, kegiatan or sub kegiatan that has no code, from the words of its name."""
    plain = normalise(name)
    if plain.startswith("program"):
        return Kind.UTAMA
    return Kind.OPERASIONAL if plain.startswith(("sub kegiatan", "subkegiatan")) else Kind.ANTARA


def component(heading: str) -> str:
    """Return the planning component that a heading names, "" for any other heading."""
    plain = " ".join(heading.casefold().split())
    return plain if plain in _COMPONENTS else ""
