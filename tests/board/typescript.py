"""Reads the types of the client as far as tests need it: names, fields, which of them may be left out."""

import re

__all__ = ["interfaces", "variants"]

Fields = frozenset[str]
"""Names of fields; `name?` for one that may be left out."""


def interfaces(text: str) -> dict[str, Fields]:
    """Return the fields of every exported interface."""
    text = _plain(text)
    starts = re.finditer(r"export interface (\w+) \{", text)
    return {start[1]: _fields(_block(text, start.end() - 1)) for start in starts}


def variants(text: str, name: str, mark: str) -> dict[str, Fields]:
    """Return the fields of every record of a union by the words of its mark (`t` or `o`), the mark left out."""
    text = _plain(text)
    start = text.index(f"export type {name} =")
    union = text[start : text.index(";\n\n", start) + 1]
    found: dict[str, Fields] = {}
    place = 0
    while (place := union.find("{", place)) >= 0:
        block = _block(union, place)
        place += len(block) + 2
        words = re.match(rf"\s*{mark}: ((?:\"[\w-]+\"(?: \| )?)+)", block)
        for word in re.findall(r"\"([\w-]+)\"", words[1]) if words else ():
            found[word] = _fields(block) - {mark}
    return found


def _plain(text: str) -> str:
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def _block(text: str, opening: int) -> str:
    """Return what stands between a brace and the brace that closes it."""
    depth = 0
    for place in range(opening, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if depth == 0:
            return text[opening + 1 : place]
    raise ValueError(text[opening : opening + 40])


def _fields(block: str) -> Fields:
    """Return the names at the outermost level of a record."""
    flat, depth = [], 0
    for letter in block:
        depth -= letter in "}])>"
        if depth == 0:
            flat.append(letter)
        depth += letter in "{[(<"
    return frozenset(re.findall(r"(?:^|[;{,\n])\s*(\w+\??):", "".join(flat)))
