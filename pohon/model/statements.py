"""Which texts of a tree a language rule reads: statements by level, and every short text with its field.

Whether a level speaks of results is asked of the profile (domain.md section 0, facts 3 and 5).
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain

from .indicator import Indicator
from .node import Node
from .tree import Tree

__all__ = ["every_text", "is_creed", "is_placeholder", "outputs", "results", "short_texts", "stated", "written"]

_CREEDS = frozenset({"visi", "misi"})
_FILLINGS = frozenset({
    "", "n/a", "na", "nihil", "kosong", "tbd", "tba", "sda", "s.d.a", "idem", "lihat atas", "isi di sini",
    "belum diisi",
    "belum ditentukan", "belum dirumuskan", "belum ada", "tidak ada", "tidak diisi", "tidak tersedia", "tidak berlaku",
})  # fmt: skip
_ORDERS = ("tulis ", "isi ", "sebutkan ")
"""How the sentence in brackets opens that a form or a new file has in the place of one."""
_DENIALS = ("tidak termasuk", "tidak terkait", "tidak ada", "tidak memiliki", "bukan", "belum ada", "belum memiliki")
_COLUMNS = ("sasaran", "tujuan", "indikator", "program", "kegiatan", "sub", "data", "outcome", "csf", "iku", "misi")
_LONGEST_FILLING = 120
_OF_NODE = ("isu", "komponen", "uraian")
_OF_PARTNER = ("mitra", "peran", "kontribusi", "alasan")
_OF_INDICATOR = (
    "nama", "satuan", "rumus", "relevansi", "sumber", "penanggung_jawab", "awal", "penjelasan_target", "hubungan",
)  # fmt: skip
_SIGNS = " \t\r\n.,;:-_–—…/\\()[]{}<>*#?!'\"“”|~+="


def stated(tree: Tree) -> tuple[Node, ...]:
    """Return the placed nodes that have a statement; a filling ("-", "belum diisi") is none."""
    return _once(tree, "stated", lambda: (node for node in tree if not is_placeholder(node.statement)))


def results(tree: Tree) -> tuple[Node, ...]:
    """Return the placed nodes with a statement whose level speaks of results; visi and misi promise and state none."""
    return _once(
        tree, "results", lambda: (one for one in stated(tree) if _speaks_of_results(tree, one) and not is_creed(one))
    )


def outputs(tree: Tree) -> tuple[Node, ...]:
    """Return the placed nodes with a statement whose level speaks of outputs."""
    return _once(tree, "outputs", lambda: (node for node in stated(tree) if not _speaks_of_results(tree, node)))


def _once(tree: Tree, name: str, found: Callable[[], Iterable[Node]]) -> tuple[Node, ...]:
    """Return what was found the first time: every language rule asks the same."""
    if name not in tree.memo:
        tree.memo[name] = tuple(found())
    nodes: tuple[Node, ...] = tree.memo[name]
    return nodes


def _speaks_of_results(tree: Tree, node: Node) -> bool:
    level = tree.profile.level(node.kind)
    return level is not None and level.speaks_of_results


def is_creed(node: Node) -> bool:
    """Tell whether a node is the visi or a misi of a head of government: words of an election, not a condition."""
    return node.komponen.strip().casefold() in _CREEDS


@lru_cache(65_536)
def is_placeholder(text: str) -> bool:
    """Tell whether a text only fills the place of a statement: "-", "n/a", "(tulis di sini)", "Tidak termasuk ..."."""
    core = " ".join(text.strip(_SIGNS).casefold().split()) if len(text) <= _LONGEST_FILLING else text
    if core in _FILLINGS or not core.strip("x"):
        return True
    if text.lstrip().startswith("(") and text.rstrip().endswith(")") and core.startswith(_ORDERS):
        return True
    denial = next((words for words in _DENIALS if core.startswith(f"{words} ")), "")
    return bool(denial) and core.removeprefix(denial).removeprefix(" dalam").split()[0] in _COLUMNS


def short_texts(tree: Tree) -> Iterator[tuple[Node, str, str]]:
    """Yield (node, field, text) for every statement and every indicator name of the placed nodes."""
    for node in tree:
        if node.statement.strip():
            yield node, "", node.statement
        for place, indicator in enumerate(node.indikator):
            if indicator.nama.strip():
                yield node, f"indikator.{place}", indicator.nama


def every_text(tree: Tree) -> Iterator[tuple[Node, str, str]]:
    """Yield (node, field, text) for what people read of the placed nodes: the short texts, formulas and sources."""
    yield from short_texts(tree)
    for node in tree:
        for place, indicator in enumerate(node.indikator):
            for name, text in (("rumus", indicator.rumus), ("sumber", indicator.sumber)):
                if text.strip():
                    yield node, f"indikator.{place}.{name}", text


def written(tree: Tree) -> Iterator[tuple[str, str, str]]:
    """Yield (node key, field path, text) for everything that forms and drawings print: file, registers, all nodes.

    Notes and answers are the author's own, rows of `asal` say what a source printed: none of them is yielded.
    """
    registers = _of_registers(tree) if tree.jabatan or tree.program else ()
    for key, field, text in chain(_of_file(tree), registers, _of_nodes(tree)):
        if text:
            yield key, field, text


def _of_file(tree: Tree) -> Iterator[tuple[str, str, str]]:
    for name in ("judul", "instansi", "pemerintah"):
        yield "", name, getattr(tree, name)
    for place, text in enumerate(tree.dasar_hukum):
        yield "", f"dasar_hukum.{place}", text
    for document in tree.dokumen:
        for name in ("judul", "tempat", "kop", "alamat"):
            yield "", f"dokumen.{document.jenis}.{name}", getattr(document, name)
        for name, text in document.uraian:
            yield "", f"dokumen.{document.jenis}.uraian.{name}", text


def _of_registers(tree: Tree) -> Iterator[tuple[str, str, str]]:
    from .placed import positions, programs  # not loaded for a tree without registers

    for position, field, _ in positions(tree):
        yield "", f"{field}.nama", position.nama
        yield "", f"{field}.tugas", position.tugas
        for place, text in enumerate(position.fungsi):
            yield "", f"{field}.fungsi.{place}", text
    for row, field, _ in programs(tree):
        yield "", f"{field}.nama", row.nama


def _of_nodes(tree: Tree) -> Iterator[tuple[str, str, str]]:
    for node in (*tree, *tree.belum.values()):
        yield node.key, "", node.statement
        for name in _OF_NODE:
            yield node.key, name, getattr(node, name)
        for name in ("dasar_hukum", "bukti"):
            for place, text in enumerate(getattr(node, name)):
                yield node.key, f"{name}.{place}", text
        for name in ("mandat", "permasalahan", "harapan") if node.dasar else ():
            yield node.key, f"dasar.{name}", getattr(node.dasar, name)
        for place, partner in enumerate(node.crosscutting):
            for name in _OF_PARTNER:
                yield node.key, f"crosscutting.{place}.{name}", getattr(partner, name)
        for place, indicator in enumerate(node.indikator):
            yield from _of_indicator(node.key, f"indikator.{place}", indicator)


def _of_indicator(key: str, field: str, indicator: Indicator) -> Iterator[tuple[str, str, str]]:
    for name in _OF_INDICATOR:
        yield key, f"{field}.{name}", getattr(indicator, name)
    for name, figures in (("target", indicator.target), ("realisasi", indicator.realisasi)):
        for figure in figures:
            yield key, f"{field}.{name}.{figure.tahun}", figure.nilai
