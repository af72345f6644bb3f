"""SEB04 anak-lebih-luas: a cause that joins its whole effect with something more."""

from collections.abc import Iterator

from pohon.model.conjuncts import conjuncts
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import content, expand, spelling
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    stop = lexicon.kata["henti"]
    for effect, cause in tree.edges():
        parts = conjuncts(cause.statement, lexicon)
        whole = content(effect.statement, lexicon)
        if len(parts) < 2 or len(whole) < 2 or not whole < content(cause.statement, lexicon):
            continue
        words = [frozenset(spelling(expand(_plain(part), lexicon), lexicon)) - stop for part in parts]
        holding = [place for place, said in enumerate(words) if whole <= said]
        others = [" ".join(_plain(part)) for place, part in enumerate(parts) if place not in holding]
        if holding and others:
            yield Hit(
                node=cause.key,
                message=f"Sebab ini memuat seluruh akibatnya dan menambah {quoted(others[0])}.",
                evidence=others[0],
                related=(effect.key,),
            )


def _plain(part: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for joined in part for word in joined.split("_"))


RULE = Rule(
    code="SEB04",
    name="anak-lebih-luas",
    summary="Sebab memuat seluruh akibatnya dan masih menambah hal lain.",
    severity=Severity.HINT,
    stage=3,
    source="rangkuman PermenPANRB 89/2021, asas logis",
    check=check,
    scope=Scope.BRANCH,
    hint="Pecah sebabnya: bagian yang mengulang akibat dihapus, bagian lain berdiri sendiri di bawahnya.",
)
