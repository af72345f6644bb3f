"""ANG04 program-pk-tanpa-total: a Perjanjian Kinerja lists budgets without their total."""

import re
from collections.abc import Iterator

from pohon.model.document import Document
from pohon.model.lexicon import Lexicon
from pohon.model.number import format_rupiah, parse_rupiah
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]

_AMOUNT = re.compile(r"\d{1,3}(?:[.,]\d{3}){2,}")
_TOTAL_WORDS = ("jumlah", "total")


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    document = next((one for one in tree.dokumen if one.jenis == "perjanjian_kinerja"), None)
    amounts = [row.rupiah for row in tree.program]
    known = [amount for amount in amounts if amount is not None]
    if document is None or len(known) < 2 or len(known) != len(amounts):
        return
    has_row = any(row.nama.casefold().startswith(_TOTAL_WORDS) for row in tree.program)
    if has_row or sum(known) in _printed(tree, document):
        return
    total = format_rupiah(sum(known))
    yield Hit(
        node="",
        field="program.0",
        message=f"Perjanjian Kinerja memuat {len(known)} program tanpa jumlah anggaran; jumlahnya {total}.",
        evidence=total,
    )


def _printed(tree: Tree, document: Document) -> set[int | None]:
    """Every amount that the document prints outside the rows of programs."""
    texts = [document.catatan, *tree.catatan, *(text for _, text in document.uraian)]
    texts += [row.teks or "" for row in document.asal]
    return {parse_rupiah(found[0]) for text in texts for found in _AMOUNT.finditer(text)}


RULE = Rule(
    code="ANG04",
    name="program-pk-tanpa-total",
    summary="Perjanjian Kinerja memuat anggaran program tanpa jumlahnya.",
    severity=Severity.HINT,
    stage=5,
    source="formulir Perjanjian Kinerja (praktik): daftar program dan anggaran ditutup dengan jumlah",
    check=check,
    scope=Scope.TREE,
    notes=(),
    hint="Tambahkan baris jumlah di bawah daftar program pada dokumen.",
)
