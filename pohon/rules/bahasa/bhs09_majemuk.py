"""BHS09 majemuk: two results in one statement."""

import itertools
from collections.abc import Iterator
from functools import lru_cache

from pohon.model.lexicon import Lexicon
from pohon.model.statements import results
from pohon.model.tree import Tree
from pohon.model.wording import head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_JOINTS = ("dan", "serta")


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    heads = lexicon.kata["hasil"] | lexicon.kata["keluaran"]
    subjects = lexicon.kata["pokok"] | lexicon.kata["nominal"]
    for node in results(tree):
        for left, right in itertools.pairwise(_conjuncts(node.statement, lexicon)):
            own = min(len(left), len(right)) > 1 and left[0] in subjects and right[0] in subjects
            if own or (left and right and right[0] in heads):
                yield Hit(
                    node=node.key,
                    message=f"Kalimat ini memuat dua hasil: {_shown(left)} dan {_shown(right)}.",
                    evidence=f"{left[0]}, {right[0]}",
                )
                break


def _conjuncts(text: str, lexicon: Lexicon) -> list[list[str]]:
    """Return the joined parts behind the head and before the first qualifier; fixed names count as one word."""
    words = tokens(text)
    if not any(joint in words for joint in _JOINTS):
        return []
    plain = f" {' '.join(words[head(text, lexicon).size :])} "
    for phrase in _fixed(lexicon):
        plain = plain.replace(f" {phrase} ", f" {phrase.replace(' ', '_')} ")
    conjuncts: list[list[str]] = [[]]
    qualifiers = lexicon.kata["keterangan"]
    for word in plain.split():
        if word in qualifiers:
            break
        if word in _JOINTS:
            conjuncts.append([])
        else:
            conjuncts[-1].append(word)
    return conjuncts


@lru_cache(8)
def _fixed(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(sorted(lexicon.frasa["majemuk_tetap"], key=len, reverse=True))


def _shown(words: list[str]) -> str:
    return quoted(" ".join(words).replace("_", " "))


RULE = Rule(
    code="BHS09",
    name="majemuk",
    summary="Satu kalimat hasil memuat dua hasil yang berbeda.",
    severity=Severity.WARNING,
    stage=1,
    source="praktik penilaian: satu kinerja satu kondisi, agar dapat diukur sendiri",
    check=check,
    scope=Scope.NODE,
    hint="Pisahkan menjadi dua simpul, masing-masing dengan indikatornya.",
)
