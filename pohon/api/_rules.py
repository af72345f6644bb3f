"""The rules themselves: their list and their pages."""

from pohon.errors import PohonError
from pohon.rules import _registry
from pohon.rules._base import Rule

from ._lint import near_rule

__all__ = ["explain", "page", "rules"]


def rules(stage: int = 5) -> tuple[Rule, ...]:
    """Return every rule that runs at a stage, in the order of the catalogue."""
    return tuple(_registry.load(entry) for entry in _registry.selected((), (), stage))


def explain(word: str) -> str:
    """Return the page of a rule, found by its code or name. Raises PohonError when there is none."""
    for entry in _registry.entries():
        if word.upper() == entry.code or word.casefold() == entry.name:
            return page(entry.code)
    raise PohonError(f"tidak ada aturan `{word}`. {near_rule(word)} Daftar aturan: `pohon rules`.".replace("  ", " "))


def page(code: str) -> str:
    """Return the page of a rule."""
    from importlib import resources

    (entry,) = (one for one in _registry.entries() if one.code == code)
    folder, _, file = entry.module.rpartition(".")
    found = resources.files("pohon.rules").joinpath(*folder.split("."), f"{file}.md")
    return found.read_text(encoding="utf-8")
