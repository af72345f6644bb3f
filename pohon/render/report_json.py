"""The JSON report of `pohon lint` (design.md section 6): stable, documented, with a JSON Schema made from it.

The dataclasses are the report, field for field. They are kept apart from the text report so that a lint for people
does not build them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from pohon.errors import Problem
from pohon.model.finding import Finding, Severity

from .report import UNREADABLE, Entry

__all__ = [
    "FileReport",
    "FindingReport",
    "RelatedReport",
    "Report",
    "Summary",
    "WaiverReport",
    "as_json",
    "report",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedReport:
    """Another node that a finding speaks of."""

    node: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverReport:
    """Why the author accepts a finding; such a finding does not count."""

    reason: str
    by: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingReport:
    """One finding. Lines and columns count from 1, 0 = unknown; `stage` 0 = the file could not be read."""

    code: str
    name: str
    severity: Literal["error", "warning", "hint"]
    stage: int
    node: str
    number: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    hint: str
    evidence: str
    related: tuple[RelatedReport, ...]
    waiver: WaiverReport | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """The findings of one file, in the order of its lines."""

    path: str
    findings: tuple[FindingReport, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How many findings count, by severity; waived ones do not."""

    error: int
    warning: int
    hint: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The JSON report of `pohon lint`."""

    version: Literal[1]
    files: tuple[FileReport, ...]
    summary: Summary


def report(entries: Iterable[Entry]) -> Report:
    """Return the report of a run, with its counts."""
    files = tuple(_file(entry) for entry in entries)
    counts = {severity.value: 0 for severity in Severity}
    for row in files:
        for finding in row.findings:
            counts[finding.severity] += finding.waiver is None
    return Report(version=1, files=files, summary=Summary(**counts))


def _file(entry: Entry) -> FileReport:
    rows = (*map(_unreadable, entry.problems), *map(_finding, entry.findings))
    return FileReport(path=entry.path, findings=rows)


def _finding(finding: Finding) -> FindingReport:
    place, waiver = finding.place, finding.waiver
    return FindingReport(
        code=finding.code,
        name=finding.name,
        severity=finding.severity.value,
        stage=finding.stage,
        node=finding.node,
        number=finding.number,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        message=finding.message,
        hint=finding.hint,
        evidence=finding.evidence,
        related=tuple(RelatedReport(node=other.node, line=other.line) for other in finding.related),
        waiver=None if waiver is None else WaiverReport(reason=waiver.alasan, by=waiver.oleh, date=waiver.tanggal),
    )


def _unreadable(problem: Problem) -> FindingReport:
    place = problem.place
    return FindingReport(
        code=UNREADABLE,
        name="berkas-tidak-terbaca",
        severity="error",
        stage=0,
        node="",
        number="",
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        message=problem.message,
        hint=problem.remedy,
        evidence=place.label,
        related=(),
        waiver=None,
    )


def as_json(whole: Report) -> str:
    """Return the report as JSON text, one finding a line so that versions compare well."""
    import json

    def dump(value: Any) -> str:
        return json.dumps(_plain(value), ensure_ascii=False)

    files = []
    for row in whole.files:
        findings = ",\n    ".join(map(dump, row.findings))
        body = f"[\n    {findings}\n  ]" if findings else "[]"
        files.append(f'  {{"path": {dump(row.path)}, "findings": {body}}}')
    listed = "[\n{}\n]".format(",\n".join(files)) if files else "[]"
    return f'{{"version": {whole.version}, "files": {listed}, "summary": {dump(whole.summary)}}}\n'


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "__slots__") and not isinstance(value, str):
        return {name: _plain(getattr(value, name)) for name in value.__slots__}
    return value
