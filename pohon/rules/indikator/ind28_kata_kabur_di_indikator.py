"""IND28 kata-kabur-di-indikator: a vague adjective inside an indicator that no formula and no standard pins down."""

from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import contains, content, head, normalise
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        vague = contains(indicator.nama, lexicon.kata["kabur_ukur"])
        if vague and not _is_pinned_down(indicator, lexicon):
            yield Hit(
                node=node.key,
                field=place,
                message=f"Kapan sesuatu disebut {quoted(vague)}? Indikator ini tidak memberi patokan.",
                evidence=vague,
            )


def _is_pinned_down(indicator: Indicator, lexicon: Lexicon) -> bool:
    """True with a score, a standard in name or formula, a definition, or a formula that says more than the name."""
    if head(indicator.nama, lexicon).word in lexicon.kata["ukur_berpatokan"] or indicator.relevansi.strip():
        return True
    if contains(f"{indicator.nama} {indicator.rumus}", lexicon.kata["patokan"]) or indicator.catatan.strip():
        return True
    from pohon.model.formula import read_rumus  # 2 ms, and vague words with a formula are rare

    formula = indicator.rumus.strip()
    more = content(formula, lexicon) - content(indicator.nama, lexicon)
    return bool(
        formula and (more or read_rumus(formula).ada_operator) and normalise(formula) != normalise(indicator.nama)
    )


RULE = Rule(
    code="IND28",
    name="kata-kabur-di-indikator",
    summary="Indikator memakai kata sifat yang kabur tanpa rumus atau patokan.",
    severity=Severity.HINT,
    stage=4,
    source="kriteria indikator SMART (spesifik), PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    hint="Tulis patokannya di nama atau rumus: sesuai standar apa, bernilai berapa, bersertifikat apa.",
)
