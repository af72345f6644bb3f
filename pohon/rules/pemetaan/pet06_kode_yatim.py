"""PET06 kode-yatim: a code that does not continue the code above it, or that the register does not hold."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.placed import below_code, programs
from pohon.model.planning import code_level
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for row, field, above in programs(tree):
        if above is None or code_level(row.kode) is not row.level or code_level(above.kode) is not above.level:
            continue
        if not below_code(row.kode, above.kode):
            message = f"Kode {quoted(row.kode)} tidak melanjutkan kode {above.level.value} {quoted(above.kode)}."
            yield Hit(node="", field=f"{field}.kode", message=message, evidence=row.kode)
    known = tree.programs
    for node in tree if known else ():
        for code in node.program:
            if code not in known and code_level(code) is not None:
                message = f"Kode {quoted(code)} tidak ada pada daftar program berkas ini."
                yield Hit(node=node.key, field="program", message=message, evidence=code)


RULE = Rule(
    code="PET06",
    name="kode-yatim",
    summary="Kode tidak punya induk pada daftar program.",
    severity=Severity.ERROR,
    stage=5,
    source="kodefikasi Permendagri 90/2019: kode sub kegiatan memuat kode kegiatan dan programnya",
    check=check,
    scope=Scope.NODE,
    hint="Pindahkan barisnya ke bawah induk yang benar, atau betulkan kodenya.",
)
