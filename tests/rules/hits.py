"""Help for tests of rules: what a rule finds in a few lines of tree-file text."""

from collections.abc import Mapping
from typing import Any

from pohon.model.beside import Group, Placed
from pohon.model.lexicon import default, extend
from pohon.rules import _registry
from pohon.rules._base import Hit, Severity
from tests.build import tree

__all__ = ["beside", "graded", "hits", "numbers"]


def hits(code: str, text: str, words: Mapping[str, Any] | None = None, **head: object) -> list[Hit]:
    """Return the hits of a rule; `words` extends the lexicon, `head` sets file keys (tahap=3)."""
    (entry,) = (entry for entry in _registry.entries() if entry.code == code)
    lexicon = extend(default(), words) if words else default()
    return list(_registry.load(entry).check(tree(text, **head), lexicon))


def numbers(code: str, text: str, words: Mapping[str, Any] | None = None, **head: object) -> list[str]:
    """Return where the rule fires: node keys, with the field behind a colon where there is one."""
    return [":".join(filter(None, (hit.node, hit.field))) for hit in hits(code, text, words, **head)]


def graded(code: str, text: str, **head: object) -> dict[str, Severity]:
    """Return node -> severity of the hits of a rule that grades."""
    return {hit.node: hit.severity for hit in hits(code, text, **head) if hit.severity is not None}


def beside(code: str, files: Mapping[str, str], **head: object) -> dict[str, list[Hit]]:
    """Return what a rule over several trees finds in each file of a folder (name -> text); quiet files are left out."""
    (entry,) = (entry for entry in _registry.entries() if entry.code == code)
    across = _registry.load(entry).across
    assert across is not None
    group = Group([Placed(name, tree(text, **head)) for name, text in files.items()], default())
    found = {name: list(across(group.seen_from(place), default())) for place, name in enumerate(files)}
    return {name: hits for name, hits in found.items() if hits}
