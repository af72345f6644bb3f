"""Frozen dataclasses that are quick to define: `from pohon.frozen import dataclass` instead of the standard one.

A standard frozen dataclass compiles six methods when its module is imported, 0.7 ms for a class like Node, and the
standard module brings the whole of `inspect`: together they cost a lint more than reading the file. Here only
`__init__` is compiled, the other methods are one function for all classes, and the standard module is asked when
somebody asks for its fields. Everything else is the standard dataclass: fields, replace, slots, pickling, pydantic.
Not made: fields that a class inherits, class variables, mutable classes.
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

__all__ = ["dataclass", "field", "replace"]

_Class = type[Any]
_NONE: Any = object()
"""Stands for a default that there is none of, and for a value that was not given and is made anew each time."""
_LAZY = ("__dataclass_fields__", "__dataclass_params__")
_OF_CLASSES = frozenset({"__dict__", "__weakref__"})


class _Field(NamedTuple):
    """What a class says of one of its names; the words are those of the standard `field`."""

    default: Any = _NONE
    default_factory: Any = _NONE
    hash: bool | None = None
    compare: bool = True
    repr: bool = True


def _quick(*, frozen: bool, slots: bool = False, kw_only: bool = False, eq: bool = True) -> Callable[[_Class], _Class]:
    """Return a class decorator that makes a frozen dataclass; see the standard library for the options."""
    if not frozen:
        raise TypeError("only frozen dataclasses are made here")

    def made(cls: _Class) -> _Class:
        held, hints = cls.__dict__, cls.__annotations__  # asked of the class: from Python 3.14 on its dict lacks them
        given = {name: held.get(name, _NONE) for name in hints}
        fields = {name: _read(one) for name, one in given.items()}
        standards = [_Standard(name, kw_only=kw_only) for name in _LAZY]
        body = {
            "_fields_": fields, "__init__": _init(fields, hints, kw_only=kw_only),
            "__match_args__": () if kw_only else tuple(fields), **(_SHARED | _EQUAL if eq else _SHARED),
            **dict(zip(_LAZY, standards, strict=True)),
        }  # fmt: skip
        if slots:
            kept = {name: value for name, value in held.items() if name not in fields and name not in _OF_CLASSES}
            metaclass: Any = type(cls)
            cls = metaclass(cls.__name__, cls.__bases__, {**kept, **body, "__slots__": tuple(fields)})
        else:
            for name, value in body.items():
                setattr(cls, name, value)
            for name in (name for name, one in given.items() if one is not _NONE and one is not fields[name].default):
                delattr(cls, name)  # the default is in `__init__`
        for one in standards:
            one.owner = cls
        return cls

    return made


def _read(given: Any) -> _Field:
    """Return what is said of a name: a default, our own field, or one of the standard module."""
    if type(given) is _Field:
        return given
    if type(given).__module__ != "dataclasses":
        return _Field(given)
    from dataclasses import MISSING

    values = [_NONE if (value := getattr(given, name)) is MISSING else value for name in _Field._fields]
    return _Field(*values)


def _replace(one: Any, /, **changes: Any) -> Any:
    """Return a copy of an instance with other values."""
    cls = type(one)
    if not hasattr(cls, "_fields_"):
        from dataclasses import replace as standard

        return standard(one, **changes)
    return cls(**{name: getattr(one, name) for name in cls._fields_ if name not in changes}, **changes)


if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    dataclass, field, replace = _quick, _Field, _replace


class _Standard:
    """Stands in a class where the standard module looks, and puts there what it looks for the first time it does."""

    owner: _Class

    def __init__(self, name: str, *, kw_only: bool) -> None:
        self._name = name
        self._kw_only = kw_only

    def __get__(self, _one: object, _cls: _Class) -> Any:
        import dataclasses

        owner = self.owner
        hints = owner.__annotations__
        fields = [(name, hints[name], _of_the_standard(one)) for name, one in owner._fields_.items()]
        twin = dataclasses.make_dataclass(owner.__name__, fields, frozen=True, kw_only=self._kw_only)
        for name in _LAZY:
            setattr(owner, name, getattr(twin, name))
        return getattr(twin, self._name)


def _of_the_standard(one: _Field) -> Any:
    from dataclasses import field as standard

    given = {name: value for name, value in one._asdict().items() if value is not _NONE}
    return standard(**given)


def _init(fields: Mapping[str, _Field], hints: Mapping[str, Any], *, kw_only: bool) -> Callable[..., None]:
    """Compile `__init__`: defaults as in the standard, values set past the guard that freezes the instance."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_NONE": _NONE}
    heads, lines = ["self", "*"] if kw_only else ["self"], []
    for name, one in fields.items():
        head, value = name, name
        if one.default is not _NONE:
            known[f"_default_{name}"] = one.default
            head = f"{name}=_default_{name}"
        elif one.default_factory is not _NONE:
            known[f"_make_{name}"] = one.default_factory
            head, value = f"{name}=_NONE", f"_make_{name}() if {name} is _NONE else {name}"
        heads.append(head)
        lines.append(f" _set(self, '{name}', {value})")
    body = "\n".join(lines) or " pass"
    exec(f"def __init__({', '.join(heads)}):\n{body}", known)  # noqa: S102 - names of our own fields, nothing else
    init: Callable[..., None] = known["__init__"]
    init.__annotations__ = {name: hints[name] for name in fields}
    return init


def _values(one: Any, purpose: str) -> Any:
    """Return the values that count for a purpose ("compare" or "hash") as one tuple."""
    cls = type(one)
    getter = _GETTERS.get((cls, purpose))
    if getter is None:
        names = [
            name
            for name, field in cls._fields_.items()
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
    shown = (f"{name}={getattr(self, name)!r}" for name, field in self._fields_.items() if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def __setattr__(self: Any, name: str, _value: object) -> NoReturn:  # noqa: N807
    _refuse(f"cannot assign to field {name!r} of {type(self).__name__}")


def __delattr__(self: Any, name: str) -> NoReturn:  # noqa: N807
    _refuse(f"cannot delete field {name!r} of {type(self).__name__}")


def _refuse(why: str) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(why)


def __getstate__(self: Any) -> list[Any]:  # noqa: N807
    return [getattr(self, name) for name in self._fields_]


def __setstate__(self: Any, state: list[Any]) -> None:  # noqa: N807
    for name, value in zip(self._fields_, state, strict=True):
        object.__setattr__(self, name, value)


_EQUAL: dict[str, Any] = {"__eq__": __eq__, "__hash__": __hash__}
_SHARED: dict[str, Any] = {
    method.__name__: method for method in (__repr__, __setattr__, __delattr__, __getstate__, __setstate__)
}
