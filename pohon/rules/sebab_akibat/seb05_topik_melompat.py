"""SEB05 topik-melompat: among causes that fit their effect, an affair of the office or an occasion that does not."""

from collections.abc import Iterator
from typing import TypeVar

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind, Node
from pohon.model.topic import field_words, said, topic
from pohon.model.tree import Tree
from pohon.model.wording import contains, content, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, is_partner_leaf

__all__ = ["RULE"]

_TWINS = 20
_FEWEST = 2
_OCCASIONS = 2
_Any = TypeVar("_Any")


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    field = field_words(tree, lexicon)
    lists = ("umum", "pokok", "alat", "kabur", "lemah", "proses", "nominal", "lepas", "mutu")
    general = frozenset[str]().union(*(lexicon.kata[name] for name in lists))
    for effect in tree:
        causes = [] if effect.kind is Kind.OUTCOME else tree.children(effect)
        stray = {cause.key for cause in causes if _has_no_home(tree, cause, lexicon)} if len(causes) >= _FEWEST else ()
        if not stray:
            continue  # in every trade the causes have words of their own: other words alone prove nothing
        topics = [topic(cause.statement, lexicon, field) for cause in causes]
        above = [
            said(node.statement, lexicon) for node in (effect, *tree.ancestors(effect)) if node.kind is not Kind.OUTCOME
        ]
        twins = [said(cause.statement, lexicon) for cause in causes]
        for place, cause in enumerate(causes):
            if effect.kind.rank > cause.kind.rank or is_partner_leaf(cause):
                continue
            if cause.key not in stray or topics[place].fits(above, lexicon):
                continue
            if content(cause.statement, lexicon) <= general:
                continue  # means that serve any effect: staff, applications, funds, reports
            below = [said(child.statement, lexicon) for child in tree.children(cause)]
            alone = not topics[place].fits([*_but(place, twins), *below], lexicon)
            if alone and any(twin.fits(above[:1], lexicon) for twin in _but(place, topics)):
                yield Hit(
                    node=cause.key,
                    message="Sebab ini membicarakan hal lain daripada akibatnya dan sebab-sebab di sebelahnya.",
                    related=(effect.key,),
                )


def _has_no_home(tree: Tree, cause: Node, lexicon: Lexicon) -> bool:
    """Tell whether a cause is what people put wherever there is room: an affair of the office, a list of occasions.

    Where an effect speaks of the office itself its affairs are at home.
    """
    if len(lexicon.kata["acara"].intersection(tokens(cause.statement))) >= _OCCASIONS:
        return True
    affairs = lexicon.kata["urusan_kantor"]
    if not contains(cause.statement, affairs):
        return False
    return not any(contains(node.statement, affairs | lexicon.kata["tata_kelola"]) for node in tree.ancestors(cause))


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
