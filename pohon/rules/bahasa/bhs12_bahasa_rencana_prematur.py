"""BHS12 bahasa-rencana-prematur: planning language where only conditions belong."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pohon.model.lexicon import Lexicon
from pohon.model.likeness import Names
from pohon.model.node import Node
from pohon.model.statements import is_creed, outputs, results
from pohon.model.tree import Tree
from pohon.model.wording import contains, content, head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, begins_as_plan, quoted

__all__ = ["RULE"]


class _Official(NamedTuple):
    name: str
    code: str


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    """From stage 5 an output may be named after its kegiatan ("Terlaksananya ..."), but a result is more than a verb
    in front of the program's name, and a measure word does not make a condition of a kegiatan.
    """
    names, index = _official(tree, lexicon)
    unplaced = [(node, True) for node in tree.belum.values() if node.statement.strip()]
    promising = [(node, True) for node in results(tree)]
    delivering = [(node, False) for node in outputs(tree) if not is_creed(node)]
    words = lexicon.kata["rencana"]
    if not lexicon.kata["kantor_rencana"].isdisjoint(tokens(tree.instansi)):
        words -= lexicon.kata["urusan_rencana"]  # budgets and plans are what such an office works on
    for node, of_results in (*promising, *delivering, *unplaced):
        word = contains(node.statement, words, lexicon.frasa["rencana_wajar"])
        if word:
            yield from _worded(tree, node, word, lexicon.kata["rencana_pokok"], of_results=of_results)
            continue
        echo = index.nearest(content(node.statement, lexicon, synonyms=False))
        if not echo:
            continue
        heads = head(node.statement, lexicon).lists
        sure = "ukur" in heads or (of_results and "hasil" in heads)
        own = bool(names[echo[0]].code) and names[echo[0]].code in node.program
        if (sure and tree.tahap >= 5) or (not own and (of_results or not begins_as_plan(tree))):
            yield _echo(node, names[echo[0]], echo[1], Severity.WARNING if sure or tree.tahap < 5 else Severity.HINT)


def _worded(tree: Tree, node: Node, word: str, main: frozenset[str], *, of_results: bool) -> Iterator[Hit]:
    """A planning word: a fault before stage 5; after it outputs may speak so, and a result that opens so is a name."""
    opens = " ".join(tokens(node.statement)).startswith(word) and of_results
    if tree.tahap < 5:
        severity = Severity.ERROR if word in main else None
    elif not of_results:
        return
    else:
        severity = None if opens else Severity.HINT
    yield Hit(
        node=node.key,
        message=f"Kalimat ini memuat kata perencanaan {quoted(word)}.",
        evidence=word,
        severity=severity or Severity.WARNING,
    )


def _echo(node: Node, official: _Official, score: float, severity: Severity) -> Hit:
    what = f"{official.code} {official.name}".strip()
    return Hit(
        node=node.key,
        message=f"Kalimat ini meniru nama resmi {quoted(what)}.",
        evidence=f"kesamaan isi {score:.2f}".replace(".", ","),
        severity=severity,
    )


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
    scope=Scope.NODE,
    hint="Tulis kondisinya tanpa melihat nomenklatur; program dan kegiatan dipasangkan pada tahap 5.",
)
