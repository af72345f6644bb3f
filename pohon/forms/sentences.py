"""Sentences as typed: protects hand-written values from YAML before YAML sees them.

`- csf: Pelayanan prima: cepat #1 "tuntas"` is a sentence to a planner and an error (or a silently cut text) to YAML.
So every value on one line after a key of ours is replaced by filler of the same length (all positions stay true), and
the text as typed is kept beside it. Values that are wholly one quoted YAML scalar, `|`/`>` blocks and, where a key
takes structure, `{...}`/`[...]` are left to YAML. Source: design.md section 3.
"""

import re
from enum import Enum

from pohon.errors import Place, Problem

from .tree_schema import DOCUMENT_KINDS, FILE, NODE, RECORDS, REF, STATEMENT_KEYS, Form

__all__ = ["Masked", "is_quoted", "mask"]

_LINE = re.compile(r"(?P<lead> *(?:-[ ]+)*)(?:(?P<key>[\w.-]+)[ ]*:(?=[ \t]|$)[ \t]*)?(?P<value>.*?)[ \t]*$")
_DOUBLE = re.compile(
    r'"(?:[^"\\]|\\(?:[0abtnvfre "/\\N_LP\t]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}))*"(?:[ \t]+#.*|[ \t]*)'
)
_SINGLE = re.compile(r"'(?:[^']|'')*'(?:[ \t]+#.*|[ \t]*)")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_BLOCK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?:[ \t]+#.*)?")
_COMMENT = re.compile(r"[ \t]#")
_MAX_QUOTED_LINES = 200


class _Way(Enum):
    """How the value of a key ends and what it may begin with."""

    SENTENCE = "to the end of the line"
    SENTENCES = "to the end of the line, or a [list] that closes there"
    NAME = "to the end of the line, or {keys} that close there"
    NODE = "to the end of the line, or {keys}"
    WORD = "to the end of the line or ` #`, or YAML structure"


def _ways() -> dict[str, _Way]:
    ways: dict[str, _Way] = {}
    structured = set()
    for record in (FILE, NODE, *RECORDS.values()):
        for item in record.fields:
            if item.form is Form.PROSE:
                ways.setdefault(item.key, _Way.SENTENCE)
            elif item.form is Form.PROSES:
                ways[item.key] = _Way.SENTENCES
            else:
                structured.add(item.key)
    ways.update(dict.fromkeys(structured - {"uraian"}, _Way.WORD))
    return ways | dict.fromkeys(STATEMENT_KEYS, _Way.SENTENCE) | {REF: _Way.WORD}


_WAYS = _ways()
_PROSE_LISTS = frozenset(key for key, way in _WAYS.items() if way is _Way.SENTENCES)
_NAME_LISTS = frozenset({"indikator", "belum_ditempatkan"})
_NODE_LISTS = frozenset({"pohon", "sebab"})
_FREE_KEYS = {"jawab": _Way.SENTENCE, "uraian": _Way.SENTENCE, "abaikan": _Way.WORD, "variabel": _Way.WORD}
_FREE_KEYS |= {"target": _Way.WORD, "realisasi": _Way.WORD, "dasar": _Way.SENTENCE}
_INDIKATOR_KEYS = frozenset(item.key for item in RECORDS["indikator"].fields)


class Masked:
    """`text` has the length of the original; `typed` maps the offset of a value to (value as typed, end offset)."""

    __slots__ = ("problems", "text", "typed")

    def __init__(self, text: str) -> None:
        self.text = text
        self.typed: dict[int, tuple[str, int]] = {}
        self.problems: list[Problem] = []


def is_quoted(value: str) -> bool:
    """Tell whether a value is wholly one quoted YAML scalar (a comment may follow)."""
    return bool(_DOUBLE.fullmatch(value) or _SINGLE.fullmatch(value))


def mask(text: str) -> Masked:
    """Return the text with every hand-typed value replaced by filler, and those values."""
    return _Masker(text).run()


class _Masker:
    def __init__(self, text: str) -> None:
        self.lines = [line.removesuffix("\r") for line in text.split("\n")]
        self.ends = ["\r" if raw.endswith("\r") else "" for raw in text.split("\n")]
        self.offsets = [0]
        for line, end in zip(self.lines, self.ends, strict=True):
            self.offsets.append(self.offsets[-1] + len(line) + len(end) + 1)
        self.owners: list[tuple[int, str]] = []
        self.result = Masked("")
        self.at = 0

    def run(self) -> Masked:
        while self.at < len(self.lines):
            self._line()
        self.result.text = "\n".join(line + end for line, end in zip(self.lines, self.ends, strict=True))
        return self.result

    def _line(self) -> None:
        number = self.at
        self.at += 1
        line = self.lines[number]
        stripped = line.lstrip(" ")
        if not stripped or stripped[0] == "#":
            return
        match = _LINE.match(line)
        if match is None:
            return
        lead, key, value = len(match["lead"]), match["key"], match["value"]
        dash = match["lead"].rfind("-")
        while self.owners and self.owners[-1][0] > (dash if dash >= 0 else lead - 1):
            self.owners.pop()
        owner = self.owners[-1][1] if self.owners else ""
        start = match.start("value")
        if key is not None and self._is_bare(owner, key, dash):
            key, value, start = None, line[lead:].rstrip(" \t"), lead
        if key is None and dash < 0 and not value.startswith(("{", "[", "}", "]")):
            return
        if key is not None:
            self.owners.append((lead, key))
        if value and (value[0] != "#" or self._may_open_with_hash(owner, key, lead)):
            self._value(number, start, value, lead=dash if key is None else lead, way=self._way(owner, key))

    def _may_open_with_hash(self, owner: str, key: str | None, lead: int) -> bool:
        """Tell whether `key: #1 di provinsi` is a sentence, and not a comment beside a key whose value stands below."""
        way = _WAYS.get(key or "")
        if way is _Way.SENTENCES:
            below = next((line for line in self.lines[self.at :] if line.strip() and line.strip()[0] != "#"), "")
            return not (below.strip().startswith("-") and len(below) - len(below.lstrip(" ")) >= lead)
        return way is _Way.SENTENCE and owner not in DOCUMENT_KINDS  # `uraian` of a document takes pairs

    @staticmethod
    def _is_bare(owner: str, key: str, dash: int) -> bool:
        """Tell whether `- word: text` is a sentence of a list and not a key with its value."""
        if dash < 0:
            return False
        return owner in _PROSE_LISTS or (owner == "indikator" and key not in _INDIKATOR_KEYS)

    @staticmethod
    def _way(owner: str, key: str | None) -> _Way:
        if key is None and owner in _NODE_LISTS:
            return _Way.NODE
        if key is None:
            return _Way.SENTENCE if owner in _PROSE_LISTS else _Way.NAME if owner in _NAME_LISTS else _Way.WORD
        return _WAYS.get(key) or _FREE_KEYS.get(owner, _Way.WORD)

    def _value(self, number: int, start: int, value: str, *, lead: int, way: _Way) -> None:
        first = value[0]
        if is_quoted(value):
            return
        if _BLOCK.fullmatch(value):
            self._skip_deeper(lead)
        elif first in "\"'" and self._skip_quoted(number, start, lead):
            return
        elif first in "[{" and self._is_structure(way, value):
            self._skip_flow(number, start)
        else:
            self._keep_as_typed(number, start, value, lead=lead, way=way)

    @staticmethod
    def _is_structure(way: _Way, value: str) -> bool:
        if way is _Way.NODE:
            return value[0] == "{"
        if way is _Way.NAME:
            return value[0] == "{" and value.endswith(("}", ","))
        return way is _Way.WORD or (way is _Way.SENTENCES and value[0] == "[" and value.endswith("]"))

    def _skip_deeper(self, lead: int) -> None:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= lead:
                return
            self.at += 1

    def _skip_quoted(self, number: int, start: int, lead: int) -> bool:
        """Step over a quoted scalar that spans lines; False when it does not close among deeper lines."""
        text = self.lines[number][start:]
        for end in range(number + 1, min(len(self.lines), number + _MAX_QUOTED_LINES)):
            line = self.lines[end]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= lead:
                return False
            text += "\n" + line
            if is_quoted(text.rstrip()):
                self.at = end + 1
                return True
        return False

    def _skip_flow(self, number: int, start: int) -> None:
        """Step over `{...}` or `[...]`, which may span lines."""
        bare = _QUOTED.sub("", self.lines[number][start:])
        if bare.count("{") == bare.count("}") and bare.count("[") == bare.count("]"):
            return
        depth, quote, column = 0, "", start
        for index in range(number, len(self.lines)):
            line = self.lines[index]
            while column < len(line):
                letter = line[column]
                if quote:
                    column += letter == "\\" and quote == '"'
                    quote = "" if letter == quote else quote
                elif letter in "\"'" and line[column - 1] in " ,[{:(":
                    quote = letter
                elif letter in "[{":
                    depth += 1
                elif letter in "]}":
                    depth -= 1
                column += 1
            self.at = index + 1
            if depth <= 0:
                return
            column = 0

    def _keep_as_typed(self, number: int, start: int, value: str, *, lead: int, way: _Way) -> None:
        if way is _Way.WORD:
            comment = _COMMENT.search(value)
            value = value[: comment.start()].rstrip(" \t") if comment else value
        begin = self.offsets[number] + start
        self._fill(number, start, len(value))
        parts, end = [value], begin + len(value)
        while self.at < len(self.lines) and self._continues(self.lines[self.at], lead):
            more = self.lines[self.at].strip(" \t")
            column = self.lines[self.at].index(more)
            self._fill(self.at, column, len(more))
            parts.append(more)
            end = self.offsets[self.at] + column + len(more)
            self.at += 1
        self.result.typed[begin] = (" ".join(parts), end)

    def _fill(self, number: int, start: int, length: int) -> None:
        line = self.lines[number]
        self.lines[number] = line[:start] + "x" * length + line[start + length :]

    def _continues(self, line: str, lead: int) -> bool:
        """Tell whether a line goes on with the sentence above it; a line that looks like a key is a mistake."""
        stripped = line.strip(" \t")
        indent = len(line) - len(line.lstrip(" "))
        if not stripped or stripped[0] == "#" or indent <= lead:
            return False
        match = _LINE.match(line)
        key = match["key"] if match else None
        if key not in _WAYS and not stripped.startswith("- "):
            return True
        place = Place(self.at + 1, indent + 1, self.at + 1, len(line) + 1)
        message = "baris ini menjorok lebih dalam daripada kunci di atasnya, padahal kunci itu sudah berisi kalimat."
        self.result.problems.append(Problem(place, message, "Samakan jorokannya dengan kunci di atasnya."))
        return False
