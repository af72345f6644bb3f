"""Values as YAML text that every YAML tool reads back as the same text."""

import json
import re

__all__ = ["block", "inline", "is_plain", "quoted"]

_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.;()/%+=°–—’“”·-]|'(?=\w)|:(?=[^\s:])|&(?= ))*")
_FLOW_PLAIN = re.compile(r"[A-Za-z](?:[\w ./%-]*[\w.%])?")
_INTEGER = re.compile(r"0|[1-9]\d{0,8}")
_TYPED_WORDS = frozenset(
    ["y", "yes", "n", "no", "true", "false", "on", "off", "null", "none", "nan", "inf"]  # other tools retype these
)
_ESCAPES = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_BLOCK_LINE = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*[^\s\x7f-\x9f]|")


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Tell whether a text can stand unquoted without any YAML tool changing it."""
    shape = _FLOW_PLAIN if flow else _PLAIN
    if text != text.strip() or not shape.fullmatch(text) or text.endswith(":"):
        return bool(_INTEGER.fullmatch(text))
    return text.casefold() not in _TYPED_WORDS and " #" not in text and "\n" not in text


def inline(text: str, *, flow: bool = False) -> str:
    """Return a text as one line: plain where that is safe everywhere, else double-quoted."""
    return text if is_plain(text, flow=flow) else quoted(text)


def quoted(text: str) -> str:
    """Return a text in double quotes, escaped as YAML and JSON both read it."""
    return _ESCAPES.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def block(text: str, indent: int) -> str:
    """Return a text for a line after `key: `; several lines become a `|` block indented by `indent` spaces."""
    lines = text.split("\n")
    if len(lines) == 1 or lines[0][:1] in ("", " ", "\t") or not all(_BLOCK_LINE.fullmatch(line) for line in lines):
        return inline(text)
    tail, kept = ("-", lines) if lines[-1] else ("", lines[:-1])
    if not kept[-1]:
        return inline(text)
    return f"|{tail}\n" + "\n".join(" " * indent + line if line else "" for line in kept)
