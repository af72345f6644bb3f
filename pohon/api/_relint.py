"""The lint of an edited tree: quick enough to follow every keystroke of an editor or of the workshop board."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pohon.model.finding import Finding
from pohon.model.tree import Tree
from pohon.settings import Settings

from ._lint import Choice, Run

if TYPE_CHECKING:
    from pohon.model.edits import Edit
    from pohon.rules._relint import Relinted

__all__ = ["relint"]


def relint(
    tree: Tree,
    edit: "Edit",
    findings: Iterable[Finding],
    *,
    choice: Choice | None = None,
    settings: Settings | None = None,
) -> "Relinted":
    """Make an edit and return the edited tree with the findings that a whole lint of it would give.

    `findings` are those of `tree` under the same choice and settings; findings that come back have no place, because
    the tree stands in no file. Raises BadEdit when the edit does not fit.
    """
    from pohon.rules import _relint

    run = Run(choice or Choice())
    known = settings or Settings()
    return _relint.relint(tree, edit, findings, run.lexicon_of(known), run.options(known))
