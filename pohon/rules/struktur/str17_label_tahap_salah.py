"""STR17 label-tahap-salah: the printed stage reference does not fit the level of the condition."""

from collections.abc import Iterator

from pohon.model.finding import Fix
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, listed, origins, quoted

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for node in (*tree, *tree.belum.values()):
        yield from _check_node(tree, node)


def _check_node(tree: Tree, node: Node) -> Iterator[Hit]:
    level = tree.profile.level(node.kind)
    if level is None or not level.rujukan:
        return
    allowed = {_plain(word) for word in level.rujukan}
    for place, row in origins(node):
        if row.rujukan and _plain(row.rujukan) not in allowed:
            yield Hit(
                node=node.key,
                field=place,
                message=f"Rujukan {quoted(row.rujukan)} pada {listed(row)} tidak cocok untuk {node.kind.label}, "
                f"yang berasal dari {' atau '.join(level.rujukan)}.",
                evidence=row.rujukan,
                fix=_fix(node, place, level.rujukan),
            )


def _fix(node: Node, place: str, known: tuple[str, ...]) -> Fix | None:
    return Fix(node=node.key, field=f"{place}.rujukan", text=known[0]) if len(known) == 1 else None


def _plain(word: str) -> str:
    return "".join(word.split()).casefold()


RULE = Rule(
    code="STR17",
    name="label-tahap-salah",
    summary="Rujukan tahap tidak cocok dengan jenjang kondisi.",
    severity=Severity.WARNING,
    stage=4,
    source="tahap 4 pohon kinerja: kolom rujukan menyebut tahap asal kondisi",
    check=check,
    scope=Scope.NODE,
    hint="Betulkan kolom rujukan, atau periksa apakah jenjang kondisi ini yang salah.",
)
