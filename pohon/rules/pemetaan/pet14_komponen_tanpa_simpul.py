"""PET14 komponen-tanpa-simpul: a budgeted row of the plan that no condition explains."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.noted import Note
from pohon.model.placed import PlacedProgram, programs
from pohon.model.planning import Program
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def _codes(node: Node, _tree: Tree, _lexicon: Lexicon) -> tuple[str, ...]:
    return node.program


_MAPPED = Note(_codes)


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    used = {code for codes in _MAPPED.all(tree, lexicon).values() for code in codes}
    rows = list(programs(tree))
    if not used:
        yield from _nothing_mapped(tree, rows)
        return
    levels = {one.row.level for one in rows if one.row.kode in used}
    told: set[int] = set()
    for row, field, above in rows:
        if row.level in levels and not _covered(row, used):
            if id(above) not in told:
                level = row.level.value.replace("_", " ")
                message = f"Tidak ada kondisi yang menjelaskan {level} {quoted(row.nama)}."
                yield Hit(node="", field=field, message=message, evidence=row.kode or row.nama)
            told.add(id(row))


def _covered(row: Program, used: set[str]) -> bool:
    return any(part.kode in used for part in row.walk())


def _nothing_mapped(tree: Tree, rows: list[PlacedProgram]) -> Iterator[Hit]:
    tops = (one for one in rows if one.above is None and one.row.rupiah)
    paid = [one for one in tops if not one.row.nama.casefold().startswith(("jumlah", "total"))]
    if paid and tree.nodes:
        message = f"{len(paid)} program beranggaran belum dihubungkan dengan kondisi mana pun."
        yield Hit(node="", field=paid[0].field, message=message, evidence=paid[0].row.nama, severity=Severity.HINT)


RULE = Rule(
    code="PET14",
    name="komponen-tanpa-simpul",
    summary="Program, kegiatan, atau sub kegiatan tidak dijelaskan oleh satu kondisi pun.",
    severity=Severity.WARNING,
    stage=5,
    source="matriks pemetaan pohon kinerja ke Renstra dan DPA (praktik): baris tanpa kondisi diperingatkan",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"program"}),
    notes=(_MAPPED,),
    hint="Tulis kodenya pada `program` kondisi yang didukungnya, atau pertanyakan belanjanya.",
)
