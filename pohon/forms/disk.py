"""Files on disk: which tree files a folder holds, careful reading, atomic writing (design.md section 9)."""

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from pohon.errors import BadInput, Place, Problem, Refused, why

__all__ = ["SUFFIX", "Skipped", "read", "tree_files", "write"]

SUFFIX = ".pohon.yaml"

_LARGEST = 20_000_000
_WINDOWS = os.name == "nt"
_TRIES, _PAUSE = 6, 0.15
"""How often, and after how many seconds each, a rename is tried that Windows refuses: a virus scanner or a cloud folder
holds a new file open for a moment."""


class Skipped(NamedTuple):
    """A path that gives no tree file, and why."""

    path: Path
    problem: Problem


def tree_files(paths: Iterable[Path]) -> Iterator[Path | Skipped]:
    """Yield the tree files that the paths name, each once: files as given, folders searched in order of name."""
    seen: set[str] = set()
    for path in paths:
        for found in _walk(path) if path.is_dir() else iter((path,)):
            if isinstance(found, Skipped):
                yield found
            elif (real := os.path.realpath(found)) not in seen:
                seen.add(real)
                yield found


def _walk(top: Path) -> Iterator[Path | Skipped]:
    """Yield what a folder holds; a link out of it is not followed: it may lead to the whole disk."""
    empty = True
    for found in _entries(top, Path(os.path.realpath(top)), set()):
        empty = False
        yield found
    if empty:
        message = f"folder ini tidak berisi berkas *{SUFFIX}."
        yield Skipped(top, Problem(Place(), message, "Beri nama folder yang berisi pohon, atau `pohon new NAMA`."))


def _entries(folder: Path, top: Path, visited: set[Path]) -> Iterator[Path | Skipped]:
    real = Path(os.path.realpath(folder))
    if real in visited or not real.is_relative_to(top):
        return
    visited.add(real)
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Skipped(folder, _refusal(error, "folder"))
        return
    for entry in entries:
        path = folder / entry.name
        if entry.is_dir():
            yield from _entries(path, top, visited)
        elif entry.name.endswith(SUFFIX):
            yield path


def read(path: Path) -> bytes:
    """Return the bytes of a tree file. Raises BadInput when it is missing, no plain file, too large or not readable."""
    try:
        if path.is_dir():
            raise _unusable(path, "ini folder, bukan berkas.", f"Sebutkan satu berkas *{SUFFIX} di dalamnya.")
        if path.exists() and not path.is_file():
            raise _unusable(path, "ini bukan berkas biasa.", "Salin isinya ke sebuah berkas.")
        if path.is_file() and (size := path.stat().st_size) > _LARGEST:
            megabytes = f"{size / 1_000_000:.0f}"
            raise _unusable(
                path, f"berkas terlalu besar ({megabytes} MB, paling besar 20 MB).", "Pecah menurut instansi."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise BadInput(path.as_posix(), (Problem(Place(), "berkas tidak ditemukan.", _similar(path)),)) from error
    except OSError as error:
        raise BadInput(path.as_posix(), (_refusal(error, "berkas"),)) from error


def _unusable(path: Path, message: str, remedy: str) -> BadInput:
    return BadInput(path.as_posix(), (Problem(Place(), message, remedy),))


def _refusal(error: OSError, what: str) -> Problem:
    if isinstance(error, PermissionError):
        return Problem(Place(), f"{what} ini tidak boleh dibaca.", "Periksa izinnya.")
    return Problem(Place(), f"{what} ini tidak dapat dibaca ({why(error)}).")


def _similar(path: Path) -> str:
    """Return a remedy that names the file most like a missing one."""
    from difflib import get_close_matches

    try:
        names = sorted(entry.name for entry in os.scandir(path.parent) if entry.is_file())
    except OSError:
        return f"Folder {path.parent.as_posix()} juga tidak ada."
    near = get_close_matches(path.name, names, n=1, cutoff=0.7)
    near = near or [name for name in names if name == path.name + SUFFIX]
    return f"Maksud Anda {near[0]}?" if near else "Periksa nama dan foldernya."


def write(path: Path, data: bytes, *, force: bool = False, expected: bytes | None = None) -> None:
    """Write a file so that it is whole or not there at all: temporary file, fsync, rename.

    An existing file is replaced only with `force`, or when it still holds the bytes `expected`. Raises Refused.
    """
    try:
        target = Path(os.path.realpath(path))
        _allow(path, target, force=force, expected=expected)
        temporary = target.with_name(f".pohon-{os.urandom(6).hex()}.tmp")
        try:
            _write_through(temporary, data)
            if target.exists():
                temporary.chmod(target.stat().st_mode & 0o7777)
            _allow(path, target, force=force, expected=expected)
            _rename(temporary, target)
        finally:
            with suppress(OSError):  # never hides what went wrong before
                temporary.unlink(missing_ok=True)
    except OSError as error:
        raise Refused(f"{path.as_posix()}: tidak dapat ditulis ({why(error)}).") from error


def _write_through(temporary: Path, data: bytes) -> None:
    """Write a file that was not there: a file or link of that name laid out by somebody else is never written to."""
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _rename(temporary: Path, target: Path) -> None:
    """Put the new file in place of the old one."""
    for left in reversed(range(_TRIES)):
        try:
            temporary.replace(target)
        except PermissionError:
            if not _WINDOWS or not left:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _allow(path: Path, target: Path, *, force: bool, expected: bytes | None) -> None:
    """Raise Refused when writing would destroy something, or make a file where nobody asked for one."""
    name = path.as_posix()
    if path.is_symlink() and not target.exists():
        raise Refused(f"{name}: tautan ke {target.as_posix()}, yang tidak ada. Hapus tautannya, atau pakai nama lain.")
    if force or not target.exists():
        return
    if not target.is_file():
        raise Refused(f"{name}: bukan berkas biasa, jadi tidak ditulis.")
    if expected is None:
        raise Refused(f"{name}: berkas sudah ada. Pakai nama lain, atau --force untuk menggantinya.")
    if target.read_bytes() != expected:
        raise Refused(f"{name}: berkas berubah sejak dibaca. Jalankan sekali lagi, atau --force untuk menggantinya.")
