"""RED08 kembar-resmi: one official name under two codes."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.placed import programs
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    seen: dict[tuple[str, tuple[str, ...]], str] = {}
    for row, path, _ in programs(tree):
        words = tokens(row.nama)
        if not words or not row.kode:
            continue
        earlier = seen.setdefault((row.level, words), row.kode)
        if earlier != row.kode:
            yield Hit(
                node="",
                field=path,
                message=f"{quoted(row.nama)} berdiri pada kode {earlier} dan {row.kode}.",
                evidence=row.nama,
            )


RULE = Rule(
    code="RED08",
    name="kembar-resmi",
    summary="Nama resmi yang sama berdiri pada dua kode.",
    severity=Severity.HINT,
    stage=5,
    source="nomenklatur: beberapa keluaran resmi berbunyi sama pada dua kode",
    check=check,
    scope=Scope.TREE,
    notes=(),
    hint="Bila keduanya dipakai, bedakan lokasi atau sasarannya pada kinerja dan target.",
)
