"""Quick frozen dataclasses behave as the standard ones."""

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

import pytest
from pydantic import TypeAdapter

from pohon.frozen import dataclass as quick


def _made(dataclass: Callable[..., Any]) -> tuple[type[Any], type[Any]]:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Row:
        """A row."""

        name: str
        numbers: tuple[int, ...] = ()
        held: Mapping[str, int] = dataclasses.field(default_factory=dict, hash=False)
        place: str = dataclasses.field(default="", compare=False, repr=False)

    @dataclass(frozen=True)
    class Pair:
        left: int
        right: int = 7

        @cached_property
        def total(self) -> int:
            return self.left + self.right

    return Row, Pair


Row, Pair = _made(quick)
StandardRow, StandardPair = _made(dataclasses.dataclass)
BOTH = pytest.mark.parametrize(("row", "pair"), [(Row, Pair), (StandardRow, StandardPair)], ids=["quick", "standard"])


@quick(frozen=True, slots=True)
class Known:
    """At the top of a module, so that pickle finds it."""

    left: int
    right: str = ""


@BOTH
def test_values_are_given_by_name_or_place_and_defaults_fill_the_rest(row: type[Any], pair: type[Any]) -> None:
    assert (row(name="a").numbers, row(name="a").held, pair(1).right, pair(1, right=2).total) == ((), {}, 7, 3)
    assert row(name="a").held is not row(name="a").held
    for wrong in (lambda: row("a"), row, lambda: pair(1, 2, 3), lambda: pair(left=1, middle=2)):
        with pytest.raises(TypeError):
            wrong()


@BOTH
def test_equal_values_are_equal_and_hash_alike_but_other_classes_differ(row: type[Any], pair: type[Any]) -> None:
    one, other = row(name="a", place="x"), row(name="a", place="y")
    assert one == other
    assert hash(one) == hash(other) == hash(row(name="a", held={"b": 1}))
    assert row(name="a", held={"b": 1}) != one
    assert pair(1) != (1, 7)
    assert {pair(1), pair(1, 7)} == {pair(1)}


@BOTH
def test_an_instance_cannot_be_changed_only_replaced(row: type[Any], pair: type[Any]) -> None:
    one = row(name="a")
    changes: list[Callable[[], None]] = [
        lambda: setattr(one, "name", "b"),
        lambda: delattr(one, "name"),
        lambda: setattr(one, "new", 1),
    ]
    for change in changes:
        with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):
            change()
    assert dataclasses.replace(one, name="b") == row(name="b")
    assert not hasattr(one, "__dict__")
    assert hasattr(pair(1), "__dict__")


@BOTH
def test_fields_signature_words_and_copies_are_those_of_a_dataclass(row: type[Any], pair: type[Any]) -> None:
    assert [field.name for field in dataclasses.fields(row)] == ["name", "numbers", "held", "place"]
    assert [*inspect.signature(row).parameters] == ["name", "numbers", "held", "place"]
    assert repr(pair(1)).endswith("Pair(left=1, right=7)")
    assert "place" not in repr(row(name="a"))
    assert dataclasses.asdict(pair(1)) == {"left": 1, "right": 7}
    assert copy.deepcopy(row(name="a", held={"b": 1})) == row(name="a", held={"b": 1})


@BOTH
def test_pydantic_reads_and_writes_them(row: type[Any], pair: type[Any]) -> None:
    adapter = TypeAdapter(pair)
    assert adapter.validate_json('{"left": 1}') == pair(1)
    assert adapter.dump_json(pair(1)) == b'{"left":1,"right":7}'
    assert TypeAdapter(row).validate_python({"name": "a", "numbers": [1]}) == row(name="a", numbers=(1,))


def test_an_instance_survives_pickling() -> None:
    assert pickle.loads(pickle.dumps(Known(1, "b"))) == Known(1, "b")  # noqa: S301 - our own bytes


def test_only_frozen_classes_are_made() -> None:
    with pytest.raises(TypeError):
        quick(frozen=False)


class _Late(type):
    """A class whose annotations are made when they are asked for, as all are from Python 3.14 on."""

    @property
    def __annotations__(cls) -> dict[str, type]:  # type: ignore[override]
        return {"left": int, "right": int}


@pytest.mark.parametrize("slots", [True, False])
def test_annotations_that_stand_in_no_dict_are_asked_for(slots: bool) -> None:
    made = quick(frozen=True, slots=slots)(_Late("Late", (), {"right": 7}))
    assert made(1) == made(left=1, right=7)
    assert ["left", "right"] == [field.name for field in dataclasses.fields(made)]
