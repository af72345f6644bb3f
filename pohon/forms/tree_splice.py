"""Edits written into an existing tree file: only the lines they concern change, comments and layout stay.

Every result is read back and compared with the edited tree, so a file is never left with something else than was
asked for. Source: design.md section 3.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from pohon.errors import BadEdit
from pohon.model.edits import Add, Edit, Link, Move, Remove, Reword, SetField, Unlink, apply
from pohon.model.profile import Profile
from pohon.model.tree import Tree

from .condensed import is_calm
from .tree_reader import read_tree
from .tree_schema import FILE, NODE, REF, STATEMENT_KEYS, Field, Form
from .tree_source import Change, Source, Spot, is_ref, make
from .tree_writer import field_lines, node_lines
from .yaml_nodes import Item, Map, Scalar, Seq
from .yaml_text import block, inline, quoted

__all__ = ["Splicer", "splice", "splice_all"]

_HARMFUL = "perubahan ini tidak dapat ditulis tanpa merusak baris lain; rapikan berkas dengan `pohon fmt`."
_STEP = 2
_LAST_HEAD_KEY = "tahap"
_Lines = Callable[[int], list[str]]
"""Column of a dash -> the lines of a list item there."""


def splice(text: str, edit: Edit, profiles: Mapping[str, Profile] | None = None) -> str:
    """Return the text with the edit made. Raises BadEdit when it does not fit, BadInput for a text that is no tree."""
    tree = read_tree(text, "", profiles)
    after, _ = apply(tree, edit)
    text = _in_blocks(text, tree, edit)
    spliced = make(text, _Splice(Source(text), tree, after).changes(edit))
    if read_tree(spliced, "", profiles) != after:
        raise BadEdit(_HARMFUL)
    return spliced


def splice_all(text: str, edits: Iterable[Edit], profiles: Mapping[str, Profile] | None = None) -> str:
    """Return the text with the edits made in their order: read once, checked once. Raises as `splice` does."""
    splicer = Splicer(text, profiles)
    for edit in edits:
        splicer.edit(edit)
    return splicer.text()


class Splicer:
    """A text that takes edit after edit and is checked only when it is asked for; then it goes on.

    Edits of fields in a row that touch different lines are written together, so the text is parsed once for them.
    """

    def __init__(self, text: str, profiles: Mapping[str, Profile] | None = None) -> None:
        """Read the text. Raises BadInput."""
        self._text, self._profiles = text, profiles
        self._tree = read_tree(text, "", profiles)
        self._source: Source | None = None
        self._pending: list[Change] = []

    def edit(self, edit: Edit) -> None:
        """Make one edit. Raises BadEdit; the text is of no use after that."""
        after, _ = apply(self._tree, edit)
        source, changes = self._source, list[Change]()
        if source is not None and is_calm(edit) and not _in_flow(source, self._tree, edit):
            changes = _Splice(source, self._tree, after).changes(edit)
        if source is None or not changes or not _apart(self._pending, changes):
            self._flush()
            source = self._source = self._source or Source(self._text)
            if _in_flow(source, self._tree, edit):
                self._text = _in_blocks(self._text, self._tree, edit)
                source = self._source = Source(self._text)
            changes = _Splice(source, self._tree, after).changes(edit)
        self._pending += changes
        if not is_calm(edit):
            self._flush()
        self._tree = after

    def _flush(self) -> None:
        if self._pending:
            self._text, self._pending, self._source = make(self._text, self._pending), [], None

    def text(self) -> str:
        """Return the text, read back and compared. Raises BadEdit when it does not say what it should."""
        self._flush()
        if read_tree(self._text, "", self._profiles) != self._tree:
            raise BadEdit(_HARMFUL)
        return self._text


def _in_flow(source: Source, tree: Tree, edit: Edit) -> bool:
    """Tell whether something that the edit touches is written in {...} or [...]."""
    touched = [key for key in (_holder(edit), getattr(edit, "key", None)) if key]
    if any(source.outermost_flow(key) is not None or _has_flow(source, key) for key in touched):
        return True
    roots = (*tree.roots, *tree.belum_roots) if isinstance(edit, Add | Move | Remove) else ()
    return any(source.spot(key).seq.flow for key in roots)


def _has_flow(source: Source, key: str) -> bool:
    item = source.spot(key).item
    own = source.pair(item, "sebab") if isinstance(item, Map) else None
    return own is not None and isinstance(own[1], Seq) and own[1].flow


def _apart(some: Iterable[Change], others: Iterable[Change]) -> bool:
    """Tell whether changes touch different places of the text, none of them next to another."""
    others = tuple(others)
    return all(one.end < other.start or other.end < one.start for one in some for other in others)


def _in_blocks(text: str, tree: Tree, edit: Edit) -> str:
    """Return the text with the nodes that the edit touches written line by line instead of in {...} or [...]."""
    touched = [key for key in (_holder(edit), getattr(edit, "key", None)) if key]
    for key in touched:
        source = Source(text)
        spot = source.spot(key)
        own = source.pair(spot.item, "sebab") if isinstance(spot.item, Map) else None
        top = source.outermost_flow(key)
        if top is not None:
            text = make(text, _unflow_item(source, tree, top))
        elif own is not None and isinstance(own[1], Seq) and own[1].flow:
            text = make(text, [_list_in_block(source, tree, key, own)])
    if isinstance(edit, Add | Move | Remove):
        text = _roots_in_block(text, tree)
    return text


def _holder(edit: Edit) -> str | None:
    return edit.parent if isinstance(edit, Add | Move) else None


def _unflow_item(source: Source, tree: Tree, key: str) -> list[Change]:
    spot = source.spot(key)
    if spot.seq.flow:
        name, holder = spot.list_key, spot.holder
        indent = source.column(name.start)
        if spot.parent is not None:
            return [_list_in_block(source, tree, spot.parent, (name, spot.seq))]
        lines = [f"{name.text}:"]
        for root in tree.roots if name.text == "pohon" else tree.belum_roots:
            lines += node_lines(tree, tree.find(root), indent + _STEP)
        return [Change(name.start, source.end(holder.get(name.text) or spot.seq), _joined(source, lines))]
    if isinstance(spot.item, Scalar):
        return []
    indent = source.column(source.dash(spot))
    return [
        Change(spot.item.start, spot.item.end, _joined(source, node_lines(tree, tree.find(key), indent)).lstrip(" -"))
    ]


def _list_in_block(source: Source, tree: Tree, key: str, pair: tuple[Scalar, Item]) -> Change:
    name, value = pair
    indent = source.column(name.start)
    node = tree.find(key)
    lines = ["sebab:"]
    for child in tree.children(node):
        lines += node_lines(tree, child, indent + _STEP)
    lines += [f"{' ' * (indent + _STEP)}- {REF}: {inline(ref)}" for ref in node.ref]
    return Change(name.start, source.end(value), _joined(source, lines))


def _roots_in_block(text: str, tree: Tree) -> str:
    for key in (*tree.roots, *tree.belum_roots):
        source = Source(text)
        if source.spot(key).seq.flow:
            text = make(text, _unflow_item(source, tree, key))
    return text


def _joined(source: Source, lines: list[str]) -> str:
    return source.newline.join(line for text in lines for line in text.split("\n"))


class _Splice:
    """One edit on one text: each method returns the changes of the text."""

    def __init__(self, source: Source, before: Tree, after: Tree) -> None:
        self.source = source
        self.before = before
        self.after = after

    def changes(self, edit: Edit) -> list[Change]:
        """Return the changes of the text that make the edit."""
        match edit:
            case Add():
                return self._add(edit)
            case Remove(key=key):
                return [self._removal(self.source.spot(key))]
            case Move():
                return self._move(edit)
            case Reword(key=key, statement=statement):
                return [self._statement(key, statement)]
            case SetField():
                return self._set_field(edit)
            case Link():
                changes = self._link(edit)
            case Unlink():
                changes = [self._unlink(edit)]
        return changes

    def _set_field(self, edit: SetField) -> list[Change]:
        if edit.key == "":
            return self._file_field(edit)
        if edit.field == "statement":
            return [self._statement(edit.key, edit.value)]
        if edit.field == "kind":
            return [self._kind(edit.key, edit.value)]
        return self._field(edit)

    def _add(self, edit: Add) -> list[Change]:
        top = edit.branch[0]
        detached = replace(
            self.before, nodes={node.key: node for node in edit.branch}, roots=(top.key,), belum={}, belum_roots=()
        )

        def lines(indent: int) -> list[str]:
            return node_lines(detached, top, indent)

        return [self._insert(edit.parent, self._list_name(edit.parent, belum=edit.belum), edit.index, lines)]

    @staticmethod
    def _list_name(parent: str | None, *, belum: bool) -> str:
        if parent is not None:
            return "sebab"
        return "belum_ditempatkan" if belum else "pohon"

    def _insert(self, parent: str | None, name: str, index: int, lines: _Lines) -> Change:
        """Return the change that puts an item at place `index` among the nodes of a list; makes the list."""
        group = self.source.group(parent or "")
        pair = self.source.pair(group, name)
        key, seq = pair or (None, None)
        if key is None or not isinstance(seq, Seq) or not seq.items:
            return self._new_list(group, pair, name, lines)
        nodes = [place for place, item in enumerate(seq.items) if not is_ref(item)]
        place = nodes[index] if index < len(nodes) else (nodes[-1] + 1 if nodes else 0)
        return self._insert_at(key, seq, place, lines)

    def _insert_at(self, key: Scalar, seq: Seq, place: int, lines: _Lines) -> Change:
        indent = self.source.column(seq.start)
        after = self.source.end(seq.items[place - 1]) if place else key.end
        return self.source.insertion(after, lines(indent))

    def _new_list(self, group: Map, pair: tuple[Scalar, Item] | None, name: str, lines: _Lines) -> Change:
        column = self.source.column(group.pairs[0][0].start) if group.pairs else 0
        if pair is not None:
            return self.source.insertion(pair[0].end, lines(column + _STEP))
        after = self.source.end(group)
        return self.source.insertion(after, [f"{' ' * column}{name}:", *lines(column + _STEP)])

    def _removal(self, spot: Spot) -> Change:
        if len(spot.seq.items) == 1:
            gone = self._without_key(spot.holder, spot.list_key, spot.seq)
            return replace(gone, text=self._remarks(spot))
        start, end = self.source.item_lines(spot)
        return Change(start, end, "")

    def _remarks(self, spot: Spot) -> str:
        """Return the lines of comments between the key of a list and its only item: they stay."""
        start, end = self.source.line_end(spot.list_key.end), self.source.line_start(self.source.dash(spot))
        lines = self.source.text[start:end].splitlines(keepends=True)
        return "".join(line for line in lines if line.lstrip().startswith("#"))

    def _without_key(self, group: Map, key: Scalar, value: Item) -> Change:
        """Return the change that takes a key with its value out of a group written line by line."""
        end = max(self.source.end(value), key.end + 1)
        start = self.source.line_start(key.start)
        if not self.source.text[start : key.start].strip(" "):
            return Change(start, self.source.line_end(end), "")
        following = [later for later, _ in group.pairs if later.start > key.start]
        if not following:
            raise BadEdit("kunci ini satu-satunya isi simpulnya.")
        return Change(key.start, following[0].start, "")

    def _move(self, edit: Move) -> list[Change]:
        spot = self.source.spot(edit.key)
        start, end = self.source.item_lines(spot)
        moved = self.source.text[start:end]
        if not moved.endswith("\n"):
            moved += self.source.newline
        old = self.source.column(self.source.dash(spot))

        def lines(indent: int) -> list[str]:
            return [_shift(line, indent - old) for line in moved[:-1].replace("\r\n", "\n").split("\n")]

        name = self._list_name(edit.parent, belum=edit.belum)
        index = edit.index
        same_list = spot.parent == edit.parent and spot.list_key.text == name
        if same_list:
            nodes = [item for item in spot.seq.items if not is_ref(item)]
            here = nodes.index(spot.item)
            if index == here:
                return []
            index += index > here
        return [self._removal(spot), self._insert(edit.parent, name, index, lines)]

    def _statement(self, key: str, statement: str) -> Change:
        item = self.source.spot(key).item
        if not isinstance(item, Map):
            return Change(item.start, item.end, inline(statement))
        _, value = self._statement_pair(item)
        return self._value(value, statement)

    def _statement_pair(self, group: Map) -> tuple[Scalar, Item]:
        return next((key, value) for key, value in group.pairs if key.text in STATEMENT_KEYS)

    def _value(self, value: Item, text: str) -> Change:
        end = self.source.end(value)
        lead = " " if value.start == value.end else ""
        return Change(value.start, end, lead + (quoted(text) if self._has_more(end) else inline(text)))

    def _has_more(self, offset: int) -> bool:
        """Tell whether a comment follows on the line: an unquoted sentence would swallow it."""
        return bool(self.source.text[offset : self.source.line_end(offset)].strip())

    def _kind(self, key: str, kind: str) -> Change:
        item = self.source.spot(key).item
        if not isinstance(item, Map):
            return Change(item.start, item.end, f"{kind}: {inline(self.before.find(key).statement)}")
        name, _ = self._statement_pair(item)
        return Change(name.start, name.end, str(kind))

    def _field(self, edit: SetField) -> list[Change]:
        field = next(one for one in NODE.fields if one.attribute == edit.field)
        item = self.source.spot(edit.key).item
        if not isinstance(item, Map):
            written = field_lines(field, edit.value, self.source.column(item.start))
            head = f"gagasan: {inline(self.before.find(edit.key).statement)}"
            return [Change(item.start, item.end, _joined(self.source, [head, *written]) if written else head)]
        own = self._set(item, field, edit.value, self._statement_pair(item))
        changes = [] if own is None else [own]
        old = self.before.find(edit.key).id
        if edit.field == "id" and old and edit.value:
            changes += [Change(ref.start, ref.end, inline(edit.value)) for ref in self.source.refs() if ref.text == old]
        return changes

    def _file_field(self, edit: SetField) -> list[Change]:
        name = {"profile": "profil"}.get(edit.field, edit.field)
        value = edit.value.nama if edit.field == "profile" else edit.value
        field = next(one for one in FILE.fields if one.attribute == name)
        after = self.source.pair(self.source.root, _LAST_HEAD_KEY)
        change = self._set(self.source.root, field, value, after or self.source.root.pairs[0])
        return [] if change is None else [change]

    def _set(self, group: Map, field: Field, value: object, after: tuple[Scalar, Item]) -> Change | None:
        """Return the change that gives a key of a group its value; a new key stands behind `after`."""
        pair = self.source.pair(group, field.key)
        column = self.source.column(group.pairs[0][0].start)
        written = field_lines(field, value, column)
        if pair is None:
            end = max(self.source.end(after[1]), after[0].end)
            return self.source.insertion(end, written) if written else None
        key, old = pair
        if not written:
            return self._without_key(group, key, old)
        if isinstance(old, Scalar) and old.end > old.start and field.form in (Form.PROSE, Form.WORD):
            end = self.source.end(old)
            text = quoted(str(value)) if self._has_more(end) else block(str(value), column + _STEP)
            return Change(old.start, end, text.replace("\n", self.source.newline))
        return Change(key.start, max(self.source.end(old), key.end + 1), _joined(self.source, written).lstrip(" "))

    def _link(self, edit: Link) -> list[Change]:
        group = self.source.group(edit.key)
        pair = self.source.pair(group, "sebab")

        def lines(indent: int) -> list[str]:
            return [f"{' ' * indent}- {REF}: {inline(edit.cause)}"]

        key, seq = pair or (None, None)
        if key is None or not isinstance(seq, Seq) or not seq.items:
            return [self._new_list(group, pair, "sebab", lines)]
        refs = [place for place, item in enumerate(seq.items) if is_ref(item)]
        place = refs[edit.index] if 0 <= edit.index < len(refs) else len(seq.items)
        return [self._insert_at(key, seq, place, lines)]

    def _unlink(self, edit: Unlink) -> Change:
        group = self.source.group(edit.key)
        pair = self.source.pair(group, "sebab")
        key, seq = pair or (None, None)
        if key is None or not isinstance(seq, Seq):
            raise BadEdit(f'"{edit.cause}" bukan sebab simpul ini.')
        for place, item in enumerate(seq.items):
            target = item.get(REF) if isinstance(item, Map) and is_ref(item) else None
            if isinstance(target, Scalar) and target.text == edit.cause:
                return self._removal(Spot(item, seq, place, key, group, edit.key))
        raise BadEdit(f'"{edit.cause}" bukan sebab simpul ini.')


def _shift(line: str, by: int) -> str:
    if by >= 0:
        return " " * by + line if line.strip() else line
    lead = len(line) - len(line.lstrip(" "))
    return line[min(-by, lead) :]
