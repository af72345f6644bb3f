"""What `pohon lint` does once its options are known; needs no typer."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pohon import api
from pohon.model.finding import Severity

from . import _console

__all__ = ["exit_code", "lint"]

_MANY = 20


def lint(
    paths: Sequence[str | Path],
    *,
    stage: int | None = None,
    form: str = "text",
    rules: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
    fail_on: Severity | None = None,
) -> int:
    """Check trees, write the report and return the exit code; `rules` = those selected and those ignored."""
    where = [Path(path) for path in paths]
    found = api.lint_all(where, stage=stage, select=rules[0], ignore=rules[1])
    linted = list(_watched(found, where))
    for one in linted:
        for note in one.notes:
            _console.err(f"{one.path.as_posix()}: catatan: {note}")
    _console.out(api.report(linted, form, color=_console.colorful(sys.stdout)))
    return exit_code(linted, fail_on)


def _watched(found: Iterator[api.Linted], paths: list[Path]) -> Iterable[api.Linted]:
    """Show progress on a terminal when folders hold many files."""
    if not _console.interactive(sys.stderr) or not any(path.is_dir() for path in paths):
        return found
    total = api.count(paths)
    if total < _MANY:
        return found
    from rich.console import Console
    from rich.progress import track

    return track(found, description="Memeriksa", total=total, console=Console(stderr=True), transient=True)


def exit_code(linted: list[api.Linted], fail_on: Severity | None) -> int:
    """Return 3 when a rule failed, else 2 when something was not read, else 1 when findings count, else 0."""
    if any(one.broken for one in linted):
        return 3
    if not linted or any(one.problems for one in linted):
        return 2
    return int(any(one.counted(fail_on or one.fail_on) for one in linted))
