"""The process in which office files are read: takes its own memory and time away first, then writes JSON.

Called by `guard.child` only: `python -m pohon.forms.child FORMAT PATH`.
"""

import json
import sys
from pathlib import Path

from pohon.errors import PohonError

from .guard import LIMITS
from .imports.source import Source, to_plain

__all__ = ["main"]


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit of the parent remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (LIMITS["memory"], LIMITS["memory"]))
    resource.setrlimit(resource.RLIMIT_CPU, (LIMITS["seconds"], LIMITS["seconds"] + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(form: str, path: Path) -> Source:
    if form in {"xlsx", "xls", "ods"}:
        from .imports.read_excel import read_excel

        return read_excel(path, form)
    if form == "docx":
        from .imports.read_word import read_word

        return read_word(path)
    if form == "pptx":
        from .imports.read_slides import read_slides

        return read_slides(path)
    from .imports.read_pdf import read_pdf

    return read_pdf(path)


def main(form: str, path: str) -> int:
    """Read one file and write it as JSON to standard output."""
    _limit()
    try:
        found = json.dumps(to_plain(_read(form, Path(path))), ensure_ascii=True)
    except PohonError as error:
        sys.stderr.write(f"pohon: {str(error).replace(chr(10), ' ')}\n")
        return 2
    except MemoryError:
        sys.stderr.write("pohon: memerlukan memori lebih dari 500 MB untuk dibaca.\n")
        return 2
    sys.stdout.write(found)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1], sys.argv[2]))
    except Exception:  # noqa: BLE001 - whatever a hostile file breaks in a library ends here, in one line
        sys.stderr.write("pohon: rusak: isinya tidak dapat dibaca.\n")
        sys.exit(2)
