"""The process for what takes long and is asked for now and then: exports, imports, the gate, the list of trees.

Runs as `python -m pohon.board.errand`, started when it is first needed and ended when nobody needs it. Orders are
(number, name, arguments), answers (number, result, error).
"""

from pathlib import Path
from typing import Any

from pohon import api
from pohon.errors import BadInput, PohonError
from pohon.forms import disk
from pohon.model.tree import Tree
from pohon.settings import load as load_settings

from .pipe import Inbox, say, streams

__all__ = ["main"]


def _gate(tree: Tree, folder: str, stage: int) -> list[str]:
    answer = api.gate_tree(tree, stage, load_settings(Path(folder)))
    told = [" ".join(filter(None, (one.number, one.message))) for one in answer.obstacles]
    return told + [f"Aturan {code} gagal dijalankan." for code in answer.broken]


def _guide(tree: Tree, folder: str, stage: int) -> dict[str, Any]:
    from .guide import guide

    return guide(tree, stage, load_settings(Path(folder)))


def _offered(tree: Tree) -> list[dict[str, Any]]:
    from .exports import offered

    return offered(tree)


def _export(tree: Tree, file: tuple[str, str], wanted: tuple[str, str, dict[str, str]]) -> tuple[str, str, bytes]:
    """Make one file; `file` = path and text of the tree file, `wanted` = entry of the menu, ending, choices."""
    from .exports import Source, export

    path = Path(file[0])
    settings = load_settings(path.parent)
    stem = path.name.removesuffix(disk.SUFFIX)
    found = api.lint_tree(tree, settings)
    made = export(Source(tree=tree, findings=found, text=file[1], name=stem, settings=settings), *wanted)
    return made.filename, made.media, made.data


def _preview(path: str, name: str, folder: str) -> tuple[dict[str, Any], str]:
    """Return what to show of a document, and the text of the tree it would become."""
    from .incoming import preview

    found = preview(Path(path).read_bytes(), name, Path(folder))
    return found.shown, found.text


def _listing(folder: str, names: list[str]) -> list[dict[str, Any]]:
    from .begin import listing

    return listing(Path(folder), names)


def _compared(tree: Tree, files: tuple[str, str], seqs: tuple[int, int, int]) -> dict[str, Any] | None:
    """Compare two states of a room; None when one is not known. `files` = journal, folder; `seqs` = now, from, to."""
    from .compared import states_compared
    from .journal import SqliteJournal

    profiles, journal = load_settings(Path(files[1])).profiles, SqliteJournal(Path(files[0]), read_only=True)
    try:
        return states_compared(journal, (seqs[0], tree), seqs[1:], profiles)
    except LookupError:
        return None
    finally:
        journal.close()


_WORK = {
    "gerbang": _gate, "panduan": _guide, "tawaran": _offered, "ekspor": _export, "impor": _preview,
    "beranda": _listing, "banding": _compared,
}  # fmt: skip


def main() -> None:
    """Serve the parent until it is gone."""
    inward, outward = streams()
    inbox = Inbox(inward)
    try:
        while True:
            number, name, arguments = inbox.next(None)
            say(outward, _answered(number, name, arguments))
    except (EOFError, OSError):
        return


def _answered(number: int, name: str, arguments: tuple[Any, ...]) -> tuple[int, Any, Any]:
    work: Any = _WORK[name]
    try:
        return number, work(*arguments), None
    except BadInput as error:
        return number, None, ("masukan", error.name, error.problems)
    except PohonError as error:
        return number, None, ("pohon", str(error), ())
    except ModuleNotFoundError as error:
        return number, None, ("pustaka", error.name or "", ())
    except Exception as error:  # noqa: BLE001 - told as one sentence
        return number, None, ("rusak", f"{type(error).__name__}: {error}", ())


if __name__ == "__main__":
    main()
