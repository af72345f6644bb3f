"""Help for tests of the example trees: the trees, the documents they were read from, and texts without layout."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest

from pohon.forms.tree_file import parse
from pohon.model.profile import Profile
from pohon.model.tree import Tree

__all__ = ["SOURCES", "TREES", "example", "lines_of", "seed", "spaces", "texts"]

SOURCES = {
    "rkt-disdukcapil-blora": "000-rkt-disdukcapil-blora",
    "rkt-dindagkop-ukm-blora-2020": "001-rkt-dindagkop-ukm-blora-2020",
    "iki-disdukcapil": "003-iki-disdukcapil",
    "pk-disdukcapil-luwu-timur-2024": "004-pk-disdukcapil-luwu-timur-2024",
}
"""Tree -> the document it was read from, for the trees of one document each."""

TREES = Path(__file__).resolve().parents[2] / "trees"
_SEEDS = Path(__file__).resolve().parents[2] / ".." / "shared" / "seeds"


@cache
def example(name: str) -> Tree:
    """Return the example tree with this name (file name without `.pohon.yaml`)."""
    path = TREES / f"{name}.pohon.yaml"
    return parse(path.read_text(encoding="utf-8"), path.name)


def seed(name: str) -> list[str]:
    """Return the lines of a source document, line 1 at index 1; skip the test where the documents are absent."""
    path = _SEEDS / f"{name}.txt"
    if not path.exists():
        pytest.skip(f"source document {path.name} is not beside the repository")
    return ["", *path.read_text(encoding="utf-8").split("\n")]


def spaces(text: str) -> str:
    """Collapse white space and drop the asterisks that conversion left behind."""
    return " ".join(text.replace("*", "").split())


def lines_of(baris: str) -> Iterator[int]:
    """Yield the line numbers that a source row names: "45", "46-48", "162, 165, 168"."""
    for part in baris.split(", "):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def texts(value: object) -> Iterator[str]:
    """Yield every line of every text below a value, without layout."""
    if isinstance(value, str):
        yield from (spaces(line) for line in value.split("\n"))
    elif isinstance(value, Mapping):
        yield from texts(tuple(value.items()))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value) and not isinstance(value, Profile):
        for field in fields(value):
            if field.name not in {"places", "baris"}:
                yield from texts(getattr(value, field.name))
