"""The tree file: text <-> Tree. The front of this package for everyone else (design.md section 3)."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pohon.errors import BadInput, Place, Problem
from pohon.model.profile import Profile
from pohon.model.tree import Tree

from .encoding import Decoded, decode
from .tree_reader import read_tree

if TYPE_CHECKING:
    from pohon.model.edits import Edit

__all__ = ["Decoded", "canonical", "decode", "parse", "splice", "splice_all", "untab", "write"]

_INDENT = re.compile(r"[ \t]*(?:-[ \t]+)*")


def untab(text: str, name: str = "") -> Decoded:
    """Return the text with tab indentation turned into spaces, and a note; raises BadInput when tabs and spaces mix."""
    if "\t" not in text:
        return Decoded(text)
    lines = text.split("\n")
    indents = [match[0] if (match := _INDENT.match(line)) else "" for line in lines]
    tabbed = [number for number, indent in enumerate(indents) if "\t" in indent and lines[number].strip()]
    if not tabbed:
        return Decoded(text)
    spaced = [number for number, indent in enumerate(indents) if indent.startswith(" ") and lines[number].strip()]
    if spaced or any(" \t" in indents[number].replace("- ", "") for number in tabbed):
        remedy = "Pakai spasi saja (dua spasi tiap jenjang), atau tab saja."
        places = [Place(number + 1, 1, number + 1, len(indents[number]) + 1) for number in tabbed]
        message = "baris ini menjorok dengan tab, padahal baris lain dengan spasi."
        raise BadInput(name, tuple(Problem(place, message, remedy) for place in places))
    for number in tabbed:
        indent = indents[number]
        lines[number] = indent.replace("\t", "  ") + lines[number][len(indent) :]
    return Decoded("\n".join(lines), ("jorokan dengan tab dibaca sebagai dua spasi tiap tab.",))


def parse(text: str, name: str = "", profiles: Mapping[str, Profile] | None = None) -> Tree:
    """Return the tree of a text. `name` is said in error messages; `profiles` are the user's own. Raises BadInput."""
    return read_tree(untab(text, name).text, name, profiles)


def canonical(text: str) -> str:
    """Return the text of a readable tree file with every unsafe value quoted; a second call changes nothing."""
    from .tree_canonical import canonical as made  # writing is not loaded to read

    return made(text)


def splice(text: str, edit: "Edit", profiles: Mapping[str, Profile] | None = None) -> str:
    """Return the text with the edit made. Raises BadEdit when it does not fit, BadInput for a text that is no tree."""
    from .tree_splice import splice as made

    return made(text, edit, profiles)


def splice_all(text: str, edits: "Iterable[Edit]", profiles: Mapping[str, Profile] | None = None) -> str:
    """Return the text with the edits made in their order, checked once. Raises as `splice` does."""
    from .tree_splice import splice_all as made

    return made(text, edits, profiles)


def write(tree: Tree) -> str:
    """Return the tree as the text of a new tree file."""
    from .tree_writer import write_tree

    return write_tree(tree)
