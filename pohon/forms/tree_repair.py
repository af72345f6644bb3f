"""Repairs written into a tree file: only the values they concern change, everything else stays as it was typed.

All repairs of one round are made in one pass and read back once; where that does not give the expected tree each is
tried alone, and as a last way its whole field is written anew by `tree_splice`.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pohon.errors import BadEdit, BadInput
from pohon.model.edits import apply
from pohon.model.finding import Fix
from pohon.model.profile import Profile
from pohon.model.repair import edit_of
from pohon.model.tree import Tree

from .tree_reader import read_tree
from .tree_schema import STATEMENT_KEYS
from .tree_source import Change, Source, make
from .tree_splice import splice
from .yaml_nodes import Item, Map, Scalar, Seq
from .yaml_text import block, inline, quoted

__all__ = ["Repaired", "repair"]

_STEP = 2
_ALIASES = {"anggaran": "pagu"}


class Repaired(NamedTuple):
    """The text after the repairs, and those that could be made."""

    text: str
    made: tuple[Fix, ...]


def repair(text: str, fixes: Iterable[Fix], profiles: Mapping[str, Profile] | None = None) -> Repaired:
    """Return the text with the repairs made that can be; none of them may concern the place of another."""
    wanted = tuple(fixes)
    tree = read_tree(text, "", profiles)
    together = _together(text, tree, wanted, profiles)
    if together is not None:
        return Repaired(together, wanted)
    made = []
    for fix in wanted:
        alone = _alone(text, fix, profiles)
        if alone is not None:
            text = alone
            made.append(fix)
    return Repaired(text, tuple(made))


def _alone(text: str, fix: Fix, profiles: Mapping[str, Profile] | None) -> str | None:
    tree = read_tree(text, "", profiles)
    done = _together(text, tree, (fix,), profiles)
    if done is not None:
        return done
    try:
        return splice(text, edit_of(tree, fix), profiles)
    except (BadEdit, LookupError):
        return None


def _together(
    text: str, tree: Tree, fixes: tuple[Fix, ...], profiles: Mapping[str, Profile] | None = None
) -> str | None:
    """Return the text with every repair made, None when one of them cannot be made this way."""
    try:
        source = Source(text)
        changes = [change for fix in fixes for change in _changes(source, tree, fix)]
        expected = tree
        for fix in fixes:
            expected, _ = apply(expected, edit_of(expected, fix))
        done = make(text, changes)
        return done if read_tree(done, "", profiles) == expected else None
    except (BadEdit, BadInput, LookupError):
        return None


def _changes(source: Source, tree: Tree, fix: Fix) -> list[Change]:
    if fix.parts:
        return _split(source, tree, fix)
    return [_written(source, _found(source, fix.node, fix.field), fix.text)]


def _found(source: Source, key: str, field: str) -> Scalar:
    """Return the value at a field path. Raises LookupError when it is not written as one value of its own."""
    item: Item | None = source.spot(key).item if key else source.root
    names = field.split(".") if field else []
    if not names and isinstance(item, Map):
        item = next(value for name, value in item.pairs if name.text in STATEMENT_KEYS)
    for name in names:
        if isinstance(item, Map):
            item = item.get(name) or item.get(_ALIASES.get(name, name))
        elif isinstance(item, Seq):
            item = item.items[int(name)]
        elif name != "nama":  # an indicator that is only its name
            item = None
    if isinstance(item, Scalar):
        return item
    raise LookupError(field)


def _written(source: Source, value: Scalar, text: str) -> Change:
    end = source.end(value)
    more = source.text[end : source.line_end(end)].strip()
    lead = " " if value.start == value.end else ""
    return Change(value.start, end, lead + (quoted(text) if more else inline(text)))


def _split(source: Source, tree: Tree, fix: Fix) -> list[Change]:
    """Return the changes that make one indicator several: its name shortened, the others on lines of their own."""
    place = int(fix.field.rpartition(".")[2])
    pair = source.pair(source.group(fix.node), "indikator")
    seq = pair[1] if pair else None
    if not isinstance(seq, Seq) or seq.flow:
        raise LookupError(fix.field)
    indent = source.column(seq.start)
    unit = tree.find(fix.node).indikator[place].satuan
    lines = []
    for part in fix.parts[1:]:
        lines.append(f"{' ' * indent}- nama: {block(part, indent + 2 * _STEP)}")
        lines += [f"{' ' * (indent + _STEP)}satuan: {inline(unit)}"] if unit else []
    name = _found(source, fix.node, f"{fix.field}.nama")
    return [_written(source, name, fix.parts[0]), source.insertion(source.end(seq.items[place]), lines)]
