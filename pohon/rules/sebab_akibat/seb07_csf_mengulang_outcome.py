"""SEB07 csf-mengulang-outcome: a critical success factor proved by the very measure of its outcome."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.likeness import Likeness, compare
from pohon.model.node import Kind
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    ignored = frozenset(tokens(tree.pemerintah))
    for effect, cause in tree.edges():
        if effect.kind is not Kind.OUTCOME or cause.kind is not Kind.CSF:
            continue
        for place, one in enumerate(cause.indikator):
            names = [other.nama for other in effect.indikator if other.nama.strip() and not one.hubungan.strip()]
            twin = next(
                (name for name in names if compare(one.nama, name, lexicon, passed_over=ignored) is Likeness.SAME), ""
            )
            if twin and one.nama.strip():
                yield Hit(
                    node=cause.key,
                    field=f"indikator.{place}",
                    message=f"CSF ini dibuktikan dengan ukuran outcome-nya sendiri ({quoted(twin)}).",
                    evidence=one.nama,
                    related=(effect.key,),
                )


RULE = Rule(
    code="SEB07",
    name="csf-mengulang-outcome",
    summary="CSF diukur dengan indikator yang sama dengan outcome.",
    severity=Severity.WARNING,
    stage=4,
    source="rangkuman PermenPANRB 89/2021, tahap 2: CSF adalah faktor penentu, bukan outcome dengan kata lain",
    check=check,
    scope=Scope.BRANCH,
    hint="Ukur faktor penentunya sendiri. Bila outcome dihitung dari CSF, isi `hubungan`.",
)
