"""Help for tests: a tree from a few lines of tree-file text."""

from pohon.forms.tree_file import parse
from pohon.model.tree import Tree

__all__ = ["complete", "tree"]

_HEAD = {"versi": "1", "judul": "Pohon Uji", "instansi": "Dinas Uji", "profil": "balangan", "tahap": "5"}


def complete(text: str, **head: object) -> str:
    """Return the text with the obligatory file keys that it lacks put after it (lines keep their numbers)."""
    given = {line.partition(":")[0] for line in text.splitlines() if line[:1].isalpha()}
    words = _HEAD | {key: str(value) for key, value in head.items()}
    return text.rstrip("\n") + "\n" + "".join(f"{key}: {word}\n" for key, word in words.items() if key not in given)


def tree(text: str, **head: object) -> Tree:
    """Return the tree that the text describes; `head` sets file keys (tahap=3, profil="kl")."""
    return parse(complete(text, **head))
