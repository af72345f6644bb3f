"""The baseline of a lint: findings that are known already and stay quiet, as a JSON file beside the trees.

One finding a line, sorted, so that versions of the file compare well. Which finding is which is decided by
`model/fingerprint.py`; here is only the file.
"""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from pohon.errors import BadInput, Place, Problem
from pohon.model.fingerprint import Fingerprint

__all__ = ["Known", "parse", "write"]

_VERSION = 1
_KEYS = {"kode": "code", "id": "id", "kalimat": "statement", "induk": "parent", "rincian": "detail"}
_REMEDY = "Buat ulang dengan `pohon lint ... --baseline BERKAS --baseline-write`."


class Known(NamedTuple):
    """One known finding: the tree file, as named from the folder of the baseline, and the traits of the finding."""

    path: str
    print: Fingerprint


def write(known: Iterable[Known]) -> str:
    """Return the text of a baseline."""
    rows = sorted((one.path, *one.print) for one in known)
    keys = ("berkas", *_KEYS)
    lines = ",\n".join("  " + json.dumps(dict(zip(keys, row, strict=True)), ensure_ascii=False) for row in rows)
    body = f"[\n{lines}\n]" if lines else "[]"
    return f'{{"versi": {_VERSION}, "temuan": {body}}}\n'


def parse(text: str, name: str) -> tuple[Known, ...]:
    """Return the known findings of a baseline. Raises BadInput when it is none."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise _unusable(name, "isinya bukan JSON.") from error
    rows = data.get("temuan") if isinstance(data, dict) else None
    if not isinstance(rows, list) or data.get("versi") != _VERSION:
        raise _unusable(name, "isinya bukan catatan temuan lama.")
    if not all(isinstance(row, dict) and all(isinstance(value, str) for value in row.values()) for row in rows):
        raise _unusable(name, "ada temuan yang tidak tertulis lengkap.")
    return tuple(map(_known, rows))


def _known(row: dict[str, Any]) -> Known:
    traits = {name: row.get(key, "") for key, name in _KEYS.items()}
    return Known(row.get("berkas", ""), Fingerprint(**traits))


def _unusable(name: str, message: str) -> BadInput:
    return BadInput(name, (Problem(Place(), message, _REMEDY),))
