"""Two changes of one value put together: each part that only one side touched takes that side's text.

Records are put together field by field, lists row by row: by place when no side has other rows, else by what tells
rows apart (id, kode, nama, mitra, year). Used by undo and by the merge with a file changed outside.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple

from pohon.model.indicator import Target
from pohon.model.node import Waiver

__all__ = ["Both", "Conflict", "merged", "together"]

_NAMES = ("id", "kode", "nama", "mitra", "baris")


class Conflict(Exception):  # never leaves this package
    """Both sides changed the same part in different ways."""


class Both(NamedTuple):
    """A part that both sides changed; a row that one of them took away is None."""

    path: tuple[str, ...]
    base: Any
    theirs: Any
    ours: Any


_Path = tuple[str, ...]
_Result = tuple[Any, list[Both]]


def together(base: Any, theirs: Any, ours: Any) -> Any:
    """Return `ours` with the change from `base` to `theirs` made too. Raises Conflict."""
    value, both = merged(base, theirs, ours)
    if both:
        raise Conflict
    return value


def merged(base: Any, theirs: Any, ours: Any, path: tuple[str, ...] = ()) -> tuple[Any, list[Both]]:
    """Return `ours` with the change from `base` to `theirs` made, and the parts that both changed (as in `ours`)."""
    if theirs in (base, ours):
        return ours, []
    if ours == base:
        return theirs, []
    if is_dataclass(ours) and type(ours) is type(theirs) is type(base) and not isinstance(ours, type):
        return _records(base, theirs, ours, path)
    if isinstance(base, tuple) and isinstance(theirs, tuple) and isinstance(ours, tuple):
        return _lists(base, theirs, ours, path)
    return ours, [Both(path, base, theirs, ours)]


def _records(base: Any, theirs: Any, ours: Any, path: tuple[str, ...]) -> tuple[Any, list[Both]]:
    parts, both = {}, []
    for name in (one.name for one in fields(ours)):
        was, their, our = (getattr(one, name) for one in (base, theirs, ours))
        parts[name], more = merged(was, their, our, (*path, name))
        both += more
    return replace(ours, **parts), both


def _lists(base: tuple[Any, ...], theirs: tuple[Any, ...], ours: tuple[Any, ...], path: _Path) -> _Result:
    by_place: tuple[Any, list[Both]] | None = None
    if len(base) == len(theirs) == len(ours):
        rows, both = [], []
        for place, (was, their, our) in enumerate(zip(base, theirs, ours, strict=True)):
            row, more = merged(was, their, our, (*path, _part(our, place)))
            rows.append(row)
            both += more
        by_place = tuple(rows), both
        if not both:
            return by_place
    named = [{_name(one): one for one in rows} for rows in (base, theirs, ours)]
    if any(len(rows) != len(known) for rows, known in zip((base, theirs, ours), named, strict=True)):
        return by_place or (ours, [Both(path, base, theirs, ours)])
    by_name = _by_name(named[0], named[1], named[2], path)
    return by_place if by_place and len(by_place[1]) <= len(by_name[1]) else by_name


def _part(row: Any, place: int) -> str:
    """Return what a row is called in a path: year, name of a pair, code of a reason; else its place."""
    return _name(row) if isinstance(row, Target | Waiver | tuple) else str(place)


def _name(row: Any) -> str:
    """Return what tells a row of a list apart."""
    if isinstance(row, str):
        return row
    if isinstance(row, Target):
        return str(row.tahun)
    if isinstance(row, tuple):
        return str(row[0])
    return next((str(value) for name in _NAMES if (value := getattr(row, name, ""))), "")


_Rows = Mapping[str, Any]


def _by_name(base: _Rows, theirs: _Rows, ours: _Rows, path: tuple[str, ...]) -> tuple[Any, list[Both]]:
    rows: dict[str, Any] = {}
    both: list[Both] = []
    for place, (name, row) in enumerate(ours.items()):
        here = (*path, _part(row, place))
        if name in theirs:
            rows[name], more = merged(base.get(name), theirs[name], row, here)
            both += more
        elif name not in base or row != base[name]:
            rows[name] = row
            both += [Both(here, base[name], None, row)] if name in base else []
    new = [name for name in theirs if name not in base and name not in ours]
    gone = [name for name in base if name not in ours and name in theirs and theirs[name] != base[name]]
    both += [Both((*path, name), base[name], theirs[name], None) for name in gone]
    order = list(rows)
    known = list(theirs)
    for name in new:
        before = next((one for one in reversed(known[: known.index(name)]) if one in order), None)
        order.insert(order.index(before) + 1 if before else 0 if known.index(name) == 0 else len(order), name)
        rows[name] = theirs[name]
    return tuple(rows[name] for name in order), both
