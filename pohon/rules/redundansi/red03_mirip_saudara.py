"""RED03 mirip-saudara: siblings that say nearly the same."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.likeness import Likeness, compare, similar_pairs
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.model.wording import content, head, heads_alike, jaccard, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    region = frozenset(tokens(tree.pemerintah))
    for effect in tree:
        causes = tree.children(effect)
        twice: set[int] = set()
        for first, second in similar_pairs([cause.statement for cause in causes], lexicon, passed_over=region):
            if second not in twice and _are_alike(causes[first], causes[second], lexicon, region):
                twice.add(second)
                yield Hit(
                    node=causes[second].key,
                    message=f"Kalimat ini hampir sama dengan saudaranya (simpul {tree.number(causes[first].key)}).",
                    evidence=causes[first].statement,
                    related=(causes[first].key,),
                )


def _are_alike(one: Node, two: Node, lexicon: Lexicon, region: frozenset[str]) -> bool:
    """Not word for word (that is RED01), but nothing that tells them apart: neither side names a thing of its own."""
    if tokens(one.statement) == tokens(two.statement):
        return False
    verdict = compare(one.statement, two.statement, lexicon, passed_over=region)
    if verdict in (Likeness.SAME, Likeness.DIFFERENT):
        return verdict is Likeness.SAME
    score = jaccard(content(one.statement, lexicon), content(two.statement, lexicon))
    close = verdict is Likeness.RESTATED or score >= lexicon.ambang["RED03.mirip"]
    return close and heads_alike(head(one.statement, lexicon).word, head(two.statement, lexicon).word, lexicon)


RULE = Rule(
    code="RED03",
    name="mirip-saudara",
    summary="Dua sebab dari satu akibat hampir sama bunyinya.",
    severity=Severity.WARNING,
    stage=3,
    source="rangkuman PermenPANRB 89/2021, tahap 3: kondisi tidak dituangkan berulang kali",
    check=check,
    scope=Scope.BRANCH,
    hint="Lebur menjadi satu, atau sebut apa yang membedakannya.",
)
