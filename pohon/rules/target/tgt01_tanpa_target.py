"""TGT01 tanpa-target: an indicator without a target, a year or a baseline that its neighbours have."""

from collections import Counter
from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind, Node
from pohon.model.noted import Note
from pohon.model.targets import Given, given_by
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators

__all__ = ["RULE"]

_PROMISES = frozenset({"rkt", "perjanjian_kinerja"})
_NEIGHBOURS = 3
_SHARE = 0.3
Row = tuple[str, int, "Given"]
"""(node key, number of the indicator, what it carries)"""


def _given(node: Node, _tree: Tree, _lexicon: Lexicon) -> tuple[Kind, tuple[Given, ...]] | None:
    """Return the level of a node and what each of its indicators carries."""
    return (node.kind, tuple(map(given_by, node.indikator))) if node.indikator else None


GIVEN = Note(_given)


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    levels: dict[Kind, list[Row]] = {}
    for key, (kind, every) in GIVEN.all(tree, lexicon).items():
        levels.setdefault(kind, []).extend([(key, number, given) for number, given in enumerate(every)])
    if not any(given.years for rows in levels.values() for _, _, given in rows):
        yield from _nowhere(tree)
        return
    for kind, rows in levels.items():
        without = [row for row in rows if not row[2].years]
        if len(rows) - len(without) < len(rows) * _SHARE:
            yield _level_without(kind, without)
            continue
        for key, number, _ in without:
            yield Hit(node=key, field=f"indikator.{number}", message="Indikator ini belum punya target.")
        yield from _gaps([row for row in rows if row[2].years])
        yield from _without_baseline(rows)


def _nowhere(tree: Tree) -> Iterator[Hit]:
    """No target in the whole file: a fault where a document promises targets, silence in a tree without a year."""
    kinds = {document.jenis for document in tree.dokumen}
    every = list(indicators(tree))
    if every and (kinds or tree.tahun or tree.periode):
        yield Hit(
            node=every[0][0].key,
            field=every[0][1],
            message=f"Belum ada target pada {len(every)} indikator di berkas ini.",
            severity=Severity.ERROR if kinds & _PROMISES else Severity.HINT,
            related=tuple(dict.fromkeys(node.key for node, _, _ in every if node is not every[0][0])),
        )


def _level_without(kind: Kind, rows: list[Row]) -> Hit:
    """A level with hardly a target is usually a table without that column: asked once."""
    first, number, _ = rows[0]
    return Hit(
        node=first,
        field=f"indikator.{number}",
        message=f"Belum ada target pada {len(rows)} indikator jenjang {kind.label}.",
        severity=Severity.HINT,
        related=tuple(dict.fromkeys(key for key, _, _ in rows if key != first)),
    )


def _gaps(rows: list[Row]) -> Iterator[Hit]:
    """A year that most indicators of the level have and this one skips."""
    usual: Counter[int] = Counter()
    for years, times in Counter(given.years for _, _, given in rows).items():
        usual.update(dict.fromkeys(years, times))
    expected = frozenset(
        year for year, times in usual.items() if year and times >= _NEIGHBOURS and times * 2 > len(rows)
    )
    for key, number, given in rows:
        if 0 not in given.years and not expected <= given.filled:
            told = ", ".join(map(str, sorted(expected - given.filled)))
            message = f"Target tahun {told} kosong, padahal indikator lain pada jenjang ini terisi."
            yield Hit(node=key, field=f"indikator.{number}.target", message=message, severity=Severity.WARNING)


def _without_baseline(rows: list[Row]) -> Iterator[Hit]:
    bare = [row for row in rows if not row[2].baseline]
    if len(rows) - len(bare) < _NEIGHBOURS or (len(rows) - len(bare)) * 2 <= len(rows):
        return
    for key, number, given in bare:
        if given.years:
            message = "Kondisi awal belum diisi, padahal indikator lain pada jenjang ini terisi."
            field = f"indikator.{number}"
            yield Hit(node=key, field=field, message=message, severity=Severity.HINT, hint="Isi kunci `awal`.")


RULE = Rule(
    code="TGT01",
    name="tanpa-target",
    summary="Indikator belum punya target.",
    severity=Severity.ERROR,
    stage=5,
    source="formulir RKT dan Perjanjian Kinerja: kolom target; kriteria indikator PermenPANRB 88/2021",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"indikator", "kind"}),
    notes=(GIVEN,),
    hint="Isi `target` untuk setiap tahun yang direncanakan.",
)
