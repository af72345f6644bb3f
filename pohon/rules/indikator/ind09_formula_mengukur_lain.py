"""IND09 formula-mengukur-lain: the name promises accuracy or satisfaction, the formula counts something else."""

from collections.abc import Iterator

from pohon.model.formula import read_rumus
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import contains
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    groups = [_group(line) for line in lexicon.frasa["konsep_ukur"]]
    for node, place, indicator in indicators(tree):
        formula = indicator.rumus.strip()
        if not formula or indicator.hitung or not read_rumus(formula).ada_operator:
            continue
        for promises, proofs in groups:
            named = contains(indicator.nama, promises)
            if named and not contains(formula, proofs):
                yield Hit(
                    node=node.key,
                    field=f"{place}.rumus",
                    message=f"Nama indikator menjanjikan {quoted(named)}, tetapi rumusnya tidak menghitung itu.",
                    evidence=formula,
                )
                break


def _group(line: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (words that promise it, words that prove it) of "akurasi = akurat : benar = sesuai"."""
    before, _, behind = line.partition(":")
    promises = tuple(word.strip() for word in before.split("="))
    return promises, (*promises, *(word.strip() for word in behind.split("=") if behind))


RULE = Rule(
    code="IND09",
    name="formula-mengukur-lain",
    summary="Rumus menghitung hal lain daripada yang disebut nama indikator.",
    severity=Severity.WARNING,
    stage=4,
    source="formulir IKU dan IKI: nama, satuan, dan formulasi harus sejalan",
    check=check,
    scope=Scope.NODE,
    hint="Hitung yang disebut namanya (yang akurat, yang tepat waktu, yang puas), atau ganti namanya.",
)
