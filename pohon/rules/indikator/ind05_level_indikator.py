"""IND05 level-indikator: a count of outputs used to measure a result."""

from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.model.wording import contains, head, normalise, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        level = tree.profile.level(node.kind)
        if level is None or not _counts_outputs(indicator, lexicon):
            continue
        if level.speaks_of_results or _promises_result(tree, node, indicator, lexicon):
            yield Hit(
                node=node.key,
                field=place,
                message=f"Indikator ini menghitung keluaran, padahal {node.kind.label} adalah hasil.",
                evidence=indicator.nama,
                severity=None if level.speaks_of_results and _counts_papers(indicator, lexicon) else Severity.HINT,
            )


def _counts_outputs(indicator: Indicator, lexicon: Lexicon) -> bool:
    first = head(indicator.nama, lexicon)
    if first.word in ("jumlah", "banyaknya"):
        counted = " ".join(tokens(indicator.nama)[first.size : first.size + 4])
        return not contains(counted, lexicon.kata["dampak"])
    if "keluaran" in first.lists:
        return True
    return normalise(indicator.satuan) in lexicon.kata["cacah"] and "ukur" not in first.lists


def _promises_result(tree: Tree, node: Node, indicator: Indicator, lexicon: Lexicon) -> bool:
    """True for an output level with causes of its own whose sentence promises a result, measured by papers."""
    lists = head(node.statement, lexicon).lists
    promised = "hasil" in lists and "keluaran" not in lists
    return (
        promised and bool(node.sebab) and node.kind is not tree.profile.chain[-1] and _counts_papers(indicator, lexicon)
    )


def _counts_papers(indicator: Indicator, lexicon: Lexicon) -> bool:
    """True for papers, meetings and activities, False for people and things that may have come to a result."""
    words = tokens(indicator.nama)
    return bool(contains(" ".join(words[1:3]), lexicon.kata["cacah"])) or head(indicator.nama, lexicon).word not in (
        "jumlah",
        "banyaknya",
    )


RULE = Rule(
    code="IND05",
    name="level-indikator",
    summary="Indikator keluaran dipakai untuk mengukur hasil.",
    severity=Severity.WARNING,
    stage=4,
    source="praktik penilaian: hasil yang diukur dengan jumlah dokumen atau laporan adalah kesalahan tersering",
    check=check,
    scope=Scope.NODE,
    hint="Ukur perubahannya (persentase, indeks, nilai), dan pindahkan hitungan ini ke kondisi operasional.",
)
