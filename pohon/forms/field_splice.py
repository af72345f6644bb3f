"""One fact deep inside a tree file, changed on its own line: "indikator.0.target.2024" and the like.

`tree_splice` writes whole fields of a node; a sheet that comes back changes single cells. The result is read again and
compared with the edited tree before it is given back.
"""

from dataclasses import replace

from pohon.errors import BadEdit
from pohon.model.edits import SetField, apply
from pohon.model.indicator import Indicator, Target
from pohon.model.profile import Profile
from pohon.model.tree import Tree

from .tree_file import parse, splice
from .tree_source import Change, Source, make
from .yaml_nodes import Item, Map, Scalar, Seq
from .yaml_text import inline, quoted

__all__ = ["set_fact"]

_BY_YEAR = frozenset({"target", "realisasi"})


def set_fact(text: str, tree: Tree, key: str, path: str, value: str) -> tuple[str, Tree]:
    """Return the text and the tree with one fact changed. Raises BadEdit when that cannot be done on its line."""
    parts = path.split(".") if path else []
    if len(parts) < 2 or parts[0] != "indikator":
        edit = SetField(key=key, field=path or "statement", value=value)
        return splice(text, edit, _profiles(tree)), apply(tree, edit)[0]
    edited = _edited(tree, key, int(parts[1]), parts[2:], value)
    source = Source(text)
    made = make(text, [_change(source, source.spot(key).item, int(parts[1]), parts[2:], value)])
    if parse(made, "", _profiles(tree)) != edited:
        raise BadEdit(f"{path} simpul {tree.number(key)} tidak dapat diubah pada barisnya; rapikan dengan `pohon fmt`.")
    return made, edited


def _profiles(tree: Tree) -> dict[str, Profile]:
    """Return the tree's own profile, which may be one of the user's."""
    return {tree.profile.nama: tree.profile}


def _edited(tree: Tree, key: str, place: int, rest: list[str], value: str) -> Tree:
    indicators = list(tree.find(key).indikator)
    indicators[place] = _indicator(indicators[place], rest, value)
    return apply(tree, SetField(key=key, field="indikator", value=tuple(indicators)))[0]


def _indicator(one: Indicator, rest: list[str], value: str) -> Indicator:
    if not rest or rest == ["nama"]:
        return replace(one, nama=value)
    if rest[0] in _BY_YEAR:
        year = int(rest[1]) if rest[1].isdigit() else 0
        known: tuple[Target, ...] = getattr(one, rest[0])
        found = [Target(year, value) if target.tahun == year else target for target in known]
        if all(target.tahun != year for target in known):
            found.append(Target(year, value))
        return replace(one, target=tuple(found)) if rest[0] == "target" else replace(one, realisasi=tuple(found))
    if rest[0] not in {"satuan", "rumus", "sumber", "relevansi", "penjelasan_target", "penanggung_jawab", "awal"}:
        raise BadEdit(f"indikator.{'.'.join(rest)} tidak dapat diubah dari lembar kerja.")
    names = {field: getattr(one, field) for field in Indicator.__slots__}
    return Indicator(**(names | {rest[0]: value}))


def _change(source: Source, item: Item, place: int, rest: list[str], value: str) -> Change:
    holder = item.get("indikator") if isinstance(item, Map) else None
    one: Item | None = holder
    if isinstance(holder, Seq):
        one = holder.items[place]
    name = rest[0] if rest else "nama"
    if isinstance(one, Scalar):
        if name == "nama":
            return Change(one.start, source.end(one), inline(value))
        if not isinstance(holder, Seq):
            raise BadEdit("indikator ini hanya sebuah nama; tulis dulu sebagai daftar.")
        return _bare(source, one, _line(name, rest, value))
    if not isinstance(one, Map):
        raise BadEdit("indikator ini ditulis dengan cara yang tidak dapat disunting.")
    pair = source.pair(one, name)
    if pair is None:
        return _new_key(source, one, name, rest, value)
    if name in _BY_YEAR:
        return _year(source, pair[1], rest[1], value)
    return Change(pair[1].start, source.end(pair[1]), _shown(source, pair[1], value, flow=one.flow))


def _shown(source: Source, old: Item, value: str, *, flow: bool) -> str:
    end = source.end(old)
    behind = source.text[end : source.line_end(end)].strip()
    lead = " " if old.start == old.end else ""
    return lead + (quoted(value) if behind and not flow else inline(value, flow=flow))


def _bare(source: Source, one: Scalar, written: str) -> Change:
    """Give an indicator that is only a name ("- Indeks ...") a fact: it becomes a group of keys."""
    indent = " " * source.column(one.start)
    end = source.end(one)
    return Change(one.start, end, f"nama: {source.text[one.start : end]}{source.newline}{indent}{written}")


def _line(name: str, rest: list[str], value: str) -> str:
    if name in _BY_YEAR:
        year = rest[1] if rest[1] not in {"0", ""} else "tanpa-tahun"
        return f"{name}: {{{year}: {quoted(value)}}}"
    return f"{name}: {inline(value)}"


def _new_key(source: Source, one: Map, name: str, rest: list[str], value: str) -> Change:
    first = source.pair(one, "nama") or one.pairs[0]
    if one.flow:
        raise BadEdit("indikator ini ditulis dalam satu baris {...}; rapikan dulu dengan `pohon fmt`.")
    indent = " " * source.column(one.pairs[0][0].start)
    return source.insertion(source.end(first[1]), [f"{indent}{_line(name, rest, value)}"])


def _year(source: Source, old: Item, year: str, value: str) -> Change:
    if not isinstance(old, Map):
        raise BadEdit("target ini ditulis dengan cara yang tidak dapat disunting.")
    wanted = year if year not in {"0", ""} else "tanpa-tahun"
    found = next((value_ for key, value_ in old.pairs if key.text == wanted), None)
    if found is not None:
        return Change(found.start, source.end(found), quoted(value))
    last = old.pairs[-1][1] if old.pairs else None
    if last is None or not old.flow:
        raise BadEdit("tahun target ini belum ada; tambahkan di berkas pohon.")
    return Change(source.end(last), source.end(last), f", {wanted}: {quoted(value)}")
