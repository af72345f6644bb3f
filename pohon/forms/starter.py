"""The tree file that `pohon new` writes: a first outcome to replace, and the questions of the five stages as comments.

The questions follow the summaries of the stages in use at agencies (domain.md section 2).
"""

from importlib import resources

__all__ = ["starter"]


def starter(*, title: str, profile: str) -> str:
    """Return the text of a new tree file."""
    text = resources.files("pohon.forms").joinpath("starter.txt").read_text(encoding="utf-8")
    return text.replace("{judul}", " ".join(title.split())).replace("{profil}", profile)
