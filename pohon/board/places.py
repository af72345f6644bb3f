"""Names of tree files below the folder of the board; nothing outside it can be named, not by a link either."""

import os
import re
from pathlib import Path

from pohon.forms import disk

from .answers import Wrong

__all__ = ["JOURNALS", "journal_of", "new_file", "tree_file", "trees"]

JOURNALS = ".papan"
_NAME = re.compile(r"[^\x00-\x1f<>:\"|?*\\]{1,200}\Z")
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
_MOST_FILES = 500


def trees(folder: Path) -> list[str]:
    """Return the names of the tree files of a folder and what is below it, hidden folders left out."""
    found: list[str] = []
    for top, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith(".") and one != "node_modules")
        for name in sorted(files):
            if name.endswith(disk.SUFFIX) and not name.startswith("."):
                path = Path(top, name)
                if _inside(folder, path):
                    found.append(path.relative_to(folder).as_posix())
        if len(found) >= _MOST_FILES:
            break
    return found[:_MOST_FILES]


def tree_file(folder: Path, name: str) -> Path:
    """Return the path of an existing tree file. Raises Wrong (404) for any other name."""
    path = _path(folder, name)
    if path is None or not path.is_file() or not _inside(folder, path):
        raise Wrong(404, "pohon itu tidak ada di folder papan.", "Buka dari beranda.")
    return path


def new_file(folder: Path, name: str) -> Path:
    """Return the path for a new tree file. Raises Wrong when the name cannot be used or is taken."""
    plain = name.strip()
    plain = plain if plain.endswith(disk.SUFFIX) else plain + disk.SUFFIX
    path = _path(folder, plain)
    if path is None or "/" in plain or not plain.removesuffix(disk.SUFFIX).strip(". "):
        raise Wrong(400, "nama berkas ini tidak dapat dipakai.", "Pakai huruf, angka, dan tanda hubung saja.")
    if path.exists():
        raise Wrong(409, f"{plain} sudah ada.", "Pakai nama lain.")
    return path


def journal_of(folder: Path, name: str) -> Path:
    """Return where the journal of a tree file stands."""
    flat = name.removesuffix(disk.SUFFIX).replace("/", "~")
    return folder / JOURNALS / f"{flat}.sqlite"


def _path(folder: Path, name: str) -> Path | None:
    parts = name.split("/")
    usable = all(
        _NAME.match(part) and not part.startswith(".") and part.split(".")[0].casefold() not in _RESERVED
        for part in parts
    )
    if not usable or len(parts) > 8 or not name.endswith(disk.SUFFIX):
        return None
    return folder.joinpath(*parts)


def _inside(folder: Path, path: Path) -> bool:
    """Tell whether a file really is below the folder, links followed."""
    top, real = os.path.realpath(folder), os.path.realpath(path)
    return os.path.commonpath([top, real]) == top
