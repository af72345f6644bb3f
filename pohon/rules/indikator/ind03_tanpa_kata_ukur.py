"""IND03 tanpa-kata-ukur: an indicator that names a thing, not a measure of it."""

from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.targets import read
from pohon.model.tree import Tree
from pohon.model.unit_words import kinds_of, told
from pohon.model.wording import contains, head, normalise, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

__all__ = ["RULE"]

_NO_MEASURE = frozenset({"hasil", "keluaran", "aktif", "nominal", "masalah"})


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        words = tokens(indicator.nama)
        if not words or _measures(words[0], indicator, lexicon):
            continue
        unit = told(indicator.satuan) or _printed_unit(indicator, lexicon)
        quantity = words[0] in lexicon.kata["besaran"] or indicator.nama.split()[0].isupper()
        if unit and (quantity or _measured_in(unit, indicator.nama, lexicon)):
            continue
        lacking = f"dan hanya satuannya {quoted(unit, 30)} yang memberi petunjuk" if unit else "dan tidak punya satuan"
        yield Hit(
            node=node.key,
            field=place,
            message=f"Indikator {quoted(indicator.nama)} tidak menyebut ukuran {lacking}.",
            evidence=words[0],
            severity=Severity.HINT if unit or quantity else None,
        )


def _measures(first: str, indicator: Indicator, lexicon: Lexicon) -> bool:
    known = lexicon.kata["ukur"]
    return "ukur" in head(indicator.nama, lexicon).lists or lexicon.ejaan.get(first, first) in known


def _printed_unit(indicator: Indicator, lexicon: Lexicon) -> str:
    """Return the unit that the targets carry where the form has no column: "85%", "72,5 tahun", "Paripurna"."""
    for target in indicator.target:
        if "%" in target.nilai:
            return "%"
        if any(map(str.isdigit, target.nilai)):
            unit = read(target.nilai).unit or read(target.nilai).note
            return unit if kinds_of(unit, lexicon) - {"benda"} else ""
        if normalise(target.nilai) in lexicon.kata["predikat"]:
            return "Predikat"
    return ""


def _measured_in(unit: str, name: str, lexicon: Lexicon) -> bool:
    """True for what has the unit of a measure (tons, minutes, percent): no work, no sentence, no countable things."""
    words, groups = tokens(name), lexicon.kata["kelompok_penduduk"]
    people = words[0] in groups or " ".join(words[:2]) in groups
    things = "benda" in kinds_of(words[0], lexicon) and not people
    vague = contains(name, lexicon.kata["kabur"])  # "mutu pelayanan yang baik": a grade does not make it a measure
    if things or vague or not head(name, lexicon).lists.isdisjoint(_NO_MEASURE):
        return False
    return not kinds_of(unit, lexicon) <= {"benda"} and unit.casefold() not in lexicon.kata["satuan_kurun"]


RULE = Rule(
    code="IND03",
    name="tanpa-kata-ukur",
    summary="Indikator tidak menyebut apa yang diukur.",
    severity=Severity.ERROR,
    stage=4,
    source="kriteria indikator SMART (terukur), PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    hint="Mulai dengan kata ukur: jumlah, persentase, indeks, nilai, tingkat, rasio; atau isi satuannya.",
)
