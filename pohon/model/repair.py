"""Repairs as edits: what a Fix changes, whether it still fits, which of several go together, and spacing put right.

Rules only name a place and a text (finding.Fix); here it becomes an edit of edits.py, so that a repair can be shown,
written into the file and undone like every other change.
"""

from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass, replace
from typing import Any

from .edits import Edit, Reword, SetField
from .finding import Fix
from .indicator import Indicator, Target
from .tree import Tree

__all__ = ["edit_of", "fitting", "now", "spacing"]

_ALIASES = {"kegiatan": "isi", "sub_kegiatan": "isi", "pagu": "anggaran"}
_STATEMENT = "statement"


def edit_of(tree: Tree, fix: Fix) -> Edit:
    """Return the edit that makes a repair. Raises LookupError where the tree has no such place."""
    top, *rest = fix.field.split(".") if fix.field else [_STATEMENT]
    holder = tree.find(fix.node) if fix.node else tree
    if top == _STATEMENT:
        return Reword(key=fix.node, statement=fix.text)
    old = _within(holder, top)
    value = _split(old, int(rest[0]), fix.parts) if fix.parts else _put(old, rest, fix.text)
    return SetField(key=fix.node, field=top, value=value)


def now(tree: Tree, fix: Fix) -> str | None:
    """Return the text that stands at the place of a repair, None when there is no such place."""
    top, *rest = (fix.field or _STATEMENT).split(".")
    try:
        value = _within(tree.find(fix.node) if fix.node else tree, top)
        for name in rest:
            value = _within(value, name)
    except (LookupError, ValueError):
        return None
    if isinstance(value, Indicator):
        return value.nama
    return value.nilai if isinstance(value, Target) else value if isinstance(value, str) else None


def fitting(tree: Tree, fixes: Iterable[Fix]) -> Iterator[Fix]:
    """Yield the repairs that can be made together, in the order given: of two on one place the first."""
    taken: set[tuple[str, str]] = set()
    for fix in fixes:
        place = (fix.node, fix.field.split(".")[0] if fix.parts else fix.field)
        text = now(tree, fix)
        changes = text is not None and (bool(fix.parts) or text != fix.text)
        if changes and not any(node == place[0] and _touch(field, place[1]) for node, field in taken):
            taken.add(place)
            yield fix


def _touch(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def spacing(tree: Tree) -> Iterator[Fix]:
    """Yield the repairs of doubled spaces in statements, issues and names of indicators."""
    for node in (*tree.nodes.values(), *tree.belum.values()):
        texts = [("", node.statement), ("isu", node.isu)]
        texts += [(f"indikator.{place}.nama", one.nama) for place, one in enumerate(node.indikator)]
        for field, text in texts:
            single = " ".join(text.split())
            if single and single != text and "\n" not in text:
                yield Fix(node=node.key, field=field, text=single, safe=True)


def _within(holder: Any, name: str) -> Any:
    """Return what stands under a part of a field path. Raises LookupError or ValueError."""
    if isinstance(holder, tuple):
        if holder and isinstance(holder[0], Target):
            return holder[_of_year(holder, name)]
        return holder[int(name)]
    try:
        return getattr(holder, _ALIASES.get(name, name) if not hasattr(holder, name) else name)
    except AttributeError:
        raise LookupError(name) from None


def _of_year(targets: tuple[Target, ...], name: str) -> int:
    year = int(name) if name.isdigit() else 0
    return next(place for place, target in enumerate([*targets, Target(year, "")]) if target.tahun == year)


def _put(value: Any, path: list[str], text: str) -> Any:
    """Return the value with the text at the end of the path."""
    if not path:
        return replace(value, nilai=text) if isinstance(value, Target) else text
    name, *rest = path
    below = _put(_within(value, name), rest, text)
    if isinstance(value, tuple):
        place = _of_year(value, name) if isinstance(value[0], Target) else int(name)
        return (*value[:place], below, *value[place + 1 :])
    if not is_dataclass(value) or isinstance(value, type):
        raise LookupError(name)
    return replace(value, **{name if hasattr(value, name) else _ALIASES[name]: below})


def _split(indicators: tuple[Indicator, ...], place: int, parts: tuple[str, ...]) -> tuple[Indicator, ...]:
    """Return the indicators with one of them made several; the first keeps everything but its name."""
    old = indicators[place]
    made = (replace(old, nama=parts[0]), *(Indicator(nama=part, satuan=old.satuan) for part in parts[1:]))
    return (*indicators[:place], *made, *indicators[place + 1 :])
