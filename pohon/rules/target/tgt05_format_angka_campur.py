"""TGT05 format-angka-campur: two ways of writing figures in one file, or a figure that can be read in two ways."""

from collections.abc import Iterator
from dataclasses import replace

from pohon.model.finding import Fix
from pohon.model.lexicon import Lexicon
from pohon.model.number import Notation, Verdict
from pohon.model.placed import programs
from pohon.model.targets import place_of, read
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

__all__ = ["RULE"]

_SWAPPED = str.maketrans(".,", ",.")
Cell = tuple[str, str, str]
"""(node key, field path, text as printed)"""


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    figures = list(_figures(tree))
    yield from _mixed(figures, "Angka")
    yield from _mixed(list(_amounts(tree)), "Anggaran")
    for key, field, text in figures:
        reading = read(text)
        if reading.verdict is Verdict.AMBIGUOUS:
            told = reading.explanation or "Angka ini dapat dibaca sebagai dua nilai."
            yield Hit(node=key, field=field, message=f"{quoted(text)}: {told}", evidence=text, severity=Severity.HINT)


def _figures(tree: Tree) -> Iterator[Cell]:
    for node, place, indicator in indicators(tree):
        yield node.key, f"{place}.awal", indicator.awal
        for target in indicator.target:
            yield node.key, place_of(place, target), target.nilai
        for result in indicator.realisasi:
            yield node.key, f"{place}.realisasi.{result.tahun}", result.nilai
        for number, row in enumerate(indicator.asal):
            yield node.key, f"{place}.asal.{number}", row.target or ""


def _amounts(tree: Tree) -> Iterator[Cell]:
    for node in tree:
        yield node.key, "anggaran", node.anggaran
    for row, field, _ in programs(tree):
        yield "", f"{field}.anggaran", row.anggaran


def _mixed(cells: list[Cell], what: str) -> Iterator[Hit]:
    """Tell once, at the first figure in foreign notation."""
    ours = [cell for cell in cells if _notation(cell[2]) is Notation.INDONESIA]
    foreign = [cell for cell in cells if _notation(cell[2]) is Notation.ASING]
    if not ours or not foreign:
        return
    key, field, text = foreign[0]
    yield Hit(
        node=key,
        field=field,
        message=f"{what} ditulis dengan dua cara dalam satu berkas: {quoted(text)} dan {quoted(ours[0][2])}.",
        evidence=text,
        related=tuple(dict.fromkeys(cell[0] for cell in foreign[1:] if cell[0] and cell[0] != key)),
        fix=_fix(foreign),
    )


def _fix(foreign: list[Cell]) -> Fix | None:
    """Write each figure the Indonesian way where its value stays; what a source printed stays as it was printed."""
    own = [(key, field, text, text.translate(_SWAPPED)) for key, field, text in foreign if ".asal." not in field]
    fixes = [
        Fix(node=key, field=field, text=better, safe=True)
        for key, field, text, better in own
        if read(better).sure == read(text).sure
    ]
    return replace(fixes[0], more=tuple(fixes[1:])) if fixes else None


def _notation(text: str) -> Notation | None:
    reading = read(text) if text.strip() else None
    return reading.notation if reading is not None and reading.verdict is Verdict.CERTAIN else None


RULE = Rule(
    code="TGT05",
    name="format-angka-campur",
    summary="Angka dalam satu berkas ditulis dengan cara yang berbeda.",
    severity=Severity.WARNING,
    stage=5,
    source="penulisan angka Indonesia: titik untuk ribuan, koma untuk desimal",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"anggaran", "indikator"}),
    hint="Pakai satu cara: titik untuk ribuan, koma untuk desimal (6.800 dan 97,5).",
)
