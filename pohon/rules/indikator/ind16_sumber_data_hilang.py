"""IND16 sumber-data-hilang: in a tree whose indicators name their data source, one that does not."""

from collections.abc import Iterator

from pohon.model.facts import facts
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators

__all__ = ["RULE"]

_WITH_SOURCE = frozenset({"iki", "iku"})


def _is_asked(tree: Tree, _lexicon: Lexicon) -> bool:
    """Tell whether the file names sources at all, or is of a kind that must."""
    return "sumber" in facts(tree) or any(document.jenis in _WITH_SOURCE for document in tree.dokumen)


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    if not _is_asked(tree, lexicon):
        return
    bare: dict[str, list[str]] = {}
    for node, place, indicator in indicators(tree):
        if not indicator.sumber.strip():
            bare.setdefault(node.key, []).append(place)
    for key, places in bare.items():
        how_many = "Indikator ini" if len(places) == 1 else f"{len(places)} indikator kondisi ini"
        yield Hit(node=key, field=places[0], message=f"{how_many} belum menyebut sumber datanya.")


RULE = Rule(
    code="IND16",
    name="sumber-data-hilang",
    summary="Indikator belum menyebut sumber data.",
    severity=Severity.WARNING,
    stage=5,
    source="formulir IKI dan IKU: kolom sumber data; PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    context=_is_asked,
    hint="Isi kunci `sumber`: laporan, aplikasi, atau unit yang menyimpan datanya.",
)
