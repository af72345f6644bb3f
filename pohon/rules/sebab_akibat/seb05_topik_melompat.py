"""SEB05 topik-melompat: among causes that fit their effect, one that speaks of something else."""

from collections.abc import Iterator
from typing import TypeVar

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind
from pohon.model.topic import field_words, said, topic
from pohon.model.tree import Tree
from pohon.model.wording import content
from pohon.rules._base import Hit, Rule, Scope, Severity, is_partner_leaf

__all__ = ["RULE"]

_TWINS = 20
_FEWEST = 2
_Any = TypeVar("_Any")


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    field = field_words(tree, lexicon)
    lists = ("umum", "pokok", "alat", "kabur", "lemah", "proses", "nominal", "lepas", "mutu")
    general = frozenset[str]().union(*(lexicon.kata[name] for name in lists))
    for effect in tree:
        causes = [] if effect.kind is Kind.OUTCOME else tree.children(effect)
        if len(causes) < _FEWEST:
            continue
        topics = [topic(cause.statement, lexicon, field) for cause in causes]
        above = [
            said(node.statement, lexicon) for node in (effect, *tree.ancestors(effect)) if node.kind is not Kind.OUTCOME
        ]
        twins = [said(cause.statement, lexicon) for cause in causes]
        for place, cause in enumerate(causes):
            if effect.kind.rank > cause.kind.rank or is_partner_leaf(cause):
                continue
            if content(cause.statement, lexicon) <= general or topics[place].fits(above, lexicon):
                continue  # the first are means that serve any effect: staff, applications, funds, reports
            below = [said(child.statement, lexicon) for child in tree.children(cause)]
            alone = not topics[place].fits([*_but(place, twins), *below], lexicon)
            if alone and any(twin.fits(above[:1], lexicon) for twin in _but(place, topics)):
                yield Hit(
                    node=cause.key,
                    message="Sebab ini membicarakan hal lain daripada akibatnya dan sebab-sebab di sebelahnya.",
                    related=(effect.key,),
                )


def _but(place: int, every: list[_Any]) -> list[_Any]:
    """Return the first of the others: all of one list but that in this place."""
    return [*every[:place], *every[place + 1 :]][:_TWINS]


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
