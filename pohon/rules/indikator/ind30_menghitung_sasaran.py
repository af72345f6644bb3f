"""IND30 menghitung-sasaran: the indicator counts the population itself, not what is done for it or how it fares."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.likeness import behind_measures
from pohon.model.statements import stated
from pohon.model.topic import of_one_root
from pohon.model.tree import Tree
from pohon.model.wording import content, head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in stated(tree):
        said = tokens(node.statement)[head(node.statement, lexicon).size :]
        promised = [word for word in said if word in lexicon.kata["nominal"] or word in lexicon.kata["pokok"]]
        things = content(node.statement, lexicon) - frozenset(promised)
        lowered = head(node.statement, lexicon).word in lexicon.kata["turun"]
        if not promised or not things or lowered or not _serves(said, lexicon):
            continue
        for place, indicator in enumerate(node.indikator):
            if _only_counts(indicator.nama, things, promised, lexicon):
                yield Hit(
                    node=node.key,
                    field=f"indikator.{place}",
                    message=f"Indikator {quoted(indicator.nama)} menghitung sasarannya, bukan {promised[0]}-nya.",
                    evidence=indicator.nama,
                )


def _serves(said: tuple[str, ...], lexicon: Lexicon) -> bool:
    """True when the work stands right behind the head and makes nothing: what is made is rightly counted."""
    return said[0] not in lexicon.kata["kerja_membuat"] and (
        said[0] in lexicon.kata["nominal"] or said[0] in lexicon.kata["pokok"]
    )


def _only_counts(name: str, things: frozenset[str], promised: list[str], lexicon: Lexicon) -> bool:
    """True for "Jumlah" and things of the statement only, without a word on what was done or reached."""
    measured, words = behind_measures(name, lexicon)
    if measured != "jumlah" or not words or not lexicon.kata["pembatas"].isdisjoint(words):
        return False
    if words[0] not in things or words[0] in lexicon.kata["cacah"] or any(_is_done(word, lexicon) for word in words):
        return False
    return not any(of_one_root(word, other) for word in promised for other in words)


def _is_done(word: str, lexicon: Lexicon) -> bool:
    """True for work done or a state reached: pelayanan, terdata, dilayani, berizin, mengikuti."""
    work = word in lexicon.kata["nominal"] or word in ("pelayanan", "layanan")
    passive = word.startswith(("ter", "di", "ber", "me")) and word not in lexicon.kata["sifat_orang"]
    return ((work or passive) and len(word) > 5) or word in lexicon.kata["peran_orang"]


RULE = Rule(
    code="IND30",
    name="menghitung-sasaran",
    summary="Indikator menghitung banyaknya yang dilayani, bukan pelayanan atau keadaannya.",
    severity=Severity.HINT,
    stage=4,
    source="kriteria indikator relevan (SMART), PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    hint="Hitung yang berubah pada mereka: Jumlah ... yang terdata, yang dilayani, yang naik kelas.",
)
