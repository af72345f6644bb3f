"""The report as annotations of GitHub Actions: one workflow command a finding, shown at its line.

The runner reads every line that starts with `::`, so text of a tree must not be able to start one.
"""

from collections.abc import Iterable, Iterator

from pohon.errors import Place
from pohon.model.finding import Finding, Severity

from .report import UNREADABLE, Entry, counted, printable

__all__ = ["render"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def render(entries: Iterable[Entry]) -> str:
    """Return one line a finding; waived findings are left out."""
    return "".join(f"{line}\n" for entry in entries for line in _lines(entry))


def _lines(entry: Entry) -> Iterator[str]:
    for problem in entry.problems:
        words = f"{problem.message} {problem.remedy}".strip()
        yield _line(entry.path, problem.place, ("error", f"{UNREADABLE} berkas-tidak-terbaca"), words)
    for one in counted(entry):
        yield _line(entry.path, one.place, (_COMMANDS[one.severity], _title(one)), f"{one.message} {one.hint}".strip())


def _title(one: Finding) -> str:
    return " ".join(part for part in (one.code, one.name, f"({one.number})" if one.number else "") if part)


def _line(path: str, place: Place, kind: tuple[str, str], message: str) -> str:
    command, title = kind
    known: dict[str, object] = {"file": path}
    if place.line:
        known |= {"line": place.line, "endLine": place.end_line or place.line}
        if place.end_line in (0, place.line):  # columns mean something on one line only
            known |= {"col": place.column, "endColumn": max(place.end_column - 1, place.column)}
    known["title"] = title
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in known.items())
    return f"::{command} {properties}::{_data(message)}"


def _data(words: str) -> str:
    lines = [printable(line) for line in words.replace("%", "%25").splitlines()]
    return "%0A".join(lines)


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
