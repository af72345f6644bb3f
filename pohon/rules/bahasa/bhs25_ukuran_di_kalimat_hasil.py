"""BHS25 ukuran-di-kalimat-hasil: a result that says a score goes up: the indicator stands in the statement."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import results
from pohon.model.tree import Tree
from pohon.model.wording import head, spelling, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in results(tree):
        first = head(node.statement, lexicon)
        words = spelling(tokens(node.statement)[first.size :], lexicon)
        measure = _score(words, lexicon) if first.lists & {"hasil", "aktif", "nominal"} else ""
        if measure:
            yield Hit(
                node=node.key,
                message=f"Kalimat ini memuat indikatornya ({quoted(measure)}), bukan kondisi yang diukur.",
                evidence=measure,
            )


def _score(words: tuple[str, ...], lexicon: Lexicon) -> str:
    """Return the score that opens the text: "indeks ...", "nilai sakip", "capaian nilai ..."; not a quantity."""
    reached = words[:1] and words[0] in lexicon.kata["mencapai"]
    rest = words[1:] if reached else words
    if not rest:
        return ""
    scored = rest[0] in lexicon.kata["ukur_nilai"]
    worth = rest[1:2] and rest[1] in lexicon.kata["nilai_barang"]
    assessed = rest[0] == "nilai" and not worth and (reached or not lexicon.kata["penilaian"].isdisjoint(rest[1:4]))
    return " ".join(words[: 3 if reached else 2]) if scored or assessed else ""


RULE = Rule(
    code="BHS25",
    name="ukuran-di-kalimat-hasil",
    summary="Hasil ditulis sebagai naiknya sebuah ukuran, bukan kondisi yang diukurnya.",
    severity=Severity.WARNING,
    stage=1,
    source="rangkuman PermenPANRB 89/2021, tahap 3 dan 4: kondisi dahulu, indikator kemudian",
    check=check,
    scope=Scope.NODE,
    hint="Tulis kondisinya, dan jadikan indeks atau nilainya indikator.",
)
