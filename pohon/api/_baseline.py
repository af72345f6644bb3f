"""The baseline: known findings of old trees stay quiet, so that new ones are seen."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pohon.forms import baseline as files
from pohon.forms import disk
from pohon.forms.baseline import Known
from pohon.model.fingerprint import Fingerprint, fingerprint, match
from pohon.rules._registry import across

from ._lint import Linted

__all__ = ["Quieted", "apply_baseline", "write_baseline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quieted:
    """A lint without its known findings: how many are hidden, and the known ones that are no longer found."""

    linted: tuple[Linted, ...]
    hidden: int
    gone: tuple[Known, ...]


def apply_baseline(linted: Iterable[Linted], path: Path | str) -> Quieted:
    """Hide the findings that a baseline knows. Raises BadInput when it cannot be read."""
    path = Path(path)
    known = files.parse(disk.read(path).decode("utf-8", "replace"), path.as_posix())
    shown: list[Linted] = []
    gone: list[Known] = []
    for one in linted:
        name = _name(one.path, path)
        mine = [entry for entry in known if entry.path == name]
        quiet = match([entry.print for entry in mine], _prints(one))
        rest = tuple(finding for place, finding in enumerate(one.findings) if place not in quiet)
        shown.append(replace(one, findings=rest, hidden=len(quiet)))
        if one.tree is not None:
            seen = [(place, entry) for place, entry in enumerate(mine) if _looked_for(entry, one)]
            gone += [entry for place, entry in seen if place not in quiet.values()]
    return Quieted(linted=tuple(shown), hidden=sum(one.hidden for one in shown), gone=tuple(gone))


def write_baseline(linted: Sequence[Linted], path: Path | str) -> int:
    """Write all findings of these files that nobody has accepted as known; return how many.

    What the baseline knew of other files stays in it, and what rules over several trees found when there was but one.
    """
    path = Path(path)
    named = {_name(one.path, path): one for one in linted}
    kept = [one for one in _old(path) if one.path not in named or not _looked_for(one, named[one.path])]
    new = [
        Known(_name(one.path, path), print_)
        for one in linted
        for finding, print_ in zip(one.findings, _prints(one), strict=True)
        if finding.waiver is None
    ]
    disk.write(path, files.write([*kept, *new]).encode("utf-8"), force=True)
    return len(new)


def _looked_for(entry: Known, one: Linted) -> bool:
    """Tell whether a known finding could be found again: a rule over several trees does not run on a file alone."""
    return entry.print.code in one.ran or all(rule.code != entry.print.code for rule in across())


def _old(path: Path) -> tuple[Known, ...]:
    return files.parse(disk.read(path).decode("utf-8", "replace"), path.as_posix()) if path.exists() else ()


def _prints(one: Linted) -> list[Fingerprint]:
    return [fingerprint(finding, one.tree) for finding in one.findings] if one.tree is not None else []


def _name(path: Path, baseline: Path) -> str:
    """Return the name of a tree file as seen from the folder of the baseline, so that both can be moved together."""
    try:
        return Path(os.path.relpath(path, baseline.parent)).as_posix()
    except ValueError:  # another drive
        return path.resolve().as_posix()
