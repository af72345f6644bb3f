"""Frozen dataclasses that are quick to define: `from .frozen import dataclass` instead of the standard one.

A standard frozen dataclass compiles six methods when its module is imported, 0.7 ms for a class like Node; the forty
classes of a lint cost more than reading the file. Here only `__init__` is compiled, the other five are one function
for all classes, and the class is made anew for its slots without looking for what none of ours has (inherited fields,
class variables). Everything else is as with the standard one: fields, replace, slots, pickling, pydantic.
"""

import dataclasses
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass"]

_Fields = Mapping[str, dataclasses.Field[Any]]
_Class = type[Any]
_GIVEN = object()
"""Stands for a value that was not given and is made anew for each instance."""


def _quick(*, frozen: bool, slots: bool = False, kw_only: bool = False) -> Callable[[_Class], _Class]:
    """Return a class decorator that makes a frozen dataclass; see the standard library for the options."""
    if not frozen:
        raise TypeError("only frozen dataclasses are made here")

    def made(cls: _Class) -> _Class:
        held = cls.__dict__
        fields = {name: _field(name, held, kw_only=kw_only) for name in held.get("__annotations__", ())}
        body = {
            "__dataclass_fields__": fields, "__dataclass_params__": _PARAMS, "__init__": _init(fields, kw_only=kw_only),
            "__match_args__": () if kw_only else tuple(fields), **_SHARED,
        }  # fmt: skip
        if slots:
            kept = {name: value for name, value in held.items() if name not in fields and name not in _OF_CLASSES}
            metaclass: Any = type(cls)
            slim: _Class = metaclass(cls.__name__, cls.__bases__, {**kept, **body, "__slots__": tuple(fields)})
            return slim
        for name, value in body.items():
            setattr(cls, name, value)
        for name in (name for name in fields if isinstance(held.get(name), dataclasses.Field)):
            delattr(cls, name)  # the default is in `__init__`
        return cls

    return made


def _field(name: str, held: Mapping[str, Any], *, kw_only: bool) -> Any:
    """Return the field of an annotated name as the standard decorator would make it."""
    given = held.get(name, dataclasses.MISSING)
    field: Any = given if isinstance(given, dataclasses.Field) else dataclasses.field(default=given)
    field.name, field.type, field.kw_only = name, held["__annotations__"][name], kw_only
    field._field_type = _FIELD_TYPE  # noqa: SLF001 - what `fields` and `replace` of the standard ask for
    return field


@dataclasses.dataclass(init=False, repr=False, eq=False)
class _Pattern:
    """A standard dataclass, for the marks that the standard functions look for."""

    field: int


_FIELD_TYPE = _Pattern.__dataclass_fields__["field"]._field_type  # type: ignore[attr-defined]  # noqa: SLF001
_PARAMS = _Pattern.__dataclass_params__  # type: ignore[attr-defined]
_OF_CLASSES = frozenset({"__dict__", "__weakref__"})


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _quick


def _init(fields: _Fields, *, kw_only: bool) -> Callable[..., None]:
    """Compile `__init__`: defaults as in the standard, values set past the guard that freezes the instance."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_GIVEN": _GIVEN}
    heads, lines = ["self", "*"] if kw_only else ["self"], []
    for name, field in fields.items():
        head, value = name, name
        if field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            head = f"{name}=_default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = field.default_factory
            head, value = f"{name}=_GIVEN", f"_make_{name}() if {name} is _GIVEN else {name}"
        heads.append(head)
        lines.append(f" _set(self, '{name}', {value})")
    body = "\n".join(lines) or " pass"
    exec(f"def __init__({', '.join(heads)}):\n{body}", known)  # noqa: S102 - names of our own fields, nothing else
    init: Callable[..., None] = known["__init__"]
    init.__annotations__ = {name: field.type for name, field in fields.items()}
    return init


def _values(one: Any, purpose: str) -> Any:
    """Return the values that count for a purpose ("compare" or "hash") as one tuple."""
    cls = type(one)
    getter = _GETTERS.get((cls, purpose))
    if getter is None:
        names = [
            name
            for name, field in cls.__dataclass_fields__.items()
            if (field.compare if purpose == "compare" or field.hash is None else field.hash)
        ]
        getter = _GETTERS[(cls, purpose)] = attrgetter(*names, "__class__")
    return getter(one)


_GETTERS: dict[tuple[_Class, str], Callable[[Any], Any]] = {}


def __eq__(self: Any, other: object) -> bool:  # noqa: N807 - becomes a method
    if self is other:
        return True
    return bool(_values(self, "compare") == _values(other, "compare")) if type(self) is type(other) else NotImplemented


def __hash__(self: Any) -> int:  # noqa: N807
    return hash(_values(self, "hash"))


def __repr__(self: Any) -> str:  # noqa: N807
    shown = (f"{name}={getattr(self, name)!r}" for name, field in self.__dataclass_fields__.items() if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def __setattr__(self: Any, name: str, _value: object) -> NoReturn:  # noqa: N807
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r} of {type(self).__name__}")


def __delattr__(self: Any, name: str) -> NoReturn:  # noqa: N807
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r} of {type(self).__name__}")


def __getstate__(self: Any) -> list[Any]:  # noqa: N807
    return [getattr(self, name) for name in self.__dataclass_fields__]


def __setstate__(self: Any, state: list[Any]) -> None:  # noqa: N807
    for name, value in zip(self.__dataclass_fields__, state, strict=True):
        object.__setattr__(self, name, value)


_SHARED = {
    method.__name__: method
    for method in (__eq__, __hash__, __repr__, __setattr__, __delattr__, __getstate__, __setstate__)
}
