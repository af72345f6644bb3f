"""TGT13 bukan-target: a placeholder, a spreadsheet error, a word or a range where one figure is due."""

import re
from collections.abc import Iterator

from pohon.model.indicator import Indicator, Polarity, Target
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.number import Verdict
from pohon.model.targets import kept, path, place_of, printed, read
from pohon.model.tree import Tree
from pohon.model.wording import contains, head
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

__all__ = ["RULE"]

_HOLDER = re.compile(
    r"(?:x{1,6}(?:[.,]x{1,4})?|y|z|n|\.{2,}|…+|\?+|_{1,}|\*+|n/?a|tb[dac]|nan|null|none|nil|undefined|isi(?:an)?|diisi"
    r"|belum(?: (?:ada|ditetapkan|ditentukan|diisi|tersedia|dihitung))?|akan (?:ditetapkan|ditentukan|diisi)|menyusul"
    r"|dalam proses|to be .*|lorem .*|\[.*\]|<.*>|\{.*\})\s*(?:%|persen)?",
    re.IGNORECASE,
)
_ERROR = re.compile(r"#[A-Za-z/0]+[!?]?|Err:\d+|=\S.*", re.IGNORECASE)
_DASHES = re.compile(r"[-–—−\s]+%?")
_FIGURES_ONLY = frozenset(
    {"jumlah", "banyaknya", "persentase", "cakupan", "panjang", "luas", "volume", "proporsi", "rasio"}
)


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        targets = printed(indicator)
        some = any(read(target.nilai).value is not None for target in targets)
        for target in targets:
            found = _fault(indicator, target, lexicon, some=some)
            if found:
                message, severity = found
                field = place_of(place, target)
                yield Hit(node=node.key, field=field, message=message, evidence=target.nilai, severity=severity)
        if targets and set(path(indicator)) == {0} and not _zero_is_good(node, indicator, lexicon):
            yield Hit(
                node=node.key,
                field=place_of(place, targets[0]),
                message="Semua targetnya nol: tidak ada yang dijanjikan.",
                evidence=targets[0].nilai,
                severity=Severity.WARNING,
            )


def _fault(indicator: Indicator, target: Target, lexicon: Lexicon, *, some: bool) -> tuple[str, Severity] | None:
    text = " ".join(target.nilai.split())
    if _HOLDER.fullmatch(text) or (_DASHES.fullmatch(text) and not some):
        return f"Target {quoted(text)} baru tempat isian, belum angka.", Severity.ERROR
    if _ERROR.fullmatch(text):
        return f"Target {quoted(text)} adalah sisa rumus lembar kerja, bukan angka.", Severity.ERROR
    reading = read(text)
    ranged = reading.verdict is Verdict.RANGE or (
        reading.verdict is Verdict.INVALID and "entang" in reading.explanation
    )
    if ranged and not contains(f"{indicator.nama} {indicator.satuan}", lexicon.frasa["rentang_wajar"]):
        return f"Target {quoted(text)} berupa rentang; satu tahun satu angka.", Severity.WARNING
    measure = head(indicator.nama, lexicon).word
    words = reading.verdict is Verdict.NONE and any(map(str.isalpha, text))
    if words and measure in _FIGURES_ONLY:
        return f"Target {measure} seharusnya angka, bukan {quoted(text)}.", Severity.WARNING
    return None


def _zero_is_good(node: Node, indicator: Indicator, lexicon: Lexicon) -> bool:
    """No cases, no complaints: nothing is the aim."""
    lowers = head(node.statement, lexicon).word in lexicon.kata["turun"]
    told = f"{indicator.nama} {indicator.satuan}"
    harm = contains(told, lexicon.kata["buruk"]) or contains(told, lexicon.frasa["nol_baik"])
    return indicator.arah is Polarity.TURUN or lowers or bool(harm) or kept(node, indicator, lexicon)


RULE = Rule(
    code="TGT13",
    name="bukan-target",
    summary="Target masih berupa tempat isian atau bukan satu angka.",
    severity=Severity.ERROR,
    stage=5,
    source="formulir RKT dan Perjanjian Kinerja: kolom target; kriteria terukur PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    hint="Tulis satu angka untuk setiap tahun, atau hapus tahunnya.",
)
