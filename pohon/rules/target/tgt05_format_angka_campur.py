"""TGT05 format-angka-campur: two ways of writing figures in one file, or a figure that can be read in two ways."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pohon.model.finding import Fix
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.notations import Figure, Notations
from pohon.model.noted import Note
from pohon.model.number import Verdict
from pohon.model.placed import programs
from pohon.model.targets import is_percent, place_of, read
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_SWAPPED = str.maketrans(".,", ",.")
Cell = tuple[str, str, str]
"""(node key, field path, text as printed)"""


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    figures = FIGURES.all(tree, lexicon)
    yield from _mixed(figures.items(), "Angka")
    rows = Notations.of(_planned(tree))
    yield from _mixed((*AMOUNTS.all(tree, lexicon).items(), ("", rows)), "Anggaran")
    for key, told in figures.items():
        for field, text in told.doubtful:
            why = read(text).explanation or "Angka ini dapat dibaca sebagai dua nilai."
            yield Hit(node=key, field=field, message=f"{quoted(text)}: {why}", evidence=text, severity=Severity.HINT)


def _planned(tree: Tree) -> Iterator[Figure]:
    for row, place, _ in programs(tree):
        yield f"{place}.anggaran", row.anggaran
        yield from ((f"{place}.pagu_indikatif.{one.tahun}", one.nilai) for one in row.pagu_indikatif)


def _figures(node: Node, _tree: Tree, _lexicon: Lexicon) -> Notations | None:
    found = Notations.of(_printed(node))
    return found if any(found) else None


def _printed(node: Node) -> Iterator[Figure]:
    for number, indicator in enumerate(node.indikator):
        place = f"indikator.{number}"
        cells = ((f"{place}.awal", indicator.awal), *((place_of(place, one), one.nilai) for one in indicator.target))
        percent = is_percent(indicator)  # of a percentage "83.333" may be decimals, and proves no notation
        yield from (cell for cell in cells if not percent or read(cell[1], "%").verdict is not Verdict.AMBIGUOUS)
        yield from ((f"{place}.realisasi.{result.tahun}", result.nilai) for result in indicator.realisasi)
        yield from ((f"{place}.asal.{line}", row.target or "") for line, row in enumerate(indicator.asal))


def _amount(node: Node, _tree: Tree, _lexicon: Lexicon) -> Notations | None:
    found = Notations.of([("anggaran", node.anggaran)])
    return found if any(found) else None


FIGURES, AMOUNTS = Note(_figures), Note(_amount)


def _mixed(every: Iterable[tuple[str, Notations]], what: str) -> Iterator[Hit]:
    """Tell once, at the first figure in foreign notation."""
    told = list(every)
    foreign = [(key, *figure) for key, one in told for figure in one.foreign]
    ours = next((one.ours[0][1] for _, one in told if one.ours), None) if foreign else None
    if ours is None:
        return
    key, field, text = foreign[0]
    yield Hit(
        node=key,
        field=field,
        message=f"{what} ditulis dengan dua cara dalam satu berkas: {quoted(text)} dan {quoted(ours)}.",
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
    notes=(FIGURES, AMOUNTS),
    hint="Pakai satu cara: titik untuk ribuan, koma untuk desimal (6.800 dan 97,5).",
)
