"""Tree -> text of a new tree file; loss-free: reading it gives the same tree. Source: design.md section 3."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any

from pohon.model.indicator import Target
from pohon.model.node import Kind, Node, Waiver
from pohon.model.tree import Tree

from .tree_schema import FILE, NODE, RECORDS, REF, UNDATED, Field, Form, Record
from .yaml_text import block, inline, quoted

__all__ = ["field_lines", "node_lines", "write_tree"]

_STEP = 2
_ONE_LINE_RECORDS = frozenset({"asal"})


def write_tree(tree: Tree) -> str:
    """Return the tree as the text of a tree file."""
    lines: list[str] = []
    for field in FILE.fields:
        if field.form is Form.NODES:
            roots = tree.roots if field.key == "pohon" else tree.belum_roots
            if roots:
                lines += ["", f"{field.key}:"]
                for key in roots:
                    lines += node_lines(tree, tree.find(key), _STEP)
        else:
            value = tree.profile.nama if field.key == "profil" else getattr(tree, field.attribute)
            written = field_lines(field, value, 0)
            lines += ["", *written] if field.form in (Form.RECORDS, Form.DOCUMENTS) and written else written
    return "\n".join(lines).lstrip("\n") + "\n"


def node_lines(tree: Tree, node: Node, indent: int) -> list[str]:
    """Return the lines of a node and its branch as a list item whose dash stands at column `indent`."""
    lines = _node_head(node, indent)
    keys = indent + _STEP
    if node.sebab or node.ref:
        lines.append(f"{' ' * keys}sebab:")
        for child in tree.children(node):
            lines += node_lines(tree, child, keys + _STEP)
        lines += [f"{' ' * (keys + _STEP)}- {REF}: {inline(ref)}" for ref in node.ref]
    return lines


def _node_head(node: Node, indent: int) -> list[str]:
    pad = " " * indent
    lines = [f"{pad}- {node.kind}: {inline(node.statement)}"]
    if node.kind is Kind.GAGASAN and not node.sebab and not node.ref and node == _bare(node):
        return [f"{pad}- {inline(node.statement)}"]
    for field in NODE.fields:
        if field.form is not Form.NODES:
            lines += field_lines(field, getattr(node, field.attribute), indent + _STEP)
    return lines


def _bare(node: Node) -> Node:
    return Node(key=node.key, kind=node.kind, statement=node.statement, parent=node.parent)


def field_lines(field: Field, value: Any, indent: int) -> list[str]:  # the field decides
    """Return the lines of one key with its value, [] when there is nothing to write."""
    if value is None or value == () or value is False or (value == "" and not field.required):
        return []
    special = _WRITERS.get(field.form)
    if special is not None:
        return special(field, value, indent)
    return [f"{' ' * indent}{field.key}: {block(_text(value), indent + _STEP)}"]


def _text(value: object) -> str:
    if value is True:
        return "ya"
    return value.value if isinstance(value, StrEnum) else str(value)


def _texts(field: Field, value: tuple[str, ...], indent: int) -> list[str]:
    pad = " " * indent
    if len(value) == 1 and "\n" not in value[0]:
        return [f"{pad}{field.key}: {inline(value[0])}"]
    if field.form is Form.WORDS:
        return [f"{pad}{field.key}: [{', '.join(inline(one, flow=True) for one in value)}]"]
    return [f"{pad}{field.key}:", *(f"{pad}  - {inline(one)}" for one in value)]


def _pairs(field: Field, value: tuple[tuple[str, str], ...], indent: int) -> list[str]:
    pad = " " * indent
    lines = (f"{pad}  {inline(name, flow=True)}: {block(text, indent + 2 * _STEP)}" for name, text in value)
    return [f"{pad}{field.key}:", *lines]


def _years(field: Field, value: tuple[Target, ...], indent: int) -> list[str]:
    pairs = ", ".join(f"{one.tahun or UNDATED}: {_figure(one.nilai)}" for one in value)
    return [f"{' ' * indent}{field.key}: {{{pairs}}}"]


def _figure(text: str) -> str:
    return inline(text, flow=True) if text[:1].isalpha() else quoted(text)


def _waivers(field: Field, value: tuple[Waiver, ...], indent: int) -> list[str]:
    pad = " " * indent
    lines = [f"{pad}{field.key}:"]
    for waiver in value:
        if waiver.oleh or waiver.tanggal:
            lines.append(f"{pad}  {inline(waiver.kode, flow=True)}: {_flow(RECORDS['abaikan'], waiver)}")
        else:
            lines.append(f"{pad}  {inline(waiver.kode, flow=True)}: {inline(waiver.alasan)}")
    return lines


def _record(field: Field, value: object, indent: int) -> list[str]:
    pad = " " * indent
    return [f"{pad}{field.key}:", *_block_record(RECORDS[field.record], value, indent + _STEP)]


def _records(field: Field, value: tuple[Any, ...], indent: int) -> list[str]:
    pad = " " * indent
    lines = [f"{pad}{field.key}:"]
    record = RECORDS[field.record]
    for one in value:
        if field.record in _ONE_LINE_RECORDS:
            lines.append(f"{pad}  - {_flow(record, one)}")
            continue
        inner = _block_record(record, one, indent + 2 * _STEP)
        if field.record == "indikator" and len(inner) == 1 and "\n" not in one.nama:
            lines.append(f"{pad}  - {inline(one.nama)}")
            continue
        inner[0] = f"{pad}  - {inner[0].lstrip(' ')}"
        lines += inner
    return lines


def _documents(field: Field, value: tuple[Any, ...], indent: int) -> list[str]:
    pad = " " * indent
    lines = [f"{pad}{field.key}:"]
    for document in value:
        inner = _block_record(RECORDS["dokumen"], document, indent + 2 * _STEP)
        lines += [f"{pad}  {document.jenis}:" if inner else f"{pad}  {document.jenis}: {{}}", *inner]
    return lines


def _block_record(record: Record, value: object, indent: int) -> list[str]:
    lines: list[str] = []
    for field in record.fields:
        lines += field_lines(field, getattr(value, field.attribute), indent)
    return lines


def _flow(record: Record, value: object) -> str:
    def pairs() -> Iterator[str]:
        for field in record.fields:
            one = getattr(value, field.attribute)
            if one is None or one is False or (one == "" and record.title != "asal"):
                continue
            if one == "" and field.key in ("dokumen", "baris"):
                continue
            yield f"{field.key}: {inline(_text(one), flow=True)}"

    return "{" + ", ".join(pairs()) + "}"


_WRITERS: dict[Form, Callable[[Field, Any, int], list[str]]] = {
    Form.PROSES: _texts,
    Form.WORDS: _texts,
    Form.PAIRS: _pairs,
    Form.PROSE_PAIRS: _pairs,
    Form.YEARS: _years,
    Form.YEARS_RUPIAH: _years,
    Form.WAIVERS: _waivers,
    Form.RECORD: _record,
    Form.RECORDS: _records,
    Form.DOCUMENTS: _documents,
}
