"""XCT07 mitra-diri-sendiri: the agency names itself as partner."""

from collections.abc import Iterator

from pohon.model.agencies import agency, same
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    own = agency(tree.instansi, tree.pemerintah, lexicon)
    for node in tree:
        for place, partner in enumerate(node.crosscutting):
            if same(agency(partner.mitra, tree.pemerintah, lexicon), own):
                yield Hit(
                    node=node.key,
                    field=f"crosscutting.{place}",
                    message=f"Mitra {quoted(partner.mitra)} adalah instansi pemilik pohon ini sendiri.",
                    evidence=partner.mitra,
                )


RULE = Rule(
    code="XCT07",
    name="mitra-diri-sendiri",
    summary="Mitra crosscutting adalah instansi itu sendiri.",
    severity=Severity.ERROR,
    stage=3,
    source="kriteria perencanaan kinerja PermenPANRB 88/2021 (crosscutting): kinerja bersama unit lain",
    check=check,
    scope=Scope.NODE,
    hint="Sebut unit lain, atau bidang mana di dalam instansi ini.",
)
