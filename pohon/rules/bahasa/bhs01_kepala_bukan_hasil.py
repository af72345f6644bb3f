"""BHS01 kepala-bukan-hasil: a result level whose statement does not open with a result word."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import results
from pohon.model.tree import Tree
from pohon.model.wording import head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, named, quoted

__all__ = ["RULE"]

_SPOKEN_FOR = frozenset({"aktif", "nominal", "masalah", "ukur"})


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in results(tree):
        first = head(node.statement, lexicon)
        if not first.word or "hasil" in first.lists or not first.lists.isdisjoint(_SPOKEN_FOR):
            continue
        if "keluaran" not in first.lists and (first.word in lexicon.kata["rencana"] or _is_quality(node.statement)):
            continue
        yield Hit(
            node=node.key,
            message=f"{named(node)} dibuka dengan {quoted(first.shown)}, bukan dengan kata hasil.",
            evidence=first.written,
            severity=None if "keluaran" in first.lists else Severity.HINT,
        )


def _is_quality(text: str) -> bool:
    """Tell whether one or two words that take -nya open the text ("Guyubnya", "Tepat waktunya"), not a measure.

    "Sekurang-kurangnya 50% sekolah" counts.
    """
    words = tokens(text)[:2]
    return any(word.endswith("nya") for word in words) and (words[0] == "semakin" or not words[0].startswith("se"))


RULE = Rule(
    code="BHS01",
    name="kepala-bukan-hasil",
    summary="Kalimat pada jenjang hasil tidak dibuka dengan kata hasil.",
    severity=Severity.WARNING,
    stage=1,
    source="kertas kerja penilaian: kata hasil seperti meningkatnya, menguatnya, terwujudnya; PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    hint="Mulailah dengan kata hasil: Meningkatnya, Menurunnya, Terwujudnya, Terjaganya ...",
)
