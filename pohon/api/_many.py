"""Many files: checked side by side in processes when that pays, always reported in their order."""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from pohon.errors import Place, Problem
from pohon.forms import disk

from ._lint import Choice, Linted, Run

__all__ = ["check_all", "workers"]

_FEW = 20
_SMALL = 600_000
"""Bytes of trees that one process has checked before a second one has started."""
_MOST = 8
_run: Run | None = None


def workers(paths: Sequence[Path], wanted: int = 0) -> int:
    """Return how many processes to use: as wanted, or 1 unless there are many files with much in them."""
    if wanted:
        return max(1, min(wanted, len(paths)))
    if len(paths) <= _FEW or sum(map(_size, paths)) < _SMALL:
        return 1
    return min(os.cpu_count() or 1, _MOST, len(paths) // 4)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def check_all(found: Iterable[Path | disk.Skipped], run: Run, jobs: int = 0) -> Iterator[Linted]:
    """Check files and yield what was found, in the order of the files."""
    items = list(found)
    paths = [item for item in items if isinstance(item, Path)]
    count = workers(paths, jobs)
    if count == 1:
        yield from (run.check(item) for item in items)
        return
    for path in paths:
        run.settings_of(path.parent)  # a wrong pohon.toml is an error of the whole run, not of one process
    with _pool(count, run.choice) as pool:
        try:
            futures = [pool.submit(_check, item) if isinstance(item, Path) else None for item in items]
            for item, future in zip(items, futures, strict=True):
                yield run.check(item) if future is None else _result(item, future, run.choice)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _pool(count: int, choice: Choice) -> ProcessPoolExecutor:
    """Return fresh processes (`spawn`: the same on every system, and safe beside the threads of a progress bar)."""
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_start, initargs=(choice,))


def _start(choice: Choice) -> None:
    global _run  # noqa: PLW0603 - one run for the life of this process, so that settings and words are read once
    _run = Run(choice)


def _check(path: Path) -> Linted:
    return (_run or Run(Choice())).check(path)


def _result(path: Path | disk.Skipped, future: "Future[Linted]", choice: Choice) -> Linted:
    """Return the result of a process; when one has died, the files that are left are checked in one each."""
    try:
        return future.result()
    except BrokenProcessPool:
        return _alone(Path(path.path) if isinstance(path, disk.Skipped) else path, choice)


def _alone(path: Path, choice: Choice) -> Linted:
    with _pool(1, choice) as pool:
        try:
            return pool.submit(_check, path).result()
        except BrokenProcessPool:
            message = "pemeriksaan berkas ini berhenti mendadak."
            problem = Problem(Place(), message, "Periksa berkas ini sendiri, atau laporkan sebagai kesalahan alat.")
            return Linted(path=path, problems=(problem,))
