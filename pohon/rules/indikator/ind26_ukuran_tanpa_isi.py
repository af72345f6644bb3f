"""IND26 ukuran-tanpa-isi: a measure word in front of an activity: nothing to count, nothing to divide by."""

from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.likeness import behind_measures
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.model.wording import content, head, jaccard, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, quoted

__all__ = ["RULE"]

_OUTCOMES = (("dari",), ("pelaksanaan",), ("penyelenggaraan",), ("kegiatan",))
_TITLES = frozenset({"program", "kegiatan", "sub", "subkegiatan"})


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        if indicator.hitung.strip() or (indicator.rumus.strip() and not _bare_paper(indicator, lexicon)):
            continue
        own = _names_the_row(tree, node, indicator, lexicon)
        what = "mengulang nama kegiatannya" if own else "hanya menyebut kegiatan"
        severity = Severity.WARNING if own else _hollow(indicator.nama, lexicon)
        if severity is not None:
            yield Hit(
                node=node.key,
                field=place,
                message=f"Indikator {quoted(indicator.nama)} {what}: tidak jelas apa yang dihitung dan dibagi apa.",
                evidence=head(indicator.nama, lexicon).written,
                severity=severity,
            )


def _bare_paper(indicator: Indicator, lexicon: Lexicon) -> bool:
    """True for "Jumlah Buku" with a formula that computes nothing: it names the book, and says nothing of a result."""
    from pohon.model.formula import read_rumus  # most trees are linted without a formula

    measured, words = behind_measures(indicator.nama, lexicon)
    return bool(measured) and len(words) == 1 and not read_rumus(indicator.rumus).ada_operator


def _rows(tree: Tree, _lexicon: Lexicon) -> object:
    return tree.program


def _names_the_row(tree: Tree, node: Node, indicator: Indicator, lexicon: Lexicon) -> bool:
    """True for "Cakupan" in front of the name of the program or kegiatan that the node is mapped to."""
    if not node.program or head(indicator.nama, lexicon).word not in lexicon.kata["ukur_bagian"]:
        return False
    measured = content(indicator.nama, lexicon, synonyms=False) - _TITLES
    rows = (tree.programs[code].nama for code in node.program if code in tree.programs)
    return any(
        jaccard(measured, content(row, lexicon, synonyms=False) - _TITLES) >= lexicon.ambang["BHS12.gema"]
        for row in rows
    )


def _hollow(name: str, lexicon: Lexicon) -> Severity | None:
    measured, words = behind_measures(name, lexicon)
    if len(words) == 1 and measured and words[0] in lexicon.kata["cacah"]:
        things = words[0] in lexicon.kata["cacah_benda"]
        return Severity.HINT if things else Severity.WARNING  # "Jumlah Buku": which ones?
    if measured == "jumlah" and words[:1] == ("hasil",) and words[1:2] in _OUTCOMES:
        return Severity.HINT
    if not words or not lexicon.kata["pembatas"].isdisjoint(tokens(name)):
        return None
    if head(name, lexicon).word in lexicon.kata["ukur_bagian"] and words[0] in lexicon.kata["pengurusan"]:
        return Severity.WARNING
    return Severity.HINT if measured == "jumlah" and words[0] in ("pelaksanaan", "penyelenggaraan") else None


RULE = Rule(
    code="IND26",
    name="ukuran-tanpa-isi",
    summary="Indikator memasang kata ukur di depan nama kegiatan tanpa menyebut apa yang dihitung.",
    severity=Severity.WARNING,
    stage=4,
    source="kriteria indikator SMART (terukur), PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    context=_rows,
    hint="Sebut siapa atau apa yang dihitung dan dari seluruh apa: Persentase ... yang ... , lalu tulis rumusnya.",
)
