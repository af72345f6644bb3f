"""IND06 persen-tanpa-penyebut: a percentage whose formula divides by nothing."""

from collections.abc import Iterator

from pohon.model.formula import read_rumus
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators

__all__ = ["RULE"]

_SHARES = frozenset({"persentase", "persen", "cakupan", "rasio", "proporsi"})
_RELATES = frozenset({"terhadap", "rata"})


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        formula = indicator.rumus.strip()
        if not formula or indicator.hitung or head(indicator.nama, lexicon).word not in _SHARES:
            continue
        read = read_rumus(formula)
        if not (read.ada_operator or read.operator & _RELATES or "%" in formula or _colon_divides(read.teks, lexicon)):
            yield Hit(
                node=node.key,
                field=f"{place}.rumus",
                message="Rumus ini tidak membagi dengan apa pun, padahal indikatornya persentase atau rasio.",
                evidence=formula,
            )


def _colon_divides(formula: str, lexicon: Lexicon) -> bool:
    """True for "rumah ber-PHBS : rumah disurvei", False for "Cara hitung : ..."."""
    above, colon, below = formula.partition(" : ")
    words = tokens(above)
    return bool(colon and below.strip()) and len(words) > 1 and words[0] not in lexicon.kata["label_rumus"]


RULE = Rule(
    code="IND06",
    name="persen-tanpa-penyebut",
    summary="Rumus persentase tidak punya penyebut.",
    severity=Severity.WARNING,
    stage=4,
    source="formulir IKU dan IKI: kolom formulasi; kriteria SMART PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    hint="Tulis pembilang dan penyebutnya: jumlah ... dibagi jumlah ... dikali 100%.",
)
