"""DOK03 tahun-tidak-sejalan: headings, targets and signature of one document speak of different years."""

import re
from collections.abc import Iterator

from pohon.model.dates import parse_tanggal
from pohon.model.document import Document
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.noted import Note
from pohon.model.targets import printed
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_YEARLY = frozenset({"rkt", "perjanjian_kinerja"})
_HEADING = re.compile(r"\btahun(?:\s+anggaran)?\s*:?\s*((?:19|20)\d\d)(?!\d|\s*[-–/]\s*(?:19|20)\d\d)", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:nomor|no\.?|peraturan|undang|keputusan|perda|perbup|sampai|s\.?d)\b", re.IGNORECASE)
_WORDS, _ALONE, _DRAFTED_FROM = 30, 3, 7


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for document in tree.dokumen:
        year = document.tahun or tree.tahun
        if year is not None and document.jenis in _YEARLY:
            yield from _headings(tree, document, year)
            yield from _signature(document, year)
            yield from _targets(document, year, _years(tree, lexicon))
    if tree.periode and tree.tahun and tree.tahun not in tree.periode:
        message = f"Tahun {tree.tahun} berada di luar periode {tree.periode}."
        yield Hit(node="", field="tahun", message=message, evidence=str(tree.tahun))


def _headings(tree: Tree, document: Document, year: int) -> Iterator[Hit]:
    place = f"dokumen.{document.jenis}"
    headings = [("judul", tree.judul), (f"{place}.judul", document.judul)]
    headings += [(f"{place}.asal.{number}", row.teks or "") for number, row in enumerate(document.asal)]
    if document.tahun and tree.tahun and document.tahun != tree.tahun:
        headings.append((f"{place}.tahun", f"Tahun {tree.tahun}"))
    for field, text in headings:
        if len(text.split()) > _WORDS or _OTHER.search(text):
            continue
        other = next((found for found in _HEADING.findall(text) if int(found) != year), None)
        if other:
            alone = len(text.split()) <= _ALONE  # a cover that names only the year it was made in
            yield Hit(
                node="",
                field=field,
                message=f"{quoted(text)} menyebut tahun {other}, dokumennya untuk tahun {year}.",
                evidence=other,
                severity=Severity.WARNING if alone else None,
            )


def _signature(document: Document, year: int) -> Iterator[Hit]:
    """A yearly plan may be drawn up in the second half of the year before."""
    date = parse_tanggal(document.tanggal)
    if date is None or date.tahun == year or (date.tahun == year - 1 and date.bulan >= _DRAFTED_FROM):
        return
    yield Hit(
        node="",
        field=f"dokumen.{document.jenis}.tanggal",
        message=f"Dokumen tahun {year} bertanggal {quoted(document.tanggal)}.",
        evidence=document.tanggal,
        severity=Severity.WARNING,
    )


def _years_of(node: Node, _tree: Tree, _lexicon: Lexicon) -> frozenset[int]:
    """Return the years that a node has targets for."""
    return frozenset(target.tahun for one in node.indikator for target in printed(one) if target.tahun)


_YEARS = Note(_years_of)


def _years(tree: Tree, lexicon: Lexicon) -> frozenset[int]:
    return frozenset[int]().union(*set(_YEARS.all(tree, lexicon).values()))


def _targets(document: Document, year: int, years: frozenset[int]) -> Iterator[Hit]:
    if years and year not in years:
        told = ", ".join(map(str, sorted(years)[:5]))
        yield Hit(
            node="",
            field=f"dokumen.{document.jenis}",
            message=f"Dokumen untuk tahun {year}, tetapi targetnya untuk tahun {told}.",
            evidence=told,
        )


RULE = Rule(
    code="DOK03",
    name="tahun-tidak-sejalan",
    summary="Tahun pada judul, target, dan tanda tangan tidak sama.",
    severity=Severity.ERROR,
    stage=5,
    source="formulir RKT dan Perjanjian Kinerja: satu dokumen untuk satu tahun",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"indikator"}),
    notes=(_YEARS,),
    hint="Samakan tahunnya; dokumen boleh disusun pada paruh kedua tahun sebelumnya.",
)
