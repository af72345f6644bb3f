"""IND18 indikator-proses: a result measured by activities carried out, meetings held or budget spent."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.likeness import behind_measures
from pohon.model.statements import results
from pohon.model.tree import Tree
from pohon.model.wording import contains
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_WINDOW = 4


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in results(tree):
        for place, indicator in enumerate(node.indikator):
            work = _work(indicator.nama, lexicon)
            if work:
                yield Hit(
                    node=node.key,
                    field=f"indikator.{place}",
                    message=f"Indikator {quoted(indicator.nama)} mengukur pelaksanaan kegiatan, bukan hasilnya.",
                    evidence=work,
                )


def _work(name: str, lexicon: Lexicon) -> str:
    """Return the words that make it a measure of work done: an activity is counted, or the spending of a budget."""
    measured, words = behind_measures(name, lexicon)
    scored = measured in lexicon.kata["ukur_berpatokan"] or contains(name, lexicon.frasa["nilai_baku"])
    if not measured or scored or not words:
        return ""
    if words[0] in lexicon.kata["kerja_kantor"] and " ".join(words[:2]) not in lexicon.frasa["bukan_kerja"]:
        return words[0]
    realised = next((place for place, word in enumerate(words[:3]) if word in lexicon.kata["realisasi"]), None)
    if realised is None:
        return ""
    spent = next((word for word in words[realised + 1 : realised + 1 + _WINDOW] if word in lexicon.kata["masukan"]), "")
    return f"{words[realised]} ... {spent}" if spent else ""


RULE = Rule(
    code="IND18",
    name="indikator-proses",
    summary="Hasil diukur dengan terlaksananya kegiatan kantor.",
    severity=Severity.WARNING,
    stage=4,
    source="pola temuan evaluasi SAKIP: indikator proses pada jenjang hasil",
    check=check,
    scope=Scope.NODE,
    hint="Ukur perubahan yang terjadi bagi penerima layanan; pelaksanaan kegiatan diukur di kondisi operasional.",
)
