"""Reports of a lint in every form: text, json, sarif, github, junit, html, xlsx."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pohon.errors import PohonError
from pohon.forms import disk
from pohon.model.finding import Severity
from pohon.render.report import Entry, summary, text

from ._lint import Linted

if TYPE_CHECKING:
    from pohon.render.report_rules import RuleInfo

__all__ = ["FORMS", "report", "report_bytes", "save_report"]

FORMS = ("text", "json", "sarif", "github", "junit", "html", "xlsx")


def report(
    linted: Iterable[Linted], form: str = "text", *, color: bool = False, fail_on: Severity | None = None
) -> str:
    """Return the report of a lint: "text" for people (in colour for a terminal), the others for programs and pages.

    A test of "junit" fails from the severity `fail_on` on, else from that of the first file's settings. Raises
    PohonError for an unknown form, and for "xlsx", which is no text.
    """
    every = tuple(linted)
    entries = tuple(map(_entry, every))
    if form == "text":
        return text(entries, color=color)
    if form == "junit":
        from pohon.render import report_junit

        least = fail_on or (every[0].fail_on if every else Severity.ERROR)
        return report_junit.render(entries, _rules(), least)
    return _for_programs(entries, form)


def _for_programs(entries: tuple[Entry, ...], form: str) -> str:
    if form == "json":
        from pohon.render import report_json

        return report_json.as_json(report_json.report(entries))
    if form == "sarif":
        from pohon import __version__
        from pohon.render import report_sarif

        return report_sarif.render(entries, _rules(), __version__)
    if form == "github":
        from pohon.render import report_github

        return report_github.render(entries)
    if form == "html":
        from pohon.render import report_html

        return report_html.render(entries)
    raise PohonError(f"bentuk laporan `{form}` tidak ada sebagai teks. Bentuk yang ada: {', '.join(FORMS)}.")


def report_bytes(linted: Iterable[Linted], form: str, *, fail_on: Severity | None = None) -> bytes:
    """Return the report as the content of a file; the only way to "xlsx"."""
    if form == "xlsx":
        from pohon.render import report_xlsx

        return report_xlsx.render(map(_entry, linted))
    return report(linted, form, fail_on=fail_on).encode("utf-8", "replace")


def save_report(
    linted: Iterable[Linted], path: Path, form: str, *, force: bool = False, fail_on: Severity | None = None
) -> str:
    """Write the report into a file and return its counts. Raises Refused when it exists and `force` is not given."""
    every = tuple(linted)
    disk.write(path, report_bytes(every, form, fail_on=fail_on), force=force)
    return summary(map(_entry, every))


def _entry(one: Linted) -> Entry:
    return Entry(one.path.as_posix(), one.text, one.findings, one.problems, one.tree, one.ran, one.hidden)


def _rules() -> "tuple[RuleInfo, ...]":
    """Return what the rules say about themselves, with their pages."""
    from pohon.render.report_rules import RuleInfo
    from pohon.rules import _registry

    from ._rules import page

    rules = map(_registry.load, _registry.entries())
    return tuple(
        RuleInfo(rule.code, rule.name, rule.severity, rule.stage, rule.summary, rule.source, page(rule.code))
        for rule in rules
    )
