"""BHS24 kinerja-milik-kantor: a result that names the agency itself as what improves."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.office import named_office
from pohon.model.statements import results
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in results(tree):
        office = named_office(node.statement, tree.instansi, lexicon)
        if office:
            yield Hit(
                node=node.key,
                message=f"Hasil ini menyebut kantor sendiri ({quoted(office)}), bukan perubahan bagi yang dilayani.",
                evidence=office,
            )


RULE = Rule(
    code="BHS24",
    name="kinerja-milik-kantor",
    summary="Hasil yang ditulis adalah kinerja kantor itu sendiri, bukan perubahan bagi yang dilayani.",
    severity=Severity.WARNING,
    stage=1,
    source="rangkuman PermenPANRB 89/2021, tahap 3: jangan kaitkan dulu dengan struktur organisasi",
    check=check,
    scope=Scope.NODE,
    hint="Tulis hasilnya dari sisi penerima layanan; siapa pemiliknya tampak dari `jabatan`.",
)
