"""Check a tree again after one edit: only what the edit can have changed, with the findings of a full run.

A rule of scope NODE runs on the nodes that the edit touched, of scope BRANCH, BELOW and PATH also on those around
them, of scope TREE on the whole tree unless it reads nothing that became other. Where an edit changes what the whole
tree holds (its facts, its file fields, the context of a rule), nothing is saved and everything runs. Findings keep
their nodes when the edit gives those other keys and numbers. tests/rules/test_relint.py compares with full runs.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from pohon.model.edits import Edit, SetField, applied
from pohon.model.facts import ASKED_FOR, facts
from pohon.model.finding import Finding, Fix, Related
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.noted import carry
from pohon.model.tree import NOWHERE, Tree

from . import _engine, _registry
from ._base import Rule, Scope
from ._change import Change, effects
from ._engine import Options

__all__ = ["Relinted", "focused", "relint"]

_ENGINES_OWN = frozenset({"P000", "P001", "P003"})


class Relinted(NamedTuple):
    """The edited tree and what a full run would find in it. Findings have no place: the tree stands in no file."""

    tree: Tree
    findings: tuple[Finding, ...]


class _Focus(Tree):
    """A tree that shows only some of its nodes to who walks through it, and all of them to who asks for one."""

    def __iter__(self) -> Iterator[Node]:
        shown: tuple[Node, ...] = vars(self)["shown"]
        return iter(shown)

    @property
    def whole(self) -> Tree:
        behind: Tree = vars(self)["behind"]
        return behind


def focused(tree: Tree, keys: Iterable[str]) -> Tree:
    """Return the tree as rules of a small scope see it: only these nodes are there to be judged."""
    wanted = dict.fromkeys(keys)
    shown = tuple(tree.nodes[key] for key in wanted if key in tree.nodes)
    belum = {key: tree.belum[key] for key in wanted if key in tree.belum}
    view = object.__new__(_Focus)
    own = {"shown": shown, "belum": belum, "behind": tree, "find": tree.find, "memo": {}, "numbers": tree.numbers}
    vars(view).update(vars(tree), **own)
    return view


def relint(
    tree: Tree, edit: Edit, findings: Iterable[Finding], lexicon: Lexicon, options: Options = _engine.USUAL
) -> Relinted:
    """Make the edit and return the edited tree with its findings.

    `findings` are those of `tree`, found with the same lexicon and options. Raises BadEdit when the edit does not fit.
    """
    made = applied(tree, edit)
    before, after = _staged(tree, options), _staged(made.tree, options)
    known = tuple(findings)
    if _concerns_the_file(edit) or any(one.code in ("P000", "P003") for one in known):
        return Relinted(made.tree, _engine.run(after, lexicon, options).findings)
    change = Change(before, after, edit, made.renamed)
    if (facts(before) ^ change.facts) & ASKED_FOR:
        return Relinted(made.tree, _engine.run(after, lexicon, options).findings)
    try:
        found = _Again(change, known, lexicon, options).findings()
    except Exception:
        if options.strict:
            raise
        found = _engine.run(after, lexicon, options).findings
    return Relinted(made.tree, found)


def _staged(tree: Tree, options: Options) -> Tree:
    """Return the tree at the stage that it is judged at; the same tree each time, with what was noted of it."""
    if options.stage in (None, tree.tahap):
        return tree
    stages: dict[int | None, Tree] = tree.memo.setdefault("stages", {})
    if options.stage not in stages:
        stages[options.stage] = _engine.staged(tree, options)
        vars(stages[options.stage])["numbers"] = tree.numbers
    return stages[options.stage]


def _concerns_the_file(edit: Edit) -> bool:
    return isinstance(edit, SetField) and not edit.key


class _Again:
    """The rules once more, each as far as the change concerns it."""

    def __init__(self, change: Change, known: tuple[Finding, ...], lexicon: Lexicon, options: Options) -> None:
        self.change, self.lexicon, self.options = change, lexicon, options
        self.known: dict[str, list[Finding]] = {}
        for one in known:
            if one.code not in _ENGINES_OWN:
                self.known.setdefault(one.code, []).append(one)
        self.unsettled: dict[str, set[str]] = {}
        for one in known if change.structural else ():
            if change.unsettles(one):
                self.unsettled.setdefault(one.code, set()).add(change.renamed[one.node])
        self.same = carry(change.before, change.after, change.stirred)
        self.reach = {
            Scope.NODE: change.node, Scope.BRANCH: change.branch, Scope.BELOW: change.below, Scope.PATH: change.path,
        }  # fmt: skip
        self.views: dict[Scope, Tree] = {}

    def findings(self) -> tuple[Finding, ...]:
        """Return what a full run would find."""
        tree, options = self.change.after, self.options
        chosen = _registry.selected(options.select, options.ignore, tree.tahap, across=False)
        found: list[Finding] = []
        was, now = facts(self.change.before), self.change.facts
        for entry in (one for one in chosen if one.speaks_of(now)):
            rule = _registry.load(entry)
            found += self._rule(rule) if entry.speaks_of(was) else _engine.found(rule, tree, self.lexicon, options)
        return _engine.closed(tree, found, chosen, options)

    def _rule(self, rule: Rule) -> list[Finding]:
        known = self.known.get(rule.code, [])
        reach = self._reach(rule)
        if reach is None:
            return _engine.found(rule, self.change.after, self.lexicon, self.options)
        kept = list(self._kept(known, reach)) if known else []
        if not reach:
            return kept
        fresh = _engine.found(rule, self._view(rule, reach), self.lexicon, self.options)
        return kept + [one for one in fresh if one.node in reach]

    def _reach(self, rule: Rule) -> set[str] | None:
        """Return the nodes on which the rule may find something else than before, None for any node."""
        change, unsettled = self.change, self.unsettled.get(rule.code, set())
        if rule.context and rule.context(change.before, self.lexicon) != rule.context(change.after, self.lexicon):
            return None
        if rule.reads and change.field and change.field not in rule.reads:
            return set()
        if rule.akin:
            was, now = change.said
            near = {change.renamed.get(key, key) for key in rule.akin(change.before, self.lexicon, was)}
            return near.union(rule.akin(change.after, self.lexicon, now), unsettled)
        if rule.scope is not Scope.TREE:
            return self.reach[rule.scope] | unsettled if unsettled else self.reach[rule.scope]
        if rule.notes is not None and not unsettled and self.same.issuperset(rule.notes):
            return set()
        return None

    def _view(self, rule: Rule, reach: set[str]) -> Tree:
        """Return the tree as the rule is to see it: what it may judge otherwise now, and the effects of that.

        A hit on a cause comes up while the rule looks at its effect.
        """
        usual = self.reach.get(rule.scope)
        if reach is usual and rule.scope in self.views:
            return self.views[rule.scope]
        pivots = reach if rule.scope in (Scope.NODE, Scope.TREE) else {*reach, *effects(self.change.after, reach)}
        view = focused(self.change.after, pivots)
        if reach is usual:
            self.views[rule.scope] = view
        return view

    def _kept(self, known: list[Finding], reach: set[str]) -> Iterator[Finding]:
        """Yield the findings that still hold, with the keys and numbers that nodes have now."""
        change = self.change
        plain = change.field != "abaikan"
        for one in known:
            key = one.node
            if key:
                now = change.renamed.get(key)
                if now is None or now in reach:
                    continue
            if plain and not one.related and key not in change.shifted and one.place is NOWHERE:
                yield one
            else:
                yield self._moved(one)

    def _moved(self, one: Finding) -> Finding:
        change = self.change
        if one.place != NOWHERE or (one.related and any(other.line for other in one.related)):
            one = replace(one, place=NOWHERE, related=tuple(Related(node=other.node) for other in one.related))
        if change.shifted and (one.node or one.related):
            one = self._renamed(one)
        if change.field == "abaikan" and one.node in change.node:
            one = replace(one, waiver=_engine.waiver_of(one.code, one.node, change.after))
        return one

    def _renamed(self, one: Finding) -> Finding:
        shifted, renamed = self.change.shifted, self.change.renamed
        if one.node not in shifted and not any(other.node in shifted for other in one.related):
            return one
        key = renamed[one.node] if one.node else ""
        number = self.change.after.number(key) if key else ""
        others = tuple(Related(node=renamed.get(other.node, other.node)) for other in one.related)
        fix = _with_keys(one.fix, renamed) if one.fix else None
        return replace(one, node=key, number=number, related=others, fix=fix)


def _with_keys(fix: Fix, renamed: Mapping[str, str]) -> Fix:
    """Return a repair, with all that goes with it, on the nodes as they are called now."""
    more = tuple(_with_keys(one, renamed) for one in fix.more)
    return replace(fix, node=renamed.get(fix.node, fix.node), more=more)
