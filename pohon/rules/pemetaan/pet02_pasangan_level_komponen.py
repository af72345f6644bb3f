"""PET02 pasangan-level-komponen: the component is not the one that the profile gives this level."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.placed import components, levels
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, listed, named, quoted

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for node in tree:
        allowed = levels(tree, node)
        wanted = frozenset().union(*(components(level.komponen) for level in allowed))
        for field, text, where in _printed(node):
            given = components(text)
            if wanted and given and wanted.isdisjoint(given):
                yield Hit(
                    node=node.key,
                    field=field,
                    message=f"{named(node)} ini dipetakan ke {quoted(text)}{where}; jenjangnya {allowed[0].komponen}.",
                    evidence=text,
                )


def _printed(node: Node) -> list[tuple[str, str, str]]:
    """The component of the node, and those that its source rows print otherwise."""
    rows = [
        (f"asal.{place}", row.komponen, f" pada {listed(row)}")
        for place, row in enumerate(node.asal)
        if row.komponen and row.komponen.strip() != node.komponen.strip()
    ]
    return [("komponen", node.komponen, ""), *rows] if node.komponen.strip() else rows


RULE = Rule(
    code="PET02",
    name="pasangan-level-komponen",
    summary="Komponen perencanaan tidak sesuai dengan jenjang kondisinya.",
    severity=Severity.ERROR,
    stage=5,
    source="tahap 5 pohon kinerja: pasangan jenjang dan komponen menurut profil",
    check=check,
    scope=Scope.BRANCH,
    hint="Betulkan `komponen`, pindahkan kondisinya ke jenjang yang benar, atau pakai profil yang cocok.",
)
