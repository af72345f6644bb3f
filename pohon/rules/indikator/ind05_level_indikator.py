"""IND05 level-indikator: a count of outputs used to measure a result."""

from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.model.wording import contains, head, normalise, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators

__all__ = ["RULE"]

_SHORTEST_STATE = 6


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
        counted = tokens(indicator.nama)[first.size :]
        named = {" ".join(counted[:1]), " ".join(counted[:2])}
        if not lexicon.kata["cacah"].isdisjoint(counted[:1]) and lexicon.kata["dampak"].isdisjoint(named):
            return True
        plain = " ".join(counted[:4])
        return not contains(plain, lexicon.kata["dampak"] | lexicon.kata["buruk"]) and not _reached(counted, lexicon)
    if "keluaran" in first.lists:
        return True
    quantity = not lexicon.kata["besaran"].isdisjoint(tokens(indicator.nama)[:1])
    return normalise(indicator.satuan) in lexicon.kata["cacah"] and "ukur" not in first.lists and not quantity


def _reached(counted: tuple[str, ...], lexicon: Lexicon) -> bool:
    """True when only those are counted that came to a state of their own: yang menabung, bersertifikat, kategori maju.

    What an office did to them ("yang dilatih", "yang dibangun"), and its own people and papers, are outputs.
    """
    if not lexicon.kata["bukan_hitungan"].isdisjoint(counted):
        return True  # a rate ("per dosen"), or those who lack something ("tidak sekolah")
    if not lexicon.kata["milik_kantor"].isdisjoint(counted[:2]):
        return False
    if "yang" in counted:
        clause = counted[counted.index("yang") + 1 :]
        own = clause[:1] and not clause[0].startswith("di") and clause[0] not in lexicon.kata["dikerjakan"]
        return bool(own)
    return any(word in lexicon.kata["keadaan_dicapai"] or _is_state(word) for word in counted[1:])


def _is_state(word: str) -> bool:
    return word == "ber" or (word.startswith(("ber", "ter")) and len(word) > _SHORTEST_STATE)


def _promises_result(tree: Tree, node: Node, indicator: Indicator, lexicon: Lexicon) -> bool:
    """True for an output level above the lowest whose sentence promises a result, measured by papers.

    "Meningkatnya ..." over causes of its own is a result; a quality is one without them, when sheets measure it.
    """
    first = head(node.statement, lexicon)
    if "hasil" not in first.lists or "keluaran" in first.lists or node.kind is tree.profile.chain[-1]:
        return False
    quality = not lexicon.kata["pokok"].isdisjoint(tokens(node.statement)[first.size : first.size + 1])
    sheets = not lexicon.kata["lembar"].isdisjoint(tokens(indicator.nama)[1:3])
    return _counts_papers(indicator, lexicon) if node.sebab else quality and sheets


def _counts_papers(indicator: Indicator, lexicon: Lexicon) -> bool:
    """True for papers, meetings and activities, False for people and things that may have come to a result."""
    words = tokens(indicator.nama)
    return bool(contains(" ".join(words[1:3]), lexicon.kata["cacah"] - lexicon.kata["cacah_benda"])) or head(
        indicator.nama, lexicon
    ).word not in (
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
