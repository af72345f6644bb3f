"""RED01 kembar-persis: the same sentence on two nodes of one tree."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import stated
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]

_MANY = 3
"""From so many copies on the first is reported too: no one of them is the original."""


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    copies: dict[tuple[str, ...], list[str]] = {}
    for node in stated(tree):
        copies.setdefault(tokens(node.statement), []).append(node.key)
    for words, keys in copies.items():
        if not words or len(keys) < 2:
            continue
        first, *later = keys
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
    hint="Jadikan satu simpul. Bila kondisi itu menyebabkan dua hal, tulis sekali lalu sambungkan dengan `ref`.",
)
