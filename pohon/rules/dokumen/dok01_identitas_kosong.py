"""DOK01 identitas-kosong: a document without year, date, place or signing party."""

from collections.abc import Iterator

from pohon.model.dates import parse_tanggal
from pohon.model.document import Document
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, joined

__all__ = ["RULE"]

_SIGNED = {"rkt": "RKT", "perjanjian_kinerja": "Perjanjian Kinerja"}


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for document in tree.dokumen:
        missing = _missing(tree, document) if document.jenis in _SIGNED else []
        if missing:
            yield Hit(
                node="",
                field=f"dokumen.{document.jenis}",
                message=f"{_SIGNED[document.jenis]} belum lengkap: belum ada {joined(missing)}.",
                evidence=", ".join(missing),
            )


def _missing(tree: Tree, document: Document) -> list[str]:
    date = parse_tanggal(document.tanggal)
    facts = [
        ("tahun", bool(document.tahun or tree.tahun)),
        ("tempat", bool(document.tempat.strip()) or "," in document.tanggal),
        ("tanggal", bool(document.tanggal.strip())),
        ("hari pada tanggal", date is None or date.hari > 0),
        ("pihak pertama", document.pihak_pertama is not None),
    ]
    if document.jenis == "perjanjian_kinerja":
        facts.append(("pihak kedua", document.pihak_kedua is not None))
    return [name for name, given in facts if not given]


RULE = Rule(
    code="DOK01",
    name="identitas-kosong",
    summary="Identitas dokumen belum lengkap.",
    severity=Severity.WARNING,
    stage=5,
    source="formulir RKT dan Perjanjian Kinerja: judul, tahun, tempat, tanggal, penanda tangan",
    check=check,
    scope=Scope.TREE,
    notes=(),
    hint="Lengkapi isian dokumen sebelum ditandatangani.",
)
