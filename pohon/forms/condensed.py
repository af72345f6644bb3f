"""Fewer edits with the same end, for a text that takes many at once."""

from collections.abc import Iterable, Iterator, Mapping

from pohon.model.edits import Edit, Reword, SetField

__all__ = ["condensed", "is_calm"]


def condensed(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield fewer edits with the same end: of those that only set fields, the last of each field, field by field.

    Edits of one field on many nodes touch different lines, so a text takes them all at once.
    """
    run: dict[tuple[str, str], Edit] = {}
    for edit in edits:
        field = _set_field_of(edit)
        if field is None:
            yield from _by_field(run)
            run = {}
            yield edit
        else:
            run[field] = edit
    yield from _by_field(run)


def _by_field(run: Mapping[tuple[str, str], Edit]) -> list[Edit]:
    return [run[one] for one in sorted(run, key=lambda one: one[1])]


def _set_field_of(edit: Edit) -> tuple[str, str] | None:
    """Return key and field of an edit that only sets one, None for any other."""
    if isinstance(edit, Reword):
        return edit.key, "statement"
    return (edit.key, edit.field) if isinstance(edit, SetField) and is_calm(edit) else None


def is_calm(edit: Edit) -> bool:
    """Tell whether an edit changes a field of a node and leaves every key and place as it is."""
    return isinstance(edit, Reword) or (isinstance(edit, SetField) and bool(edit.key) and edit.field != "id")
