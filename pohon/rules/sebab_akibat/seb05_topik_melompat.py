"""SEB05 topik-melompat: among causes that fit their effect, one that speaks of something else."""

from collections.abc import Iterable, Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind, Node
from pohon.model.topic import field_words, same_topic
from pohon.model.tree import Tree
from pohon.model.wording import content
from pohon.rules._base import Hit, Rule, Scope, Severity, is_partner_leaf

__all__ = ["RULE"]

_TWINS = 20


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    field = field_words(tree, lexicon)
    lists = ("umum", "pokok", "alat", "kabur", "lemah", "proses", "nominal", "lepas", "mutu")
    general = frozenset[str]().union(*(lexicon.kata[name] for name in lists))
    for effect, cause in tree.edges():
        if effect.kind is Kind.OUTCOME or effect.kind.rank > cause.kind.rank or is_partner_leaf(cause):
            continue
        if content(cause.statement, lexicon) <= general:
            continue  # means that serve any effect: staff, applications, funds, reports
        above = [node for node in tree.ancestors(cause) if node.kind is not Kind.OUTCOME]
        if _fits(cause, above, lexicon, field):
            continue
        twins = tree.siblings(cause)[:_TWINS]
        alone = not _fits(cause, (*twins, *tree.children(cause)), lexicon, field)
        if alone and any(_fits(twin, [effect], lexicon, field) for twin in twins):
            yield Hit(
                node=cause.key,
                message="Sebab ini membicarakan hal lain daripada akibatnya dan sebab-sebab di sebelahnya.",
                related=(effect.key,),
            )


def _fits(node: Node, others: Iterable[Node], lexicon: Lexicon, field: frozenset[str]) -> bool:
    return same_topic(node.statement, [other.statement for other in others], lexicon, field)


RULE = Rule(
    code="SEB05",
    name="topik-melompat",
    summary="Sebab membicarakan hal lain daripada akibatnya.",
    severity=Severity.HINT,
    stage=3,
    source="rangkuman PermenPANRB 89/2021, asas logis",
    check=check,
    scope=Scope.PATH,
    context=field_words,
    hint="Baca: jika sebab ini terjadi, apakah akibatnya terjadi? Bila tidak meyakinkan, cari tempatnya yang lain.",
)
