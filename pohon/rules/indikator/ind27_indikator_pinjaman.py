"""IND27 indikator-pinjaman: an output whose indicators are all those of its causes: it measures nothing of its own."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, named

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for node in tree:
        level = tree.profile.level(node.kind)
        own = _measures(node)
        if not own or level is None or level.speaks_of_results:
            continue
        causes = tree.children(node)
        if own <= frozenset[tuple[str, ...]]().union(*map(_measures, causes)):
            yield Hit(
                node=node.key,
                field="indikator.0",
                message=f"{named(node)} ini hanya memakai indikator sebab-sebabnya, tidak punya ukuran sendiri.",
                related=tuple(cause.key for cause in causes if _measures(cause) & own),
            )


def _measures(node: Node) -> frozenset[tuple[str, ...]]:
    return frozenset(tokens(one.nama) for one in node.indikator if one.nama.strip() and not one.hubungan.strip())


RULE = Rule(
    code="IND27",
    name="indikator-pinjaman",
    summary="Semua indikator kegiatan dipinjam dari sub kegiatan di bawahnya.",
    severity=Severity.WARNING,
    stage=5,
    source="praktik penilaian: tiap jenjang mempunyai ukurannya sendiri",
    check=check,
    scope=Scope.BRANCH,
    hint="Ukur apa yang dihasilkan kegiatan secara keseluruhan. Bila dijumlahkan dari bawah, isi `hubungan`.",
)
