"""STR03 akar-salah: the tree has no outcome, or more than one, or a CSF stands beside it."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, begins_as_plan

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    if begins_as_plan(tree) or (tree.dokumen and not _has_outcome(tree)):
        return
    roots = [tree.nodes[key] for key in tree.roots]
    outcomes = [root for root in roots if root.kind is Kind.OUTCOME]
    if not _has_outcome(tree):
        first = roots[0].key if roots else ""
        yield Hit(node=first, message="Pohon ini belum punya outcome.")
        return
    for root in roots:
        if root.kind is Kind.CSF:
            hint = "Pindahkan CSF ini ke `sebab` outcome."
            yield Hit(node=root.key, message="CSF ini berdiri di luar outcome.", hint=hint)
    for extra in outcomes[1:]:
        yield Hit(
            node=extra.key,
            message=f"Pohon ini punya {len(outcomes)} outcome; biasanya satu perangkat daerah satu outcome.",
            hint="Bila memang dua urusan, biarkan; bila yang satu sebab dari yang lain, jadikan CSF.",
            related=(outcomes[0].key,),
            severity=Severity.HINT,
        )


def _has_outcome(tree: Tree) -> bool:
    return any(node.kind is Kind.OUTCOME for node in tree)


RULE = Rule(
    code="STR03",
    name="akar-salah",
    summary="Pohon tidak dimulai dari satu outcome.",
    severity=Severity.ERROR,
    stage=1,
    source="tahap 1 pohon kinerja: outcome adalah hasil strategis yang menjadi puncak",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"kind"}),
    hint="Tulis outcome di puncak: hasil strategis yang dirasakan masyarakat, lalu letakkan CSF di bawahnya.",
)
