"""IND20 ukuran-sama-induk-anak: a cause that measures the object of its effect once more, with another measure word."""

from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.likeness import Likeness, compare, measure
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    ignored = frozenset(tokens(tree.pemerintah))
    for effect, cause in tree.edges():
        for place, indicator in enumerate(cause.indikator):
            twin = _twin(indicator, effect.indikator, lexicon, ignored)
            if twin:
                yield Hit(
                    node=cause.key,
                    field=f"indikator.{place}",
                    message=f"Objek yang diukur sama dengan indikator akibatnya (simpul {tree.number(effect.key)}).",
                    evidence=f"{quoted(indicator.nama)} dan {quoted(twin)}",
                    related=(effect.key,),
                )


def _twin(indicator: Indicator, above: tuple[Indicator, ...], lexicon: Lexicon, ignored: frozenset[str]) -> str:
    if not indicator.nama.strip() or indicator.hubungan.strip():
        return ""
    words = frozenset(tokens(indicator.nama))
    for one in above:
        shared = words.intersection(tokens(one.nama))
        if 2 * len(shared) < len(words) - 1:
            continue  # other objects: spares the comparison
        measures = {measure(one.nama, lexicon), measure(indicator.nama, lexicon)}
        if len(measures) == 1 or not measures.isdisjoint(lexicon.kata["ukur_sendiri"]):
            continue  # one measure (RED04), or a quantity of its own: yield per hectare is not the harvest
        if compare(indicator.nama, one.nama, lexicon, passed_over=ignored) is Likeness.RESTATED:
            return one.nama
    return ""


RULE = Rule(
    code="IND20",
    name="ukuran-sama-induk-anak",
    summary="Sebab dan akibat diukur dengan objek yang sama, hanya kata ukurnya lain.",
    severity=Severity.HINT,
    stage=4,
    source="praktik penilaian: satu ukuran tidak membuktikan dua kinerja yang berbeda",
    check=check,
    scope=Scope.BRANCH,
    hint="Ukur sebab dengan buktinya sendiri. Bila yang satu dihitung dari yang lain, isi `hubungan`.",
)
