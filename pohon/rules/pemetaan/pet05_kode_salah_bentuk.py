"""PET05 kode-salah-bentuk: a code that the nomenclature cannot hold."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.placed import programs
from pohon.model.planning import CodeLevel, code_level
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_SHAPES = {
    CodeLevel.PROGRAM: "9.99.99",
    CodeLevel.KEGIATAN: "9.99.99.9.99",
    CodeLevel.SUB_KEGIATAN: "9.99.99.9.99.9999",
}


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    if tree.jenis == "kl" or tree.profile.nama == "kl":  # ministries have another list of codes
        return
    for row, field, _ in programs(tree):
        if row.kode.strip() and code_level(row.kode.strip()) is not row.level:
            level = row.level.value.replace("_", " ")
            message = f"Kode {level} {quoted(row.kode)} tidak berbentuk {_SHAPES[row.level]}."
            yield Hit(node="", field=f"{field}.kode", message=message, evidence=row.kode)
    known = tree.programs
    for node in tree:
        for code in node.program:
            if code not in known and code_level(code) is None and code[:1].isdigit():
                message = f"Kode {quoted(code)} bukan kode program, kegiatan, atau sub kegiatan."
                yield Hit(node=node.key, field="program", message=message, evidence=code)


RULE = Rule(
    code="PET05",
    name="kode-salah-bentuk",
    summary="Kode program, kegiatan, atau sub kegiatan salah bentuk.",
    severity=Severity.ERROR,
    stage=5,
    source="kodefikasi Permendagri 90/2019 dan pemutakhirannya",
    check=check,
    scope=Scope.NODE,
    hint="Salin kodenya dari daftar kodefikasi yang berlaku.",
)
