"""SEB03 pengukuran-sebagai-sebab: a survey, an evaluation or a report listed among the causes."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind
from pohon.model.statements import outputs
from pohon.model.tree import Tree
from pohon.model.wording import contains, head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_HEADS = frozenset(
    {"terlaksananya", "terselenggaranya", "tersusunnya", "dilaksanakannya", "tersedianya", "terlaporkannya"}
)

_ASKING = frozenset({"survei", "survey", "ikm", "skm", "jajak"})
"""Measuring for sure; an evaluation or a report may also be the work itself."""
_WATCHING = frozenset({"pengawasan", "pengendalian", "pengukuran", "statistik"})


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    between = tree.profile.level(Kind.ANTARA)
    if between is None or not between.speaks_of_results:
        return  # in a plan monitoring is an output of its own kegiatan
    for node in outputs(tree):
        first = head(node.statement, lexicon)
        measured = tokens(node.statement)[first.size : first.size + 3]
        if first.word not in _HEADS or not measured or measured[0] not in lexicon.kata["pengukuran"]:
            continue
        above = tree.parent(node)
        asked = above is not None and contains(above.statement, lexicon.kata["pengukuran"] | _WATCHING)
        if not asked and lexicon.kata["kerja_ukur"].isdisjoint(measured[1:]):
            yield Hit(
                node=node.key,
                message=f"{quoted(measured[0].capitalize())} hanya mengukur; keadaan tidak berubah karena diukur.",
                evidence=f"{first.written} {measured[0]}",
                severity=None if measured[0] in _ASKING else Severity.HINT,
            )


RULE = Rule(
    code="SEB03",
    name="pengukuran-sebagai-sebab",
    summary="Kegiatan mengukur ditulis sebagai sebab dari yang diukurnya.",
    severity=Severity.WARNING,
    stage=3,
    source="rangkuman PermenPANRB 89/2021, asas logis",
    check=check,
    scope=Scope.BRANCH,
    hint="Jadikan sumber data indikator yang diukurnya, lalu cari apa yang benar-benar menyebabkan akibatnya.",
)
