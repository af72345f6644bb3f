"""The report as SARIF 2.1.0, the exchange format of code scanning: rules with their pages, results, suppressions.

Columns count characters from 1 and the end column is the one behind the last character, as the format asks for with
`unicodeCodePoints`. Everything is one run of one tool.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from pohon.errors import Place, Problem
from pohon.model.finding import Finding, Severity
from pohon.model.fingerprint import fingerprint

from .report import UNREADABLE, Entry, family
from .report_rules import RuleInfo, first_lines
from .report_rules import every as every_rule

__all__ = ["render"]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def render(entries: Iterable[Entry], rules: tuple[RuleInfo, ...], version: str) -> str:
    """Return the log. `rules` are the rules that the results may name, `version` is the version of this tool."""
    files = tuple(entries)
    known = every_rule(rules)
    named = [code for entry in files for code in _codes(entry)]
    listed = {code: known.get(code, RuleInfo(code, code, Severity.ERROR)) for code in dict.fromkeys((*named, *known))}
    places = {code: place for place, code in enumerate(listed)}
    driver = {
        "name": "pohon",
        "version": version,
        "semanticVersion": version,
        "rules": [_rule(rule) for rule in listed.values()],
    }
    run = {
        "tool": {"driver": driver},
        "language": "id",
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _artifact(entry.path, place)} for place, entry in enumerate(files)],
        "results": [result for place, entry in enumerate(files) for result in _results(entry, place, places)],
    }
    return json.dumps({"version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _codes(entry: Entry) -> Iterable[str]:
    return (*([UNREADABLE] if entry.problems else []), *(one.code for one in entry.findings))


def _rule(rule: RuleInfo) -> dict[str, Any]:
    why, how = first_lines(rule.page, "Mengapa"), first_lines(rule.page, "Cara memperbaiki")
    about = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary or rule.name},
        "fullDescription": {"text": " ".join(part for part in (rule.summary, why) if part) or rule.name},
        "help": {"text": how or rule.summary or rule.name},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": [family(rule.code), f"tahap-{rule.stage}"],
            "problem.severity": {"note": "recommendation"}.get(_LEVELS[rule.severity], _LEVELS[rule.severity]),
        },
    }
    if rule.page:
        about["help"] = {"text": how or rule.summary, "markdown": rule.page}
    return about


def _results(entry: Entry, place: int, rules: dict[str, int]) -> Iterable[dict[str, Any]]:
    yield from (_unreadable(entry, place, problem, rules) for problem in entry.problems)
    yield from (_result(entry, place, one, rules) for one in entry.findings)


def _result(entry: Entry, place: int, one: Finding, rules: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": rules[one.code],
        "level": _LEVELS[one.severity],
        "message": {"text": " ".join(part for part in (one.message, one.hint) if part)},
        "locations": [_location(entry.path, place, one.place, one)],
    }
    if one.related:
        result["relatedLocations"] = [
            _location(entry.path, place, entry.tree.place(other.node) if entry.tree else Place(other.line), None)
            | {"id": number, "message": {"text": f"simpul {_number(entry, other.node)}"}}
            for number, other in enumerate(one.related, 1)
        ]
    if entry.tree is not None:
        traits = f"{entry.path}|{fingerprint(one, entry.tree).text()}"
        result["partialFingerprints"] = {"pohon/v1": sha256(traits.encode("utf-8", "replace")).hexdigest()[:32]}
    result["suppressions"] = [_suppression(one)] if one.waiver else []
    if one.evidence:
        result["properties"] = {"bukti": one.evidence}
    return result


def _number(entry: Entry, key: str) -> str:
    return entry.tree.numbers.get(key, key) if entry.tree else key


def _suppression(one: Finding) -> dict[str, Any]:
    waiver = one.waiver
    reason = waiver.alasan if waiver else ""
    signed = " ".join(part for part in (waiver.oleh, waiver.tanggal) if part) if waiver else ""
    words = f"{reason} ({signed})" if signed else reason
    return {"kind": "inSource", "status": "accepted", "justification": words}


def _unreadable(entry: Entry, place: int, problem: Problem, rules: dict[str, int]) -> dict[str, Any]:
    return {
        "ruleId": UNREADABLE,
        "ruleIndex": rules[UNREADABLE],
        "level": "error",
        "message": {"text": f"{problem.message} {problem.remedy}".strip()},
        "locations": [_location(entry.path, place, problem.place, None)],
    }


def _location(path: str, index: int, place: Place, one: Finding | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(path, index)}
    if place.line:
        physical["region"] = _region(place)
    location: dict[str, Any] = {"physicalLocation": physical}
    if one is not None and one.node:
        location["logicalLocations"] = [{"name": one.number, "fullyQualifiedName": one.node, "kind": "element"}]
    return location


def _region(place: Place) -> dict[str, int]:
    region = {"startLine": place.line}
    if place.column:
        region["startColumn"] = place.column
    if place.end_line:
        region["endLine"] = place.end_line
    if place.end_column:
        region["endColumn"] = place.end_column
    return region


def _artifact(path: str, index: int) -> dict[str, Any]:
    return {"uri": _uri(path), "index": index}


def _uri(path: str) -> str:
    """Return a path as a URI reference; an absolute one becomes a file URI, a drive letter is no scheme."""
    escaped = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    if path.startswith("/"):
        return f"file://{escaped}"
    return f"file:///{escaped}" if path[1:3] == ":/" else escaped
