"""An imported tree as the text of a new tree file: every doubt stands as a comment beside its node."""

from collections.abc import Sequence

from pohon.forms.tree_file import parse, write
from pohon.model.tree import Tree

from .notes import Note

__all__ = ["commented"]

_MARK = "# impor:"
_MOST = 400


def commented(tree: Tree, notes: Sequence[Note], left: Sequence[Note] = ()) -> str:
    """Return the text of the tree with its notes; what has no node stands at the top, what was not used at the end."""
    text = write(tree)
    lines = text.split("\n")
    places = parse(text).places
    beside: dict[int, list[str]] = {}
    head: list[str] = []
    for note in notes:
        at = places[note.key, ""].line if (note.key, "") in places else 0
        if at:
            beside.setdefault(at, []).append(note.describe())
        else:
            head.append(note.describe())
    made = [_comment("", words) for words in head]
    for number, line in enumerate(lines, 1):
        indent = line[: len(line) - len(line.lstrip(" "))]
        made += [_comment(indent, words) for words in beside.get(number, ())]
        made.append(line)
    body = "\n".join(made).rstrip("\n") + "\n"
    if left:
        body += "\n# Isi dokumen yang tidak masuk ke pohon:\n"
        body += "".join(_comment("", f"{note.place}: {note.read}") + "\n" for note in left)
    return body


def _comment(indent: str, words: str) -> str:
    flat = " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())
    return f"{indent}{_MARK} {flat if len(flat) <= _MOST else flat[: _MOST - 3] + '...'}"
