"""What changed between two tree files."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pohon.model.changes import Change, compare

from ._files import Loaded, load

__all__ = ["Difference", "diff"]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two tree files and what differs between them."""

    before: Loaded
    after: Loaded
    changes: tuple[Change, ...]

    def text(self, *, color: bool = False) -> str:
        """Return the changes for people."""
        from pohon.render import report_changes

        return report_changes.text(self.before.tree, self.after.tree, self.changes, color=color)

    def as_json(self) -> dict[str, Any]:
        """Return the changes for other programs; docs/perbandingan.md describes the keys."""
        from pohon.render import report_changes

        return report_changes.as_json(self.before.tree, self.after.tree, self.changes)


def diff(before: Path | str, after: Path | str) -> Difference:
    """Compare two tree files, the older one first. Raises BadInput when one of them cannot be read."""
    old, new = load(before), load(after)
    return Difference(old, new, compare(old.tree, new.tree))
