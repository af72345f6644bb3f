"""BHS07 bahasa-masalah-di-kondisi: a condition worded as a problem."""

import itertools
from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind
from pohon.model.statements import stated
from pohon.model.tree import Tree
from pohon.model.wording import contains, head, tokens, turned
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted, reworded

__all__ = ["RULE"]

_TURNING = frozenset({"tidak", "tiadanya", "kurang", "tanpa", "minimnya", "rendahnya", "berkurangnya"})
"""Words that turn a bad thing into a good one: "Rendahnya angka kematian"."""
_NOUNS = frozenset(
    {"masalah", "permasalahan", "kendala", "hambatan", "kekurangan", "kelangkaan", "keterbatasan", "kelemahan"}
)
"""Problems that a statement may tell to be solved: "Masalah sampah tertangani"."""
_STILL = ("masih", "belum")
_MANY = frozenset({"banyaknya", "masih", "tingginya", "besarnya"})
_SUFFERING = frozenset(
    {"tidak", "belum", "mengalami", "terkena", "terdampak", "menderita", "rusak", "putus", "terlantar", "hilang"}
)
_LACKING = frozenset({"masih", "belum", "kurang"})


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in stated(tree):
        if node.kind is not Kind.OUTCOME and (problem := _problem(node.statement, lexicon)):
            yield Hit(
                node=node.key,
                message=f"Kondisi ini berbahasa masalah ({quoted(problem)}); tulis kondisi yang diperlukan.",
                evidence=problem,
                fix=reworded(node, turned(node.statement, lexicon)),
            )


def _problem(text: str, lexicon: Lexicon) -> str:
    """Return the words that make the text a problem, "" when it is a condition."""
    first = head(text, lexicon)
    words = tokens(text)
    if "mendua" in first.lists:
        place = 2 if words[1:2] and words[1] in lexicon.kata["ukur"] else 1
        if words[0] in _MANY and any(one == "yang" and two in _SUFFERING for one, two in itertools.pairwise(words)):
            return words[0]
        return " ".join(words[: place + 1]) if not lexicon.kata["buruk"].isdisjoint(words[place : place + 1]) else ""
    if "masalah" in first.lists:
        turned = first.word in _TURNING and contains(" ".join(words[1:6]), lexicon.kata["buruk"])
        usual = "lagi" in words[:3] or contains(" ".join(words[:2]), lexicon.frasa["masalah_wajar"])
        solved = first.word in _NOUNS and contains(text, lexicon.kata["keadaan"])
        return "" if turned or usual or solved else first.written
    if words[1:2] and words[1] in _STILL and not contains(" ".join(words[3:]), lexicon.kata["keadaan"]):
        return words[1]
    return "" if first.lists else _predicate(words, text, lexicon)


def _predicate(words: tuple[str, ...], text: str, lexicon: Lexicon) -> str:
    """Return what a sentence with a noun in front says of it: "Sarana sekolah kurang memadai"; not "yang belum ..."."""
    solved = contains(text, lexicon.kata["keadaan"]) or contains(text, lexicon.frasa["masalah_wajar"])
    found = (word for before, word in itertools.pairwise(words) if word in _LACKING and before != "yang")
    return "" if solved else next(found, "")


RULE = Rule(
    code="BHS07",
    name="bahasa-masalah-di-kondisi",
    summary="Kondisi yang diperlukan ditulis dengan bahasa masalah.",
    severity=Severity.ERROR,
    stage=2,
    source="rangkuman PermenPANRB 89/2021, tahap 2: isu diubah ke bahasa kondisi",
    check=check,
    scope=Scope.NODE,
    hint="Balik masalahnya menjadi kondisi: Masih rendahnya mutu menjadi Meningkatnya mutu.",
)
