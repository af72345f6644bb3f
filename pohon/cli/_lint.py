"""What `pohon lint` does once its options are known; needs no typer."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pohon import api
from pohon.errors import PohonError
from pohon.model.finding import Severity

from . import _console

__all__ = ["Order", "exit_code", "lint"]

_MANY = 20
_NAMED = 10
_BY_ENDING = {".json": "json", ".sarif": "sarif", ".xml": "junit", ".html": "html", ".xlsx": "xlsx"}
_FILES_ONLY = ("html", "xlsx")


class Order(NamedTuple):
    """What is wanted of a lint; `form` "" = as the ending of `out` says, else text."""

    stage: int | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    form: str = ""
    out: Path | None = None
    force: bool = False
    fail_on: Severity | None = None
    baseline: Path | None = None
    baseline_write: bool = False
    jobs: int = 0


def lint(paths: Sequence[str | Path], order: Order = Order()) -> int:
    """Check trees, write the report and return the exit code."""
    form = _form(order)
    where = [Path(path) for path in paths]
    linted = list(_checked(where, order))
    for one in linted:
        for note in one.notes:
            _console.err(f"{one.path.as_posix()}: catatan: {note}")
    if order.baseline is not None:
        if order.baseline_write:
            return _write_baseline(linted, order.baseline)
        linted = _quieted(linted, order.baseline)
    if order.out is None:
        _console.out(api.report(linted, form, color=_console.colorful(sys.stdout), fail_on=order.fail_on))
    else:
        counts = api.save_report(linted, order.out, form, force=order.force, fail_on=order.fail_on)
        _console.out(f"{order.out.as_posix()}\n")
        _console.err(counts)
    return exit_code(linted, order.fail_on)


def _form(order: Order) -> str:
    """Return the form of the report; refuses what cannot be done before anything is checked."""
    if order.baseline_write and order.baseline is None:
        raise PohonError("--baseline-write memerlukan --baseline BERKAS.")
    ending = order.out.suffix.lower() if order.out else ""
    form = order.form or _BY_ENDING.get(ending, "text")
    if form in _FILES_ONLY and order.out is None:
        raise PohonError(f"laporan {form} memerlukan -o BERKAS, misalnya -o temuan.{form}.")
    return form


def _checked(where: list[Path], order: Order) -> Iterable[api.Linted]:
    """Check one file after the other, or in processes where folders may hold many; show progress on a terminal."""
    folders = any(path.is_dir() for path in where)
    jobs = order.jobs if folders or len(where) > _MANY else 1
    choice = api.Choice(order.stage, order.select, order.ignore)
    if folders and _console.interactive(sys.stderr) and (total := api.count(where)) >= _MANY:
        return api.compared(_watched(api.lint_each(where, choice, jobs=jobs), total), choice)
    return api.lint_all(where, stage=order.stage, select=order.select, ignore=order.ignore, jobs=jobs)


def _watched(found: Iterator[api.Linted], total: int) -> Iterable[api.Linted]:
    """Show progress on a terminal while many files are checked."""
    from rich.console import Console
    from rich.progress import track

    return track(found, description="Memeriksa", total=total, console=Console(stderr=True), transient=True)


def _write_baseline(linted: Sequence[api.Linted], path: Path) -> int:
    number = api.write_baseline(linted, path)
    _console.out(f"{path.as_posix()}: {number} temuan dicatat sebagai temuan lama.\n")
    return max(code for code in (0, *(exit_code([one], Severity.ERROR) for one in linted)) if code != 1)


def _quieted(linted: Iterable[api.Linted], path: Path) -> list[api.Linted]:
    """Hide known findings; say how many, and which are no longer found."""
    quieted = api.apply_baseline(linted, path)
    name = path.as_posix()
    _console.err(f"{name}: {quieted.hidden} temuan lama disembunyikan.")
    if quieted.gone:
        _console.err(f"{name}: {len(quieted.gone)} temuan lama tidak ditemukan lagi; perbarui dengan --baseline-write.")
        for one in quieted.gone[:_NAMED]:
            _console.err(f"  {one.print.code}  {one.path}  {_console.plain(one.print.statement or one.print.detail)}")
        if len(quieted.gone) > _NAMED:
            _console.err(f"  ... dan {len(quieted.gone) - _NAMED} lagi")
    return list(quieted.linted)


def exit_code(linted: list[api.Linted], fail_on: Severity | None) -> int:
    """Return 3 when a rule failed, else 2 when something was not read, else 1 when findings count, else 0."""
    if any(one.broken for one in linted):
        return 3
    if not linted or any(one.problems for one in linted):
        return 2
    return int(any(one.counted(fail_on or one.fail_on) for one in linted))
