"""TGT06 target-beda-dokumen: the target of one indicator differs between documents, or between cause and effect."""

from collections.abc import Iterator

from pohon.model.indicator import Indicator, Target
from pohon.model.lexicon import Lexicon
from pohon.model.number import Verdict
from pohon.model.origin import Origin
from pohon.model.targets import place_of, printed, read
from pohon.model.tree import Tree
from pohon.model.wording import normalise
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators, listed, quoted

__all__ = ["RULE"]

_JENIS = {"pk": "perjanjian_kinerja"}


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    tolerance = lexicon.ambang["TGT06.toleransi"]
    years = {document.jenis: document.tahun for document in tree.dokumen}
    for node, place, indicator in indicators(tree):
        for number, row in enumerate(indicator.asal):
            year = years.get(_JENIS.get(row.dokumen, row.dokumen))
            ours = _ours(indicator, row, year, tolerance)
            if ours is not None:
                source = listed(row) or "dokumen sumber"
                yield Hit(
                    node=node.key,
                    field=f"{place}.asal.{number}",
                    message=f"Target pada {source} {quoted(row.target or '')}, di pohon {quoted(ours.nilai)}.",
                    evidence=row.target or "",
                )
    yield from _along_the_branch(tree, tolerance)


def _ours(indicator: Indicator, row: Origin, year: int | None, tolerance: float) -> Target | None:
    """Return the target that the row contradicts: that of its year, else the only one."""
    if not row.target or not row.target.strip():
        return None
    targets = printed(indicator)
    chosen = [one for one in targets if one.tahun == year] or (list(targets) if len(targets) == 1 else [])
    return chosen[0] if chosen and _differ(chosen[0].nilai, row.target, tolerance) else None


def _differ(ours: str, theirs: str, tolerance: float) -> bool:
    one, other = read(ours), read(theirs)
    if one.sure is not None and other.sure is not None:
        return abs(float(one.sure - other.sure)) > tolerance
    words = one.verdict is other.verdict is Verdict.NONE and _is_word(ours) and _is_word(theirs)
    return words and normalise(ours) != normalise(theirs)


def _is_word(text: str) -> bool:
    return any(map(str.isalpha, text))


def _along_the_branch(tree: Tree, tolerance: float) -> Iterator[Hit]:
    """The same indicator on a condition and on one of its effects, with two targets for one year."""
    for node, place, indicator in indicators(tree):
        twins = [(above, twin) for above in tree.ancestors(node) for twin in above.indikator]
        for above, twin in twins:
            if normalise(twin.nama) != normalise(indicator.nama):
                continue
            for target in printed(indicator):
                theirs = twin.target_of(target.tahun)
                if theirs and _differ(target.nilai, theirs, tolerance):
                    number = tree.number(above.key)
                    yield Hit(
                        node=node.key,
                        field=place_of(place, target),
                        message=f"Indikator yang sama bertarget {quoted(theirs)} pada simpul {number}.",
                        evidence=target.nilai,
                        related=(above.key,),
                        severity=Severity.WARNING,
                    )


RULE = Rule(
    code="TGT06",
    name="target-beda-dokumen",
    summary="Target satu indikator berbeda antar dokumen.",
    severity=Severity.ERROR,
    stage=5,
    source="keselarasan Renstra, RKT dan Perjanjian Kinerja: kriteria perencanaan PermenPANRB 88/2021",
    check=check,
    scope=Scope.PATH,
    hint="Tentukan satu angka yang berlaku dan betulkan dokumen yang lain.",
)
