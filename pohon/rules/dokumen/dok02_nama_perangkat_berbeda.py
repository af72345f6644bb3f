"""DOK02 nama-perangkat-berbeda: the agency under more than one name."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.noted import Note
from pohon.model.tree import Tree
from pohon.model.units import is_variant, mentions, own_name
from pohon.rules._base import Hit, Rule, Scope, Severity, joined, quoted

__all__ = ["RULE"]

Text = tuple[str, str, str]
"""(node key, field path, text)"""


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    found: dict[tuple[str, ...], Text] = {}
    said = [("", field, printed, words) for field, text in _headings(tree) for printed, words in _variants(text, tree)]
    said += [(key, *one) for key, names in _NAMES.all(tree, lexicon).items() for one in names]
    for key, field, printed, words in said:
        found.setdefault(words, (key, field, printed))
    if found:
        key, field, _ = next(iter(found.values()))
        names = [quoted(printed) for _, _, printed in list(found.values())[:4]]
        yield Hit(
            node=key,
            field=field,
            message=f"Instansi {quoted(tree.instansi)} juga ditulis {joined(names)}.",
            evidence="; ".join(printed for _, _, printed in found.values()),
            related=tuple(dict.fromkeys(other for other, _, _ in found.values() if other and other != key)),
        )


def _headings(tree: Tree) -> Iterator[tuple[str, str]]:
    """Headings, letterheads, prose of documents with their field paths; not what speaks of partners."""
    yield "judul", tree.judul
    for document in tree.dokumen:
        place = f"dokumen.{document.jenis}"
        yield f"{place}.judul", document.judul
        yield f"{place}.kop", document.kop
        for side, party in (("pihak_pertama", document.pihak_pertama), ("pihak_kedua", document.pihak_kedua)):
            if party is not None:
                yield f"{place}.{side}", f"{party.jabatan} ; {party.instansi}"
        for name, text in document.uraian:
            yield f"{place}.uraian.{name}", text
        for number, row in enumerate(document.asal):
            yield f"{place}.asal.{number}", row.teks or ""


def _names(node: Node, tree: Tree, _lexicon: Lexicon) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return the other names of the unit in a statement and its indicators: field, name as printed, its words."""
    texts = [("", node.statement), *((f"indikator.{place}", one.nama) for place, one in enumerate(node.indikator))]
    return tuple((field, printed, words) for field, text in texts for printed, words in _variants(text, tree))


def _variants(text: str, tree: Tree) -> Iterator[tuple[str, tuple[str, ...]]]:
    own = own_name(tree.instansi)
    return ((printed, words) for printed, words in mentions(text, tree.pemerintah) if is_variant(words, own))


_NAMES = Note(_names)


RULE = Rule(
    code="DOK02",
    name="nama-perangkat-berbeda",
    summary="Nama instansi ditulis dalam beberapa bentuk.",
    severity=Severity.WARNING,
    stage=5,
    source="praktik: nama perangkat daerah ditulis seperti pada peraturan pembentukannya",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"indikator", "statement"}),
    notes=(_NAMES,),
    hint="Pakai satu nama resmi di judul, kop, isi, dan tanda tangan.",
)
