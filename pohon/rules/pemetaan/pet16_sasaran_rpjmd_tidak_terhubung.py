"""PET16 sasaran-rpjmd-tidak-terhubung: the tujuan of a Renstra names nothing of the RPJMD that it serves."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree
from pohon.model.wording import contains
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]

_LINKS = (
    "rpjmd", "rpjpd", "rpjmn", "nspk", "rencana pembangunan jangka menengah", "sasaran daerah", "sasaran kabupaten",
    "sasaran kota", "sasaran provinsi", "prioritas daerah", "misi", "bupati", "wali kota", "walikota", "gubernur",
)  # fmt: skip


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    renstra = next((one for one in tree.dokumen if one.jenis == "renstra"), None)
    if renstra is None or tree.jenis == "kl" or any(contains(text, _LINKS) for _, text in renstra.uraian):
        return
    for node in tree.of_kind(Kind.OUTCOME):
        if not contains(_said(node), _LINKS):
            yield Hit(node=node.key, message="Tujuan Renstra ini tidak menyebut sasaran RPJMD yang didukungnya.")


def _said(node: Node) -> str:
    """Everything that may name the goal of the government above."""
    basis = (node.dasar.mandat, node.dasar.harapan, node.dasar.permasalahan) if node.dasar else ()
    relations = (indicator.hubungan for indicator in node.indikator)
    return " ".join((*basis, node.uraian, node.catatan, *node.dasar_hukum, *node.bukti, *relations))


RULE = Rule(
    code="PET16",
    name="sasaran-rpjmd-tidak-terhubung",
    summary="Tujuan Renstra tidak terhubung dengan sasaran RPJMD.",
    severity=Severity.WARNING,
    stage=5,
    source="bentuk Renstra menurut Inmendagri 2/2025: kolom NSPK dan sasaran RPJMD yang relevan (praktik)",
    check=check,
    scope=Scope.NODE,
    hint="Tulis sasaran RPJMD pada `dasar.mandat` atau `dasar_hukum` tujuan ini.",
)
