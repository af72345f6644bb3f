"""A tree file as text that knows where its nodes stand: the ground for edits that touch only their own lines."""

from collections.abc import Iterator
from dataclasses import dataclass

from pohon.errors import BadEdit

from .tree_schema import REF, STATEMENT_KEYS
from .yaml_nodes import Item, Map, Scalar, Seq, parse_yaml

__all__ = ["Change", "Source", "Spot", "make"]


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """Put `text` in place of the characters from `start` up to `end`."""

    start: int
    end: int
    text: str


def make(text: str, changes: list[Change]) -> str:
    """Return the text with all changes made; they must not overlap."""
    for change in sorted(changes, reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a node stands: its item, the list that holds it and its place there, the key and group of that list."""

    item: Item
    seq: Seq
    place: int
    list_key: Scalar
    holder: Map
    parent: str | None


class Source:
    """Text, its YAML nodes and the spot of every node by its key in the Tree."""

    def __init__(self, text: str) -> None:
        self.text = text
        root = parse_yaml(text).root
        if not isinstance(root, Map):
            raise BadEdit("berkas ini tidak dapat disunting.")
        self.root = root
        self.newline = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
        self.spots: dict[str, Spot] = {}
        for name, mark in (("pohon", ""), ("belum_ditempatkan", "?")):
            self._walk(root, name, None, mark)

    def _walk(self, holder: Map, name: str, parent: str | None, number: str) -> None:
        found = next(((key, value) for key, value in holder.pairs if key.text == name), None)
        if found is None:
            return
        list_key, seq = found
        if not isinstance(seq, Seq):
            return
        count = 0
        for place, item in enumerate(seq.items):
            if is_ref(item):
                continue
            count += 1
            here = f"{number}{count}" if parent is None else f"{number}.{count}"
            identity = item.get("id") if isinstance(item, Map) else None
            key = identity.text if isinstance(identity, Scalar) and identity.text else here
            self.spots[key] = Spot(item, seq, place, list_key, holder, parent)
            if isinstance(item, Map):
                self._walk(item, "sebab", key, here)

    def spot(self, key: str) -> Spot:
        """Return the spot of a node. Raises BadEdit."""
        try:
            return self.spots[key]
        except KeyError:
            raise BadEdit(f'simpul "{key}" tidak ditemukan dalam berkas.') from None

    def group(self, key: str) -> Map:
        """Return the group of keys of a node, of the file for ""."""
        item = self.spot(key).item if key else self.root
        if not isinstance(item, Map):
            raise BadEdit("gagasan satu baris ini harus diberi jenis kondisi dulu.")
        return item

    def column(self, offset: int) -> int:
        """Return the column (from 0) of an offset."""
        return offset - self.line_start(offset)

    def line_start(self, offset: int) -> int:
        """Return the offset at which the line of an offset begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Return the offset just behind the line of an offset, its line end included."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found + 1

    def end(self, item: Item) -> int:
        """Return the offset just behind the last character of an item, comments and blank lines after it left out."""
        if isinstance(item, Scalar):
            return len(self.text[: item.end].rstrip()) if item.end > item.start else item.end
        if item.flow:
            return item.end
        if isinstance(item, Seq):
            return max((self.end(one) for one in item.items), default=item.start)
        return max((max(self.end(value), key.end + 1) for key, value in item.pairs), default=item.start)

    def dash(self, spot: Spot) -> int:
        """Return the offset of the dash of a list item. Raises BadEdit when it stands in an unusual way."""
        before = self.text[: spot.seq.items[spot.place].start].rstrip(" ")
        if not before.endswith("-") or self.text[self.line_start(len(before)) : len(before) - 1].strip(" "):
            raise BadEdit("butir ini ditulis dengan cara yang tidak dapat disunting; rapikan dulu dengan `pohon fmt`.")
        return len(before) - 1

    def item_lines(self, spot: Spot) -> tuple[int, int]:
        """Return the offsets of the whole lines of a list item."""
        return self.line_start(self.dash(spot)), self.line_end(self.end(spot.item))

    def insertion(self, after: int, lines: list[str]) -> Change:
        """Return the change that puts lines behind the line of an offset."""
        at = self.line_end(after)
        lead = "" if at == 0 or self.text[at - 1] == "\n" else self.newline
        return Change(at, at, lead + "".join(f"{line}{self.newline}" for text in lines for line in text.split("\n")))

    def pair(self, group: Map, name: str) -> tuple[Scalar, Item] | None:
        """Return a key and its value in a group."""
        return next(((key, value) for key, value in group.pairs if key.text == name), None)

    def outermost_flow(self, key: str) -> str | None:
        """Return the key of the outermost node above or at `key` that is written in {...} or [...], None if none is."""
        found = None
        at: str | None = key
        while at is not None:
            spot = self.spot(at)
            if spot.seq.flow or isinstance(spot.item, Scalar) or spot.item.flow:
                found = at
            at = spot.parent
        return found

    def refs(self) -> Iterator[Scalar]:
        """Yield the id of every support edge in the file."""
        pending: list[Item] = [self.root]
        while pending:
            item = pending.pop()
            if isinstance(item, Map):
                target = item.get(REF) if is_ref(item) else None
                if isinstance(target, Scalar):
                    yield target
                pending += [value for key, value in item.pairs if key.text in ("pohon", "belum_ditempatkan", "sebab")]
            elif isinstance(item, Seq):
                pending += item.items


def is_ref(item: Item) -> bool:
    """Tell whether a list item is a support edge and not a node."""
    if not isinstance(item, Map):
        return False
    names = {key.text for key, _ in item.pairs}
    return REF in names and not names.intersection(STATEMENT_KEYS)
