"""DOK02 nama-perangkat-berbeda: the agency under more than one name."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.units import is_variant, mentions, own_name
from pohon.rules._base import Hit, Rule, Scope, Severity, joined, quoted

__all__ = ["RULE"]

Text = tuple[str, str, str]
"""(node key, field path, text)"""


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    own = own_name(tree.instansi)
    found: dict[tuple[str, ...], Text] = {}
    for key, field, text in _texts(tree):
        for printed, words in mentions(text, tree.pemerintah):
            if is_variant(words, own):
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


def _texts(tree: Tree) -> Iterator[Text]:
    """Headings, letterheads, prose of documents, statements and indicators; not what speaks of partners."""
    yield "", "judul", tree.judul
    for document in tree.dokumen:
        place = f"dokumen.{document.jenis}"
        yield "", f"{place}.judul", document.judul
        yield "", f"{place}.kop", document.kop
        for side, party in (("pihak_pertama", document.pihak_pertama), ("pihak_kedua", document.pihak_kedua)):
            if party is not None:
                yield "", f"{place}.{side}", f"{party.jabatan} ; {party.instansi}"
        for name, text in document.uraian:
            yield "", f"{place}.uraian.{name}", text
        for number, row in enumerate(document.asal):
            yield "", f"{place}.asal.{number}", row.teks or ""
    for node in tree:
        yield node.key, "", node.statement
        for number, indicator in enumerate(node.indikator):
            yield node.key, f"indikator.{number}", indicator.nama


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
    hint="Pakai satu nama resmi di judul, kop, isi, dan tanda tangan.",
)
