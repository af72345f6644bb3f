"""IND08 formula-mengulang-nama: a formula that only says the indicator's name again."""

from collections.abc import Iterator

from pohon.model.formula import read_rumus
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import content, head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        formula = indicator.rumus.strip()
        if not formula or indicator.hitung or _computes(formula, lexicon):
            continue
        repeated = content(formula, lexicon)
        if repeated and repeated <= content(indicator.nama, lexicon):
            yield Hit(
                node=node.key,
                field=f"{place}.rumus",
                message="Rumus ini hanya mengulang nama indikator, tidak menjelaskan cara menghitungnya.",
                evidence=formula,
                severity=Severity.HINT if _only_counts(indicator.nama, formula, lexicon) else None,
            )


def _only_counts(name: str, formula: str, lexicon: Lexicon) -> bool:
    """True for a plain count whose formula at least says what is counted: "Jumlah dokumen" <- "Jumlah dokumen"."""
    counted = lexicon.kata["cacah"]
    return head(name, lexicon).word == "jumlah" and not counted.isdisjoint(tokens(formula)[:2])


def _computes(formula: str, lexicon: Lexicon) -> bool:
    words = tokens(formula)
    counted = any(word.isdigit() for word in words) or not lexicon.kata["kurun"].isdisjoint(words)
    return counted or "%" in formula or bool(read_rumus(formula).operator)


RULE = Rule(
    code="IND08",
    name="formula-mengulang-nama",
    summary="Rumus hanya mengulang nama indikator.",
    severity=Severity.WARNING,
    stage=4,
    source="formulir IKU dan IKI: kolom formulasi menjelaskan cara menghitung",
    check=check,
    scope=Scope.NODE,
    hint="Tulis apa yang dihitung, dari mana sampai mana, dan dalam kurun waktu apa.",
)
