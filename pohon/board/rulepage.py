"""The page of a rule for the panel of findings: its parts as plain text, examples included."""

import re
from typing import Any

from pohon import api

__all__ = ["page"]

_EXAMPLE = re.compile(r"^```\w*\n(.*?)^```\s*$", re.MULTILINE | re.DOTALL)
_MARKS = re.compile(r"\*\*|`")


def page(code: str) -> dict[str, Any]:
    """Return a rule's page (docs/papan/protokol.md, `GET /api/aturan`). Raises PohonError when there is no such rule.

    `bagian` are [heading, text] pairs; the text of an example keeps its lines and its indentation.
    """
    title, _, rest = api.explain(code).lstrip("# ").partition("\n")
    own_code, _, name = title.strip().partition(" ")
    summary, *parts = re.split(r"^## ", rest, flags=re.MULTILINE)
    return {"kode": own_code, "nama": name, "ringkas": _plain(summary), "bagian": [_part(one) for one in parts]}


def _part(text: str) -> list[str]:
    heading, _, body = text.partition("\n")
    examples = _EXAMPLE.findall(body)
    return [heading.strip(), "\n\n".join(one.rstrip() for one in examples) if examples else _plain(body)]


def _plain(text: str) -> str:
    return _MARKS.sub("", text).strip()
