"""The process for what takes long and is asked for now and then: exports, imports, the gate, the list of trees.

Runs as `python -m pohon.board.errand`, started when it is first needed and ended when nobody needs it. Orders are
(number, name, arguments), answers (number, result, error).
"""

from pathlib import Path
from typing import Any

from pohon import api
from pohon.errors import BadInput, PohonError
from pohon.model.tree import Tree
from pohon.settings import load as load_settings

from .pipe import Inbox, say, streams

__all__ = ["main"]

_MOST_LINES = 3_000
_MOST_NOTES = 500


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


def _export(
    tree: Tree, path: str, text: str, name: str, ending: str, options: dict[str, str]
) -> tuple[str, str, bytes]:
    from .exports import Source, export

    settings = load_settings(Path(path).parent)
    source = Source(tree=tree, findings=api.lint_tree(tree, settings), settings=settings, path=Path(path), text=text)
    made = export(source, name, ending, options)
    return made.name, made.media, made.content


def _preview(path: str, shown: str) -> tuple[dict[str, Any], str]:
    """Return what the page shows of a document before it becomes a tree, and the text of that tree."""
    try:
        document = api.import_document(Path(path))
    except BadInput as error:
        raise BadInput(shown, error.problems) from None
    found = document.found
    tree = found.tree
    lines = [
        [tree.depth(node), node.kind.value, node.statement] for node in (*tree.nodes.values(), *tree.belum.values())
    ]
    counts = {
        "simpul": len(tree), "belum": len(tree.belum),
        "indikator": sum(len(node.indikator) for node in tree), "jabatan": len(tree.positions),
    }  # fmt: skip
    notes = [
        {"letak": one.place.describe(), "pesan": one.message, "saran": one.remedy} for one in found.notes[:_MOST_NOTES]
    ]
    return {"garis": lines[:_MOST_LINES], "jumlah": counts, "catatan": notes}, document.text


def _described(folder: str, names: list[str]) -> list[dict[str, Any]]:
    """Return what the home page says of every tree file."""
    rows = []
    for name in names:
        path = Path(folder, name)
        row: dict[str, Any] = {
            "berkas": name, "judul": "", "instansi": "", "tahap": 0, "kondisi": 0, "diubah": 0, "masalah": "",
        }  # fmt: skip
        try:
            row["diubah"] = int(path.stat().st_mtime * 1000)
            tree = api.load(path).tree
            row |= {"judul": tree.judul, "instansi": tree.instansi, "tahap": tree.tahap, "kondisi": len(tree)}
        except (PohonError, OSError) as error:
            row["masalah"] = str(error).splitlines()[0][:300]
        rows.append(row)
    return rows


_WORK = {
    "gerbang": _gate, "panduan": _guide, "tawaran": _offered, "ekspor": _export, "impor": _preview,
    "beranda": _described,
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
