"""Every exception that `pohon` raises on purpose, and the places they speak of.

    PohonError
    ├── BadInput          a document or tree file cannot be used; carries every problem found in it
    ├── BadSettings       pohon.toml cannot be used; carries every problem found in it
    ├── BadEdit           an edit cannot be applied to this tree
    ├── Refused           writing would destroy something (file exists, file changed on disk)
    └── Missing           a program or optional package is not installed

Place stands here, in the lowest layer, because refusals need places as much as findings do.
"""

import errno
import sys
from operator import attrgetter

from pohon.frozen import dataclass

__all__ = [
    "BadEdit",
    "BadInput",
    "BadSettings",
    "Missing",
    "Place",
    "PohonError",
    "Problem",
    "Refused",
    "how_to_install",
    "why",
]

_REASONS = {
    errno.ENOENT: "foldernya atau berkasnya tidak ada",
    errno.ENOTDIR: "sebagian alamatnya bukan folder",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.EACCES: "tidak ada izin, atau sedang dibuka program lain: tutup dahulu, misalnya di Word atau Excel",
    errno.EPERM: "tidak ada izin",
    errno.EROFS: "tempat ini hanya dapat dibaca",
    errno.ENOSPC: "ruang disk habis",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EINVAL: "nama berkasnya memuat huruf yang tidak boleh dipakai",
    errno.ELOOP: "tautannya berputar",
    errno.EIO: "disk atau sambungannya bermasalah",
}
"""What the system says in English, for people; Windows answers EACCES for a file that Word or Excel holds open."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: lines and columns count from 1, 0 means unknown.

    Text files use line and column; `label` names any other place ("Lembar1!B4", "hlm. 3 tabel 1 baris 2").
    """

    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    label: str = ""

    def describe(self) -> str:
        """Return the place in plain Indonesian, or "" when it is unknown."""
        if self.label:
            return self.label
        return f"baris {self.line} kolom {self.column}" if self.line else ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input: where, what (sebab) and what to do (perbaikan), in Indonesian."""

    place: Place
    message: str
    remedy: str = ""

    def describe(self) -> str:
        """Return the problem as one line for a person."""
        where = self.place.describe()
        return ": ".join(filter(None, (where, self.message))) + (f" {self.remedy}" if self.remedy else "")


_IN_ORDER = attrgetter(
    "place.line", "place.column", "place.end_line", "place.end_column", "place.label", "message", "remedy"
)


class PohonError(Exception):
    """Base of every error that `pohon` raises on purpose; its text is Indonesian and meant for users."""


class _Problems(PohonError):
    """An error that reports all problems of one input at once."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        self.name = name
        self.problems = tuple(sorted(problems, key=_IN_ORDER))
        super().__init__("\n".join(f"{name}: {problem.describe()}" for problem in self.problems))


class BadInput(_Problems):
    """A document or tree file cannot be used."""


class BadSettings(_Problems):
    """pohon.toml cannot be used."""


class BadEdit(PohonError):
    """An edit does not fit the tree it is applied to."""


class Refused(PohonError):
    """Writing would destroy something that the user may want to keep."""


class Missing(PohonError):
    """A program or optional package is not installed; the text says how to get it."""


def why(error: OSError) -> str:
    """Return why the system refused a file, in Indonesian; in the words of the system when the reason is a rare one."""
    return _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__


def how_to_install(extra: str) -> str:
    """Return the sentence that says how to bring in an extra of the package (office, pdf, board)."""
    return (
        f'Pasang dari folder sumber pohon (yang berisi pyproject.toml): "{sys.executable}" -m pip install ".[{extra}]"'
    )
