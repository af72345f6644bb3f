"""XCT02 crosscutting-tidak-lengkap: a partner is named, but not what it does or whether it agreed."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Crosscutting, CrosscuttingStatus
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, joined, quoted

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for node in tree:
        for place, partner in enumerate(node.crosscutting):
            missing = _missing(partner, agreed=tree.tahap >= 5)
            if missing:
                who = quoted(partner.mitra) if partner.mitra.strip() else "mitra"
                yield Hit(
                    node=node.key,
                    field=f"crosscutting.{place}",
                    message=f"Crosscutting dengan {who} belum lengkap: belum ada {joined(missing)}.",
                    evidence=", ".join(missing),
                    severity=Severity.ERROR if tree.tahap >= 5 else None,
                )


def _missing(partner: Crosscutting, *, agreed: bool) -> list[str]:
    refused = partner.status is CrosscuttingStatus.DITOLAK
    facts = (
        ("mitra", bool(partner.mitra.strip())),
        ("peran atau kontribusi", bool(partner.peran.strip() or partner.kontribusi.strip())),
        ("status", partner.status is not None or not agreed),
        ("alasan penolakan", bool(partner.alasan.strip()) or not refused),
    )
    return [name for name, given in facts if not given]


RULE = Rule(
    code="XCT02",
    name="crosscutting-tidak-lengkap",
    summary="Crosscutting menyebut mitra tanpa peran atau tanpa status.",
    severity=Severity.WARNING,
    stage=3,
    source="kriteria perencanaan kinerja PermenPANRB 88/2021 (crosscutting); tahap 3 pohon kinerja",
    check=check,
    scope=Scope.NODE,
    hint="Isi apa yang disumbangkan mitra (`peran` atau `kontribusi`), lalu `status` setelah mitra menjawab.",
)
