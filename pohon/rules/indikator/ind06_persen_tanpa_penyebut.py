"""IND06 persen-tanpa-penyebut: a percentage whose formula divides by nothing."""

from collections.abc import Iterator

from pohon.model.formula import read_rumus
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import head
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
        if not read.ada_operator and not read.operator & _RELATES and "%" not in formula:
            yield Hit(
                node=node.key,
                field=f"{place}.rumus",
                message="Rumus ini tidak membagi dengan apa pun, padahal indikatornya persentase atau rasio.",
                evidence=formula,
            )


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
