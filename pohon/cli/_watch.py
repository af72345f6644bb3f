"""`pohon lint --watch`: once more after every save, until Ctrl+C."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pohon import api
from pohon.errors import PohonError

from . import _console

__all__ = ["watch"]

_SECONDS = 0.4
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"

Stamp = tuple[tuple[str, int, int], ...]


def watch(paths: Sequence[Path], once: Callable[[], int], *, sleep: Callable[[float], None] = time.sleep) -> int:
    """Run `once` now and after every change of the trees and their settings; Ctrl+C ends with the last exit code."""
    code = 0
    try:
        while True:
            seen = _stamp(paths)
            if _console.colorful(sys.stdout):
                _console.out(_CLEAR)
            code = _tried(once)
            _console.err("Menunggu perubahan berkas. Ctrl+C untuk berhenti.")
            sys.stdout.flush()
            while _stamp(paths) == seen:
                sleep(_SECONDS)
    except KeyboardInterrupt:
        return code


def _tried(once: Callable[[], int]) -> int:
    """Run once; a wrong pohon.toml or file is told, and mended while this goes on."""
    try:
        return once()
    except PohonError as error:
        _console.err(str(error))
        return 2


def _stamp(paths: Sequence[Path]) -> Stamp:
    """Return what changes when a tree or its settings are saved: names, times and sizes."""
    return tuple((path.as_posix(), *_times(path)) for path in api.watched_files(paths))


def _times(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
