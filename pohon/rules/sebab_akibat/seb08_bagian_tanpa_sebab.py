"""SEB08 bagian-tanpa-sebab: one part of a joined statement has no cause below it."""

from collections.abc import Iterator

from pohon.model.conjuncts import joined_results
from pohon.model.lexicon import Lexicon
from pohon.model.topic import mentioned
from pohon.model.tree import Tree
from pohon.model.wording import expand
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_SHORTEST = 4


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in tree:
        parts = joined_results(node.statement, lexicon) if node.sebab else None
        if parts is None:
            continue
        below = [one.statement for child in tree.children(node) for one in tree.branch(child)]
        answered = [_is_answered(part, other, below, lexicon) for part, other in (parts, parts[::-1])]
        if sorted(map(str, answered)) == ["False", "True"]:
            lacking = " ".join(parts[answered.index(False)]).replace("_", " ")
            yield Hit(
                node=node.key,
                message=f"Bagian {quoted(lacking)} tidak punya sebab: tidak ada kondisi di bawahnya yang menyebutnya.",
                evidence=lacking,
            )


def _is_answered(part: tuple[str, ...], other: tuple[str, ...], below: list[str], lexicon: Lexicon) -> bool | None:
    """Whether a condition below shares a word that this part alone has; None when it has none."""
    common = lexicon.kata["henti"] | lexicon.kata["lemah"] | lexicon.kata["pokok"] | frozenset(other)
    own = [word for word in expand(part, lexicon) if word not in common and len(word) >= _SHORTEST and "_" not in word]
    if not own:
        return None
    return mentioned(own, below, lexicon)


RULE = Rule(
    code="SEB08",
    name="bagian-tanpa-sebab",
    summary="Sebagian dari kalimat tidak punya sebab di bawahnya.",
    severity=Severity.HINT,
    stage=3,
    source="rangkuman PermenPANRB 89/2021, asas logis dan kecukupan sebab",
    check=check,
    scope=Scope.BELOW,
    reads=frozenset({"statement"}),
    hint="Tambahkan sebabnya, atau hapus bagian itu dari kalimat.",
)
