"""One indicator put into a node of a tree file, or taken out: only its own lines change, comments stay.

The result is read again and compared with the edited tree before it is given back.
"""

from pohon.errors import BadEdit
from pohon.model.edits import SetField, apply
from pohon.model.indicator import Indicator
from pohon.model.tree import Tree

from .tree_file import parse, splice
from .tree_schema import NODE
from .tree_source import Source, Spot, make
from .tree_writer import field_lines
from .yaml_nodes import Map, Scalar, Seq

__all__ = ["add_indicator", "remove_indicator"]


def add_indicator(text: str, tree: Tree, key: str, one: Indicator) -> tuple[str, Tree]:
    """Return the text and the tree with one more indicator, the last of its node. Raises BadEdit."""
    edit = SetField(key=key, field="indikator", value=(*tree.find(key).indikator, one))
    found = _list(text, key)
    if found is None:
        return _whole(text, tree, edit)
    source, _, seq = found
    last = seq.items[-1]
    field = next(one for one in NODE.fields if one.attribute == "indikator")
    lines = field_lines(field, (one,), source.column(seq.start) - 2)[1:]
    return _checked(make(text, [source.insertion(source.end(last), lines)]), text, tree, edit)


def remove_indicator(text: str, tree: Tree, key: str, place: int) -> tuple[str, Tree]:
    """Return the text and the tree without one indicator of a node. Raises BadEdit."""
    known = tree.find(key).indikator
    edit = SetField(key=key, field="indikator", value=(*known[:place], *known[place + 1 :]))
    found = _list(text, key)
    if found is None or len(known) == 1:
        return _whole(text, tree, edit)
    source, name, seq = found
    holder = source.group(key)
    start, end = source.item_lines(Spot(seq.items[place], seq, place, name, holder, None))
    return _checked(text[:start] + text[end:], text, tree, edit)


def _list(text: str, key: str) -> tuple[Source, Scalar, Seq] | None:
    """Return the list of indicators of a node when it is written line by line."""
    source = Source(text)
    item = source.spot(key).item
    pair = source.pair(item, "indikator") if isinstance(item, Map) and not item.flow else None
    if pair is None or not isinstance(pair[1], Seq) or pair[1].flow or not pair[1].items:
        return None
    return source, pair[0], pair[1]


def _whole(text: str, tree: Tree, edit: SetField) -> tuple[str, Tree]:
    profiles = {tree.profile.nama: tree.profile}
    return splice(text, edit, profiles), apply(tree, edit)[0]


def _checked(made: str, text: str, tree: Tree, edit: SetField) -> tuple[str, Tree]:
    """Return what was made when it says just what was asked for, else the field written anew."""
    edited = apply(tree, edit)[0]
    try:
        if parse(made, "", {tree.profile.nama: tree.profile}) == edited:
            return made, edited
    except BadEdit:
        pass
    return _whole(text, tree, edit)
