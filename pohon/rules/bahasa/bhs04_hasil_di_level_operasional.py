"""BHS04 hasil-di-level-operasional: result language on an output level."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import outputs
from pohon.model.tree import Tree
from pohon.model.wording import content, head
from pohon.rules._base import Hit, Rule, Scope, Severity, named, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    official = frozenset(content(name, lexicon) for name in lexicon.nomenklatur)
    for node in outputs(tree):
        first = head(node.statement, lexicon)
        if node.sebab or "hasil" not in first.lists or "keluaran" in first.lists:
            continue
        if content(node.statement, lexicon) not in official:
            yield Hit(
                node=node.key,
                message=f"{named(node)} menyebut keluaran, tetapi {quoted(first.shown)} menyatakan hasil.",
                evidence=first.written,
            )


RULE = Rule(
    code="BHS04",
    name="hasil-di-level-operasional",
    summary="Kondisi pada jenjang keluaran memakai kata hasil.",
    severity=Severity.HINT,
    stage=3,
    source="praktik: jenjang operasional menyebut barang atau jasa yang dihasilkan",
    check=check,
    scope=Scope.NODE,
    hint="Sebut keluarannya (Terlaksananya, Tersedianya ...), atau naikkan kondisi ini ke jenjang hasil.",
)
