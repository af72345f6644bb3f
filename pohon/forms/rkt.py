"""The Rencana Kinerja Tahunan: sections a to e, the form with its heading block, and the signature block.

Source: domain.md 5.3. The facts of the document stand under `dokumen` > `rkt`.
"""

from collections.abc import Iterator
from dataclasses import replace

from pohon.model.document import Document
from pohon.model.indicator import Indicator
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree

from .baku import RKT, words
from .tables import (
    Block,
    Cell,
    Column,
    Fields,
    Form,
    Heading,
    Look,
    Paragraph,
    Row,
    Section,
    Shape,
    Signatures,
    Signer,
    Table,
    clean,
    under,
)
from .wanted import Wanted, agency, cell, document, figure, indicator_cell, lines, need, statement, top, units, year_of

__all__ = ["build", "date_cell", "letterhead"]

_PARTS = (
    ("a", "Pengertian Rencana Kinerja Tahunan (RKT)", "pengertian"),
    ("b", "Penetapan Sasaran RKT", "penetapan_sasaran"),
    ("c", "Indikator Kinerja Sasaran", "indikator_kinerja_sasaran"),
    ("d", "Penetapan Target", "penetapan_target"),
    ("e", "Rencana Kinerja Tahunan {instansi}", "rencana_kinerja_tahunan"),
)
_COLUMNS = (
    Column(title="No", width=6, shape=Shape.SHORT),
    Column(title="SASARAN STRATEGIS", width=34),
    Column(title="INDIKATOR KINERJA", width=36),
    Column(title="SATUAN", width=11, shape=Shape.SHORT),
    Column(title="TARGET", width=13, shape=Shape.NUMBER),
)


def build(tree: Tree, wanted: Wanted) -> Form:
    """Return the RKT of a tree."""
    doc = document(tree, "rkt")
    year = year_of(tree, wanted, doc)
    title = (doc.judul or "Rencana Kinerja Tahunan").upper()
    heads = [
        Paragraph(text, Look.TITLE) for text in (title, agency(tree).upper(), f"TAHUN {year}" if year else "") if text
    ]
    text = [block for part in _PARTS for block in _part(tree, doc, *part)]
    sections = (Section((*letterhead(doc), *heads, *text)), Section(tuple(_form(tree, wanted, doc, year))))
    return Form(kind="rkt", title=clean(f"{title} {agency(tree)}"), sections=sections)


def letterhead(doc: Document) -> Iterator[Block]:
    """Yield the letterhead of a document: unit and address, without telephone and mail."""
    if doc.kop:
        yield Paragraph(clean(doc.kop), Look.LETTERHEAD, bold=True)
    if doc.alamat:
        yield Paragraph(clean(doc.alamat), Look.ADDRESS)


def _part(tree: Tree, doc: Document, letter: str, title: str, key: str) -> Iterator[Block]:
    yield Heading(f"{letter}. {title.replace('{instansi}', agency(tree))}", 2)
    for line in words(doc, RKT, key, agency(tree)).split("\n"):
        yield Paragraph(clean(line), Look.ITEM if line[:2].rstrip(".").isdigit() else Look.BODY)


def _form(tree: Tree, wanted: Wanted, doc: Document, year: int) -> Iterator[Block]:
    yield Paragraph("FORMULIR RENCANA KINERJA TAHUNAN\nTINGKAT ORGANISASI PERANGKAT DAERAH", Look.TITLE)
    yield Fields((("OPD", cell(agency(tree).upper())), ("TAHUN", need(str(year or ""), "", "tahun"))))
    rows = [row for place, node in enumerate(_objectives(tree), 1) for row in _rows(node, place, wanted, year)]
    columns = tuple(replace(one, choices=units(tree)) if one.title == "SATUAN" else one for one in _COLUMNS)
    yield Table(name="RKT", columns=columns, rows=tuple(rows), numbered=True)
    yield Signatures(date_cell(doc), (Signer("", _head(tree, doc)),))


def _objectives(tree: Tree) -> list[Node]:
    """Return the sasaran of the agency; an agency without any has its tujuan."""
    return list(tree.of_kind(Kind.CSF)) or list(tree.of_kind(Kind.OUTCOME))


def _rows(node: Node, number: int, wanted: Wanted, year: int) -> list[Row]:
    def make(place: int, one: Indicator) -> list[Cell]:
        said = next((row for row in one.asal if row.dokumen == "rkt"), None) if wanted.as_printed else None
        name = said.nama if said and said.nama is not None else one.nama
        target = one.target_of(year)
        return [
            indicator_cell(node, place, "", name),
            indicator_cell(node, place, "satuan", said.satuan if said and said.satuan is not None else one.satuan),
            indicator_cell(node, place, f"target.{year}", target if wanted.as_printed else figure(target, one.satuan)),
        ]

    return under([Cell(text=f"{number}."), statement(node)], lines(node, make, 3))


def date_cell(doc: Document) -> Cell:
    """Return place and date of a document; a date without its day leaves room for it."""
    if not doc.tempat or not doc.tanggal:
        return need("", "", f"dokumen.{doc.jenis}.tempat")
    room = "" if doc.tanggal[:1].isdigit() else "      "
    return Cell(text=f"{clean(doc.tempat)}, {room}{clean(doc.tanggal)}")


def _head(tree: Tree, doc: Document) -> Cell:
    if doc.pihak_pertama and doc.pihak_pertama.jabatan:
        party = doc.pihak_pertama
        return cell("\n".join(filter(None, (party.jabatan, party.instansi))))
    head = top(tree)
    return need(head.nama.upper() if head else "", "", f"dokumen.{doc.jenis}.pihak_pertama.jabatan")
