"""May a stage be closed? The same settings as for a lint, the question of `rules/_gate.py`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pohon.errors import BadInput, Problem
from pohon.forms import disk
from pohon.model.tree import Tree
from pohon.rules import _gate, _questions
from pohon.rules._gate import Gate
from pohon.settings import Settings

from ._lint import Choice, Run

__all__ = ["Gated", "gate", "gate_tree"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gated:
    """The answer for one file; `gate` None = it could not be read. `stage` = its own, `open_questions` to answer."""

    path: Path
    gate: Gate | None = None
    stage: int = 0
    open_questions: int = 0
    problems: tuple[Problem, ...] = ()


def gate(paths: Iterable[Path | str], stage: int, choice: Choice | None = None) -> Iterator[Gated]:
    """Tell for every tree file whether a stage may be closed and what keeps it open."""
    run = Run(choice or Choice())
    for found in disk.tree_files(map(Path, paths)):
        if isinstance(found, disk.Skipped):
            yield Gated(path=found.path, problems=(found.problem,))
            continue
        try:
            read = run.read(found)
        except BadInput as error:
            yield Gated(path=found, problems=error.problems)
            continue
        settings = run.settings_of(found.parent)
        answer = _gate.gate(read.tree, run.lexicon_of(settings), stage, run.options(settings))
        asked = _questions.ask(read.tree, stage)
        yield Gated(
            path=found, gate=answer, stage=read.tree.tahap, open_questions=sum(question.is_open for question in asked)
        )


def gate_tree(tree: Tree, stage: int, settings: Settings | None = None) -> Gate:
    """Tell whether a stage of a tree may be closed and what keeps it open. Raises BadSettings."""
    run, known = Run(Choice()), settings or Settings()
    return _gate.gate(tree, run.lexicon_of(known), stage, run.options(known))
