"""Documents that people drop on the home page: read through the guard, shown first, written only when wanted."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pohon import api
from pohon.errors import BadInput, Place, Problem
from pohon.model.tree import Tree
from pohon.settings import load as load_settings

__all__ = ["LARGEST", "Preview", "preview"]

LARGEST = 30_000_000
"""Bytes of a document at the most; the guard refuses less than that for most kinds."""
_SHOWN = 2_000
_NOTES = 500


class Preview(NamedTuple):
    """A document as it was read: what to show, and the text of the tree file it would become."""

    name: str
    shown: dict[str, Any]
    text: str


def preview(data: bytes, filename: str, folder: Path) -> Preview:
    """Read an uploaded document; nothing stays on the disk. Raises BadInput for what cannot or must not be read.

    `filename` only says which kind of file it is; `folder` is where pohon.toml is looked for.
    """
    plain = filename.replace("\\", "/").rpartition("/")[2][-120:] or "dokumen"
    if len(data) > LARGEST:
        problem = Problem(Place(), "dokumen terlalu besar.", f"Paling besar {LARGEST // 1_000_000} MB.")
        raise BadInput(plain, (problem,))
    suffix = Path(plain).suffix[:10]
    with tempfile.TemporaryDirectory(prefix="pohon-") as space:
        path = Path(space, f"dokumen{suffix}")
        path.write_bytes(data)
        try:
            document = api.import_document(path, columns=load_settings(folder).columns)
        except BadInput as error:
            raise BadInput(plain, error.problems) from None
    tree = document.found.tree
    return Preview(plain, _shown(document, tree), document.text)


def _shown(document: api.ImportedDocument, tree: Tree) -> dict[str, Any]:
    found, count = document.found, document.found.count
    measures = sum(len(node.indikator) for node in (*tree.nodes.values(), *tree.belum.values()))
    return {
        "judul": tree.judul,
        "instansi": tree.instansi,
        "tahap": tree.tahap,
        "garis": list(_outline(tree)),
        "jumlah": {
            "kondisi": len(tree), "indikator": measures, "belum_ditempatkan": len(tree.belum),
            "catatan": len(found.notes), "sel_dibaca": count.read, "sel_dipakai": count.used,
            "sel_dicatat": count.listed,
        },
        "catatan": [
            {"letak": one.place, "terbaca": one.read, "pesan": one.assumed, "saran": one.remedy}
            for one in found.notes[:_NOTES]
        ],
        "kolom_asing": list(found.unknown),
    }  # fmt: skip


def _outline(tree: Tree) -> Iterator[list[Any]]:
    """Yield depth, kind and sentence of every node, those without a place last."""
    nodes = [*tree, *tree.belum.values()]
    for node in nodes[:_SHOWN]:
        yield [tree.depth(node), node.kind.value, node.statement]
