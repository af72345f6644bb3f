"""IND04 ukur-ganda: a measure of a measure at the head of an indicator."""

from collections.abc import Iterator

from pohon.model.finding import Fix
from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        doubled = _doubled(indicator.nama, lexicon)
        if doubled:
            yield Hit(
                node=node.key,
                field=place,
                message=f"Ukuran ganda di awal indikator: “{doubled}”.",
                evidence=doubled,
                fix=_fix(node.key, place, indicator, doubled),
                severity=Severity.HINT if doubled.split()[-1] in _loose(lexicon) else None,
            )


def _fix(key: str, place: str, indicator: Indicator, doubled: str) -> Fix | None:
    """Leave one of the two measures: the one that the unit asks for, else the first."""
    words = indicator.nama.split()
    if len(words) < 3 or list(tokens(" ".join(words[:2]))) != doubled.split():
        return None
    kept = words[1] if indicator.satuan.strip() == "%" and words[1].casefold().startswith("persen") else words[0]
    return Fix(node=key, field=f"{place}.nama", text=" ".join((kept[:1].upper() + kept[1:], *words[2:])))


def _doubled(name: str, lexicon: Lexicon) -> str:
    words = tokens(name)[:4]
    if len(words) < 2 or any(" ".join(words).startswith(usual) for usual in lexicon.frasa["ukur_rangkap_wajar"]):
        return ""
    first, second = (lexicon.ejaan.get(word, word) for word in words[:2])
    measures = lexicon.kata["ukur_rangkap"]
    grown = (first, second) == ("jumlah", "peningkatan") and not lexicon.kata["tak_terhitung"].isdisjoint(words[2:])
    again = first in measures and (second in measures or second in lexicon.kata["ukur_kedua"])
    return " ".join(words[:2]) if grown or again else ""


def _loose(lexicon: Lexicon) -> frozenset[str]:
    """Second measures that only repeat: untidy, and still to be counted."""
    return lexicon.kata["ukur_kedua"].union(lexicon.frasa["ukur_lewah"])


RULE = Rule(
    code="IND04",
    name="ukur-ganda",
    summary="Indikator memakai dua kata ukur berturut-turut.",
    severity=Severity.WARNING,
    stage=4,
    source="kriteria indikator SMART (spesifik), PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    hint="Pakai satu kata ukur saja, yang cocok dengan satuannya.",
)
