"""BHS09 majemuk: two results in one statement."""

import itertools
import re
from collections.abc import Iterator

from pohon.model.conjuncts import JOINTS, conjuncts, joined_results
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.statements import outputs, results
from pohon.model.tree import Tree
from pohon.model.wording import head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_SEVERAL = 3
_SHORT = 2
_BETWEEN = "antar"
_WORD = re.compile(r"\w+")
_MEANS = re.compile(r"\bmelalui\b", re.IGNORECASE)


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    names = _joined_names(tree, lexicon)
    for node in results(tree):
        yield from _judge(node, names, lexicon, weak=False)
    for node in outputs(tree):
        first = head(node.statement, lexicon)
        if "hasil" in first.lists and "keluaran" not in first.lists and node.kind is not tree.profile.chain[-1]:
            yield from _judge(node, names, lexicon, weak=True)  # an output level that promises a result


def _joined_names(tree: Tree, _lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    """Return the words on both sides of each joint in the names of programs and kegiatan of the file."""
    return frozenset(pair for top in tree.program for row in top.walk() for pair in _pairs(tokens(row.nama)))


def _judge(node: Node, names: frozenset[tuple[str, str]], lexicon: Lexicon, *, weak: bool) -> Iterator[Hit]:
    first = head(node.statement, lexicon)
    if first.word in lexicon.kata["rencana"] or "masalah" in first.lists:
        return
    found = joined_results(node.statement, lexicon)
    doubted = found or _things(node.statement, names, lexicon)
    if doubted:
        left, right = doubted
        what = "dua hasil" if found else "dua hal"
        yield Hit(
            node=node.key,
            message=f"Kalimat ini memuat {what}: {_shown(left)} dan {_shown(right)}.",
            evidence=f"{left[0]}, {right[0]}",
            severity=None if found and not weak else Severity.HINT,
        )


def _things(
    text: str, names: frozenset[tuple[str, str]], lexicon: Lexicon
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return any two joined parts: perhaps two things to measure. Parts joined so in an official name are one thing."""
    parts = conjuncts(text, lexicon, qualified=True)
    means = _MEANS.split(text, maxsplit=1)[1:]
    listed = conjuncts(means[0], lexicon) if means else ()
    if len(listed) > 2:
        return listed[0], listed[1]
    if _is_list(text, parts, lexicon):
        return None
    described, shouted = False, _abbreviations(text)
    for left, right in itertools.pairwise(parts):
        described = described or "yang" in left
        said = left[left.index("yang") + 1 :] if "yang" in left else left
        qualities = described and len(right) == 1 and len(said) < 3
        between = right[0].startswith(_BETWEEN) and any(word.startswith(_BETWEEN) for word in left)
        one_thing = between or right[0] in left or shouted.issuperset(right)
        if not qualities and not one_thing and (left[-1], right[0]) not in names:
            return left, right
    return None


def _is_list(text: str, parts: tuple[tuple[str, ...], ...], lexicon: Lexicon) -> bool:
    """True for objects of one measure ("banjir, kekeringan dan puso"), parties, and what is one or the other."""
    subjects = lexicon.kata["pokok"] | lexicon.kata["nominal"] | lexicon.kata["hasil"] | lexicon.kata["keluaran"]
    several = len(parts) >= _SEVERAL and all(len(part) <= _SHORT and part[0] not in subjects for part in parts[1:])
    related = bool(parts) and parts[0][0] in lexicon.kata["hubungan"]
    parties = related and all(len(part) == 1 or part[0] not in subjects for part in parts[1:])
    return several or parties or "atau" in tokens(text)


def _abbreviations(text: str) -> frozenset[str]:
    """Return what stands in capitals, casefolded, where not everything does."""
    words = _WORD.findall(text)
    found = [word.casefold() for word in words if word.isupper() and len(word) > 1]
    return frozenset(found if len(found) < len(words) else ())


def _pairs(words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return ((left, right) for left, joint, right in zip(words, words[1:], words[2:], strict=False) if joint in JOINTS)


def _shown(words: tuple[str, ...]) -> str:
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
    context=_joined_names,
    hint="Pisahkan menjadi dua simpul, masing-masing dengan indikatornya.",
)
