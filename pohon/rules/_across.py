"""Run the rules over several trees: each tree beside the trees of its partners, after the rules on it alone have run.

Selection, severities, waivers, broken rules and order are those of the engine; the findings stand in the tree that
names the partner. A waiver of such a rule is idle only where the tree it compares
with was surely there.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from pohon.model.beside import Beside
from pohon.model.facts import facts
from pohon.model.finding import Finding
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree

from . import _engine, _registry
from ._base import Rule
from ._engine import Options, Outcome

__all__ = ["run"]


def run(beside: Beside, lexicon: Lexicon, options: Options, known: Outcome) -> Outcome:
    """Return the outcome of a tree with what it is found to say beside others; `known` = what it gave alone."""
    tree = _engine.staged(beside.tree, options)
    chosen = _registry.selected(options.select, options.ignore, tree.tahap, across=True)
    ran = (*known.ran, *(entry.code for entry in chosen))
    held = facts(tree)
    able = [entry for entry in chosen if entry.speaks_of(held)]
    if not able:
        return replace(known, ran=ran)

    def look(rule: Rule) -> list[Finding]:
        hits = rule.across(beside, lexicon) if rule.across else ()
        return [_engine.told(rule, hit, tree, options) for hit in hits]

    found, broken = _engine.attempted(able, tree, options, look)
    if not _registry.matches("P001", "abaikan-sia-sia", options.ignore):
        sound = [_registry.load(entry) for entry in able if entry.code not in broken]
        found += [one for rule in sound if rule.met for one in _idle(rule.code, tree, found, rule.met(beside))]
    return Outcome(findings=_engine.ordered(tree, (*known.findings, *found)), broken=(*known.broken, *broken), ran=ran)


def _idle(code: str, tree: Tree, found: list[Finding], met: Collection[str]) -> Iterator[Finding]:
    return _engine.idle_waivers(tree, found, frozenset({code}), everything=False, within=met)
