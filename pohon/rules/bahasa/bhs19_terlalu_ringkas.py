"""BHS19 terlalu-ringkas: a statement with hardly any content."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import stated
from pohon.model.tree import Tree
from pohon.model.wording import content
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    least = int(lexicon.ambang["BHS19.kata"])
    kata = lexicon.kata
    vague = kata["umum"] | kata["pokok"] | kata["nominal"] | kata["kabur"] | kata["lemah"] | kata["lepas"]
    for node in stated(tree):
        words = content(node.statement, lexicon, synonyms=False)
        if len(words) < least and (len(words) < 2 or words <= vague):
            yield Hit(
                node=node.key,
                message=f"Kalimat ini hanya memuat {len(words)} kata isi sesudah kata kepalanya.",
                evidence=node.statement,
            )


RULE = Rule(
    code="BHS19",
    name="terlalu-ringkas",
    summary="Kalimat kinerja terlalu ringkas untuk dipahami dan diukur.",
    severity=Severity.HINT,
    stage=1,
    source="praktik: kinerja harus jelas siapa atau apa yang berubah",
    check=check,
    scope=Scope.NODE,
    hint="Sebut apa yang berubah dan bagi siapa.",
)
