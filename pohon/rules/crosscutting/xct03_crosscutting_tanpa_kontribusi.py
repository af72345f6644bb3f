"""XCT03 crosscutting-tanpa-kontribusi: what the partner contributes only repeats one's own condition."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.model.wording import normalise
from pohon.rules._base import Hit, Rule, Scope, Severity, is_partner_leaf, quoted

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for node in tree:
        own = normalise(node.statement)
        parent = tree.parent(node)
        if is_partner_leaf(node) and parent is not None and own == normalise(parent.statement):
            yield Hit(
                node=node.key,
                message=f"Kondisi milik {_partners(node)} ini sama dengan kondisi di atasnya: sumbangannya belum ada.",
                related=(parent.key,),
            )
            continue
        for place, partner in enumerate(node.crosscutting):
            if own in (normalise(partner.kontribusi), normalise(partner.peran)):
                yield Hit(
                    node=node.key,
                    field=f"crosscutting.{place}",
                    message=f"Kontribusi {quoted(partner.mitra)} hanya mengulang kondisi ini.",
                )


def _partners(node: Node) -> str:
    return ", ".join(quoted(partner.mitra) for partner in node.crosscutting)


RULE = Rule(
    code="XCT03",
    name="crosscutting-tanpa-kontribusi",
    summary="Kontribusi mitra hanya mengulang kondisi sendiri.",
    severity=Severity.WARNING,
    stage=3,
    source="tahap 3 pohon kinerja: identifikasi crosscutting dengan organisasi lain",
    check=check,
    scope=Scope.BRANCH,
    hint="Tanyakan kepada mitra: bagian mana yang Anda kerjakan? Tulis jawaban itu.",
)
