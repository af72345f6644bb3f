"""TGT01 tanpa-target: an indicator without a target, a year or a baseline that its neighbours have."""

from collections import Counter
from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.targets import by_level, printed
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators

__all__ = ["RULE"]

_PROMISES = frozenset({"rkt", "perjanjian_kinerja"})
_NEIGHBOURS = 3
_SHARE = 0.3
Row = tuple[Node, str, Indicator]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    if not any(printed(indicator) for _, _, indicator in indicators(tree)):
        yield from _nowhere(tree)
        return
    for _, rows in by_level(tree):
        without = [row for row in rows if not printed(row[2])]
        if len(rows) - len(without) < len(rows) * _SHARE:
            yield _level_without(without)
            continue
        for node, place, _ in without:
            yield Hit(node=node.key, field=place, message="Indikator ini belum punya target.")
        yield from _gaps([row for row in rows if printed(row[2])])
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


def _level_without(rows: list[Row]) -> Hit:
    """A level with hardly a target is usually a table without that column: asked once."""
    node, place, _ = rows[0]
    return Hit(
        node=node.key,
        field=place,
        message=f"Belum ada target pada {len(rows)} indikator jenjang {node.kind.label}.",
        severity=Severity.HINT,
        related=tuple(dict.fromkeys(other.key for other, _, _ in rows if other is not node)),
    )


def _gaps(rows: list[Row]) -> Iterator[Hit]:
    """A year that most indicators of the level have and this one skips."""
    usual = Counter(target.tahun for _, _, indicator in rows for target in printed(indicator) if target.tahun)
    expected = {year for year, times in usual.items() if times >= _NEIGHBOURS and times * 2 > len(rows)}
    for node, place, indicator in rows:
        years = {target.tahun for target in printed(indicator) if target.nilai.strip("-–— ")}
        missing = sorted(expected - years) if 0 not in years else []
        if missing:
            told = ", ".join(map(str, missing))
            message = f"Target tahun {told} kosong, padahal indikator lain pada jenjang ini terisi."
            yield Hit(node=node.key, field=f"{place}.target", message=message, severity=Severity.WARNING)


def _without_baseline(rows: list[Row]) -> Iterator[Hit]:
    given = sum(bool(indicator.awal.strip()) for _, _, indicator in rows)
    if given < _NEIGHBOURS or given * 2 <= len(rows):
        return
    for node, place, indicator in rows:
        if printed(indicator) and not indicator.awal.strip():
            message = "Kondisi awal belum diisi, padahal indikator lain pada jenjang ini terisi."
            yield Hit(node=node.key, field=place, message=message, severity=Severity.HINT, hint="Isi kunci `awal`.")


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
    hint="Isi `target` untuk setiap tahun yang direncanakan.",
)
