"""STR10 induk-ganda: one cause tied to the same effect twice, or an effect helped by its own branch."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for node in tree:
        seen: set[str] = set()
        for cause in tree.supports(node):
            if cause.key in seen:
                yield _hit(tree, node, cause, "disebut dua kali pada `ref`")
            elif node in tree.ancestors(cause):
                yield _hit(tree, node, cause, "sudah berada di cabang ini")
            seen.add(cause.key)


def _hit(tree: Tree, node: Node, cause: Node, why: str) -> Hit:
    return Hit(
        node=node.key,
        message=f"Sebab {tree.number(cause.key)} {quoted(cause.statement)} {why}.",
        related=(cause.key,),
    )


RULE = Rule(
    code="STR10",
    name="induk-ganda",
    summary="Satu sebab dihubungkan dua kali ke akibat yang sama.",
    severity=Severity.WARNING,
    stage=3,
    source="praktik: satu sebab punya satu induk utama, selebihnya sebab tambahan",
    check=check,
    hint="Hapus `ref` yang berlebih: satu sebab cukup sekali di bawah akibatnya.",
)
