"""BHS22 kata-kerja-ganda: a head followed by a process word: "Terlaksananya Pelaksanaan", "Meningkatnya Upaya"."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import is_creed, outputs, results
from pohon.model.topic import of_one_root
from pohon.model.tree import Tree
from pohon.model.wording import head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


_REPAIR = "perbaikan"
"""Of a road or a pipe: work like any other."""


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for nodes, of_results in ((results(tree), True), (outputs(tree), False)):
        for node in nodes:
            first = head(node.statement, lexicon)
            words = tokens(node.statement)[first.size : first.size + 2]
            named = " ".join(words) in lexicon.frasa["proses_wajar"]
            if is_creed(node) or named or not words or first.lists.isdisjoint({"hasil", "keluaran", "aktif"}):
                continue
            grade = _grade(first.word, words, lexicon, of_results=of_results)
            if grade is not None:
                yield Hit(
                    node=node.key,
                    message=f"{quoted(first.shown + ' ' + words[0])} menyebut proses dua kali, bukan kondisi.",
                    evidence=f"{first.written} {words[0]}",
                    severity=grade,
                )


def _grade(first: str, words: tuple[str, ...], lexicon: Lexicon, *, of_results: bool) -> Severity | None:
    """Certain: one root twice, or effort; a hint: change of change, on a result level also mere management."""
    following = words[0]
    process = following in lexicon.kata["nominal"] or following in lexicon.kata["proses"]
    pairs = (pair.split("=") for pair in lexicon.frasa["kerja_sama_arti"])
    same = process and of_one_root(first.removesuffix("nya"), following)
    if same or any(first == left.strip() and following == right.strip() for left, right in pairs):
        return Severity.WARNING
    if not of_results:
        return Severity.HINT if following in lexicon.kata["perubahan"] and following != _REPAIR else None
    if following in lexicon.kata["upaya"] and first not in lexicon.kata["keluaran"] and _is_effort(words, lexicon):
        return Severity.WARNING
    return Severity.HINT if following in lexicon.kata["perubahan"] | lexicon.kata["proses"] else None


def _is_effort(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """True for "upaya" and for work that is tried: "usaha pencegahan", but not "usaha mikro" or "dukungan keluarga"."""
    return words[0] == "upaya" or (len(words) > 1 and words[1] in lexicon.kata["nominal"])


RULE = Rule(
    code="BHS22",
    name="kata-kerja-ganda",
    summary="Kata kepala disusul kata kerja benda yang artinya sama atau hanya menyebut upaya.",
    severity=Severity.WARNING,
    stage=1,
    source="praktik penilaian: kinerja menyebut keadaan, bukan kegiatan",
    check=check,
    scope=Scope.NODE,
    hint="Hapus salah satunya, lalu sebut apa yang berubah bagi penerima layanan.",
)
