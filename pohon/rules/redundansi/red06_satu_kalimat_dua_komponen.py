"""RED06 satu-kalimat-dua-komponen: one sasaran for several programs."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.noted import Note
from pohon.model.statements import is_placeholder
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]

_Words = tuple[str, ...]


def _mapped(node: Node, _tree: Tree, _lexicon: Lexicon) -> tuple[frozenset[str], _Words, tuple[_Words, ...]] | None:
    """Return the programs of a node, the words of its statement and those of its indicators."""
    programs = _programs(node.program)
    if not programs or is_placeholder(node.statement):
        return None
    return programs, tokens(node.statement), tuple(tokens(indicator.nama) for indicator in node.indikator)


MAPPED = Note(_mapped)


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    statements: dict[tuple[str, ...], tuple[str, frozenset[str]]] = {}
    indicators: dict[tuple[str, ...], tuple[str, frozenset[str]]] = {}
    for key, (programs, statement, names) in MAPPED.all(tree, lexicon).items():
        if len(programs) > max(1, len(names)):
            counts = f"{len(names)} indikator dipasangkan dengan {len(programs)} program"
            evidence = ", ".join(sorted(programs))
            yield Hit(node=key, field="program", message=f"Satu kinerja dengan {counts}.", evidence=evidence)
        yield from _again(tree, key, "", (statement, programs), statements)
        for place, name in enumerate(names):
            yield from _again(tree, key, f"indikator.{place}", (name, programs), indicators)


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
    notes=(MAPPED,),
    hint="Beri tiap program kinerja dan indikatornya sendiri, atau jelaskan pembagiannya.",
)
