"""What painter and server tell each other and the clients, apart from the work: so the server stays small."""

import json
from collections.abc import Mapping
from typing import Any

from pohon.model.finding import Fix

__all__ = ["Judged", "encoded"]


def encoded(message: Mapping[str, Any]) -> str:
    """Return a message as it travels."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))


class Judged:
    """Findings that changed by node, how many there are, and the repairs they offer by (node, code, field)."""

    __slots__ = ("changed", "counted", "fixes", "seq")

    def __init__(
        self,
        seq: int,
        changed: dict[str, list[dict[str, Any]]],
        counted: dict[str, int],
        fixes: dict[tuple[str, str, str], Fix],
    ) -> None:
        self.seq, self.changed, self.counted, self.fixes = seq, changed, counted, fixes

    def message(self) -> str:
        """Return what clients are told."""
        return encoded({"t": "temuan", "seq": self.seq, "ganti": self.changed, "jumlah": self.counted})
