"""How a room finds its tree again: the file on disk, the texts that were saved, and what was done after them."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from pohon.api import load
from pohon.forms import tree_file
from pohon.forms.tree_ids import with_ids
from pohon.model.changes import pairs
from pohon.model.edits import apply
from pohon.model.profile import Profile
from pohon.model.tree import Tree

from .codec import edit_from_json
from .journal import Journal, Save, digest

__all__ = ["Opened", "identified", "nearest", "opened", "read", "tree_after", "tree_at"]


class Opened(NamedTuple):
    """The tree as the journal knows it, the save that the disk holds, and a text of the disk that nobody here wrote."""

    tree: Tree
    base: Save
    profiles: Mapping[str, Profile]
    outside: str | None


def opened(path: Path, journal: Journal) -> Opened:
    """Return the state of a room. Raises BadInput, BadSettings, BadEdit and JournalError."""
    loaded = load(path)
    profiles = loaded.settings.profiles
    saves = journal.saves()
    if not saves:
        text = identified(loaded.text, profiles)
        journal.save(journal.last(), text)
        return Opened(read(text, profiles), Save(journal.last(), digest(text), text), profiles, None)
    held = next((one for one in saves if one.sha == digest(loaded.text)), None)
    base = held or saves[0]
    tree = tree_after(read(base.text, profiles), journal, base.seq, profiles=profiles)
    return Opened(tree, base, profiles, None if held else loaded.text)


def identified(
    text: str, profiles: Mapping[str, Profile], base: Tree | None = None, taken: frozenset[str] = frozenset()
) -> str:
    """Return the text with an id for every node, ideas too. Raises BadInput, BadEdit.

    A node without one gets the id of the node of `base` that it is (the same sentence, or most of it), else a new one.
    """
    known: dict[str, str] = {}
    if base is not None:
        tree = tree_file.parse(text, "", profiles)
        nodes = {**tree.nodes, **tree.belum}
        ids = {node.id for node in nodes.values()}
        same = pairs(base, tree) if "" in ids else {}
        known = {key: old for key, old in same.items() if not nodes[key].id and old not in ids}
    return with_ids(text, profiles, ideas=True, taken=taken, known=known)


def read(text: str, profiles: Mapping[str, Profile]) -> Tree:
    """Return the tree of a text, without the places of its lines. Raises BadInput."""
    return replace(tree_file.parse(text, "", profiles), places={})


def tree_after(
    tree: Tree, journal: Journal, seq: int, *, last: int | None = None, profiles: Mapping[str, Profile]
) -> Tree:
    """Return the tree of `seq` with everything done after it, up to `last`."""
    for entry in journal.since(seq):
        if last is not None and entry.seq > last:
            break
        for one in entry.edits:
            tree, _ = apply(tree, edit_from_json(one, profiles))
    return tree


def tree_at(journal: Journal, seq: int, now: tuple[int, Tree], profiles: Mapping[str, Profile]) -> Tree:
    """Return the tree as it stood after an operation; `now` = the newest seq and its tree.

    Raises LookupError when nobody knows any more.
    """
    newest, tree = now
    if seq == newest:
        return tree
    known = [one for one in journal.saves() if one.seq <= seq <= newest]
    if not known:
        raise LookupError(seq)
    save = max(known, key=lambda one: one.seq)
    return tree_after(read(save.text, profiles), journal, save.seq, last=seq, profiles=profiles)


def nearest(text: str, saves: list[Save]) -> Save:
    """Return the save that a changed file most likely began as: most lines in common, the newest of equals."""
    lines = frozenset(text.splitlines())
    return min(saves, key=lambda one: len(lines ^ frozenset(one.text.splitlines())))
