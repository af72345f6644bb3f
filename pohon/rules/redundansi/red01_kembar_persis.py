"""RED01 kembar-persis: the same sentence on two nodes of one tree."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.noted import Note
from pohon.model.statements import is_placeholder
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]

_MANY = 3
"""From so many copies on the first is reported too: no one of them is the original."""


def _words(node: Node, _tree: Tree, _lexicon: Lexicon) -> tuple[str, ...]:
    return () if is_placeholder(node.statement) else tokens(node.statement)


WORDS = Note(_words)


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    said = WORDS.all(tree, lexicon)
    if len(set(said.values())) == len(said):
        return
    copies: dict[tuple[str, ...], list[str]] = {}
    for key, words in said.items():
        copies.setdefault(words, []).append(key)
    for keys in copies.values():
        if len(keys) < 2:
            continue
        first, *later = keys
        if not later[1:] and tree.find(later[0]).parent == first:
            continue  # a cause that says its effect again is told of by RED02
        if len(keys) >= _MANY:
            yield _hit(tree, first, f"Kalimat ini dipakai {len(keys)} simpul.", tuple(later))
        for key in later:
            yield _hit(tree, key, f"Kalimat ini sama persis dengan simpul {tree.number(first)}.", (first,))


def _hit(tree: Tree, key: str, message: str, related: tuple[str, ...]) -> Hit:
    return Hit(node=key, message=message, evidence=tree.find(key).statement, related=related)


RULE = Rule(
    code="RED01",
    name="kembar-persis",
    summary="Kalimat yang sama persis berdiri pada dua simpul atau lebih.",
    severity=Severity.ERROR,
    stage=2,
    source="rangkuman PermenPANRB 89/2021, tahap 3: kondisi tidak dituangkan berulang kali",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"statement"}),
    notes=(WORDS,),
    hint="Jadikan satu simpul. Bila kondisi itu menyebabkan dua hal, tulis sekali lalu sambungkan dengan `ref`.",
)
