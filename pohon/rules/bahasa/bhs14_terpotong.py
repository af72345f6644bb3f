"""BHS14 terpotong: a text that breaks off."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.statements import short_texts
from pohon.model.tree import Tree
from pohon.model.wording import contains, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, listed, origins, quoted

__all__ = ["RULE"]

_OPEN_SIGNS = tuple(",/&(-;:")


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, field, text in short_texts(tree):
        last = _dangling(text, lexicon)
        if last:
            yield Hit(
                node=node.key,
                field=field,
                message=f"Teks ini berhenti pada {quoted(last)}, jadi belum selesai.",
                evidence=text[-60:],
            )
    for node in tree:
        yield from _in_sources(node, tree.tahap, lexicon)


def _in_sources(node: Node, stage: int, lexicon: Lexicon) -> Iterator[Hit]:
    """The same text as printed in a source row: broken off, or only the beginning of the full text."""
    for field, row in origins(node):
        if (row.tahap or 0) > stage or not row.teks:
            continue
        if _dangling(row.teks, lexicon) or _begins(row.teks, node.statement):
            yield Hit(
                node=node.key,
                field=field,
                message=f"Pada naskah asal ({listed(row)}) kalimat ini terpotong.",
                evidence=row.teks[-60:],
            )


def _begins(text: str, whole: str) -> bool:
    words, full = tokens(text), tokens(whole)
    return 3 <= len(words) < len(full) and full[: len(words)] == words


def _dangling(text: str, lexicon: Lexicon) -> str:
    """Return the word or sign that cannot end a text, "" when the end is sound."""
    bare = text.rstrip()
    if bare[-1:] in _OPEN_SIGNS:
        return bare[-1]
    words = tokens(text)[-3:]
    if len(words) < 2:
        return ""
    if _closes_a_name(bare.split(), lexicon):
        return ""
    ends = lexicon.kata["ujung"]
    last = next((end for end in (" ".join(words[-2:]), words[-1]) if end in ends), "")
    return "" if last and contains(" ".join(words), lexicon.frasa["ujung_wajar"]) else last


def _closes_a_name(words: list[str], lexicon: Lexicon) -> bool:
    """True for capitals at the end of a sentence that has none elsewhere: "luas DI", "konflik Suku Anak Dalam"."""
    last, before = words[-1], [word for word in words[1:-1] if word.casefold() not in lexicon.kata["henti"]]
    if last.isupper():
        return not all(word.isupper() for word in words)
    return last.istitle() and any(word.islower() for word in before)


RULE = Rule(
    code="BHS14",
    name="terpotong",
    summary="Kalimat atau nama indikator terpotong di ujungnya.",
    severity=Severity.WARNING,
    stage=1,
    source="praktik: teks terpotong saat disalin antardokumen",
    check=check,
    scope=Scope.NODE,
    hint="Lengkapi kalimatnya dari naskah asal.",
)
