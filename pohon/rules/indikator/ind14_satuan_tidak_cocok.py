"""IND14 satuan-tidak-cocok: the unit does not fit the measure."""

import re
from collections.abc import Iterator

from pohon.model.finding import Fix
from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.targets import read
from pohon.model.tree import Tree
from pohon.model.unit_words import kinds_of, told
from pohon.model.wording import contains, head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

__all__ = ["RULE"]

_SHEETS = frozenset({"dokumen", "laporan", "paket"})
_AVERAGES = frozenset({"rata rata", "rerata"})
_LOOSE = frozenset({"rasio", "prevalensi"})
_RATES = frozenset({"laju", "pertumbuhan"})


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        unit = told(indicator.satuan) or _unit_of_targets(indicator)
        measure = _measure(indicator.nama, lexicon)
        if not unit or not measure:
            continue
        if not _fits(measure, unit, indicator.nama, lexicon):
            message = f"Satuan {quoted(unit)} tidak cocok untuk indikator yang mengukur {measure}."
            yield Hit(node=node.key, field=f"{place}.satuan", message=message, evidence=unit)
        elif measure == "jumlah" and (counted := _other_sheet(indicator.nama, _forms(unit))):
            message = f"Indikator menghitung {counted}, tetapi satuannya {quoted(unit)}."
            field = f"{place}.satuan"
            fix = Fix(node=node.key, field=field, text=counted.capitalize())
            yield Hit(node=node.key, message=message, field=field, evidence=unit, severity=Severity.WARNING, fix=fix)


def _measure(name: str, lexicon: Lexicon) -> str:
    """Return the measure whose unit is judged: behind "Rata-rata" and "Rerata" the one they are taken of."""
    first = head(name, lexicon)
    if first.word not in _AVERAGES:
        return first.word
    following = tokens(name)[first.size : first.size + 1]
    return following[0] if following and following[0] in lexicon.kata["ukur_lama"] else first.word


def _unit_of_targets(indicator: Indicator) -> str:
    """Return "%" when every target is printed as a percentage (forms without a column for the unit)."""
    return "%" if indicator.target and all(read(target.nilai).unit == "%" for target in indicator.target) else ""


def _forms(unit: str) -> frozenset[str]:
    plain = " ".join(unit.casefold().replace(".", ".").split())
    return frozenset(part.strip() for part in (plain, *re.split(r"[/()&]|\batau\b", plain)) if part.strip())


def _fits(measure: str, unit: str, name: str, lexicon: Lexicon) -> bool:
    kinds, allowed = kinds_of(unit, lexicon), lexicon.satuan.get(measure)
    if measure in lexicon.kata["ukur_lama"]:
        return not kinds or not kinds.isdisjoint({"besaran", "skala"}) or _in_time(kinds, name, lexicon)
    if measure in ("jumlah", "banyaknya"):
        return "persen" not in kinds
    if allowed is None or not _forms(unit).isdisjoint(allowed):
        return True
    if "persen" in kinds:
        return "%" in allowed or bool(contains(name, lexicon.frasa["indeks_persen"]))
    return ("uang" in kinds and "rupiah" in allowed) or _of_its_kind(measure, unit, name, lexicon)


def _in_time(kinds: frozenset[str], name: str, lexicon: Lexicon) -> bool:
    """Tell whether a percentage of a time is the share that was in time: "Waktu tanggap (response time rate)"."""
    return "persen" in kinds and bool(contains(name, lexicon.frasa["tepat_waktu"]))


def _of_its_kind(measure: str, unit: str, name: str, lexicon: Lexicon) -> bool:
    """Tell whether a unit off the list is one that the measure may have: a scale or a length in any words."""
    kinds = kinds_of(unit, lexicon)
    if measure in lexicon.kata["ukur_skala"]:
        return "skala" in kinds or kinds.isdisjoint({"benda", "besaran"})
    if measure in lexicon.kata["ukur_besaran"]:
        others = frozenset[str]().union(*(lexicon.satuan[one] for one in lexicon.kata["ukur_besaran"]))
        return not kinds or ("besaran" in kinds and _forms(unit).isdisjoint(others))
    if measure in _RATES and "/" in unit:
        return True  # so many hectares a year
    told = measure == "rasio" and bool(contains(name, lexicon.frasa["pembanding"]))
    return told or (measure in _LOOSE and bool(kinds - {"benda"}))


def _other_sheet(name: str, forms: frozenset[str]) -> str:
    """Return the paper that is counted ("laporan") when the unit names another paper ("Dokumen")."""
    counted = tokens(name)[1:2]
    other = counted and counted[0] in _SHEETS and counted[0] not in forms and not forms.isdisjoint(_SHEETS)
    return counted[0] if other else ""


RULE = Rule(
    code="IND14",
    name="satuan-tidak-cocok",
    summary="Satuan tidak cocok dengan yang diukur indikator.",
    severity=Severity.ERROR,
    stage=4,
    source="kriteria indikator SMART (terukur), PermenPANRB 88/2021; skala survei kepuasan masyarakat",
    check=check,
    scope=Scope.NODE,
    hint="Samakan: jumlah dengan satuan benda, persentase dengan %, indeks dengan nilai atau indeks.",
)
