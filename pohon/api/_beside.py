"""Several trees beside each other: the findings that no tree gives alone are added to those that each has."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from pohon.model.beside import Group, Placed
from pohon.rules import _across
from pohon.rules._engine import Outcome

from ._lint import Choice, Linted, Run

__all__ = ["beside", "compared"]


def compared(linted: Iterable[Linted], choice: Choice | None = None) -> tuple[Linted, ...]:
    """Add what the trees say of each other to what was found in each alone, under the same choice of rules."""
    return beside(tuple(linted), Run(choice or Choice()))


def beside(linted: Sequence[Linted], run: Run) -> tuple[Linted, ...]:
    """Return what was found in each file, with what the trees say of each other."""
    trees = {place: Placed(one.path.as_posix(), one.tree) for place, one in enumerate(linted) if one.tree is not None}
    seats = {place: seat for seat, place in enumerate(trees)}
    groups: dict[Path | None, Group] = {}  # by pohon.toml: an office may read names and sentences with words of its own
    done = list(linted)
    for place in trees:
        one = linted[place]
        settings = run.settings_of(one.path.parent)
        lexicon = run.lexicon_of(settings)
        if settings.path not in groups:
            groups[settings.path] = Group(tuple(trees.values()), lexicon)
        known = Outcome(findings=one.findings, broken=one.broken, ran=one.ran)
        seen = groups[settings.path].seen_from(seats[place])
        outcome = _across.run(seen, lexicon, run.options(settings), known)
        done[place] = replace(one, findings=outcome.findings, broken=outcome.broken, ran=outcome.ran)
    return tuple(done)
