"""`pohon fmt`: the same tree, written so that every other YAML tool reads it too; comments and layout stay.

Only values that YAML would refuse, cut or turn into something else are put in quotes; a missing last line end is added.
Source: design.md section 3.
"""

from .tree_source import Change, make
from .yaml_nodes import Item, Map, Scalar, Seq, parse_yaml
from .yaml_text import inline, is_plain

__all__ = ["canonical"]


def canonical(text: str) -> str:
    """Return the text of a readable tree file with every unsafe value quoted; a second call changes nothing."""
    parsed = parse_yaml(text)
    changes: list[Change] = []
    last = Scalar("", 0, 0)
    pending: list[Item] = [parsed.root] if parsed.root is not None else []
    while pending:
        item = pending.pop()
        if isinstance(item, Map):
            pending += [value for _, value in item.pairs]
        elif isinstance(item, Seq):
            pending += item.items
        else:
            last = max(last, item, key=lambda scalar: scalar.end)
            if not item.quoted and item.end > item.start and not is_plain(item.text):
                changes.append(Change(item.start, item.end, inline(item.text)))
    written = make(text, changes)
    in_block = last.quoted and text[last.start] in "|>"
    if not written.endswith("\n") and not in_block:
        written += "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    return written
