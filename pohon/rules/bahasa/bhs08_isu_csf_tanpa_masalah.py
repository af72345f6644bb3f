"""BHS08 isu-csf-tanpa-masalah: an issue that states no fact, or speaks of something else than its condition."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree
from pohon.model.wording import contains, content, jaccard, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in tree.of_kind(Kind.CSF):
        if not node.isu.strip():
            continue
        if node.waktu != "depan" and not _is_factual(node.isu, lexicon):
            yield Hit(
                node=node.key,
                field="isu",
                message="Isu ini tidak menyebut masalah atau angka, jadi belum faktual.",
                evidence=node.isu,
            )
        elif node.statement.strip() and (score := _overlap(node, lexicon)) < lexicon.ambang["BHS08.tumpang"]:
            yield Hit(
                node=node.key,
                field="isu",
                message="Isu dan kondisinya tidak memakai kata yang sama: apakah keduanya membicarakan hal yang sama?",
                evidence=f"kesamaan isi {score:.2f}".replace(".", ","),
            )


def _is_factual(issue: str, lexicon: Lexicon) -> bool:
    words = tokens(issue)
    bad = lexicon.kata["masalah"] | lexicon.kata["mendua"] | lexicon.kata["isu"] | lexicon.kata["buruk"]
    return not bad.isdisjoint(words) or any(word.isdigit() for word in words) or bool(contains(issue, bad))


def _overlap(node: Node, lexicon: Lexicon) -> float:
    """Compare the words as written: an issue on a database and a condition on data are not yet one thing."""
    kata = lexicon.kata
    framing = kata["masalah"] | kata["mendua"] | kata["isu"] | kata["hasil"]
    issue = content(node.isu, lexicon, synonyms=False) - framing
    return jaccard(issue, content(node.statement, lexicon, synonyms=False))


RULE = Rule(
    code="BHS08",
    name="isu-csf-tanpa-masalah",
    summary="Isu CSF tidak menyebut masalah faktual, atau tidak sejalan dengan kondisinya.",
    severity=Severity.WARNING,
    stage=2,
    source="rangkuman PermenPANRB 89/2021, tahap 2: CSF menggambarkan isu faktual dan kondisi yang diperlukan",
    check=check,
    scope=Scope.NODE,
    hint="Sebut masalah atau angkanya, dan pakai kata benda yang sama pada isu dan kondisi.",
)
