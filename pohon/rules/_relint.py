"""Check a tree again after one edit: only what the edit can have changed, with the findings of a full run.

A rule of scope NODE runs on the nodes that the edit touched, of scope BRANCH and PATH also on those around them, of
scope TREE on the whole tree unless it reads nothing that was edited. Where an edit changes what the whole tree holds
(its facts, its file fields, the context of a rule), nothing is saved and everything runs. Findings keep their nodes
when the edit gives those other keys and numbers. tests/rules/test_relint.py compares the result with full runs.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from pohon.errors import Place
from pohon.model.edits import Add, Edit, Link, Move, Remove, SetField, Unlink, applied, keeps_keys
from pohon.model.facts import ASKED_FOR, facts, facts_after
from pohon.model.finding import Finding, Related
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.tree import Tree

from . import _engine, _registry
from ._base import Rule, Scope
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

    def find(self, key: str) -> Node:
        return self.whole.find(key)

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
    own = {"shown": shown, "belum": belum, "behind": tree, "memo": {}, "numbers": tree.numbers}
    vars(view).update(vars(tree), **own)
    return view


def relint(
    tree: Tree, edit: Edit, findings: Iterable[Finding], lexicon: Lexicon, options: Options = _engine.USUAL
) -> Relinted:
    """Make the edit and return the edited tree with its findings.

    `findings` are those of `tree`, found with the same lexicon and options. Raises BadEdit when the edit does not fit.
    """
    made = applied(tree, edit)
    before, after = _engine.staged(tree, options), _engine.staged(made.tree, options)
    known = tuple(findings)
    if _concerns_the_file(edit) or any(one.code in ("P000", "P003") for one in known):
        return Relinted(made.tree, _engine.run(after, lexicon, options).findings)
    if keeps_keys(edit):
        vars(after)["numbers"] = before.numbers
    change = _Change(before, after, edit, made.renamed)
    if (facts(before) ^ change.facts) & ASKED_FOR:
        return Relinted(made.tree, _engine.run(after, lexicon, options).findings)
    try:
        found = _Again(change, known, lexicon, options).findings()
    except Exception:
        if options.strict:
            raise
        found = _engine.run(after, lexicon, options).findings
    return Relinted(made.tree, found)


def _concerns_the_file(edit: Edit) -> bool:
    return isinstance(edit, SetField) and not edit.key


class _Change:
    """What an edit changed: which nodes, which of their fields, and which nodes stand close enough to notice."""

    def __init__(self, before: Tree, after: Tree, edit: Edit, renamed: Mapping[str, str]) -> None:
        self.before, self.after, self.renamed = before, after, renamed
        self.structural = not keeps_keys(edit) or isinstance(edit, Link | Unlink)
        self.field = "" if self.structural else getattr(edit, "field", "statement")
        old, new = self._ends(edit)
        lost = (key for key in (*before.nodes, *before.belum) if key not in renamed)
        self.gone = old.union(lost) if self.structural else old
        self.touched = {*self._kept(old), *new}
        self.facts = facts_after(before, after, map(before.find, self.gone), map(after.find, self.touched))
        self.branch = {*self._kept(_around(before, old)), *_around(after, self.touched)}
        self.path = self.branch | set(_below(after, self.touched))
        self.renumbered = self._renumbered() if self.structural else frozenset[str]()

    def _ends(self, edit: Edit) -> tuple[set[str], set[str]]:
        """Return the nodes that the edit names: in the tree before it, and those that came or went in full."""
        match edit:
            case Add(parent=parent):
                fresh = {new for old, new in self.renamed.items() if old.startswith("+")}
                return _given(parent), fresh
            case Remove(key=key):
                return _given(key, self.before.find(key).parent), set()
            case Move(key=key, parent=parent):
                node = self.before.find(key)
                moved = {self.renamed[one.key] for one in self.before.branch(node)}
                return _given(key, node.parent, parent), moved
            case Link(key=key, cause=cause) | Unlink(key=key, cause=cause):
                return _given(key, cause), set()
            case _:
                return _given(edit.key), set()

    def _kept(self, keys: Iterable[str]) -> Iterator[str]:
        """Yield the keys that nodes of the tree before have now, without those that are gone."""
        return (self.renamed[key] for key in keys if key in self.renamed)

    def _renumbered(self) -> frozenset[str]:
        old, new = self.before.numbers, self.after.numbers
        return frozenset(now for was, now in self.renamed.items() if old.get(was) != new[now])


def _given(*keys: str | None) -> set[str]:
    return {key for key in keys if key}


def _around(tree: Tree, keys: Iterable[str]) -> set[str]:
    """Return the nodes, their effects and causes, and the other causes of those effects."""
    found: set[str] = set()
    helped = _helped(tree) if "ref" in facts(tree) else {}
    for key in keys:
        node = tree.find(key)
        effects = {*_given(node.parent), *helped.get(node.id, ())}
        found |= {key, *effects, *node.sebab, *node.ref}
        for effect in map(tree.find, effects):
            found |= {*effect.sebab, *effect.ref}
        if node.parent is None:
            found |= {*tree.roots, *tree.belum_roots}
    return found


def _helped(tree: Tree) -> dict[str, list[str]]:
    """Return for each supporting node the nodes that it helps bring about."""
    helped: dict[str, list[str]] = {}
    for node in (*tree.nodes.values(), *tree.belum.values()):
        for cause in node.ref:
            helped.setdefault(cause, []).append(node.key)
    return helped


def _below(tree: Tree, keys: Iterable[str]) -> Iterator[str]:
    return (node.key for key in keys for node in tree.branch(tree.find(key)))


class _Again:
    """The rules once more, each as far as the change concerns it."""

    def __init__(self, change: _Change, known: tuple[Finding, ...], lexicon: Lexicon, options: Options) -> None:
        self.change, self.lexicon, self.options = change, lexicon, options
        self.known: dict[str, list[Finding]] = {}
        unsettled: set[str] = set()
        for one in known:
            if one.code not in _ENGINES_OWN:
                self.known.setdefault(one.code, []).append(one)
                unsettled |= self._unsettled(one)
        self.reach = {
            Scope.NODE: change.touched,
            Scope.BRANCH: change.branch | unsettled,
            Scope.PATH: change.path | unsettled,
        }
        self.views = {scope: focused(change.after, self._pivots(scope)) for scope in self.reach}

    def _pivots(self, scope: Scope) -> set[str]:
        """Return the nodes to walk through: a hit on a cause comes up while the rule looks at its effect."""
        reach = self.reach[scope]
        return set(reach) if scope is Scope.NODE else {*reach, *_effects(self.change.after, reach)}

    def _unsettled(self, one: Finding) -> set[str]:
        """Return the node of a finding whose words may hold a number that is another one now."""
        change = self.change
        if not change.structural or one.node not in change.renamed:
            return set()
        keys = [one.node, *(other.node for other in one.related)]
        gone = any(key not in change.renamed for key in keys)
        moved = gone or not change.renumbered.isdisjoint(change.renamed[key] for key in keys)
        return {change.renamed[one.node]} if moved else set()

    def findings(self) -> tuple[Finding, ...]:
        """Return what a full run would find."""
        tree, options = self.change.after, self.options
        chosen = _registry.selected(options.select, options.ignore, tree.tahap)
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
        kept = [self._moved(one) for one in known if one.node in self.change.renamed or not one.node]
        kept = [one for one in kept if one.node not in reach]
        if not reach:
            return kept
        fresh = _engine.found(rule, self.views[rule.scope], self.lexicon, self.options)
        return kept + [one for one in fresh if one.node in reach]

    def _reach(self, rule: Rule) -> set[str] | None:
        """Return the nodes on which the rule may find something else than before, None for any node."""
        change = self.change
        if rule.context and rule.context(change.before, self.lexicon) != rule.context(change.after, self.lexicon):
            return None
        if rule.scope is not Scope.TREE:
            return self.reach[rule.scope]
        unread = rule.reads and change.field and change.field not in rule.reads
        return set() if unread else None

    def _moved(self, one: Finding) -> Finding:
        """Return a finding that still holds, with the key and number that its node has now."""
        change = self.change
        if one.place != _NOWHERE or (one.related and any(other.line for other in one.related)):
            one = replace(one, place=_NOWHERE, related=tuple(Related(node=other.node) for other in one.related))
        if change.structural and one.node:
            one = self._renamed(one)
        if change.field == "abaikan" and one.node in change.touched:
            one = replace(one, waiver=_engine.waiver_of(one.code, one.node, change.after))
        return one

    def _renamed(self, one: Finding) -> Finding:
        renamed, key = self.change.renamed, self.change.renamed[one.node]
        others = tuple(renamed.get(other.node, other.node) for other in one.related)
        number = self.change.after.number(key)
        if (key, number, others) == (one.node, one.number, tuple(other.node for other in one.related)):
            return one
        fix = replace(one.fix, node=key) if one.fix else None
        return replace(one, node=key, number=number, related=tuple(Related(node=other) for other in others), fix=fix)


_NOWHERE = Place()


def _effects(tree: Tree, keys: Iterable[str]) -> Iterator[str]:
    helped = _helped(tree) if "ref" in facts(tree) else {}
    for key in keys:
        node = tree.find(key)
        yield from (*_given(node.parent), *helped.get(node.id, ()))
