"""XCT04 belum-disetujui: a partner has not agreed, or has refused, and the plan goes out."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import CrosscuttingStatus
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_PUBLISHED = frozenset({"rkt", "perjanjian_kinerja", "renstra"})
_TOLD = {
    CrosscuttingStatus.MENUNGGU: "belum menjawab",
    CrosscuttingStatus.DITOLAK: "menolak",
}


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    published = any(document.jenis in _PUBLISHED for document in tree.dokumen)
    for node in tree:
        for place, partner in enumerate(node.crosscutting):
            told = _TOLD.get(partner.status) if partner.status else None
            if told:
                yield Hit(
                    node=node.key,
                    field=f"crosscutting.{place}",
                    message=f"Mitra {quoted(partner.mitra)} {told} atas crosscutting ini.",
                    evidence=partner.status.value if partner.status else "",
                    severity=None if published else Severity.HINT,
                )


RULE = Rule(
    code="XCT04",
    name="belum-disetujui",
    summary="Crosscutting belum disetujui atau ditolak mitra.",
    severity=Severity.ERROR,
    stage=5,
    source="praktik aplikasi penjenjangan kinerja: crosscutting menunggu, disetujui, atau ditolak",
    check=check,
    scope=Scope.NODE,
    hint="Mintakan jawaban mitra sebelum dokumen ditetapkan; bila ditolak, cari mitra atau cara lain.",
)
