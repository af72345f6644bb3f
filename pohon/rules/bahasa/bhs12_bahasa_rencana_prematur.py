"""BHS12 bahasa-rencana-prematur: planning language where only conditions belong."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pohon.model.lexicon import Lexicon
from pohon.model.likeness import Names
from pohon.model.node import Node
from pohon.model.statements import stated
from pohon.model.tree import Tree
from pohon.model.wording import contains, content
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


class _Official(NamedTuple):
    name: str
    code: str


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    early = tree.tahap < 5
    names, index = _official(tree, lexicon)
    unplaced = (node for node in tree.belum.values() if node.statement.strip())
    for node in (*stated(tree), *unplaced):
        word = contains(node.statement, lexicon.kata["rencana"], lexicon.frasa["rencana_wajar"])
        if word:
            literal = Severity.ERROR if word in lexicon.kata["rencana_pokok"] else Severity.WARNING
            yield Hit(
                node=node.key,
                message=f"Kalimat ini memuat kata perencanaan {quoted(word)}.",
                evidence=word,
                severity=literal if early else Severity.HINT,
            )
            continue
        echo = index.nearest(content(node.statement, lexicon, synonyms=False))
        if echo and not _is_its_own(node, names[echo[0]]):
            yield _echo(node, names[echo[0]], echo[1], Severity.WARNING if early else Severity.HINT)


def _echo(node: Node, official: _Official, score: float, severity: Severity) -> Hit:
    what = f"{official.code} {official.name}".strip()
    return Hit(
        node=node.key,
        message=f"Kalimat ini meniru nama resmi {quoted(what)}.",
        evidence=f"kesamaan isi {score:.2f}".replace(".", ","),
        severity=severity,
    )


def _is_its_own(node: Node, official: _Official) -> bool:
    """True when the node was mapped to that very row on purpose (stage 5)."""
    return bool(official.code) and official.code in node.program


def _official(tree: Tree, lexicon: Lexicon) -> tuple[tuple[_Official, ...], Names]:
    rows = tuple(_Official(row.nama, row.kode) for top in tree.program for row in top.walk() if row.nama.strip())
    names, index = _listed(lexicon)
    if not rows:
        return names, index
    return (*rows, *names), _index((*rows, *names), lexicon)


@lru_cache(8)
def _listed(lexicon: Lexicon) -> tuple[tuple[_Official, ...], Names]:
    names = tuple(_Official(name, "") for name in lexicon.nomenklatur)
    return names, _index(names, lexicon)


def _index(names: tuple[_Official, ...], lexicon: Lexicon) -> Names:
    titles = frozenset({"program", "kegiatan", "sub", "subkegiatan"})
    sets = [content(official.name, lexicon, synonyms=False) - titles for official in names]
    return Names(sets, lexicon.ambang["BHS12.gema"])


RULE = Rule(
    code="BHS12",
    name="bahasa-rencana-prematur",
    summary="Kalimat memakai kata perencanaan atau meniru nama program, kegiatan atau sub kegiatan resmi.",
    severity=Severity.WARNING,
    stage=1,
    source="rangkuman PermenPANRB 89/2021, tahap 3: jangan kaitkan dulu dengan program, kegiatan dan anggaran",
    check=check,
    scope=Scope.TREE,
    hint="Tulis kondisinya tanpa melihat nomenklatur; program dan kegiatan dipasangkan pada tahap 5.",
)
