"""XCT07 mitra-diri-sendiri: the agency names itself as partner."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import expand, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    own = _name(tree.instansi, tree, lexicon)
    if not own:
        return
    for node in tree:
        for place, partner in enumerate(node.crosscutting):
            if _name(partner.mitra, tree, lexicon) == own:
                yield Hit(
                    node=node.key,
                    field=f"crosscutting.{place}",
                    message=f"Mitra {quoted(partner.mitra)} adalah instansi pemilik pohon ini sendiri.",
                    evidence=partner.mitra,
                )


def _name(text: str, tree: Tree, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words of a unit's name, abbreviations read out, without the name of its government."""
    words = expand(tokens(text), lexicon)
    government = tokens(tree.pemerintah)
    if government and words[-len(government) :] == government:
        words = words[: -len(government)]
    return words


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
