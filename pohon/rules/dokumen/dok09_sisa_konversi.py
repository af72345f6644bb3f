"""DOK09 sisa-konversi: marks that a conversion left in a text."""

from collections.abc import Iterator

from pohon.model.debris import debris, is_fragment
from pohon.model.finding import Fix
from pohon.model.lexicon import Lexicon
from pohon.model.statements import written
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, joined, quoted

__all__ = ["RULE"]

_FORMULAS = (".rumus", ".penjelasan_target")


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    headings = lexicon.frasa["judul_formulir"]
    for key, field, text in written(tree):
        left = debris(text, formula=field.endswith(_FORMULAS))
        if left:
            pieces = joined([f"{name} {quoted(piece, 40)}" for name, piece in left.found])
            yield Hit(
                node=key,
                field=field,
                message=f"Teks ini memuat sisa konversi: {pieces}.",
                evidence=", ".join(piece for _, piece in left.found),
                fix=Fix(node=key, field=field, text=left.mended, safe=left.safe) if left.mended else None,
            )
        elif key and (not field or field.endswith(".nama")) and is_fragment(text, headings):
            yield Hit(
                node=key,
                field=field,
                message=f"{quoted(text)} adalah potongan judul formulir, bukan isinya.",
                evidence=text,
                hint="Hapus, atau ganti dengan isi yang berdiri di bawah judul itu pada naskahnya.",
            )


RULE = Rule(
    code="DOK09",
    name="sisa-konversi",
    summary="Teks memuat tanda yang tertinggal saat naskah dialihkan ke bentuk lain.",
    severity=Severity.WARNING,
    stage=1,
    source="praktik: tanda yang tertinggal pada naskah hasil alih bentuk dan salin tempel",
    check=check,
    scope=Scope.NODE,
    hint="Hapus tandanya; `pohon lint --fix` membuang yang pasti.",
)
