"""RED06 satu-kalimat-dua-komponen: one sasaran for several programs."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import stated
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    statements: dict[tuple[str, ...], tuple[str, frozenset[str]]] = {}
    indicators: dict[tuple[str, ...], tuple[str, frozenset[str]]] = {}
    for node in stated(tree):
        programs = _programs(node.program)
        if not programs:
            continue
        if len(programs) > max(1, len(node.indikator)):
            counts = f"{len(node.indikator)} indikator dipasangkan dengan {len(programs)} program"
            yield Hit(
                node=node.key,
                field="program",
                message=f"Satu kinerja dengan {counts}.",
                evidence=", ".join(sorted(programs)),
            )
        yield from _again(tree, node.key, "", (tokens(node.statement), programs), statements)
        for place, indicator in enumerate(node.indikator):
            yield from _again(tree, node.key, f"indikator.{place}", (tokens(indicator.nama), programs), indicators)


def _programs(codes: tuple[str, ...]) -> frozenset[str]:
    """Return the codes cut to program length: 2.12.02.2.01 belongs to 2.12.02."""
    return frozenset(".".join(code.split(".")[:3]) for code in codes if code.count(".") >= 2)


def _again(
    tree: Tree,
    key: str,
    field: str,
    use: tuple[tuple[str, ...], frozenset[str]],
    seen: dict[tuple[str, ...], tuple[str, frozenset[str]]],
) -> Iterator[Hit]:
    words, programs = use
    earlier, theirs = seen.setdefault(words, (key, programs))
    if words and earlier != key and programs.isdisjoint(theirs):
        what = "Indikator" if field else "Kinerja"
        yield Hit(
            node=key,
            field=field,
            message=f"{what} ini sama dengan simpul {tree.number(earlier)}, tetapi programnya lain.",
            evidence=f"{', '.join(sorted(theirs))} dan {', '.join(sorted(programs))}",
            related=(earlier,),
        )


RULE = Rule(
    code="RED06",
    name="satu-kalimat-dua-komponen",
    summary="Satu kinerja atau indikator yang sama dipasangkan dengan lebih dari satu program.",
    severity=Severity.WARNING,
    stage=5,
    source="praktik: dua program tidak dapat dinilai dari satu ukuran yang sama",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"indikator", "program", "statement"}),
    hint="Beri tiap program kinerja dan indikatornya sendiri, atau jelaskan pembagiannya.",
)
