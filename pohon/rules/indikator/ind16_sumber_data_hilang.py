"""IND16 sumber-data-hilang: in a tree whose indicators name their data source, one that does not."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators

__all__ = ["RULE"]

_WITH_SOURCE = frozenset({"iki", "iku"})


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    every = list(indicators(tree))
    asked = any(indicator.sumber for _, _, indicator in every) or any(
        document.jenis in _WITH_SOURCE for document in tree.dokumen
    )
    if not asked:
        return
    bare: dict[str, list[str]] = {}
    for node, place, indicator in every:
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
    scope=Scope.TREE,
    reads=frozenset({"indikator"}),
    hint="Isi kunci `sumber`: laporan, aplikasi, atau unit yang menyimpan datanya.",
)
