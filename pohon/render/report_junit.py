"""The report as JUnit XML, which build servers show: one suite a file, one test a rule that was run on it."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from pohon.model.finding import Finding, Severity

from .report import UNREADABLE, Entry, counted
from .report_rules import RuleInfo
from .report_rules import every as every_rule

__all__ = ["render"]

_TOOL = ("P000", UNREADABLE, "P003")


def render(entries: Iterable[Entry], rules: tuple[RuleInfo, ...], fail_on: Severity = Severity.ERROR) -> str:
    """Return the XML. A test fails when its rule found something of at least the severity `fail_on`.

    Lesser findings stand in the output of a test that passed, accepted ones make it skipped.
    """
    known = every_rule(rules)
    suites = [_suite(entry, known, fail_on) for entry in entries]
    sums = {name: sum(suite[name] for _, suite in suites) for name in ("tests", "failures", "errors", "skipped")}
    body = "".join(text for text, _ in suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="pohon" {_counts(sums)}>\n{body}</testsuites>\n'


def _suite(entry: Entry, known: dict[str, RuleInfo], fail_on: Severity) -> tuple[str, dict[str, int]]:
    cases = [*_unread(entry), *_cases(entry, known, fail_on)]
    counts = {"tests": len(cases)}
    for name, tag in (("failures", "<failure"), ("errors", "<error"), ("skipped", "<skipped")):
        counts[name] = sum(kind == tag for kind, _ in cases)
    body = "".join(text for _, text in cases)
    return f"  <testsuite name={_attribute(entry.path)} {_counts(counts)}>\n{body}  </testsuite>\n", counts


def _counts(counts: dict[str, int]) -> str:
    return " ".join(f'{name}="{number}"' for name, number in counts.items())


def _unread(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.problems:
        words = "\n".join(problem.describe() for problem in entry.problems)
        inner = _result("error", UNREADABLE, entry.problems[0].message, words)
        yield "<error", _case(entry.path, f"{UNREADABLE} berkas-tidak-terbaca", inner)


def _cases(entry: Entry, known: dict[str, RuleInfo], fail_on: Severity) -> Iterator[tuple[str, str]]:
    """Yield (kind, XML) of every rule that was run, then of what the tool reports in its own name."""
    found: dict[str, list[Finding]] = {}
    for one in entry.findings:
        found.setdefault(one.code, []).append(one)
    for code in dict.fromkeys((*entry.ran, *found)):
        rule = known.get(code)
        name = f"{code} {rule.name}" if rule else code
        kind, inner = _outcome(entry, code, found.get(code, []), fail_on)
        yield kind, _case(entry.path, name, inner)


def _outcome(entry: Entry, code: str, found: list[Finding], fail_on: Severity) -> tuple[str, str]:
    live = [one for one in counted(entry) if one.code == code]
    failing = [one for one in live if one.severity.rank <= fail_on.rank]
    words = "\n".join(map(_words, live))
    if failing:
        tag = "error" if code in _TOOL else "failure"
        return f"<{tag}", _result(tag, failing[0].severity.label, _title(failing), words)
    if live:
        return "", f"      <system-out>{_text(words)}</system-out>\n"
    if found:
        reasons = "; ".join(one.waiver.alasan for one in found if one.waiver)
        return "<skipped", f"      <skipped message={_attribute(f'diabaikan: {reasons}')}/>\n"
    return "", ""


def _title(found: list[Finding]) -> str:
    more = f" (dan {len(found) - 1} lagi)" if len(found) > 1 else ""
    return found[0].message + more


def _words(one: Finding) -> str:
    where = one.place.describe()
    parts = (where, one.severity.label, f"simpul {one.number}" if one.number else "", one.message)
    return ": ".join(part for part in parts if part) + (f" {one.hint}" if one.hint else "")


def _case(path: str, name: str, inner: str) -> str:
    head = f"    <testcase classname={_attribute(path)} name={_attribute(name)}"
    return f"{head}>\n{inner}    </testcase>\n" if inner else f"{head}/>\n"


def _result(tag: str, kind: str, message: str, words: str) -> str:
    return f"      <{tag} type={_attribute(kind)} message={_attribute(message)}>{_text(words)}</{tag}>\n"


def _attribute(words: str) -> str:
    return quoteattr(_allowed(" ".join(words.split())))


def _text(words: str) -> str:
    return escape(_allowed(words))


def _allowed(words: str) -> str:
    """Return the text without the characters that XML 1.0 cannot hold at all."""
    return "".join(sign if _is_allowed(ord(sign)) else "\ufffd" for sign in words)


def _is_allowed(code: int) -> bool:
    return code in (9, 10, 13) or 0x20 <= code < 0xD800 or (code >= 0xE000 and code not in (0xFFFE, 0xFFFF))
