"""What an edit changed: which nodes, which of their fields, and which nodes stand close enough to notice."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from pohon.model.edits import Add, Edit, Link, Move, Remove, Unlink, keeps_keys
from pohon.model.facts import facts, facts_after
from pohon.model.finding import Finding
from pohon.model.noted import Stirred
from pohon.model.tree import Tree

__all__ = ["Change", "effects"]


class Change:
    """One edit of a tree, told in keys of the tree after it unless a name says otherwise.

    `written` nodes are new or say something else than before; `moved` hang elsewhere with all that is below them;
    `hung` (keys of both trees, `hung_before` and `hung_after`) have other effects or causes than before.
    """

    def __init__(self, before: Tree, after: Tree, edit: Edit, renamed: Mapping[str, str]) -> None:
        self.before, self.after, self.renamed = before, after, renamed
        self.structural = not keeps_keys(edit)
        self.field = "" if self.structural or isinstance(edit, Link | Unlink) else getattr(edit, "field", "statement")
        self.gone, self.hung_before, self.tops, self.written, self.moved = self._ends(edit)
        self.hung_after = {*self._kept(self.hung_before), *self.tops}
        other = {old: new for old, new in renamed.items() if old != new and not old.startswith("+")}
        self.stirred = Stirred(self.gone, frozenset(self.written | self.moved), other, moved=bool(self.moved))
        self.shifted = self._shifted() if self.structural else frozenset[str]()
        said_before = self.gone if not self.moved or self.written else frozenset[str]()
        self.facts = facts_after(before, after, said_before, self.written)

    def _ends(self, edit: Edit) -> tuple[frozenset[str], set[str], set[str], set[str], frozenset[str]]:
        """Return what is gone or elsewhere, what it hung on (both before), its new tops, the written, the moved."""
        match edit:
            case Add(parent=parent):
                fresh = {new for old, new in self.renamed.items() if old.startswith("+")}
                return frozenset(), _given(parent), {self.renamed["+0"]}, fresh, frozenset()
            case Remove(key=key):
                node = self.before.find(key)
                branch = frozenset(one.key for one in self.before.branch(node))
                return branch, _given(key, node.parent), set(), set(), frozenset()
            case Move(key=key, parent=parent):
                node = self.before.find(key)
                branch = frozenset(one.key for one in self.before.branch(node))
                moved = frozenset(map(self.renamed.__getitem__, branch))
                crossed = (key in self.before.belum) != (self.renamed[key] in self.after.belum)
                written = set(moved) if crossed else set()
                return branch, _given(key, node.parent, parent), {self.renamed[key]}, written, moved
            case Link(key=key, cause=cause) | Unlink(key=key, cause=cause):
                return frozenset({key}), _given(key, cause), set(), {key}, frozenset()
            case _:
                return frozenset({edit.key}), _given(edit.key), set(), {self.renamed[edit.key]}, frozenset()

    def _kept(self, keys: Iterable[str]) -> Iterator[str]:
        """Yield the keys that nodes of the tree before have now, without those that are gone."""
        return (self.renamed[key] for key in keys if key in self.renamed)

    def _shifted(self) -> frozenset[str]:
        """Return the keys (of the tree before) of the nodes that have another key or number now."""
        old, new = self.before.numbers, self.after.numbers
        return frozenset(was for was, now in self.renamed.items() if was != now or old.get(was) != new[now])

    @cached_property
    def said(self) -> tuple[frozenset[str], frozenset[str]]:
        """The nodes that say something else now or stand at another level, before and after."""
        if self.field != "kind":
            return self.gone, self.stirred.come
        below = frozenset(_below(self.after, self.written))
        return below, below  # such an edit leaves every key as it is

    @cached_property
    def node(self) -> set[str]:
        """The nodes whose own fields or causes changed."""
        return self.written | self.hung_after

    @cached_property
    def branch(self) -> set[str]:
        """Also those that see one of them as their effect, cause, or other cause of an effect."""
        return {*self._kept(_around(self.before, self.hung_before)), *_around(self.after, self.node)}

    @cached_property
    def path(self) -> set[str]:
        """Also those below the nodes that came, moved or say something else."""
        tops = (self.tops | self.written) if self.tops else self.hung_after
        return self.branch | set(_below(self.after, tops))

    @cached_property
    def below(self) -> set[str]:
        """The nodes touched and all effects above them, before and after."""
        above = (key for key in self._kept(_above(self.before, self.hung_before)))
        return {*self.node, *above, *_above(self.after, self.node)}

    def unsettles(self, one: Finding) -> bool:
        """Tell whether the words of a finding may hold the number of another node that is another one now."""
        if not one.related or one.node not in self.renamed:
            return False
        before = self.before.numbers
        return any(
            other.node not in self.renamed or (other.node in self.shifted and before[other.node] in one.message)
            for other in one.related
        )


def _given(*keys: str | None) -> set[str]:
    return {key for key in keys if key}


def effects(tree: Tree, keys: Iterable[str]) -> Iterator[str]:
    """Yield the nodes that these help to bring about, over parents and support edges."""
    helped = _helped(tree)
    for key in keys:
        node = tree.find(key)
        yield from (*_given(node.parent), *helped.get(node.id, ()))


def _around(tree: Tree, keys: Iterable[str]) -> set[str]:
    """Return the nodes, their effects and causes, and the other causes of those effects."""
    found: set[str] = set()
    helped = _helped(tree)
    for key in keys:
        node = tree.find(key)
        above = {*_given(node.parent), *helped.get(node.id, ())}
        found |= {key, *above, *node.sebab, *node.ref}
        for effect in map(tree.find, above):
            found |= {*effect.sebab, *effect.ref}
        if node.parent is None:
            found |= {*tree.roots, *tree.belum_roots}
    return found


def _helped(tree: Tree) -> dict[str, list[str]]:
    """Return for each supporting node the nodes that it helps bring about."""
    if "ref" not in facts(tree):
        return {}
    helped: dict[str, list[str]] | None = tree.memo.get("helped")
    if helped is None:
        helped = tree.memo["helped"] = {}
        for node in (*tree.nodes.values(), *tree.belum.values()):
            for cause in node.ref:
                helped.setdefault(cause, []).append(node.key)
    return helped


def _above(tree: Tree, keys: Iterable[str]) -> Iterator[str]:
    return (above.key for key in keys for above in tree.ancestors(tree.find(key)))


def _below(tree: Tree, keys: Iterable[str]) -> Iterator[str]:
    return (node.key for key in keys for node in tree.branch(tree.find(key)))
