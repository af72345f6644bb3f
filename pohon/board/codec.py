"""Values of the model <-> JSON, without loss: edits for the journal and the worker, whole records inside them.

A record becomes a dict of the fields that differ from their defaults, an enum its word, a tuple a list. What comes
back is built by the type of each field, so a journal can be read by a later version that has more fields.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from pohon.model.edits import Add, Edit, Link, Move, Remove, Reword, SetField, Unlink
from pohon.model.node import Node
from pohon.model.profile import Profile, load_builtin
from pohon.model.tree import Tree

__all__ = ["Json", "edit_from_json", "edit_to_json", "from_json", "to_json"]

Json = Any
"""What json.dumps takes: None, bool, numbers, str, lists and dicts with str keys."""

_EDITS: dict[str, type[Edit]] = {
    "tambah": Add, "hapus": Remove, "pindah": Move, "kalimat": Reword, "isi": SetField, "sambung": Link,
    "lepas": Unlink,
}  # fmt: skip
_NAMES = {kind: name for name, kind in _EDITS.items()}


def edit_to_json(edit: Edit) -> dict[str, Json]:
    """Return an edit as a dict; `e` says which one it is."""
    return {"e": _NAMES[type(edit)], **to_json(edit)}


def edit_from_json(data: Mapping[str, Json], profiles: Mapping[str, Profile] | None = None) -> Edit:
    """Return the edit of a dict; `profiles` = the user's own. Raises KeyError or ValueError."""
    kind = _EDITS[data["e"]]
    if kind is not SetField:
        edit: Edit = from_json(kind, data)
        return edit
    key, field, value = str(data["key"]), str(data["field"]), data.get("value")
    if field == "profile":
        name, known = str(value), profiles or {}
        return SetField(key=key, field=field, value=known[name] if name in known else load_builtin(name))
    return SetField(key=key, field=field, value=_reader(_hints(Node if key else Tree)[field])(value))


def to_json(value: Any) -> Json:
    """Return a value of the model as JSON."""
    if value is None or type(value) in (str, int, bool, float):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [to_json(one) for one in value]
    if isinstance(value, Profile):
        return value.nama
    if is_dataclass(value) and not isinstance(value, type):
        return {
            name: to_json(one)
            for name, default in _defaults(type(value))
            if (one := getattr(value, name)) is not default and one != default
        }
    raise TypeError(type(value).__name__)


def from_json(kind: Any, data: Json) -> Any:
    """Return the value of a type that `to_json` made this of. Raises KeyError, TypeError or ValueError."""
    return _reader(kind)(data)


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((one.name, object() if one.default is MISSING else one.default) for one in fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _reader(kind: Any) -> Callable[[Json], Any]:
    """Return the function that builds values of a type."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        (inner,) = (one for one in get_args(kind) if one is not types.NoneType)
        read = _reader(inner)
        return lambda data: None if data is None else read(data)
    if origin is tuple:
        return _tuple_reader(get_args(kind))
    if isinstance(kind, type) and is_dataclass(kind):
        return lambda data: _built(kind, data)
    if kind in (str, int, bool, float):
        return lambda data: _plain(kind, data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    raise TypeError(str(kind))


def _tuple_reader(inner: tuple[Any, ...]) -> Callable[[Json], Any]:
    if len(inner) == 2 and inner[1] is Ellipsis:
        read = _reader(inner[0])
        return lambda data: tuple([read(one) for one in data])
    readers = [_reader(one) for one in inner]
    return lambda data: tuple([read(one) for read, one in zip(readers, data, strict=True)])


def _built(kind: Any, data: Mapping[str, Json]) -> Any:
    hints = _hints(kind)
    return kind(**{name: _reader(hints[name])(value) for name, value in data.items() if name in hints})


def _plain(kind: type, data: Json) -> Any:
    if type(data) is not kind:
        raise ValueError(f"{data!r} is no {kind.__name__}")
    return data
