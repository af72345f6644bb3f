"""BHS10 kata-cara: a result that tells its means."""

import itertools
from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import results
from pohon.model.tree import Tree
from pohon.model.wording import contains, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in results(tree):
        means = contains(node.statement, lexicon.kata["cara"], lexicon.frasa["cara_wajar"])
        means = means or _with_verb(tokens(node.statement), lexicon.kata["aktif"])
        if means:
            yield Hit(
                node=node.key,
                message=f"Kalimat hasil ini memuat caranya ({quoted(means)}).",
                evidence=means,
            )


def _with_verb(words: tuple[str, ...], verbs: frozenset[str]) -> str:
    for word, following in itertools.pairwise(words):
        if word == "dengan" and following in verbs:
            return f"{word} {following}"
    return ""


RULE = Rule(
    code="BHS10",
    name="kata-cara",
    summary="Kalimat hasil memuat cara mencapainya.",
    severity=Severity.WARNING,
    stage=1,
    source="praktik: satu kalimat satu kondisi, caranya adalah sebab di bawahnya",
    check=check,
    scope=Scope.NODE,
    hint="Hapus bagian caranya dan jadikan kondisi tersendiri di bawahnya.",
)
